"""Inputs that nobody planned, for what has stood on all the small ones.

Made by chance, but the same every time. They are dear, so that one file gets only so many.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.expr.stopped import FUEL
from holo.inputs.choice import Seeded
from holo.inputs.make import Maker
from holo.inputs.range import Reject
from holo.inputs.small import allowed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from holo.ir import model as ir
    from holo.simulate.report import Report
    from holo.simulate.trial import Trial


def too_much(message: str) -> bool:
    """Whether a value is missing because there was too much to do: a number made by chance may be large."""
    return FUEL in message or "nest more than" in message


def unplanned(function: ir.Function | ir.Law, trial: Trial, report: Report, most: int) -> Iterator[dict[str, object]]:
    """Yield up to `most` valid inputs as variables by name; none where the file has had its share."""
    if not function.parameters:
        return
    maker = Maker(report.smalls.shapes, Seeded(3), trial.constants())
    for _ in range(most):
        if report.unplanned_runs <= 0:
            return
        report.unplanned_runs -= 1
        try:
            args = maker.arguments(function)
        except Reject:
            continue
        if allowed(function, report.world, trial.names, args):
            yield dict(zip(trial.names, args, strict=True))
