"""Laws: what relates several bodies, judged when all of them stand.

A law whose bodies are not all there is listed as not run, and holds nobody up.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from holo.codes import Code
from holo.expr.stopped import FUEL, NotComputable, Stopped
from holo.inputs.shrink import smallest
from holo.verify.checks.checked import Checked, failed, finding, not_run, passed, undecided
from holo.verify.checks.properties import SHRINK_SIZE
from holo.verify.contract import variables_of
from holo.verify.order import named
from holo.verify.size import absurd, enough, starved, too_few
from holo.verify.trial import Unfit
from holo.verify.verdict import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from holo.ir import model as ir
    from holo.verify.order import Lookup
    from holo.verify.trial import Trial
    from holo.verify.verdict import Finding

NAME = "law"

_SHRINK_CALLS = 100


def laws_of(function: ir.Function, laws: Iterable[ir.Law], lookup: Lookup) -> tuple[ir.Law, ...]:
    """Return the laws that call a function, directly or through what they call."""
    return tuple(law for law in laws if function.id in named(_expressions(law), lookup))


def laws(trial: Trial, chosen: Sequence[ir.Law]) -> tuple[Checked, ...]:
    """Run some laws, each a check of its own; the first that fails is the last."""
    done: list[Checked] = []
    for law in chosen:
        done.append(_law(trial, law))
        if done[-1].check.status is Status.FAILED:
            break
    return tuple(done)


def _expressions(law: ir.Law) -> list[ir.Expr]:
    return [clause.expr for clause in (*law.requires, *law.ensures)]


def _law(trial: Trial, law: ir.Law) -> Checked:
    name = f"{NAME} {law.name}"
    missing = [each.name for each in named(_expressions(law), trial.lookup).values() if not trial.stands(each)]
    if missing:
        return not_run(name, f"still open: {', '.join(missing)}")
    drawn = trial.draw(law)
    if too_few(drawn, trial.limits.inputs):
        message = f"Of {drawn.tried} inputs that were tried, {drawn.kept} fulfil `requires`"
        found = finding(name, Code.TOO_FEW_INPUTS, law, message, suspect="hologram")
        return undecided(name, drawn.kept, message, found)
    suspect: Finding | None = None
    large = 0
    branches = ["holds"] * len(drawn.inputs)
    for runs, arguments in enumerate(drawn.inputs, 1):
        found_here = _broken(trial, name, law, arguments)
        if found_here is None:
            continue
        if found_here.suspect == "candidate":
            return failed(name, runs, _smallest(trial, name, law, arguments, found_here))
        # An input that is only too large for the fuel says nothing, as long as there are few of them.
        too_large = _too_large(found_here)
        large += too_large
        suspect = found_here if suspect is None or (_too_large(suspect) and not too_large) else suspect
        branches[runs - 1] = "undefined"
    if suspect is not None and not (_too_large(suspect) and enough(len(drawn.inputs) - large, len(drawn.inputs))):
        return undecided(name, len(drawn.inputs), suspect.message, suspect)
    return replace(passed(name, len(drawn.inputs) - large), inputs=drawn.inputs, branches=tuple(branches))


def _broken(trial: Trial, name: str, law: ir.Law, arguments: tuple[object, ...]) -> Finding | None:
    """Return how a law fails for one input, or None."""
    variables = variables_of(law, arguments)
    for clause in law.ensures:
        trial.log.clear()
        try:
            holds = trial.evaluate(clause.expr, variables)
        except NotComputable:
            raise AssertionError(f"{law.id} was found to be computable") from None
        except Unfit as stopped:
            if starved(stopped.outcome) and absurd(arguments):
                # The function has no answer that the law could be held against, and its own check said so.
                message = f"`{clause.expr.source}` cannot be computed: it {FUEL}"
                call = trial.shown(law, arguments)
                return finding(name, Code.UNDEFINED_WHEN_JUDGED, clause, message, call=call, suspect="hologram")
            message = f"`{law.name}`: {stopped.message}"
            return finding(name, Code.LAW_BROKEN, clause, message, call=trial.shown(law, arguments), got=_got(trial))
        except Stopped as stopped:
            message = f"`{clause.expr.source}` cannot be computed: {stopped.message}"
            call = trial.shown(law, arguments)
            return finding(name, Code.UNDEFINED_WHEN_JUDGED, clause, message, call=call, suspect="hologram")
        if holds is not True:
            message = f"`{clause.expr.source}` is a law (`{law.name}`) and does not hold"
            return finding(name, Code.LAW_BROKEN, clause, message, call=trial.shown(law, arguments), got=_got(trial))
    return None


def _too_large(found: Finding) -> bool:
    return found.message.endswith(FUEL) or "nest more than" in found.message


def _got(trial: Trial) -> str:
    asked = [f"{trial.shown(each.function, each.arguments)} gave {trial.came(each.outcome)}" for each in trial.log]
    return "; ".join(asked[:4])


def _smallest(trial: Trial, name: str, law: ir.Law, arguments: tuple[object, ...], found: Finding) -> Finding:
    last = found
    enough = trial.answered + SHRINK_SIZE

    def still_fails(tried: tuple[object, ...]) -> bool:
        nonlocal last
        if trial.answered > enough:
            return False
        again = _broken(trial, name, law, tried)
        if again is None or again.clause != found.clause or again.suspect != found.suspect:
            return False
        last = again
        return True

    small = smallest(law, trial.world, arguments, still_fails, calls=_SHRINK_CALLS)
    still_fails(small)
    return last
