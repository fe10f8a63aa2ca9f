"""Properties: generated inputs against the whole contract.

For every input: the error that must be raised, the type, every `ensures`, arguments left alone, only declared
effects, the same answer twice, and the oracle where the hologram says the body. A failing input is made small
before it is shown. Too few inputs are no evidence.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from holo.codes import Code
from holo.expr.values import Fake
from holo.inputs.shrink import smallest
from holo.sandbox.outcome import Kind
from holo.verify.checks.again import again, outcomes
from holo.verify.checks.checked import Checked, failed, finding, of_fault, undecided
from holo.verify.checks.constants import changed_constant
from holo.verify.contract import Fault, Impossible, expected, fault
from holo.verify.size import ABSURD, absurd, beyond, enough, how_few, starved, too_few
from holo.verify.verdict import Check, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from holo.sandbox.outcome import Outcome
    from holo.verify.trial import Trial

NAME = "properties"

SHRINK_SIZE = 4_000_000
"""Characters of answers, after which a failing input is small enough."""

_SHRINK_CALLS = 200


def properties(trial: Trial) -> Checked:
    """Judge a candidate by its contract on generated inputs."""
    drawn = trial.draw(trial.function)
    if too_few(drawn, trial.limits.inputs):
        message = f"Of {drawn.tried} inputs that were tried, {drawn.kept} {'fits' if drawn.kept == 1 else 'fit'} types and `requires`"
        found = finding(NAME, Code.TOO_FEW_INPUTS, trial.function, message, suspect="hologram")
        return undecided(NAME, drawn.kept, message, found)
    suspect: tuple[Fault, tuple[object, ...]] | None = None
    sizes = _Sizes(trial)
    first: dict[int, Outcome] = {}
    branches = ["undefined"] * len(drawn.inputs)
    order = range(len(drawn.inputs))
    for runs, (at, outcome) in enumerate(outcomes(trial, trial.session, drawn.inputs, order, sizes.left_out), 1):
        arguments = drawn.inputs[at]
        if sizes.excuses(at, arguments, outcome):
            continue
        first[at] = outcome
        broken = fault(trial, arguments, outcome)
        if broken is not None and not broken.hologram:
            return _failed(trial, runs, arguments, broken)
        if broken is not None and broken.too_large:
            sizes.silent[at] = broken
        elif broken is not None:
            suspect = suspect or (broken, arguments)
        branches[at] = _branch(trial, arguments, outcome, broken)
    unlike = again(trial, drawn.inputs, first) or changed_constant(trial, NAME)
    if unlike is not None:
        return failed(NAME, len(drawn.inputs), unlike)
    tried = len(drawn.inputs)
    said = tried - len(sizes.silent)
    if suspect is None:
        suspect = sizes.suspect(drawn.inputs, said)
    if suspect is not None:
        broken, arguments = suspect
        call = trial.shown(trial.function, arguments)
        return undecided(NAME, said, broken.message, of_fault(NAME, broken, call))
    missed = [each.error.rpartition(".")[2] for each in trial.function.raises if each.when and each.id not in branches]
    reasons = [how] if (how := how_few(drawn)) else []
    reasons += [f"no input raised {', '.join(f'`{name}`' for name in missed)}"] if missed else []
    if sizes.silent:
        why = next(iter(sizes.silent.values())).message
        reasons.append(f"{len(sizes.silent)} of {tried} inputs are too large to say anything: {why}")
    check = Check(name=NAME, status=Status.PASSED, runs=said, reason="; ".join(reasons))
    return Checked(check, (), drawn.inputs, tuple(branches))


class _Sizes:
    """Which inputs say nothing since they are too large; known once a body has come to no answer."""

    def __init__(self, trial: Trial) -> None:
        self.trial = trial
        self.silent: dict[int, Fault] = {}
        self.hopeless: dict[int, Fault] = {}  # those where the contract could be computed, and the body had no answer
        self.wary = False

    def left_out(self, at: int, arguments: tuple[object, ...]) -> bool:
        """Whether an input need not be run: others as large came to nothing."""
        if not self.wary:
            return False
        if self.hopeless and absurd(arguments):
            self.silent[at] = next(iter(self.hopeless.values()))
            return True
        return self._beyond(at, arguments)

    def excuses(self, at: int, arguments: tuple[object, ...], outcome: Outcome) -> bool:
        """Whether no answer to an input says nothing against a body."""
        if not starved(outcome) or any(each.error == outcome.error for each in self.trial.function.raises):
            return False
        self.wary = True
        if self._beyond(at, arguments):
            return True
        if not absurd(arguments) or arguments in self.trial.known:
            return False
        found = fault(self.trial, arguments, outcome)
        assert found is not None
        message = (
            f"{found.message.partition(' (')[0]}, with numbers beyond {ABSURD}: bound them by a `requires` or a type"
        )
        broken = Fault(Code.NO_ANSWER, self.trial.function, message, found.got, hologram=True, too_large=True)
        self.silent[at] = self.hopeless[at] = broken
        return True

    def suspect(self, inputs: Sequence[tuple[object, ...]], said: int) -> tuple[Fault, tuple[object, ...]] | None:
        """Return why nothing can be said of a body: it has no answer where there is one, or too little is left."""
        if self.hopeless:
            at, broken = next(iter(self.hopeless.items()))
            return broken, inputs[at]
        if self.silent and not enough(said, len(inputs)):
            at, broken = next(iter(self.silent.items()))
            return broken, inputs[at]
        return None

    def _beyond(self, at: int, arguments: tuple[object, ...]) -> bool:
        why = beyond(self.trial, arguments)
        if why:
            message = f"The contract cannot be computed: {why}"
            clause = self.trial.function
            self.silent[at] = Fault(Code.UNDEFINED_WHEN_JUDGED, clause, message, "", hologram=True, too_large=True)
        return bool(why)


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
    broken = found["fault"]
    if any(fake.fails for fake in small if isinstance(fake, Fake)):
        broken = replace(broken, code=Code.FAULT_BREAKS)
    return failed(NAME, runs, of_fault(NAME, broken, trial.shown(trial.function, small)))
