"""Bodies that the hologram says itself, run on small inputs against their own contract.

`returns`, `table` and flows must have a value for every valid input, of the declared type, and keep every
`ensures`. One finding a function: the first input that shows something wrong.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from holo.codes import Code
from holo.expr.world import NotComputable, Raised, Undefined
from holo.ir import model as ir
from holo.simulate.contract import payload_defined
from holo.simulate.report import raising, source, span_of, why
from holo.simulate.unplanned import too_much, unplanned

if TYPE_CHECKING:
    from holo.simulate.report import Report
    from holo.simulate.trial import Trial

_MOST: Final = 12
_RANDOM: Final = 8


def bodies(function: ir.Function, trial: Trial, report: Report) -> None:
    """Run a derived function on small inputs."""
    if function.body is None:
        return
    ran = False
    planned = list(trial.inputs(_MOST))
    for number, variables in enumerate(chain(planned, unplanned(function, trial, report, _RANDOM))):
        before = len(report.diagnostics)
        try:
            fine = _run(function, variables, report)
        except NotComputable:
            break
        ran = True
        if not fine:
            found = report.diagnostics[before:]
            if number >= len(planned) and found and too_much(found[0].message):
                del report.diagnostics[before:]
            break
    if ran:
        report.checked += 1
    else:
        report.not_checked += 1


def _run(function: ir.Function, variables: dict[str, object], report: Report) -> bool:
    """Whether everything is as it should be for one input."""
    world = report.world
    args = tuple(variables.values())
    due = False
    for raises in function.raises:
        if raises.when is None:
            continue
        try:
            due = bool(world.evaluate(raises.when, variables))
        except (Undefined, Raised) as stopped:
            report.undefined(raising(raises), raises, report.call(function, args), stopped)
            return False
        if due:
            return payload_defined(raises, function, variables, report)
    assert function.body is not None
    try:
        result = world.run(function.id, args)
    except Raised as raised:
        if any(raises.error == raised.error and raises.when is None for raises in function.raises):
            return True
        _body_undefined(function, args, raised, report)
        return False
    except Undefined as stopped:
        if isinstance(function.body, ir.Table) and all(row.when is not None for row in function.body.rows):
            return True  # An open case is told by `tables`, which also knows the row.
        _body_undefined(function, args, stopped, report)
        return False
    reason = world.fits(result, report.result_type(function))
    if reason:
        report.find(
            Code.BODY_BREAKS,
            f"`{report.call(function, args)}` is `{report.show(result)}`, which does not fit "
            f"`-> {function.returns.source}`: {reason}",
            span_of(function.body, function),
            "Mend the body or the type of the result",
        )
        return False
    variables["result"] = result
    for condition in function.ensures:
        try:
            holds = world.evaluate(condition.expr, variables)
        except (Undefined, Raised) as stopped:
            shown = f"{report.call(function, args)} == {report.show(result)}"
            report.undefined(f"ensures {source(condition.expr)}", condition, shown, stopped)
            return False
        if not holds:
            report.find(
                Code.BODY_BREAKS,
                f"`{report.call(function, args)}` is `{report.show(result)}`, which breaks "
                f"`ensures {source(condition.expr)}`",
                span_of(function.body, function),
                "Mend the body or the `ensures`",
            )
            return False
    return True


def _body_undefined(function: ir.Function, args: tuple[object, ...], stopped: Exception, report: Report) -> None:
    assert function.body is not None
    if function.id in report.told:
        return  # `tables` has told of the row that is undefined
    report.find(
        Code.UNDEFINED_CONTRACT,
        f"`{report.call(function, args)}` has no value: {why(stopped).removeprefix(f'in `{function.name}`: ')}",
        span_of(function.body, function),
        "Guard the expression, or exclude the input with a `requires`",
    )
