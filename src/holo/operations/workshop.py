"""One project at work: bodies come from agents or stand already, are judged in waves, and are kept.

What `fill`, `check`, `build` and `judge` share. It decides what must be judged anew, and nothing else:
agents write, `verify` judges, `publish` writes files. Every reply and verdict is in the journal before
anything follows from it, so that a run which is killed goes on where it was.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from holo.agents.files import State as FileState
from holo.agents.files import read_body, read_text
from holo.emit.function_file import function_file
from holo.emit.program import Composer
from holo.emit.tests_files import tests_path
from holo.emit.writer import read_manifest
from holo.expr.world import World
from holo.ir import model as ir
from holo.operations.answers import answered_anew
from holo.operations.compile import tool
from holo.operations.stands import Folders, Stand, State
from holo.operations.verdicts import is_evidence, verdict_on
from holo.provenance.digest import digest, digest_bytes, digest_parts
from holo.pycode.digest import body_digest
from holo.pycode.rules import FormRules, rules_for
from holo.pycode.scope import scope_of
from holo.pycode.signature import open_body
from holo.tickets.plan import plan
from holo.verify.judge import needs, said
from holo.verify.order import calls, reach
from holo.verify.prepare import prepare
from holo.verify.verdict import Outcome, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from holo.agents.files import Written
    from holo.config import Config
    from holo.operations.ahead import Ahead
    from holo.operations.compile import Compiled
    from holo.provenance.journal import Journal
    from holo.provenance.lock import Lock, Locked
    from holo.sandbox.pool import Pool
    from holo.sandbox.program import Program
    from holo.verify.prepare import Prepared


class Workshop:
    """Everything that judging one project needs, made once."""

    def __init__(
        self,
        compiled: Compiled,
        config: Config,
        folders: Folders,
        lock: Lock,
        journal: Journal | None,
        pool: Pool,
    ) -> None:
        """Lay the project out and plan its tickets; without a journal nothing is remembered."""
        compiled.demand_generated()
        self.compiled = compiled
        self.config = config
        self.folders = folders
        self.lock = lock
        self.journal = journal
        self.pool = pool
        self.stands: dict[str, Stand] = {}
        self.stale: dict[str, str] = {}
        self.project = ir.Project(root=self.compiled.root, holograms=self.compiled.holograms())
        self.composer = Composer(self.project)
        self.world = World(self.compiled.library.lookup)
        self.planned = plan(self.project, file=self.body_file, max_tokens=self.config.tickets.max_tokens)
        self._holograms = {hologram.name: hologram for hologram in self.project.holograms}
        layout = self.composer.layout
        places = ((key, layout.place(key)) for key in layout.ids())
        self._homes = {(place.module, place.name): key for key, place in places if place is not None}
        self.ahead: Ahead | None = None
        self._remembered: dict[str, dict[str, Any]] | None = None
        self._manifest = read_manifest(folders.package)
        self._around: dict[str, frozenset[str]] = {}
        self.laws: dict[str, list[ir.Law]] = {}
        self._law_names: dict[str, frozenset[str]] = {}
        for hologram in self.project.holograms:
            for law in (law for package in hologram.packages for law in package.laws):
                clauses = (*law.requires, *law.ensures)
                named = frozenset(name for clause in clauses for name in clause.expr.names.values())
                self._law_names[law.id] = named
                for name in named:
                    self.laws.setdefault(name, []).append(law)

    # -- what is there ----------------------------------------------------------------------

    def body_file(self, key: str) -> str:
        """Return the file that a ticket names for its answer, relative to the build folder."""
        return f"bodies/{key}.py"

    def function(self, key: str) -> ir.Function:
        """Return a function by id."""
        node = self.compiled.library.lookup(key)
        assert isinstance(node, ir.Function), key
        return node

    def hologram(self, key: str) -> ir.Hologram:
        """Return the hologram that declares an id."""
        return self._holograms[key.partition(".")[0]]

    def artifact(self, key: str) -> Path:
        """Return the generated file of a function."""
        place = self.composer.layout.place(key)
        assert place is not None, key
        return self.folders.package / "src" / f"{place.module.replace('.', '/')}.py"

    def on_disk(self, key: str) -> str | None:
        """Return the body that stands in the generated package as a candidate; None where it is open or absent."""
        return self._read(key, self.artifact(key))

    def written(self, key: str) -> str | None:
        """Return what an agent or a person wrote into the file that a ticket names; None where nobody did."""
        return self._read(key, self.folders.build / self.body_file(key))

    def _read(self, key: str, path: Path) -> str | None:
        found = read_body(path, self.function(key).name, self._homes, self._words(key))
        if found.state is FileState.WRITTEN:
            return found.candidate
        # A file that cannot be read as a function is somebody's work, too: the judge says what is wrong with it.
        return found.candidate or None if found.state is FileState.UNREADABLE else None

    def file_of(self, key: str) -> Written:
        """Return what stands in the generated file of a function; what is open or cannot be read, too."""
        return read_body(self.artifact(key), self.function(key).name, self._homes, self._words(key))

    def in_words(self, key: str, text: str) -> Written:
        """Return the function in the text of a module, in the words of a function's ticket."""
        return read_text(text, self.function(key).name, self._homes, self._words(key))

    def body_of(self, text: str) -> str:
        """Return the digest of a body's text, empty for what is no Python."""
        return _digest_or_none(text) or ""

    def from_file(self, key: str, text: str) -> str:
        """Return the text of a candidate's file as a candidate: imports of the package become words again."""
        found = read_text(text, self.function(key).name, self._homes, self._words(key))
        return open_body(self.function(key)) if found.state is FileState.OPEN else found.candidate or text

    def as_kept(self, key: str, source: str) -> str:
        """Return a body as it will be read back from the package: one spelling for every name."""
        made = function_file(self.function(key), self.composer.layout, source)
        found = read_text(made.text, self.function(key).name, self._homes, self._words(key))
        return found.candidate if found.state is FileState.WRITTEN else source

    def _words(self, key: str) -> dict[str, str]:
        """Return the words of a function's ticket with their ids, bare words first."""
        names = scope_of(self.function(key), self.compiled.library.lookup).names
        return dict(sorted(names.items(), key=lambda pair: ("." in pair[0], pair[0])))

    def hashes(self) -> dict[str, str]:
        """Return the digests of all bodies that stand."""
        return {key: stand.body for key, stand in self.stands.items() if stand.stands}

    def bodies(self, group: Mapping[str, str] | None = None) -> dict[str, str]:
        """Return the texts of all bodies that stand, and of a group on trial."""
        found = {key: stand.source for key, stand in self.stands.items() if stand.stands}
        return {**found, **(group or {})}

    def around(self, key: str) -> frozenset[str]:
        """Return the functions whose bodies judging one function may run, itself left out."""
        found = self._around.get(key)
        if found is None:
            lookup = self.compiled.library.lookup
            found = self._around[key] = frozenset(reach((*calls(self.function(key)), *self._beside(key)), lookup)) - {
                key
            }
        return found

    def waits_for(self, key: str) -> list[str]:
        """Return the functions that one may call, and that have no body yet."""
        reached = needs(self.function(key), self.compiled.library.lookup)
        standing = self.hashes()
        return [other for other, each in reached.items() if each.body is None and other not in standing]

    def called_in_turn(self, key: str) -> tuple[str, ...]:
        """Return the functions that call one and are called by it, itself left out."""
        group = next((group for wave in self.planned.waves for group in wave if key in group), (key,))
        return tuple(other for other in group if other != key)

    def laws_of(self, key: str) -> tuple[str, ...]:
        """Return the laws that name a function."""
        return tuple(law.id for law in self.laws.get(key, ()))

    def all_stand(self, law: str) -> bool:
        """Say whether all bodies that a law relates stand."""
        related = reach(self._law_names[law], self.compiled.library.lookup)
        return all(key in self.stands and self.stands[key].stands for key in related)

    def only(self, keys: frozenset[str]) -> None:
        """Work on some functions alone."""
        waves = (tuple(g for g in wave if keys.issuperset(g)) for wave in self.planned.waves)
        self.planned = replace(self.planned, waves=tuple(wave for wave in waves if wave))

    # -- what must be done ------------------------------------------------------------------

    def holds(self, key: str, record: Locked, body: str, beside: Mapping[str, str]) -> bool:
        """Say whether the evidence in the lock still speaks for a body: same contract, same bodies around it.

        `beside` are digests of bodies that stand or fall with this one.
        """
        cut = self.planned.slices[key]
        if record.slice != cut.digest or record.contracts != dict(cut.contracts) or record.body != body:
            return False
        if not is_evidence(self, key, record):
            return False
        now = {**self.hashes(), **beside, key: body}
        return all(
            ran in {now.get(other), self._said(other), self._still_locked(other)}
            for other, ran in record.evidence.ran.items()
        )

    def _still_locked(self, key: str) -> str | None:
        """Return the digest that the lock has of a body on which nothing is decided yet in this run.

        Where it turns out to have changed, the laws that relate both are judged with it.
        """
        record = self.lock.get(key)
        return record.body if record is not None and key not in self.stands else None

    def now(self, key: str, ran: str) -> str:
        """Return the digest of the body that stands for a function which ran in the hologram's own words."""
        stand = self.stands.get(key)
        return stand.body if stand is not None and stand.stands and ran == self._said(key) else ran

    def _said(self, key: str) -> str | None:
        """Return what evidence has for a function that ran in the hologram's own words."""
        node = self.compiled.library.lookup(key)
        return said(node) or None if isinstance(node, ir.Function) else None

    def kept(self, group: tuple[str, ...]) -> list[Stand]:
        """Return the bodies of a group that the lock vouches for; none unless all stand unchanged in the package."""
        texts = {key: self.on_disk(key) if key in self.lock else None for key in group}
        bodies = {key: _digest_or_none(text) or "" for key, text in texts.items() if text is not None}
        if len(bodies) < len(group):
            return []
        if not all(self.holds(key, self.lock[key], body, bodies) for key, body in bodies.items()):
            return []
        if any(self.answered_anew(key) for key in group):
            return []
        found = [self._kept(key, text or "", bodies) for key, text in texts.items()]
        # A clone has no journal. What the generated tests held is then in their files alone, or must be found anew.
        return [] if any(self.journal and one.stored is None and self._lacks_tests(one.id) for one in found) else found

    def answered_anew(self, key: str) -> bool:
        """Say whether the file that a ticket names holds an answer that was written since a body was accepted."""
        return answered_anew(self, key)

    def _lacks_tests(self, key: str) -> bool:
        name = tests_path(self.composer.layout, key)
        return name in self._manifest.files and not (self.folders.package / name).is_file()

    def _kept(self, key: str, text: str, bodies: Mapping[str, str]) -> Stand:
        record = self.lock[key]
        state = State.WEAK if record.evidence.weak else State.ACCEPTED
        beside = {other: body for other, body in bodies.items() if other != key}
        found = self._known().get(self.question(key, text, beside)) if self.journal is not None else None
        row = Verdict.model_validate(found) if found is not None else None
        stand = Stand(key, state, record.agent, record.model, record.ticket, text, bodies[key])
        return stand if row is None else replace(stand, stored=row.stored, laws=row.laws)

    def is_own(self, path: Path) -> bool:
        """Say whether a file of the package is byte for byte as Holo wrote it."""
        try:
            found = digest_bytes(path.read_bytes())
        except OSError:
            return False
        return self._manifest.is_own(path.relative_to(self.folders.package).as_posix(), found)

    def accepted_before(self, key: str, body: str) -> str:
        """Return the text of a body that was accepted once, from the journal; empty where it is not there."""
        rows = self.journal.verdicts(key) if self.journal is not None else ()
        for row in reversed(rows):
            source = str(row.detail.get("verdict", row.detail).get("source", ""))
            if row.outcome == Outcome.ACCEPTED.value and source and body in {row.body, self.body_of(source)}:
                return source
        return ""

    def rules(self, key: str) -> FormRules:
        """Return the form that a function's body must have."""
        return rules_for(self.function(key), self.compiled.library.lookup, self.hologram(key).python)

    # -- judging ----------------------------------------------------------------------------

    def judge(self, key: str, text: str, group: Mapping[str, str], prepared: Prepared | None = None) -> Verdict:
        """Return the verdict on one body, from the journal where the very same question was judged before."""
        ready = prepared if prepared is not None else prepare([(text, self.rules(key))])[0]
        beside = {other: body_digest(source) for other, source in group.items() if other != key}
        question = self.question(key, ready.source or text, beside)
        known = self._known().get(question)
        if known is not None:
            return self._placed(Verdict.model_validate(known))
        foreseen = self.ahead.verdict(key, question) if self.ahead is not None and not beside else None
        verdict = foreseen or verdict_on(self, key, ready, group)
        row = verdict.model_dump(mode="json", exclude_defaults=True)
        if self.journal is not None:
            from holo.provenance.journal import Judged  # SQLite is needed only where a journal is

            detail = {"question": question, "verdict": row}
            body = _digest_or_none(ready.source or text) or ""
            self.journal.judged(Judged(key, body, verdict.outcome.value, detail=detail))
        self._known()[question] = row
        return verdict

    def _placed(self, verdict: Verdict) -> Verdict:
        """Give the findings of a remembered verdict their places, which no dump keeps."""
        if not verdict.findings:
            return verdict
        function = self.function(verdict.function)
        nodes: list[Any] = [function, *function.requires, *function.raises, *function.ensures, *function.examples]
        nodes += self.hologram(function.id).failures
        for law in self.laws.get(function.id, ()):
            nodes += [law, *law.requires, *law.ensures]
        spans = {node.id: node.span for node in nodes}
        findings = [one.model_copy(update={"span": spans.get(one.clause)}) for one in verdict.findings]
        return verdict.model_copy(update={"findings": tuple(findings)})

    def program(self, key: str, source: str, group: Mapping[str, str]) -> Program:
        """Return the program around one body, with all that judging it may run."""
        bodies = {**self.bodies(group), key: source}
        lookup = self.compiled.library.lookup
        return self.composer.program(bodies, {key, *needs(self.function(key), lookup), *self._beside(key)})

    def _called(self, key: str) -> set[str]:
        """Return the functions that the examples and scenarios of a function call, themselves no part of its body."""
        function = self.function(key)
        found = [example.expr for example in function.examples]
        for failure in self.hologram(key).failures:
            if failure.function == key:
                found.append(failure.when)
                found += [one.value for one in failure.given if isinstance(one, ir.GivenValue | ir.GivenReply)]
                found += [one.expr for one in failure.then if isinstance(one, ir.ThenHolds)]
        return {name for expr in found for name in expr.names.values()}

    def _beside(self, key: str) -> set[str]:
        """Return what judging a function may run besides its own body and what that calls."""
        laws = {name for law in self.laws.get(key, ()) for name in self._law_names[law.id]}
        return laws | self._called(key)

    def question(
        self, key: str, source: str, beside: Mapping[str, str], standing: Mapping[str, str] | None = None
    ) -> str:
        """Return the digest of everything that a verdict depends on; `beside` are digests of bodies on trial with it.

        `standing` are digests of bodies that are taken to stand, instead of those that do.
        """
        cut = self.planned.slices[key]
        limits = self.config.limits
        bodies = self.hashes() if standing is None else standing
        bodies = {**bodies, **beside} if beside else bodies
        return digest_parts(
            (
                tool(),
                cut.digest,
                repr(cut.contracts),
                _digest_or_none(source) or digest(source),
                repr([(other, bodies[other]) for other in sorted(self.around(key) & bodies.keys())]),
                f"{limits.seconds} {limits.memory_mb} {limits.inputs} {limits.seed}",
                repr(bool(self.compiled.weak.get(key))),
            )
        )

    def remembers(self, question: str) -> bool:
        """Say whether a question was answered before."""
        return question in self._known()

    def forget_verdicts(self) -> None:
        """Judge anew whatever is asked from here on."""
        self._remembered = {}

    def _known(self) -> dict[str, dict[str, Any]]:
        """Return the verdicts of earlier runs, as they lie in the journal, by what was asked."""
        if self._remembered is None:
            self._remembered = {}
            for row in self.journal.verdicts() if self.journal is not None else ():
                if row.outcome != Outcome.UNDECIDED.value and "question" in row.detail:
                    self._remembered[row.detail["question"]] = row.detail["verdict"]
        return self._remembered


def _digest_or_none(text: str) -> str | None:
    try:
        return body_digest(text)
    except (SyntaxError, ValueError):
        return None
