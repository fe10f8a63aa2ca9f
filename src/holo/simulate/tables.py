"""Tables: every row can fire, and no case is open.

Rows that compare parameters with constants are decided over the products of boundary values; for others a
witness is looked for, and what has none is counted as not checked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from holo.codes import Code
from holo.expr.world import NotComputable, Raised, Undefined
from holo.inputs.choice import Seeded
from holo.inputs.make import Maker
from holo.inputs.range import Reject
from holo.inputs.small import allowed
from holo.ir import model as ir
from holo.simulate.domain import domain
from holo.simulate.report import source, span_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from holo.simulate.report import Report
    from holo.simulate.trial import Trial

_RANDOM: Final = 30
_ERROR_DUE: Final = -1


def tables(function: ir.Function, trial: Trial, report: Report) -> None:
    """Check the rows of a function's table."""
    if not isinstance(function.body, ir.Table):
        return
    rows = function.body.rows
    repeated = _repeated(function, rows, report)
    try:
        _decide(function, rows, repeated, trial, report)
    except NotComputable:
        report.not_checked += 1


def _repeated(function: ir.Function, rows: tuple[ir.Row, ...], report: Report) -> set[int]:
    """Report rows that say a condition again, or stand below `otherwise`."""
    seen: dict[str, int] = {}
    found: set[int] = set()
    for at, row in enumerate(rows):
        earlier = seen.get("otherwise", seen.get(_condition(row)))
        if earlier is not None:
            found.add(at)
            report.find(
                Code.DEAD_ROW,
                f"Row `{_condition(row)}` of `{function.name}` can never fire: "
                f"row `{_condition(rows[earlier])}` takes all of its inputs",
                span_of(row, row.value),
                "Remove the row, or put it above the one that takes its inputs",
            )
        seen.setdefault(_condition(row), at)
    return found


def _condition(row: ir.Row) -> str:
    return "otherwise" if row.when is None else source(row.when)


def _decide(function: ir.Function, rows: tuple[ir.Row, ...], repeated: set[int], trial: Trial, report: Report) -> None:
    conditions = [row.when for row in rows if row.when is not None]
    complete = len(conditions) < len(rows)
    errors = [raises.when for raises in function.raises if raises.when is not None]
    found = domain(function, (*conditions, *errors), report.world)
    fired = set(repeated)
    for args in _inputs(function, found.inputs(), trial, report, random=not found.exact):
        row = _first(function, rows, args, trial, report)
        if row is None:
            report.checked += 1
            return
        if row == len(rows):
            report.checked += 1
            report.find(
                Code.OPEN_CASE,
                f"The table of `{function.name}` leaves a case open: "
                f"`{report.given(dict(zip(trial.names, args, strict=True)))}`",
                span_of(function.body, function),
                "Add a row for it, or `otherwise`",
            )
            return
        fired.add(row)
        if complete and len(fired) == len(rows):
            break
    left = [at for at in range(len(rows)) if at not in fired]
    if (left or not complete) and not found.exact:
        report.not_checked += 1
        return
    report.checked += 1
    for at in left:
        _dead(function, rows, at, list(found.inputs()), trial, report)


def _inputs(
    function: ir.Function, planned: Iterator[tuple[object, ...]], trial: Trial, report: Report, *, random: bool
) -> Iterator[tuple[object, ...]]:
    for args in planned:
        if not function.requires or allowed(function, report.world, trial.names, args):
            yield args
    if not random:
        return
    for variables in trial.inputs():
        yield tuple(variables.values())
    maker = Maker(report.smalls.shapes, Seeded(2), trial.constants())
    for _ in range(_RANDOM):
        try:
            args = maker.arguments(function)
        except Reject:
            continue
        if allowed(function, report.world, trial.names, args):
            yield args


def _first(
    function: ir.Function, rows: tuple[ir.Row, ...], args: tuple[object, ...], trial: Trial, report: Report
) -> int | None:
    """Return the first row that holds, the number of rows where none does, None after an undefined condition.

    Inputs for which an error is due reach no row.
    """
    variables = dict(zip(trial.names, args, strict=True))
    try:
        if any(raises.when is not None and report.world.evaluate(raises.when, variables) for raises in function.raises):
            return _ERROR_DUE
    except (Undefined, Raised):
        return _ERROR_DUE
    for at, row in enumerate(rows):
        if row.when is None:
            return at
        try:
            if report.world.evaluate(row.when, variables):
                return at
        except (Undefined, Raised) as stopped:
            report.undefined(source(row.when), row, report.call(function, args), stopped)
            report.told.add(function.id)
            return None
    return len(rows)


def _holds(when: ir.Expr, variables: dict[str, object], report: Report) -> bool:
    """Whether a condition holds; one that is undefined where a row above it takes the input does not."""
    try:
        return bool(report.world.evaluate(when, variables))
    except (Undefined, Raised):
        return False


def _dead(
    function: ir.Function,
    rows: tuple[ir.Row, ...],
    at: int,
    inputs: list[tuple[object, ...]],
    trial: Trial,
    report: Report,
) -> None:
    row = rows[at]
    takers: dict[str, None] = {}
    witness: tuple[object, ...] | None = None
    for args in inputs:
        variables = dict(zip(trial.names, args, strict=True))
        if not allowed(function, report.world, trial.names, args):
            continue
        if row.when is None or _holds(row.when, variables, report):
            first = _first(function, rows, args, trial, report)
            if first is not None and 0 <= first < at:
                takers[f"`{_condition(rows[first])}`"] = None
                witness = witness or args
    if witness is None:
        reason = "no valid input makes it true"
    else:
        shown = report.given(dict(zip(trial.names, witness, strict=True)))
        plural = "row" if len(takers) == 1 else "rows"
        reason = f"{plural} {', '.join(takers)} above it {'takes' if len(takers) == 1 else 'take'} all of its inputs, such as `{shown}`"
    report.find(
        Code.DEAD_ROW,
        f"Row `{_condition(row)}` of `{function.name}` can never fire: {reason}",
        span_of(row, row.value),
        "Remove the row, or put it above the one that takes its inputs",
    )
