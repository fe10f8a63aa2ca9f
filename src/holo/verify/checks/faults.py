"""Faults: every error that a port lists, at every call that a body makes of it, alone and in pairs.

A body first runs without faults, which shows what it calls; what it calls after a fault is learnt from the run with
that fault, so that a second try can fail as well. Each run is judged by the whole contract, as an input is: what a port
raises is no excuse, and an error that the function's `raises` does not list must not leave it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from holo.codes import Code
from holo.expr.values import Fake
from holo.inputs.shrink import smallest
from holo.inputs.small import allowed
from holo.ir import model as ir
from holo.ir.prelude import PORTS
from holo.verify.checks.checked import Checked, failed, finding, not_run, of_fault, undecided
from holo.verify.contract import Fault, fault
from holo.verify.size import enough
from holo.verify.verdict import Check, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from holo.sandbox.outcome import Outcome
    from holo.verify.order import Lookup
    from holo.verify.trial import Trial
    from holo.verify.verdict import Finding

NAME = "faults"

FIRST_CALLS = 8
"""Of one function in one run, so many calls are made to fail one by one."""

_LOOKED_AT = 60  # inputs that are run without faults, to see what they call
_CHOSEN = 12  # inputs whose calls are made to fail
_SHRINK_CALLS = 120

Inputs = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Injected:
    """One error at one call, counted from 1, of a function of the port at a position; at every call where that is 0."""

    at: int
    function: str
    error: str
    call: int


@dataclass(frozen=True, slots=True)
class Run:
    """One input with its faults, and what came of it; `base` numbers the input."""

    base: int
    arguments: Inputs
    faults: tuple[Injected, ...]
    outcome: Outcome


def concerns(function: ir.Function, lookup: Lookup) -> bool:
    """Whether a function takes a port at all: others have no such check."""
    names = (name for parameter in function.parameters for name in parameter.type.names.values())
    return any(name in PORTS or isinstance(lookup(name), ir.Port) for name in names)


def faults(trial: Trial) -> Checked:
    """Judge a candidate while its ports fail."""
    return _Faults(trial).check()


class _Faults:
    def __init__(self, trial: Trial) -> None:
        self.trial = trial
        self.most = 2 * trial.limits.inputs
        self.runs = 0
        self.large = 0
        self.bases: list[Run] = []
        self.suspect: tuple[Fault, Run] | None = None
        self.broken: tuple[Fault, Run] | None = None

    def check(self) -> Checked:
        """Run, alone first and then in pairs, and say what was found."""
        inputs = self._plain_inputs()
        if not inputs:
            return not_run(NAME, "there is no input to run with")
        self.bases = self._chosen(inputs)
        for base in self.bases:
            self._judge(base)
        alone: list[Run] = []
        single = [(base, (one,)) for base in self.bases for one in self._singles(base)]
        # Pairs get their share of the bound, even where calls are many.
        share = min(len(single), self.most * 3 // 5)
        left = self._go(single[:share], alone)
        left += self._go(self._pairs(alone), [])
        left += self._go(single[share:], alone)
        if self.broken is not None:
            return failed(NAME, self.runs, self._finding(*self.broken))
        if not alone:
            return not_run(NAME, self._idle())
        if self.suspect is not None and not (self.suspect[0].too_large and enough(self.runs - self.large, self.runs)):
            broken, run = self.suspect
            return undecided(NAME, self.runs, broken.message, of_fault(NAME, broken, self._shown(run)))
        reason = f"{left} more faults and pairs of faults were left out: {self.most} are run" if left else ""
        return Checked(Check(name=NAME, status=Status.PASSED, runs=self.runs - self.large, reason=reason))

    # -- what is run ----------------------------------------------------------------------------

    def _plain_inputs(self) -> list[Inputs]:
        """Return inputs with fakes that answer and do not fail: those of the scenarios first."""
        trial = self.trial
        names = [parameter.name for parameter in trial.function.parameters]
        scenes = [each for each in map(self._sound, trial.scenes) if allowed(trial.function, trial.world, names, each)]
        return [*scenes, *map(self._sound, trial.draw(trial.function).inputs)][:_LOOKED_AT]

    def _sound(self, arguments: Inputs) -> Inputs:
        return self._with(arguments, ())

    def _with(self, arguments: Inputs, injected: Iterable[Injected]) -> Inputs:
        """Return some arguments with fakes of their own, which fail as they are told and never else."""
        made: list[object] = []
        wanted = list(injected)
        for at, argument in enumerate(arguments):
            if not isinstance(argument, Fake):
                made.append(argument)
                continue
            self.trial.prepare(argument)
            fake = self.trial.world.fake(argument.port)
            for name, function in argument.functions.items():
                fake.functions[name].reply = function.reply
            for one in wanted:
                if one.at == at:
                    fake.raises(one.function, self.trial.error(one.error), one.call)
            self.trial.prepare(fake)
            made.append(fake)
        return tuple(made)

    def _chosen(self, inputs: Sequence[Inputs]) -> list[Run]:
        """Return the runs without faults whose calls are worth failing: as different as there are, short ones first."""
        by_trace: dict[tuple[object, ...], list[Run]] = {}
        for arguments in inputs:
            run = self._run(0, arguments, ())
            if not run.outcome.ran:
                continue
            by_trace.setdefault(tuple(self._made(run)), []).append(run)
        order = sorted(by_trace, key=len)
        found: list[Run] = []
        while len(found) < _CHOSEN and any(by_trace.values()):
            found += [by_trace[trace].pop(0) for trace in order if trace and by_trace[trace]]
            by_trace = {trace: runs for trace, runs in by_trace.items() if trace}
        return [replace(run, base=number) for number, run in enumerate(found[:_CHOSEN])]

    def _run(self, base: int, arguments: Inputs, injected: tuple[Injected, ...]) -> Run:
        given = self._with(arguments, injected)
        return Run(base, given, injected, self.trial.outcome(self.trial.function, given))

    def _made(self, run: Run) -> Iterator[tuple[int, str, int]]:
        """Yield the calls that a run made of functions that can fail: port, function, number."""
        for at, told in sorted(run.outcome.calls.items()):
            counted: dict[str, int] = {}
            for call in told:
                counted[call.function] = counted.get(call.function, 0) + 1
                if self._errors(run, at, call.function):
                    yield at, call.function, counted[call.function]

    def _errors(self, run: Run, at: int, function: str) -> tuple[str, ...]:
        fake = run.arguments[at]
        assert isinstance(fake, Fake)
        declared = self.trial.lookup(f"{fake.port}.{function}")
        return declared.raises if isinstance(declared, ir.PortFunction) else ()

    def _singles(self, base: Run) -> Iterator[Injected]:
        made = list(self._made(base))
        for at, function in dict.fromkeys((at, function) for at, function, _ in made):
            for error in self._errors(base, at, function):
                yield Injected(at, function, error, 0)
        for at, function, number in made:
            if number <= FIRST_CALLS:
                for error in self._errors(base, at, function):
                    yield Injected(at, function, error, number)

    def _pairs(self, alone: Iterable[Run]) -> Iterator[tuple[Run, tuple[Injected, ...]]]:
        """Yield each run's fault together with every other one that its own calls leave room for."""
        seen: set[tuple[int, frozenset[Injected]]] = set()
        for run in alone:
            first = run.faults[0]
            if not first.call:
                continue
            for at, function, number in self._made(run):
                if number > FIRST_CALLS or (at, function, number) == (first.at, first.function, first.call):
                    continue
                for error in self._errors(run, at, function):
                    both = (first, Injected(at, function, error, number))
                    if (run.base, frozenset(both)) not in seen:
                        seen.add((run.base, frozenset(both)))
                        yield self.bases[run.base], both

    # -- judging --------------------------------------------------------------------------------

    def _go(self, wanted: Iterable[tuple[Run, tuple[Injected, ...]]], done: list[Run]) -> int:
        """Run and judge what is wanted until something is broken; return how many did not fit the bound."""
        left = 0
        for base, injected in wanted:
            if self.broken is not None:
                break
            if self.runs >= self.most:
                left += 1
                continue
            run = self._run(base.base, base.arguments, injected)
            done.append(run)
            self._judge(run)
        return left

    def _judge(self, run: Run) -> None:
        self.runs += 1
        # The fakes are to remember this run, and not the one before it.
        self.trial.recall(run.arguments, run.outcome)
        broken = fault(self.trial, run.arguments, run.outcome)
        if broken is None:
            return
        if not broken.hologram:
            self.broken = self.broken or (broken, run)
            return
        self.large += broken.too_large
        if self.suspect is None or (self.suspect[0].too_large and not broken.too_large):
            self.suspect = (broken, run)

    def _idle(self) -> str:
        """Say why nothing was made to fail."""
        trial = self.trial
        ports = [trial.lookup(key) for each in trial.function.parameters for key in each.type.names.values()]
        able = [one for port in ports if isinstance(port, ir.Port) for one in port.functions if one.raises]
        return "no input made a call that can fail" if able else "its ports list no errors"

    # -- words ----------------------------------------------------------------------------------

    def _shown(self, run: Run) -> str:
        return self.trial.shown(self.trial.function, run.arguments)

    def _finding(self, broken: Fault, run: Run) -> Finding:
        """Make the input small, then the faults few and early, and show both."""
        trial = self.trial
        if broken.code is not Code.NO_ANSWER:  # each try would cost the whole time limit again
            best = [broken, run]

            def still_fails(tried: Inputs, injected: tuple[Injected, ...]) -> bool:
                again = self._run(run.base, tried, injected)
                found = fault(trial, again.arguments, again.outcome)
                if not broken.like(found):
                    return False
                best[:] = [found, again]
                return True

            small = smallest(
                trial.function,
                trial.world,
                run.arguments,
                lambda tried: still_fails(tried, run.faults),
                calls=_SHRINK_CALLS,
            )
            for fewer in _fewer(run.faults):
                if still_fails(small, fewer):
                    break
            broken, run = best  # type: ignore[assignment]  # a pair that is changed in place
        code = Code.FAULT_BREAKS if run.faults else broken.code
        return finding(NAME, code, broken.clause, broken.message, call=self._shown(run), got=broken.got)


def _fewer(injected: tuple[Injected, ...]) -> Iterator[tuple[Injected, ...]]:
    """Yield fewer or earlier faults, the simplest first."""
    if len(injected) > 1:
        yield from ((one,) for one in injected)
    for at, one in enumerate(injected):
        for call in range(1, one.call):
            yield (*injected[:at], Injected(one.at, one.function, one.error, call), *injected[at + 1 :])
