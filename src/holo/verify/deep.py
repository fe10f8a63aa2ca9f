"""Take what a symbolic search says of a body to the judge: only what breaks the contract there is a finding.

That a search found nothing is no evidence that there is nothing, unless it followed every path.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from holo.expr.stopped import Stopped
from holo.inputs.shrink import smallest
from holo.inputs.small import allowed, smalls_of
from holo.sandbox.symbolic import State
from holo.sandbox.wire import Wire
from holo.verify.checks.checked import of_fault
from holo.verify.contract import fault
from holo.verify.trial import Trial

if TYPE_CHECKING:
    from collections.abc import Mapping

    from holo.expr.world import World
    from holo.ir import model as ir
    from holo.sandbox.outcome import Limits
    from holo.sandbox.pool import Pool
    from holo.sandbox.program import Program
    from holo.sandbox.symbolic import Explored
    from holo.verify.contract import Fault
    from holo.verify.order import Lookup
    from holo.verify.verdict import Finding

NAME = "deep"
_SHRINK_CALLS = 200


class Ending(Enum):
    """What a search comes to."""

    CONFIRMED = "confirmed over all paths"
    NOTHING = "no counterexample found"
    BROKEN = "broken"
    DOUBTFUL = "counterexample not confirmed"
    UNSUPPORTED = "not supported"


@dataclass(frozen=True, slots=True)
class Deep:
    """One function after a search: `why` in words, `finding` where the judge confirms an input, `level` of the sandbox."""

    function: str
    ending: Ending
    why: str = ""
    finding: Finding | None = None
    level: str = ""


def settled(
    function: ir.Function,
    explored: Explored,
    program: Program,
    *,
    seconds: float,
    world: World,
    lookup: Lookup,
    pool: Pool,
    limits: Limits,
    bodies: Mapping[str, str],
) -> Deep:
    """Return what a search comes to: an input that it found is asked of the body once more, outside the search."""
    level = explored.level
    match explored.state:
        case State.UNABLE:
            return Deep(function.id, Ending.UNSUPPORTED, explored.words or "CrossHair gives no reason", None, level)
        case State.ALL | State.NONE if not explored.reached:
            return Deep(function.id, Ending.UNSUPPORTED, "no path reached the body within its contract", None, level)
        case State.ALL:
            return Deep(function.id, Ending.CONFIRMED, "", None, level)
        case State.NONE:
            return Deep(function.id, Ending.NOTHING, f"within {seconds:g} s", None, level)
        case State.FOUND:
            pass
    arguments = explored.arguments
    outside = _outside(function, world, arguments)
    if outside:
        return Deep(function.id, Ending.DOUBTFUL, outside, None, level)
    with pool.session(program, limits, wire=Wire(world, lookup)) as session:
        trial = Trial(function, world, lookup, session, limits, 0, bodies)
        call = trial.shown(function, arguments)
        broken = fault(trial, arguments, trial.outcome(function, arguments))
        if broken is None or broken.hologram:
            why = f"`{call}` meets the contract when it is run" if broken is None else f"`{call}`: {broken.message}"
            return Deep(function.id, Ending.DOUBTFUL, why, None, level)
        return Deep(function.id, Ending.BROKEN, "", _small(trial, arguments, broken), level)


def _outside(function: ir.Function, world: World, arguments: tuple[object, ...]) -> str:
    """Say why an input is none that the contract speaks of; empty where it is one."""
    if len(arguments) != len(function.parameters):
        return "the input found has other arguments than the function"
    try:
        for parameter, value, kind in zip(
            function.parameters, arguments, smalls_of(world).types(function), strict=True
        ):
            reason = world.fits(value, kind)
            if reason:
                return f"`{parameter.name}` does not fit its type: {reason}"
    except Stopped as stopped:
        return stopped.message
    names = [parameter.name for parameter in function.parameters]
    return "" if allowed(function, world, names, arguments) else "the input found does not fulfil `requires`"


def _small(trial: Trial, arguments: tuple[object, ...], broken: Fault) -> Finding:
    """Make the input small, as the judge does with its own."""
    last = broken

    def still_fails(tried: tuple[object, ...]) -> bool:
        nonlocal last
        again = fault(trial, tried, trial.outcome(trial.function, tried))
        if again is None or not broken.like(again):
            return False
        last = again
        return True

    small = smallest(trial.function, trial.world, arguments, still_fails, calls=_SHRINK_CALLS)
    still_fails(small)
    return of_fault(NAME, last, trial.shown(trial.function, small))
