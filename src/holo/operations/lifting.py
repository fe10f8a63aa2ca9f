"""Find the words by which a hologram says what a changed body does: signature, raises, `returns`, examples.

Tries texts in memory alone: a patch is proposed only where it compiles and the judge accepts the body by it.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from holo.authoring.amend import amend, renamed, statements
from holo.authoring.patch import CannotPatch, add_statement
from holo.authoring.statements import CannotSay, Words, equals, example
from holo.codes import Code
from holo.drift.heads import arguments, differences, function_in, renames
from holo.drift.reads import head_of, read_code
from holo.expr.stopped import Stopped
from holo.expr.values import Fake
from holo.operations.compile import compile_with
from holo.operations.survey import Survey
from holo.operations.workshop import Workshop
from holo.pycode.signature import open_body
from holo.sandbox.outcome import Kind
from holo.verify.prepare import prepare
from holo.verify.verdict import Outcome

if TYPE_CHECKING:
    from pathlib import Path

    from holo.drift.reads import Guard, Reading
    from holo.ir import model as ir
    from holo.operations.compile import Compiled
    from holo.verify.verdict import Finding, Verdict

TRIES = 24
"""Texts that are tried for one function."""

_NOT_LISTED = re.compile(r"`([\w.]+)` is not listed under `uses`")
_RAISED = re.compile(r"^`(\w+)` is raised, but")
_BROKEN = re.compile(r"which breaks `(.+)`$", re.DOTALL)


class CannotAccept(Exception):
    """The hologram cannot be brought to say what the code does: `reason` says why."""

    def __init__(self, reason: str) -> None:
        """Keep the reason."""
        super().__init__(reason)
        self.reason = reason


@dataclass(slots=True)
class Lifted:
    """A hologram's text on its way to what the code does.

    `changes` are statements in other words, or struck (None), by name; `added` are new ones; `why` has the reason of each.
    """

    head: str = ""
    changes: dict[str, str | None] = field(default_factory=dict)
    added: list[str] = field(default_factory=list)
    why: dict[str, str] = field(default_factory=dict)


class Lifting:
    """One function, one body, and the texts that are tried."""

    def __init__(self, shop: Workshop, key: str, body: str, before: str, file: Path, shown: str) -> None:
        """Keep what the code says; `before` is the accepted body, empty where nobody has it."""
        self.shop = shop
        self.key = key
        self.body = body
        self.before = before
        self.file = file
        self.shown = shown
        self.text = shop.compiled.sources[shown].text
        function = shop.function(key)
        node, old = function_in(body, function.name), function_in(open_body(function), function.name)
        if node is None or old is None:
            raise CannotAccept(f"`{key}` is not in its file as one function that Python can read")
        self.reading: Reading = read_code(node, body)
        self.node, self.old = node, old
        try:
            self.known = statements(self.text, key, shown)
        except CannotPatch as why:
            raise CannotAccept(why.reason) from None

    def lift(self) -> tuple[str, Lifted]:
        """Return the new text of the hologram and what is new in it. Raises `CannotAccept`."""
        if "pipeline/0" in self.known:
            raise CannotAccept(f"`{self.key}` is a flow: its steps are its body. Change the steps in `{self.shown}`")
        state = self._begin()
        said = [name for name in self.known if name in {"returns/0", "table/0"}]
        if not said:
            return self._settled(state, {})
        reasons: list[str] = []
        # With the words of the code where it has any; else the body is left to whoever wrote it.
        for last in dict.fromkeys((self.reading.body or None, None)):
            try:
                return self._settled(state, dict.fromkeys(said, last))
            except CannotAccept as why:
                reasons.append(why.reason)
        raise CannotAccept(reasons[0])

    # -- what the code says plainly ---------------------------------------------------------------

    def _begin(self) -> Lifted:
        state = Lifted()
        if next(differences(self.old, self.node), None) is not None:
            if any(one.way in {"*", "**", "keyword", "positional"} for one in arguments(self.node).values()):
                raise CannotAccept("A hologram has no words for `*`, `/`, `*args` and `**kwargs` in a signature")
            if self.node.decorator_list:
                raise CannotAccept("A hologram has no words for a decorator")
            if isinstance(self.node, ast.AsyncFunctionDef) != isinstance(self.old, ast.AsyncFunctionDef):
                raise CannotAccept("Whether a function is `async` is changed in the hologram by hand")
            state.head = head_of(self.node)
            words = renames(list(arguments(self.old)), list(arguments(self.node)))
            if words:
                self._rename(state, words)
        return state

    def _rename(self, state: Lifted, words: dict[str, str] | object) -> None:
        assert isinstance(words, dict)
        for name, one in self.known.items():
            text = one.text
            for start, stop in sorted(one.expressions, reverse=True):
                inner = renamed(self.text[start:stop], words)
                text = text[: start - one.start] + inner + text[stop - one.start :]
            if text != one.text:
                state.changes[name] = text
                state.why[name] = "a parameter has another name"

    # -- what the judge says ------------------------------------------------------------------------

    def _settled(self, begun: Lifted, bodies: dict[str, str | None]) -> tuple[str, Lifted]:
        state = Lifted(begun.head, {**begun.changes}, [*begun.added], {**begun.why})
        # As if nobody had said the body, nor an example: so that every clause is held against the code by itself.
        silent: dict[str, str | None] = {name: None for name in self.known if name.startswith("example/")}
        open_: dict[str, str | None] = dict.fromkeys(bodies)
        for _ in range(TRIES):
            shop = self._compiled(state, {**silent, **open_})
            if shop is None and open_ != bodies:
                open_ = dict(bodies)  # others rest on what the hologram says of it
                continue
            if shop is None:
                raise CannotAccept(self._refusal(state, {**silent, **open_}))
            verdict = self._judged(shop)
            if verdict.outcome is Outcome.ACCEPTED:
                self._examples(shop, state)
                self._parting(shop, state)
                return self._final(state, bodies)
            if not verdict.findings:
                raise CannotAccept("The body cannot be judged by the new hologram")
            if verdict.findings[0].code == Code.BODY_FORM.number and open_ != bodies:
                open_ = dict(bodies)  # what its words name need not be listed
                continue
            self._answer(state, verdict.findings[0])
        raise CannotAccept("No wording was found that the body keeps")

    def _compose(self, state: Lifted, bodies: dict[str, str | None]) -> str:
        text = amend(self.text, self.key, self.shown, head=state.head, changes={**state.changes, **bodies})
        for one in state.added:
            text = add_statement(text, self.key, one, self.shown).text
        return text

    def _compiled(self, state: Lifted, bodies: dict[str, str | None]) -> Workshop | None:
        """Return a workshop over the project as it would be; None where it would not compile."""
        try:
            text = self._compose(state, bodies)
        except CannotPatch as why:
            raise CannotAccept(why.reason) from None
        compiled = self._with(text)
        if compiled.broken:
            return self._compiled(state, bodies) if self._mend(compiled, state) else None
        return self._shop(compiled)

    def _with(self, text: str) -> Compiled:
        return compile_with(self.shop.compiled.path, self.shop.config, self.shop.config.root, {self.file: text})

    def _shop(self, compiled: Compiled) -> Workshop:
        return Workshop(compiled, self.shop.config, self.shop.folders, self.shop.lock, None, self.shop.pool)

    def _mend(self, compiled: Compiled, state: Lifted) -> bool:
        """Strike what the compiler finds broken by the body as the hologram says it now; say whether there was anything."""
        rows = [row for row in compiled.diagnostics if row.severity == "error"]
        mended = False
        for row in rows:
            broken = _BROKEN.search(row.message)
            if row.code != Code.BODY_BREAKS.number or broken is None:
                return False
            wanted = " ".join(broken[1].split())
            name = next((n for n, one in self.known.items() if " ".join(one.text.split()) == wanted), "")
            if not name or state.changes.get(name, "") is None:
                return False
            state.changes[name] = None
            state.why[name] = row.message.partition(", which breaks")[0]
            mended = True
        return mended

    def _refusal(self, state: Lifted, bodies: dict[str, str | None]) -> str:
        compiled = self._with(self._compose(state, bodies))
        row = next(row for row in compiled.diagnostics if row.severity == "error")
        return f"The hologram would not compile: {row.path}:{row.line} {row.code} {row.message}"

    def _judged(self, shop: Workshop) -> Verdict:
        Survey(shop).stand_by(self.key)
        ready = prepare([(self.body, shop.rules(self.key))])[0]
        return shop.judge(self.key, self.body, {}, ready)

    def _answer(self, state: Lifted, found: Finding) -> None:
        """Change the text so that one finding falls away. Raises `CannotAccept` where that is not for one function to say."""
        listed = _NOT_LISTED.search(found.message)
        if listed is not None and f"uses {listed[1]}" not in state.added:
            state.added.append(f"uses {listed[1]}")
            return
        raised = _RAISED.match(found.message)
        if raised is not None:
            self._raises(state, raised[1])
            return
        owner, _, clause = found.clause.partition("/")
        name = self._name(clause, state) if owner == self.key and found.suspect == "candidate" else None
        if name is None:
            raise CannotAccept(f"{found.code} {found.message}" + (f", at `{found.input}`" if found.input else ""))
        state.why[name] = f"`{found.input}` gives {found.got}" if found.input else found.message
        fresh = None
        if name.startswith("raises/"):
            words = re.match(r"raises\s+([\w.]+)", self.known[name].text)
            fresh = self._guarded(words[1]) if words is not None and self._guard(words[1]) is not None else None
        state.changes[name] = fresh if fresh != state.changes.get(name, self.known[name].text) else None

    def _name(self, clause: str, state: Lifted) -> str | None:
        """Return the statement of the old text that a clause of the new one was."""
        kind, _, number = clause.partition("/")
        rows = [name for name in self.known if name.startswith(f"{kind}/") and state.changes.get(name, "") is not None]
        return rows[int(number)] if number.isdigit() and int(number) < len(rows) else None

    def _raises(self, state: Lifted, error: str) -> None:
        fresh = self._guarded(error)
        old = next(
            (
                n
                for n, one in self.known.items()
                if n.startswith("raises/")
                and re.match(rf"raises\s+{error}\b", one.text)
                and state.changes.get(n, "") is not None
            ),
            None,
        )
        plain = f"raises {error}"
        if old is not None:
            state.changes[old] = plain if state.changes.get(old) == fresh else fresh
            state.why[old] = f"`{error}` is raised under another condition"
        elif fresh in state.added:
            state.added[state.added.index(fresh)] = plain
        else:
            state.added.append(fresh)

    def _guard(self, error: str) -> Guard | None:
        last = error.rpartition(".")[2]
        return next((one for one in self.reading.guards if one.error.rpartition(".")[2] == last), None)

    def _guarded(self, error: str) -> str:
        """Return the `raises` of an error, with its condition where the code says one."""
        guard = self._guard(error)
        if guard is None:
            return f"raises {error}"
        packages = self.shop.hologram(self.key).packages
        declared = any(one.name == error for package in packages for one in package.errors)
        return f"raises {guard.raised if declared and '(' in guard.raised else error} when {guard.condition}"

    def _examples(self, shop: Workshop, state: Lifted) -> None:
        """Put the examples that are no longer true into the words of what the code does now."""
        function = self.shop.function(self.key)
        for number, one in enumerate(function.examples):
            name = f"example/{number}"
            expr = one.expr
            if name in state.changes:
                text = (state.changes[name] or "").removeprefix("sealed ").removeprefix("example").strip()
                expr = expr.model_copy(update={"source": text})
            try:
                if self._value(shop, expr) is True:
                    continue
                state.why[name] = "it is not true of the code"
            except Stopped as stopped:
                state.why[name] = stopped.message
            said = self._said_now(shop, expr)
            state.changes[name] = None if said is None else f"{'sealed ' if one.sealed else ''}example {said}"

    def _said_now(self, shop: Workshop, expr: ir.Expr) -> str | None:
        """Return a false example's call with what it gives now; None where there are no words for it."""
        left = ast.parse(expr.source, mode="eval").body
        match left:
            case ast.Compare(left=inner, ops=[ast.Eq() | ast.Is()]) | ast.UnaryOp(op=ast.Not(), operand=inner):
                left = inner
            case _:
                pass
        text = ast.get_source_segment(expr.source, left) or ast.unparse(left)
        words = Words(shop.world, shop.hologram(self.key), self.key.rpartition(".")[0])
        try:
            return equals(text, self._value(shop, expr.model_copy(update={"source": text})), words)
        except (CannotSay, Stopped):
            return None

    def _value(self, shop: Workshop, expr: ir.Expr) -> object:
        from contextlib import ExitStack

        from holo.operations.behaviour import Bench

        with ExitStack() as stack:
            return Bench(shop, self.key, {}).trial(self.body, stack).evaluate(expr, {})

    def _parting(self, shop: Workshop, state: Lifted) -> None:
        """Add the example of the smallest input that tells the new body from the accepted one, where heads are alike."""
        function = shop.function(self.key)
        if not self.before or state.head or any(one.startswith("example ") for one in state.added):
            return
        from holo.operations.behaviour import Bench

        bench = Bench(shop, self.key, {})
        if not bench.inputs:
            return
        prints = bench.fingerprint(self.before), bench.fingerprint(self.body)
        found = bench.separate((self.before, prints[0]), (self.body, prints[1]))
        if found is None or found.unanswered or found.right.kind is not Kind.RETURNED:
            return
        if any(isinstance(one, Fake) for one in found.arguments):
            return
        words = Words(shop.world, shop.hologram(self.key), self.key.rpartition(".")[0])
        try:
            said = example(words.call(function, found.arguments), found.right.value, words)
        except CannotSay:
            return
        texts = [state.changes.get(name, one.text) or "" for name, one in self.known.items()]
        standing = {" ".join(one.removeprefix("sealed ").split()) for one in (*texts, *state.added)}
        if " ".join(said.split()) not in standing:
            state.added.append(said)

    def _final(self, state: Lifted, bodies: dict[str, str | None]) -> tuple[str, Lifted]:
        shop = self._compiled(state, bodies)
        if shop is None:
            raise CannotAccept(self._refusal(state, bodies))
        verdict = self._judged(shop)
        if verdict.outcome is not Outcome.ACCEPTED:
            first = next((f"{one.code} {one.message}" for one in verdict.findings), "it could not be judged")
            raise CannotAccept(f"The new hologram does not accept the body: {first}")
        state.changes.update(bodies)
        state.why.update(dict.fromkeys(bodies, "the code computes otherwise"))
        return self._compose(state, {}), state


def struck(lifting: Lifting, state: Lifted) -> list[tuple[str, str]]:
    """Return the statements that the new text no longer makes, each with the reason."""
    return [
        (" ".join(lifting.known[name].text.split()), state.why.get(name, ""))
        for name, fresh in state.changes.items()
        if fresh is None
    ]
