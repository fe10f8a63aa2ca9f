"""Properties: generated inputs against the whole contract.

For every input: the error that must be raised, the type, every `ensures`, arguments left alone, only declared
effects, the same answer twice, and the oracle where the hologram says the body. A failing input is made small
before it is shown. Too few inputs are no evidence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.codes import Code
from holo.inputs.shrink import smallest
from holo.sandbox.outcome import Kind
from holo.verify.checks.checked import Checked, failed, finding, of_fault, undecided
from holo.verify.contract import Fault, Impossible, expected, fault
from holo.verify.verdict import Check, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from holo.inputs.draw import Drawn
    from holo.sandbox.outcome import Outcome
    from holo.verify.trial import Trial

NAME = "properties"

MANY = 10
"""One of so many inputs may be too large for the contract's fuel: then it says nothing."""

_BATCH = 32
SHRINK_SIZE = 4_000_000
"""Characters of answers, after which a failing input is small enough."""

_SHRINK_CALLS = 200
_FEW = 5  # fewer inputs than that, out of many tried, are no evidence


def properties(trial: Trial) -> Checked:
    """Judge a candidate by its contract on generated inputs."""
    drawn = trial.draw(trial.function)
    if too_few(drawn):
        message = f"Of {drawn.tried} inputs that were tried, {drawn.kept} fulfil `requires`"
        found = finding(NAME, Code.TOO_FEW_INPUTS, trial.function, message, suspect="hologram")
        return undecided(NAME, drawn.kept, message, found)
    suspect: tuple[Fault, tuple[object, ...]] | None = None
    large = 0
    runs = 0
    first: dict[int, Outcome] = {}
    branches: list[str] = []
    for start in range(0, len(drawn.inputs), _BATCH):
        batch = drawn.inputs[start : start + _BATCH]
        for at, arguments, outcome in _outcomes(trial, batch, start):
            runs += 1
            first[at] = outcome
            broken = fault(trial, arguments, outcome)
            if broken is None or broken.hologram:
                if broken is not None:
                    large += broken.too_large
                    if suspect is None or (suspect[0].too_large and not broken.too_large):
                        suspect = (broken, arguments)
                branches.append(_branch(trial, arguments, outcome, broken))
                continue
            return _failed(trial, runs, arguments, broken)
    # The other way round, so that what a body remembers of earlier calls shows.
    for start in range(0, len(drawn.inputs), _BATCH):
        batch = drawn.inputs[::-1][start : start + _BATCH]
        for at, arguments, outcome in _outcomes(trial, batch, start):
            before = first[len(drawn.inputs) - 1 - at]
            if outcome.text != before.text or outcome.kind is not before.kind:
                return _unlike(trial, runs + at + 1, arguments, before, outcome)
    if suspect is not None and not (suspect[0].too_large and large * MANY <= runs):
        broken, arguments = suspect
        call = trial.shown(trial.function, arguments)
        return undecided(NAME, runs, broken.message, of_fault(NAME, broken, call))
    runs -= large
    missed = [each.error.rpartition(".")[2] for each in trial.function.raises if each.when and each.id not in branches]
    reason = f"no input raised {', '.join(f'`{name}`' for name in missed)}" if missed else ""
    check = Check(name=NAME, status=Status.PASSED, runs=runs, reason=reason)
    return Checked(check, (), drawn.inputs, tuple(branches))


def too_few(drawn: Drawn) -> bool:
    """Whether a draw is no evidence: nothing was kept, or almost nothing of a great deal."""
    return drawn.kept == 0 or (drawn.kept < _FEW and drawn.tried >= 20 * drawn.kept)


def _outcomes(
    trial: Trial, batch: Sequence[tuple[object, ...]], start: int
) -> Iterator[tuple[int, tuple[object, ...], Outcome]]:
    """Call the candidate with a batch; the fakes of an input remember its call while it is looked at."""
    for arguments in batch:
        for argument in arguments:
            trial.prepare(argument)
    at = 0
    while at < len(batch):
        # A call without an answer ends what was sent with it; the rest is sent again.
        outcomes = trial.session.call_many((trial.function.id, arguments) for arguments in batch[at:])
        for outcome in outcomes:
            arguments = batch[at]
            settled = trial.settled(trial.function, arguments, outcome)
            trial.recall(arguments, settled)
            yield start + at, arguments, settled
            at += 1


def _branch(trial: Trial, arguments: tuple[object, ...], outcome: Outcome, broken: Fault | None) -> str:
    """Name the way that an input takes through the contract, so that stored inputs cover each."""
    if broken is not None:
        return "undefined"
    if outcome.kind is Kind.RAISED:
        try:
            clause = expected(trial, arguments)
        except Impossible:
            return "undefined"
        return clause.id if clause is not None else f"raises {outcome.error}"
    value = outcome.value
    if isinstance(value, list | tuple | set | frozenset | dict | str | bytes):
        return f"{type(value).__name__} of {min(len(value), 2)}"
    if value is None or isinstance(value, bool):
        return repr(value)
    if isinstance(value, int | float):
        return f"{type(value).__name__} {(value > 0) - (value < 0)}"
    return repr(value) if trial.function.body is not None else type(value).__name__


def _failed(trial: Trial, runs: int, arguments: tuple[object, ...], broken: Fault) -> Checked:
    """Make the failing input small, and show it."""
    found = {"fault": broken}
    small = arguments
    if broken.code is not Code.NO_ANSWER:  # each try would cost the whole time limit again
        enough = trial.answered + SHRINK_SIZE

        def still_fails(tried: tuple[object, ...]) -> bool:
            if trial.answered > enough:
                return False
            outcome = trial.outcome(trial.function, tried)
            again = fault(trial, tried, outcome)
            if not broken.like(again):
                return False
            assert again is not None
            found["fault"] = again
            return True

        # What is no plain data may have cost a great deal to make.
        calls = _SHRINK_CALLS // 30 if broken.code is Code.NOT_PLAIN_DATA else _SHRINK_CALLS
        small = smallest(trial.function, trial.world, arguments, still_fails, calls=calls)
        still_fails(small)
    return failed(NAME, runs, of_fault(NAME, found["fault"], trial.shown(trial.function, small)))


def _unlike(trial: Trial, runs: int, arguments: tuple[object, ...], before: Outcome, after: Outcome) -> Checked:
    name = trial.function.name
    call = trial.shown(trial.function, arguments)
    got = f"first {trial.came(before)}, then {trial.came(after)}"
    if not after.ran:
        message = f"`{name}` gives no answer when it is called again"
    else:
        message = f"`{name}` gives another answer when it is called again"
    code = Code.NO_ANSWER if after.kind is Kind.TIMED_OUT else Code.NOT_REPEATABLE
    found = finding(NAME, code, trial.function, message, call=call, got=got)
    check = Check(name=NAME, status=Status.FAILED, runs=runs, reason=message)
    return Checked(check, (found,))
