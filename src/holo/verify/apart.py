"""Tell two bodies of one function apart by what they answer to the same inputs.

Asks no contract which of the two is right. That nothing was found says so much, for so many inputs, and no more.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from holo.inputs.draw import draw
from holo.inputs.shrink import smallest
from holo.sandbox.wire import Wire
from holo.verify.contract import fault
from holo.verify.fingerprint import same
from holo.verify.trial import Trial

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from holo.expr.world import World
    from holo.ir import model as ir
    from holo.sandbox.outcome import Limits, Outcome
    from holo.sandbox.pool import Pool
    from holo.sandbox.program import Program
    from holo.sandbox.session import Session
    from holo.verify.order import Lookup

_SHRINK_CALLS = 200


@dataclass(frozen=True, slots=True)
class Difference:
    """An input to which two bodies answer differently, made small.

    `against` says how the second one breaks the contract there, `own` how the first one does; empty where neither does.
    """

    arguments: tuple[object, ...]
    first: Outcome
    second: Outcome
    call: str
    first_came: str
    second_came: str
    against: str = ""
    own: str = ""


@dataclass(frozen=True, slots=True)
class Alike:
    """No input was found that tells two bodies apart, among so many."""

    inputs: int


@dataclass(slots=True)
class Apart:
    """The first body, its inputs and its answers; others are held against it. Needs a pool of two servers."""

    function: ir.Function
    world: World
    lookup: Lookup
    pool: Pool
    limits: Limits
    program: Program
    count: int
    seed: int
    bodies: Mapping[str, str]
    known: Iterable[tuple[object, ...]] = ()
    _asked: list[tuple[tuple[object, ...], Outcome]] | None = field(default=None)

    def difference(self, other: Program) -> Difference | Alike:
        """Return the smallest input found for which another body answers differently."""
        asked = self.asked()
        with self.pool.session(other, self.limits, wire=self._wire()) as session:
            trial = self._trial(session)
            for arguments, before in asked:
                after = trial.outcome(self.function, arguments)
                if not same(before, after):
                    return self._small(trial, arguments, before, after)
        return Alike(len(asked))

    def asked(self) -> list[tuple[tuple[object, ...], Outcome]]:
        """Return the inputs to which the first body has an answer, and the answers."""
        if self._asked is None:
            # Another seed than the judge's: what it tried cannot tell apart what it accepted.
            drawn = draw(self.function, self.world, count=self.count, seed=self.seed + 1, extra=self.known)
            with self.pool.session(self.program, self.limits, wire=self._wire()) as session:
                trial = self._trial(session)
                found = [(arguments, trial.outcome(self.function, arguments)) for arguments in drawn.inputs]
            self._asked = [(arguments, outcome) for arguments, outcome in found if outcome.ran]
        return self._asked

    def slowest(self, inputs: Iterable[tuple[object, ...]]) -> float:
        """Return the seconds of the slowest call of the first body."""
        with self.pool.session(self.program, self.limits, wire=self._wire()) as session:
            trial = self._trial(session)
            return max((trial.outcome(self.function, each).seconds for each in inputs), default=0.0)

    def _small(self, trial: Trial, arguments: tuple[object, ...], before: Outcome, after: Outcome) -> Difference:
        """Make an input small that tells apart; one for which no answer came would cost the time limit each time."""
        found = (arguments, before, after)
        with self.pool.session(self.program, self.limits, wire=self._wire()) as session:
            first = self._trial(session)

            def still(tried: tuple[object, ...]) -> bool:
                nonlocal found
                one = first.outcome(self.function, tried)
                other = trial.outcome(self.function, tried)
                if not one.ran or same(one, other):
                    return False
                found = (tried, one, other)
                return True

            if after.ran:
                smallest(self.function, self.world, arguments, still, calls=_SHRINK_CALLS)
            small, one, other = found
            call = trial.shown(self.function, small)
            own, against = _broken(first, small, one), _broken(trial, small, other)
            return Difference(small, one, other, call, first.came(one), trial.came(other), against, own)

    def _wire(self) -> Wire:
        return Wire(self.world, self.lookup)

    def _trial(self, session: Session) -> Trial:
        return Trial(self.function, self.world, self.lookup, session, self.limits, self.seed, self.bodies)


def _broken(trial: Trial, arguments: tuple[object, ...], outcome: Outcome) -> str:
    """Say how an answer breaks the contract, empty where it does not."""
    trial.recall(arguments, outcome)
    found = fault(trial, arguments, outcome)
    return found.message if found is not None and not found.hologram else ""


def quick(limits: Limits, slowest: float, calls: int) -> Limits:
    """Return limits for bodies that should need no longer than one that is known: hopeless ones end sooner.

    A session is long enough for so many `calls`.
    """
    return replace(
        limits,
        call_seconds=min(limits.call_seconds, max(0.5, 50 * slowest)),
        session_seconds=max(limits.session_seconds, 4 * slowest * calls),
    )
