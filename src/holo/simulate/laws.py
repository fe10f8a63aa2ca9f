"""Laws over functions that the hologram says itself, on small inputs.

A law that speaks of a function without body waits for it.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from holo.codes import Code
from holo.expr.world import NotComputable, Raised, Undefined
from holo.simulate.report import source, span_of
from holo.simulate.unplanned import too_much, unplanned

if TYPE_CHECKING:
    from holo.ir import model as ir
    from holo.simulate.report import Report
    from holo.simulate.trial import Trial

_MOST: Final = 24
_RANDOM: Final = 8


def laws(law: ir.Law, trial: Trial, report: Report) -> None:
    """Run a law on small inputs; report the first that breaks it."""
    ran = False
    planned = list(trial.inputs(_MOST))
    for number, variables in enumerate(chain(planned, unplanned(law, trial, report, _RANDOM))):
        for condition in law.ensures:
            try:
                holds = report.world.evaluate(condition.expr, variables)
            except NotComputable:
                report.not_checked += 1
                return
            except (Undefined, Raised) as stopped:
                if number >= len(planned) and too_much(stopped.message):
                    break
                report.undefined(f"ensures {source(condition.expr)}", condition, report.given(variables), stopped)
                return
            ran = True
            if not holds:
                report.checked += 1
                report.find(
                    Code.BROKEN_LAW,
                    f"Law `{law.name}` does not hold: `ensures {source(condition.expr)}` is false for "
                    f"`{report.given(variables)}`",
                    span_of(condition, law),
                    "Mend the law or one of the functions it speaks of",
                )
                return
    if ran:
        report.checked += 1
    else:
        report.not_checked += 1
