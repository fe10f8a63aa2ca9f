"""Find what a hologram leaves open: accepted bodies of one function that part on some input.

Bodies come from the package, the answer files, the journal and the command line. All are judged by today's contract;
what they do is compared on more inputs than the judge drew. A body that breaks the contract on one of those is
wrong and asks nothing. Writes nothing but the journal.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import TYPE_CHECKING

from holo.expr.stopped import Stopped
from holo.expr.values import Fake
from holo.operations.behaviour import Bench
from holo.operations.filling import first_offers
from holo.provenance.digest import digest
from holo.sandbox.outcome import Kind, Outcome
from holo.verify.contract import alike, fault
from holo.verify.fingerprint import groups, same
from holo.verify.prepare import prepare
from holo.verify.verdict import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from holo.ir import model as ir
    from holo.operations.workshop import Workshop
    from holo.verify.fingerprint import Difference, Fingerprint
    from holo.verify.trial import Trial

MOST = 20
"""Bodies of one function that are compared, the newest first."""


@dataclass(frozen=True, slots=True)
class Body:
    """One accepted body and where it comes from."""

    source: str
    origin: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What some bodies make of the input: `text` in the hologram's words, `origins` where those bodies come from."""

    text: str
    outcome: Outcome = field(repr=False)
    origins: tuple[str, ...] = ()

    @property
    def votes(self) -> int:
        """Return how many different bodies give it."""
        return len(self.origins)


@dataclass(frozen=True, slots=True)
class Question:
    """One input on which accepted bodies part. The same function and input have the same `id` in every run."""

    id: str
    function: ir.Function
    call: str
    arguments: tuple[object, ...] = field(repr=False)
    answers: tuple[Answer, ...] = ()

    @property
    def has_port(self) -> bool:
        """Whether the input holds a fake, which no example can give."""
        return any(isinstance(one, Fake) for one in self.arguments)


@dataclass(frozen=True, slots=True)
class Wrong:
    """A body that was accepted and breaks its contract on one more input: `call` shows it."""

    function: str
    origin: str
    message: str
    call: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """A candidate that was handed in, and that today's contract does not accept: why, and the input that shows it."""

    function: str
    origin: str
    message: str
    call: str = ""


@dataclass(frozen=True, slots=True)
class Looked:
    """What looking at one function found. `bodies` were compared, `left_out` were too many.

    `settled` counts pairs of behaviours of which the hologram says that either is right, `silent` bodies that gave
    no answer somewhere. `dropped` were handed in and are not accepted.
    """

    function: str
    bodies: int
    question: Question | None = None
    wrong: tuple[Wrong, ...] = ()
    settled: int = 0
    silent: int = 0
    left_out: int = 0
    dropped: tuple[Dropped, ...] = ()


def look(shop: Workshop, key: str, extra: Sequence[tuple[str, str]] = (), *, models_run: bool = True) -> Looked | None:
    """Compare the accepted bodies of a function; None where the hologram says the body, or what it calls is open.

    `extra` are texts of further candidates with their origins. `models_run` says whether a body that a model may have
    written runs here.
    """
    function = shop.function(key)
    turn = shop.called_in_turn(key)
    waits = [other for other in shop.waits_for(key) if other not in turn]
    if function.body is not None or waits:
        why = f"it waits for {', '.join(f'`{other}`' for other in waits)}" if waits else "the hologram says the body"
        return Looked(key, 0, dropped=tuple(Dropped(key, origin, why) for _, origin in extra)) if extra else None
    found, left_out = _bodies(shop, key, extra, models_run=models_run)
    if len(found) < 2 and not extra:
        return Looked(key, len(found), left_out=left_out)
    _, beside = first_offers(shop, turn, shop.config.agents.order)
    accepted = _accepted(shop, key, found, beside)
    dropped = tuple(_dropped(shop, key, extra, beside))
    if len(accepted) < 2:
        return Looked(key, len(accepted), left_out=left_out, dropped=dropped)
    bench = Bench(shop, key, beside)
    prints = [bench.fingerprint(one.source) for one in accepted]
    silent = sum(not one.complete for one in prints)
    return replace(_compared(bench, accepted, prints), silent=silent, left_out=left_out, dropped=dropped)


