"""What bodies do, side by side: the same inputs for each, what came of them, and where two part.

A fingerprint says how a body behaves, never whether it is right. Bodies that gave no answer somewhere are like
nobody: time that ran out is no behaviour, and no agreement either.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from holo.expr.values import Fake
from holo.inputs.draw import draw
from holo.inputs.fakes import Reply
from holo.inputs.shrink import smallest, weight
from holo.inputs.small import small_values
from holo.provenance.digest import digest_parts
from holo.sandbox.outcome import Kind
from holo.sandbox.wire import Replies
from holo.verify.contract import alike

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from holo.expr.world import World
    from holo.inputs.draw import Drawn
    from holo.ir import model as ir
    from holo.sandbox.outcome import Outcome, Told
    from holo.verify.trial import Trial

INPUTS: Final = 300
"""Inputs on which bodies are compared: more than a judgement draws, since what it did not see is found only here."""

_BATCH: Final = 64
_PATIENCE: Final = 3
"""Calls without an answer, after which a body is asked nothing more."""
_TRIES: Final = 200
_ANSWERED: Final = 4_000_000
"""Characters of answers, after which an input is small enough."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What came of each input, in their order; fewer outcomes than `inputs` where a body gave no answer too often.

    Two complete ones with equal digests behave alike. Unequal digests say nothing yet: a float may differ in its last digits,
    and a dictionary in its order.
    """

    outcomes: tuple[Outcome, ...]
    inputs: int
    digest: str

    @property
    def complete(self) -> bool:
        """Whether every input got an answer, and there was any."""
        return 0 < self.inputs == len(self.outcomes) and all(outcome.ran for outcome in self.outcomes)


@dataclass(frozen=True, slots=True)
class Difference:
    """An input on which two bodies part, and what each made of it. `unanswered`: one of them gave no answer there."""

    arguments: tuple[object, ...]
    left: Outcome
    right: Outcome

    @property
    def unanswered(self) -> bool:
        """Whether it is no difference of behaviour, but an answer that is missing."""
        return not (self.left.ran and self.right.ran)


def draw_for(function: ir.Function, world: World, *, seed: int = 0, count: int = INPUTS) -> Drawn:
    """Draw the inputs on which bodies of a function are compared; the same for the same seed."""
    drawn = draw(function, world, count=count, seed=seed)
    return replace(drawn, inputs=tuple(_own(world, arguments) for arguments in drawn.inputs))


def fingerprint(trial: Trial, inputs: Sequence[tuple[object, ...]]) -> Fingerprint:
    """Run a body on all inputs, many at a time, in one session."""
    outcomes: list[Outcome] = []
    silent = 0
    for start in range(0, len(inputs), _BATCH):
        batch = inputs[start : start + _BATCH]
        for arguments in batch:
            for argument in arguments:
                trial.prepare(argument)
        at = 0
        while at < len(batch) and silent < _PATIENCE:
            # A call without an answer ends what was sent with it; the rest is sent again.
            for outcome in trial.session.call_many((trial.function.id, each) for each in batch[at:]):
                settled = trial.settled(trial.function, batch[at], outcome)
                silent += not settled.ran
                outcomes.append(settled)
                at += 1
    parts = [f"{each.kind.value} {each.changed} {each.text}" for each in outcomes]
    return Fingerprint(tuple(outcomes), len(inputs), digest_parts(parts))


def _own(world: World, arguments: tuple[object, ...]) -> tuple[object, ...]:
    """Return an input with fakes of its own, each of whose functions answers every call alike.

    Such an input can be written down as `given`; and what the judge keeps from candidate to candidate stays as it is.
    """
    return tuple(_twin(world, one) if isinstance(one, Fake) else one for one in arguments)


def _twin(world: World, fake: Fake) -> Fake:
    twin = world.fake(fake.port)
    for declared in world.node(fake.port).functions:
        function, mine = fake.functions[declared.name], twin.functions[declared.name]
        mine.fault, mine.faults, mine.reply = function.fault, dict(function.faults), function.reply
        if isinstance(function.reply, Replies):
            mine.reply = Reply(function.reply.values[0])
        elif function.replies and function.reply is None and function.fault is None:
            found = small_values(world.type(declared.returns), world, 1)
            mine.reply = Reply(found[0]) if found else None
    return twin


def same(left: Outcome, right: Outcome) -> bool:
    """Whether two outcomes are one behaviour: the result by exact type, the error with its payload, what fakes were told.

    What is not an answer is like nothing. The words of Python's own errors are prose, and no behaviour.
    """
    if not (left.ran and right.ran) or left.kind is not right.kind:
        return False
    if left.changed != right.changed or left.error != right.error:
        return False
    if left.text == right.text and not left.changed:
        return True
    return (
        _same_value(left, right)
        and _same_calls(left, right)
        and all(alike(left.arguments_after[at], right.arguments_after[at]) for at in left.changed)
    )


def _same_value(left: Outcome, right: Outcome) -> bool:
    if left.kind is Kind.RETURNED:
        return alike(left.value, right.value)
    if "." not in left.error:
        return True
    one, two = left.value, right.value
    if not (isinstance(one, BaseException) and isinstance(two, BaseException)):
        return one is two
    return alike(one.args, two.args)


def _same_calls(left: Outcome, right: Outcome) -> bool:
    return left.calls.keys() == right.calls.keys() and all(
        len(left.calls[at]) == len(right.calls[at])
        and all(_same_call(one, two) for one, two in zip(left.calls[at], right.calls[at], strict=True))
        for at in left.calls
    )


def _same_call(left: Told, right: Told) -> bool:
    return left.function == right.function and alike(dict(left.arguments), dict(right.arguments))


def groups(prints: Sequence[Fingerprint]) -> tuple[tuple[int, ...], ...]:
    """Return the numbers of fingerprints that are alike, the largest group first; one that is not complete stands alone."""
    found: list[list[int]] = []
    known: dict[str, list[int]] = {}
    for number, one in enumerate(prints):
        if not one.complete:
            found.append([number])
            continue
        group = known.get(one.digest)
        if group is None:
            group = next((each for each in found if _alike(prints[each[0]], one)), None)
            if group is None:
                found.append(group := [])
            known[one.digest] = group
        group.append(number)
    return tuple(sorted(map(tuple, found), key=lambda group: (-len(group), group[0])))


def _alike(left: Fingerprint, right: Fingerprint) -> bool:
    return left.complete and right.complete and not differing(left, right)


def differing(left: Fingerprint, right: Fingerprint) -> list[int]:
    """Return the numbers of the inputs that both answered, and differently."""
    pairs = enumerate(zip(left.outcomes, right.outcomes, strict=False))
    return [at for at, (one, two) in pairs if one.ran and two.ran and not same(one, two)]


def separate(
    left: Trial,
    right: Trial,
    inputs: Sequence[tuple[object, ...]],
    prints: tuple[Fingerprint, Fingerprint],
    admitted: Callable[[Trial, tuple[object, ...], Outcome], bool] = lambda _trial, _arguments, _outcome: True,
) -> Difference | None:
    """Return the smallest input found on which two bodies part; None where they part nowhere.

    `admitted` says whether a body's answer counts at all; an input counts where both do. Where one body gives no
    answer and they part nowhere else, that input is what is returned, as it was drawn.
    """
    one, two = prints
    function = left.function

    def counts(arguments: tuple[object, ...], outcomes: tuple[Outcome, Outcome]) -> bool:
        return admitted(left, arguments, outcomes[0]) and admitted(right, arguments, outcomes[1])

    starts = sorted(differing(one, two), key=lambda at: sum(map(weight, inputs[at])))
    start = next((at for at in starts if counts(inputs[at], (one.outcomes[at], two.outcomes[at]))), None)
    if start is None:
        return None if starts else _unanswered(inputs, one, two)
    best = Difference(inputs[start], one.outcomes[start], two.outcomes[start])
    enough = left.answered + right.answered + _ANSWERED

    def still_part(arguments: tuple[object, ...]) -> bool:
        nonlocal best
        if left.answered + right.answered > enough:
            return False
        arguments = _own(left.world, arguments)
        outcomes = left.outcome(function, arguments), right.outcome(function, arguments)
        if not (outcomes[0].ran and outcomes[1].ran) or same(*outcomes) or not counts(arguments, outcomes):
            return False
        best = Difference(arguments, *outcomes)
        return True

    smallest(function, left.world, best.arguments, still_part, calls=_TRIES)
    return best


def _unanswered(inputs: Sequence[tuple[object, ...]], left: Fingerprint, right: Fingerprint) -> Difference | None:
    for at, (one, two) in enumerate(zip(left.outcomes, right.outcomes, strict=False)):
        if not (one.ran and two.ran):
            return Difference(inputs[at], one, two)
    return None
