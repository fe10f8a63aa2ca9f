"""Hold the package of one project against its hologram and its lock, function by function; judge what has changed.

Says what it finds and writes nothing but the journal. `drift` decides how much must be looked at.
"""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from holo.agents.derive import derive
from holo.agents.files import State as FileState
from holo.codes import Code
from holo.drift import sides
from holo.drift.heads import FunctionNode, differences, function_in
from holo.drift.model import Drift
from holo.operations.stands import Stand, State
from holo.pycode.digest import body_digest
from holo.pycode.signature import open_body
from holo.verify.prepare import prepare
from holo.verify.verdict import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from holo.operations.workshop import Workshop
    from holo.provenance.lock import Locked

BODY_CODES = frozenset({Code.CHANGED_ALIKE, Code.CHANGED_BREAKS, Code.CHANGED_UNJUDGED, Code.BOTH_MOVED})
"""Kinds that follow from running a body, and so from the bodies around it."""

UNSETTLED = frozenset({Code.FUNCTION_GONE, Code.FUNCTION_MOVED, Code.FUNCTION_EXTRA})
"""Kinds that may turn into each other when another file changes."""

GONE = frozenset({sides.Code.MISSING, sides.Code.OPEN, sides.Code.BROKEN})


class Survey:
    """One project, looked at; `shop` may hold a part of it."""

    def __init__(self, shop: Workshop) -> None:
        """Look at nothing yet."""
        self.shop = shop
        self.open: set[str] = set()
        self._sides: dict[str, sides.Side] = {}
        self._places = {shop.artifact(key): key for key in shop.planned.slices}

    # -- what is there ----------------------------------------------------------------------

    def side(self, key: str) -> sides.Side:
        """Return what stands in the file of a function."""
        found = self._sides.get(key)
        if found is None:
            record = self.shop.lock.get(key)
            written = self.shop.file_of(key)
            found = self._sides[key] = sides.code_side(
                self.shop.function(key).name,
                written.candidate or None,
                record.body if record is not None else "",
                present=written.state is not FileState.MISSING,
                opened=written.state is FileState.OPEN,
            )
        return found

    def name(self, key: str) -> str:
        """Return the file of a function, relative to the package."""
        return self.shop.artifact(key).relative_to(self.shop.folders.package).as_posix()

    def shown(self, name: str) -> str:
        """Return a file of the package, relative to the project."""
        return f"{self.shop.config.project.generated}/{self.shop.compiled.root}/{name}"

    def spec(self, key: str) -> tuple[str, int]:
        """Return the file of the hologram that declares a function, as messages name it, and the line of the function."""
        name = key.partition(".")[0]
        file = next((one for one in self.shop.compiled.files if one.name == name), None)
        if file is None:
            return "", 1
        source = self.shop.compiled.sources.get(file.shown)
        text = source.text if source is not None else ""
        found = re.search(
            rf"^[ \t]*(?:async )?(?:function|flow) {re.escape(key.rpartition('.')[2])}\b", text, re.MULTILINE
        )
        return file.shown, text.count("\n", 0, found.start()) + 1 if found else 1

    # -- functions --------------------------------------------------------------------------

    def functions(self, keys: Iterable[str], extras: Mapping[str, str]) -> list[Drift]:
        """Return what has moved of some functions, and of files that nobody knows (`extras`: texts by name)."""
        keys = list(keys)
        gone = [key for key in keys if self.shop.lock.get(key) is not None and self.side(key).code in GONE]
        strangers = self._strangers(keys, extras)
        found: list[Drift] = []
        for key in keys:
            if key not in gone:
                found += self.function(key)
        for key in gone:
            place = next((one for one in strangers if self._is_body(key, *strangers[one])), None)
            found.append(self._gone(key, place))
            if place is not None:
                del strangers[place]
        by_file: dict[str, list[str]] = {}
        for name, word in strangers:
            by_file.setdefault(name, []).append(word)
        found += [self._extra(name, words) for name, words in sorted(by_file.items())]
        found += [
            self._extra(name, [])
            for name in sorted(extras)
            if name not in {one for one, _ in strangers} and not _defines(extras[name])
        ]
        return found

    def function(self, key: str) -> list[Drift]:
        """Return what has moved of one function that stands in its file, or never did."""
        record, side = self.shop.lock.get(key), self.side(key)
        if record is None:
            return self._unlocked(key, side)
        cut = self.shop.planned.slices[key]
        moved = sides.contract_moved(record.slice, record.contracts, cut.digest, cut.contracts)
        if side.code is sides.Code.SAME:
            if moved:
                return [self._hologram_moved(key, moved)]
            framed = self._frame(key, side)
            return [framed] if framed is not None else []
        if moved:
            return [self._both(key, side, record, moved)]
        return [self._changed(key, side, record)]

    def _unlocked(self, key: str, side: sides.Side) -> list[Drift]:
        name = self.name(key)
        if side.code is sides.Code.OPEN:
            self.open.add(key)
            return []
        if side.code is sides.Code.MISSING:
            path, line = self.spec(key)
            message = f"`{key}` is in the hologram and not in the package yet"
            settle = (
                ("holo build", "writes it, or a ticket for it"),
                (f"git restore {path}", "takes the hologram back"),
            )
            return [Drift(Code.HOLOGRAM_MOVED, key, path, message, "hologram", settle, line, file=name)]
        message = f"There is a body for `{key}`, and the lock has no record that it was judged"
        settle = (("holo build", "judges it and records it"), (f"rm {self.shown(name)}", "throws it away"))
        return [Drift(Code.UNVOUCHED, key, self.shown(name), message, "code", settle, self._line(key), file=name)]

    def _hologram_moved(self, key: str, moved: str) -> Drift:
        path, line = self.spec(key)
        message = f"`{key}`: {moved} changed in the hologram since its body was accepted"
        judged = f"holo judge {path} {key} {self.shown(self.name(key))}"
        settle = (
            ("holo build", "judges the body that stands, or has it written anew"),
            (judged, "says first whether it still stands"),
        )
        return Drift(Code.HOLOGRAM_MOVED, key, path, message, "hologram", settle, line, file=self.name(key))

    def _frame(self, key: str, side: sides.Side) -> Drift | None:
        """Return what was changed around the body of a function: imports, and what else Holo writes there."""
        path = self.shop.artifact(key)
        if side.beside or self.shop.is_own(path):
            return None
        text = path.read_bytes().decode("utf-8", "replace")
        wanted = self.expected(key, side.text)
        if body_digest(text) == body_digest(wanted):
            return None
        return self.edited(self.name(key), wanted, text)

    def expected(self, key: str, body: str) -> str:
        """Return the file of a function around a body, before Ruff lays it out."""
        from holo.emit.draft import Draft

        bodies = {other: side.text for other in self.shop.around(key) if (side := self.side(other)).text}
        draft = Draft(self.shop.composer.layout, {**bodies, key: body})
        return draft.file(self.shop.function(key), draft.rings({key, *bodies})).text

    def edited(self, name: str, wanted: str, text: str | None) -> Drift:
        """Return the finding on a generated file that is not as Holo makes it."""
        path = self.shown(name)
        what = "is gone" if text is None else "was changed by hand"
        said = sides.changed_names(wanted, text) if text is not None and name.endswith(".py") else ""
        message = f"`{path}` {what}" + (f": {said}" if said else "")
        settle = (
            (f"holo restore {path}", "writes it as it is made"),
            ("holo build", "after the hologram says the same"),
        )
        return Drift(Code.GENERATED_EDITED, path, path, message, "code", settle, file=name)

    # -- a body that has changed --------------------------------------------------------------

    def _changed(self, key: str, side: sides.Side, record: Locked) -> Drift:
        head = self._head(key, side)
        if head:
            message = f"The signature of `{key}` was changed by hand: {head}"
            return self._code(Code.SIGNATURE_CHANGED, key, message)
        code, said, call, got = self.judged(key, side.text)
        what = f"`{key}` was changed by hand"
        match code:
            case Code.CHANGED_ALIKE:
                apart = self._apart(key, side.text, record)
                message = f"{what}; the judge finds nothing against it"
                if apart:
                    call, got, before = apart
                    message += f", but it answers otherwise at `{call}`, where the accepted body gives {before}: the contract allows both"
                    first = (f"holo accept {key}", "says the new answer as an example")
                else:
                    first = ("holo build", "records it in the lock")
                settle = (first, (f"holo restore {key}", "puts the accepted body back"))
                return self._code(code, key, message, call, got, settle)
            case Code.CHANGED_BREAKS:
                return self._code(code, key, f"{what} and breaks its contract: {said}", call, got)
            case _:
                return self._code(code, key, f"{what} and could not be judged: {said}", call, got)

    def _both(self, key: str, side: sides.Side, record: Locked, moved: str) -> Drift:
        head = self._head(key, side)
        code, said, call, got = (Code.SIGNATURE_CHANGED, head, "", "") if head else self.judged(key, side.text)
        theirs = {
            Code.CHANGED_ALIKE: "the judge finds nothing against the code under the new hologram",
            Code.SIGNATURE_CHANGED: f"the signatures differ: {said}",
            Code.CHANGED_BREAKS: f"the code breaks the new contract: {said}",
        }.get(code, f"the code could not be judged: {said}")
        path, line = self.spec(key)
        message = (
            f"`{key}` moved on both sides: in the hologram ({path}:{line}) {moved}; in the package its code; {theirs}"
        )
        del record
        accept = (
            ("holo build", "records the code")
            if code is Code.CHANGED_ALIKE
            else (f"holo accept {key}", "keeps the code and brings the hologram after it")
        )
        settle = (accept, (f"holo restore {key}", "keeps the hologram and sets the code aside"))
        return self._code(Code.BOTH_MOVED, key, message, call, got, settle, moved="both")

    def _head(self, key: str, side: sides.Side) -> str:
        """Return how the signature in the code differs from that in the hologram; empty where it does not."""
        function = self.shop.function(key)
        wanted, found = function_in(open_body(function), function.name), function_in(side.text, function.name)
        if wanted is None or found is None:
            return ""
        return "; ".join(differences(wanted, found))

    def judged(self, key: str, text: str) -> tuple[Code, str, str, str]:
        """Run the contract against a body: the kind, what is said, the smallest call that shows it, and what came out."""
        self.stand_by(key)
        ready = prepare([(text, self.shop.rules(key))])[0]
        verdict = self.shop.judge(key, text, {}, ready)
        if verdict.outcome is Outcome.ACCEPTED:
            return Code.CHANGED_ALIKE, "", "", ""
        first = next(iter(verdict.findings), None)
        if first is None:
            reason = next((one.reason for one in verdict.checks if one.reason), "no reason was given")
            return Code.CHANGED_UNJUDGED, reason, "", ""
        code = Code.CHANGED_BREAKS if verdict.outcome is Outcome.REJECTED else Code.CHANGED_UNJUDGED
        return code, f"{first.code} {first.message}", first.input, first.got

    def stand_by(self, key: str) -> None:
        """Let everything that judging a function may run stand as it is in the package."""
        self.shop.stands.pop(key, None)
        for other in self.shop.around(key) - self.shop.stands.keys():
            text = self.side(other).text
            function = self.shop.function(other)
            if self.side(other).code is not sides.Code.SAME and function.body is not None:
                text = derive(function, self.shop.compiled.library.lookup) or ""
            if text:
                self.shop.stands[other] = Stand(other, State.ACCEPTED, source=text, body=body_digest(text))

    def accepted(self, key: str) -> str:
        """Return the text of the body that the lock vouches for; empty where nobody here has it."""
        record = self.shop.lock.get(key)
        if record is None:
            return ""
        return self.shop.accepted_before(key, record.body) or self._derived(key, record)

    def _derived(self, key: str, record: Locked) -> str:
        text = derive(self.shop.function(key), self.shop.compiled.library.lookup)
        if text is None:
            return ""
        made = prepare([(text, self.shop.rules(key))])[0].source
        kept = self.shop.as_kept(key, made) if made is not None else ""
        return kept if kept and body_digest(kept) == record.body else ""

    def _apart(self, key: str, text: str, record: Locked) -> tuple[str, str, str] | None:
        """Return the smallest call on which the accepted body and a new one part, what the new one gives, and the old."""
        del record
        before = self.accepted(key)
        if not before or self.shop.function(key).body is not None:
            return None
        from holo.operations.behaviour import Bench

        bench = Bench(self.shop, key, {})
        if not bench.inputs:
            return None
        prints = bench.fingerprint(before), bench.fingerprint(text)
        found = bench.separate((before, prints[0]), (text, prints[1]))
        if found is None or found.unanswered:
            return None
        return bench.shown(found.arguments), bench.came(found.right), bench.came(found.left)

    def _code(
        self,
        code: Code,
        key: str,
        message: str,
        call: str = "",
        got: str = "",
        settle: tuple[tuple[str, str], ...] = (),
        moved: str = "code",
    ) -> Drift:
        name = self.name(key)
        settle = settle or (
            (f"holo accept {key}", "writes what the code does into the hologram"),
            (f"holo restore {key}", "puts the accepted body back"),
        )
        return Drift(code, key, self.shown(name), message, moved, settle, self._line(key), "", call, got, name)

    def _line(self, key: str) -> int:
        try:
            text = self.shop.artifact(key).read_text(encoding="utf-8", errors="replace")
        except OSError:
            return 1
        found = re.search(rf"^(?:async )?def {re.escape(self.shop.function(key).name)}\b", text, re.MULTILINE)
        return text.count("\n", 0, found.start()) + 1 if found else 1

    # -- what is gone, and what is new --------------------------------------------------------

    def _gone(self, key: str, place: tuple[str, str] | None) -> Drift:
        name, side = self.name(key), self.side(key)
        back = (f"holo restore {key}", "puts it back")
        path, line = self.spec(key)
        if place is not None:
            file, word = place
            message = f"`{key}` stands as `{word}` in `{self.shown(file)}`, not where the hologram has it"
            settle = (back, ("holo build", f"after you moved it in {path}, too"))
            return Drift(Code.FUNCTION_MOVED, key, self.shown(file), message, "code", settle, 1, file=name)
        what = {
            sides.Code.MISSING: f"`{key}` is gone: there is no `{self.shown(name)}`",
            sides.Code.OPEN: f"The body of `{key}` was taken out",
        }.get(side.code, f"`{self.shown(name)}` has no function `{key.rpartition('.')[2]}` that Python can read")
        settle = (back, ("holo build", f"after you took it out of {path}:{line}"))
        return Drift(Code.FUNCTION_GONE, key, self.shown(name), what, "code", settle, 1, file=name)

    def _strangers(self, keys: Iterable[str], extras: Mapping[str, str]) -> dict[tuple[str, str], tuple[str, str]]:
        """Return definitions that the hologram does not know: the text of their file, and its own name, by file and name."""
        found: dict[tuple[str, str], tuple[str, str]] = {}
        for name, text in extras.items():
            found.update({(name, word): (text, word) for word in _defines(text)})
        for key in keys:
            side = self.side(key)
            if side.code is sides.Code.BROKEN and self.shop.lock.get(key) is not None:
                text = self.shop.artifact(key).read_bytes().decode("utf-8", "replace")
                found.update({(self.name(key), word): (text, word) for word in _defines(text)})
            elif side.code is sides.Code.SAME and side.beside:
                text = self.shop.artifact(key).read_bytes().decode("utf-8", "replace")
                found.update({(self.name(key), word): (text, word) for word in side.beside})
        return found

    def _is_body(self, key: str, text: str, word: str) -> bool:
        """Say whether a definition is the accepted body of a function, whatever it is called."""
        record, name = self.shop.lock[key], self.shop.function(key).name
        others = tuple(each for each in _defines(text) if each != word)
        try:
            alone = sides.without(text, others)
        except (SyntaxError, ValueError):
            return False
        named = re.sub(rf"(?<![\w.]){re.escape(word)}(?=\()", name, alone)
        return body_digest(self.shop.in_words(key, named).candidate) == record.body

    def _extra(self, name: str, words: list[str]) -> Drift:
        path = self.shown(name)
        listed = ", ".join(f"`{word}`" for word in words)
        message = (
            f"`{path}` holds {listed}, which the hologram does not know"
            if words
            else f"`{path}` is nothing that the hologram knows"
        )
        key = self._places.get(self.shop.folders.package / name)
        mine = path if key is None else listed.replace("`", "")
        settle = (
            ("holo build", f"after the hologram says {listed or 'what it is for'}"),
            (
                f"git mv {path} DIR" if key is None else f"holo restore {key}",
                "moves it to a folder of your own" if key is None else f"takes {mine} out and sets it aside",
            ),
        )
        return Drift(Code.FUNCTION_EXTRA, path, path, message, "code", settle, file=name)


def _defines(text: str) -> tuple[str, ...]:
    """Return the functions and classes at the top of a module; none for what is no Python."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError):
        return ()
    return tuple(node.name for node in tree.body if isinstance(node, FunctionNode | ast.ClassDef))