# -- where bodies come from -----------------------------------------------------------------------


def _bodies(shop: Workshop, key: str, extra: Sequence[tuple[str, str]], *, models_run: bool) -> tuple[list[Body], int]:
    """Return different bodies of a function: what stands, what was handed in, and what was tried before, newest first."""
    found: dict[str, Body] = {}
    for source, origin in _sources(shop, key, extra, models_run=models_run):
        if known := shop.body_of(source):
            found.setdefault(known, Body(source, origin))
    bodies = list(found.values())
    return bodies[:MOST], max(0, len(bodies) - MOST)


def _sources(
    shop: Workshop, key: str, extra: Sequence[tuple[str, str]], *, models_run: bool
) -> Iterable[tuple[str, str]]:
    for text, origin in extra:
        yield shop.from_file(key, text), origin
    stand = shop.stands.get(key)
    if stand is not None and stand.source and (models_run or not stand.model):
        yield stand.source, stand.agent + (f" ({stand.model})" if stand.model else "")
    written = shop.written(key)
    if written is not None:
        yield written, shop.body_file(key)
    record = shop.lock.get(key)
    standing = shop.on_disk(key) if models_run or record is None or not record.model else None
    if standing is not None:
        yield standing, "package"
    # The journal does not say of every verdict whose body it was.
    for row in reversed(shop.journal.verdicts(key) if shop.journal is not None and models_run else ()):
        source = str(row.detail.get("verdict", row.detail).get("source", ""))
        if source:
            yield shop.as_kept(key, source), "an earlier attempt"


def _accepted(shop: Workshop, key: str, bodies: Sequence[Body], beside: Mapping[str, str]) -> list[Body]:
    ready = prepare([(one.source, shop.rules(key)) for one in bodies])
    found: dict[str, Body] = {}
    for one, prepared in zip(bodies, ready, strict=True):
        verdict = shop.judge(key, one.source, beside, prepared)
        if verdict.accepted and verdict.source:
            found.setdefault(shop.body_of(verdict.source), Body(verdict.source, one.origin))
    return list(found.values())


def _dropped(
    shop: Workshop, key: str, extra: Sequence[tuple[str, str]], beside: Mapping[str, str]
) -> Iterable[Dropped]:
    """Yield the candidates that were handed in and are not accepted; what was judged before is not judged again."""
    for text, origin in extra:
        verdict = shop.judge(key, shop.from_file(key, text), beside)
        if verdict.accepted:
            continue
        if verdict.findings:
            first = verdict.findings[0]
            yield Dropped(key, origin, first.message, first.input)
        else:
            reasons = (check.reason for check in verdict.checks if check.status is not Status.PASSED and check.reason)
            yield Dropped(key, origin, next(reasons, verdict.outcome.value))


# -- where they part ------------------------------------------------------------------------------


def _compared(bench: Bench, bodies: Sequence[Body], prints: Sequence[Fingerprint]) -> Looked:
    """Return the smallest input on which bodies part that keep the contract there."""
    key = bench.function.id
    wrong: dict[int, Wrong] = {}
    for number, one in enumerate(prints):
        found = bench.breaks(one, [other for other in prints if other is not one])
        if found is not None:
            call, message = found
            wrong[number] = Wrong(key, bodies[number].origin, message, call)
    sound = [number for number in range(len(bodies)) if number not in wrong and prints[number].complete]
    parts = [tuple(sound[at] for at in group) for group in groups([prints[number] for number in sound])]
    settled = _settled(bench, parts, prints)
    best: Difference | None = None
    for left, right in combinations(range(len(parts)), 2):
        if (left, right) in settled:
            continue
        sides = [(bodies[group[0]].source, prints[group[0]]) for group in (parts[left], parts[right])]
        found_here = bench.separate(sides[0], sides[1], _admitted)
        if found_here is not None and (best is None or _size(bench, found_here) < _size(bench, best)):
            best = found_here
    question = None if best is None else _question(bench, best, parts, bodies)
    return Looked(key, len(bodies), question, tuple(wrong.values()), len(settled))


def _size(bench: Bench, found: Difference) -> tuple[int, str]:
    text = bench.shown(found.arguments)
    return len(text), text


def _admitted(trial: Trial, arguments: tuple[object, ...], outcome: Outcome) -> bool:
    """Say whether an answer keeps the contract, as far as that can be told: a faulty hologram speaks for nobody."""
    trial.recall(arguments, outcome)
    return fault(trial, arguments, outcome) is None


def _question(
    bench: Bench, best: Difference, parts: Sequence[tuple[int, ...]], bodies: Sequence[Body]
) -> Question | None:
    """Return the question that an input asks, with the answer of every group of bodies."""
    answers: list[tuple[Outcome, list[str]]] = []
    for group in parts:
        outcome = bench.outcome(bodies[group[0]].source, best.arguments)
        if not outcome.ran or not _admitted(bench.speaker, best.arguments, outcome):
            continue
        origins = next((who for known, who in answers if same(known, outcome)), None)
        if origins is None:
            answers.append((outcome, origins := []))
        origins += [bodies[number].origin for number in group]
    if len(answers) < 2:
        return None
    call = bench.shown(best.arguments)
    ordered = sorted(answers, key=lambda pair: -len(pair[1]))
    return Question(
        f"{bench.function.id}-{digest(call)[:8]}",
        bench.function,
        call,
        best.arguments,
        tuple(Answer(bench.came(outcome), outcome, tuple(who)) for outcome, who in ordered),
    )


# -- what is settled ------------------------------------------------------------------------------


def _settled(bench: Bench, parts: Sequence[tuple[int, ...]], prints: Sequence[Fingerprint]) -> set[tuple[int, int]]:
    """Return the pairs of groups of which the hologram says that either is right.

    An example `f(x) in (a, b)` says so of two behaviours that give `a` and `b` there: its author has seen where they
    part, and left it open. Two that agree there are still asked about.
    """
    choices = list(_choices(bench))
    found = set()
    for left, right in combinations(range(len(parts)), 2):
        one, two = prints[parts[left][0]], prints[parts[right][0]]
        if any(
            not same(one.outcomes[at], two.outcomes[at])
            and _among(one.outcomes[at], values)
            and _among(two.outcomes[at], values)
            for at, values in choices
        ):
            found.add((left, right))
    return found


def _among(outcome: Outcome, values: Sequence[object]) -> bool:
    return outcome.kind is Kind.RETURNED and any(alike(outcome.value, value) for value in values)


def _choices(bench: Bench) -> Iterable[tuple[int, tuple[object, ...]]]:
    """Yield the inputs, by number, for which an example admits several values, with those."""
    world = bench.shop.world
    known = {bench.shown(arguments): at for at, arguments in enumerate(bench.inputs)}
    for example in bench.function.examples:
        tree = ast.parse(f"({example.expr.source}\n)", mode="eval").body
        match tree:
            case ast.Compare(left=ast.Call() as call, ops=[ast.In()], comparators=[ast.Tuple() as admitted]):
                pass
            case _:
                continue
        names = example.expr.names
        if names.get(ast.unparse(call.func)) != bench.function.id:
            continue
        try:
            given = [example.expr.model_copy(update={"source": ast.unparse(one)}) for one in call.args]
            shown = bench.shown(tuple(world.evaluate(one) for one in given))
            values = world.evaluate(example.expr.model_copy(update={"source": ast.unparse(admitted)}))
        except Stopped:
            continue
        if shown in known and isinstance(values, tuple):
            yield known[shown], values
