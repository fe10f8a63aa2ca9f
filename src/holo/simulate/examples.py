"""Examples against the contract of their function, or against its body where the hologram says it.

An example of a function without body cannot be run. Its arguments can be asked whether they are within the
contract, and a value that it states whether it keeps the promises. The rest is counted as not checked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.codes import Code
from holo.expr.world import NotComputable, Raised, Undefined
from holo.simulate.asked import Asked, asked, calls, says_value, sides
from holo.simulate.report import NOT_RUN, clause, raising, source, span_of, why

if TYPE_CHECKING:
    from holo.ir import model as ir
    from holo.simulate.report import Report


def examples(function: ir.Function, report: Report) -> list[Asked]:
    """Check every example of a function; return the calls for which an example states the value."""
    stated: list[Asked] = []
    for example in function.examples:
        if function.body is not None:
            _run(function, example, report)
        else:
            stated += _judge(function, example, report)
    if len(stated) > 1:
        _agree(function, stated, report)
    return stated


def _run(function: ir.Function, example: ir.Example, report: Report) -> None:
    span = span_of(example, example.expr)
    try:
        value = report.world.evaluate(example.expr, {})
    except NotComputable:
        _count(function, report)
        return
    except (Undefined, Raised) as stopped:
        report.checked += 1
        _without_value(function, example, stopped, report)
        return
    report.checked += 1
    if value is True:
        return
    report.find(Code.FALSE_EXAMPLE, _instead(example, value, report), span, "Mend the example or the definition")


def _instead(example: ir.Example, value: object, report: Report) -> str:
    both = sides(example.expr) if value is False else None
    if both is not None:
        try:
            left, right = (report.world.evaluate(side, {}) for side in both)
        except NOT_RUN:
            pass
        else:
            return f"`{source(both[0])}` is `{report.show(left)}`, not `{report.show(right)}`"
    if value is False:
        return f"`{source(example.expr)}` is false"
    return f"An example is a condition, and `{source(example.expr)}` is `{report.show(value)}`"


def _count(function: ir.Function, report: Report) -> None:
    report.not_checked += 1
    report.not_checked_examples.append(function.id)


def _without_value(function: ir.Function, example: ir.Example, stopped: Undefined | Raised, report: Report) -> None:
    span = span_of(example, example.expr)
    reason = why(stopped)
    outside = reason.removeprefix(f"outside the contract of `{function.name}`: ")
    if outside != reason:
        report.find(
            Code.EXAMPLE_OUTSIDE,
            f"Example is outside the contract: `{source(example.expr)}` breaks {clause(outside)}",
            span,
            "Choose other arguments, or widen the contract",
        )
    elif isinstance(stopped, Undefined) and reason.startswith(f"in `{function.name}`: "):
        report.find(
            Code.UNDEFINED_CONTRACT,
            f"The contract of `{function.name}` is undefined for `{source(example.expr)}`: {reason}",
            span,
            "Guard the expression, or exclude the input with a `requires` above it",
        )
    elif _expects_nothing(function, example, report):
        report.find(
            Code.UNDEFINED_CONTRACT,
            f"`{source(example.expr)}` has no value: {reason}",
            span,
            "Expect an expression that has a value",
        )
    else:
        report.find(
            Code.EXAMPLE_OUTSIDE,
            f"`{source(example.expr)}` has no value: {reason}",
            span,
            "Choose arguments for which the function returns",
        )


def _expects_nothing(function: ir.Function, example: ir.Example, report: Report) -> bool:
    """Whether it is what an example expects of a call that has no value, and not the call."""
    undefined = set()
    for side in sides(example.expr) or ():
        try:
            report.world.evaluate(side, {})
        except (NotComputable, Raised):
            continue
        except Undefined:
            undefined.add(calls(side, function))
    return undefined == {False}


def _judge(function: ir.Function, example: ir.Example, report: Report) -> list[Asked]:
    decided = says_value(example.expr, function)
    try:
        calls = asked(example.expr, function, report.world, decided=decided)
    except NotComputable:
        _count(function, report)
        return []
    except (Undefined, Raised) as stopped:
        report.checked += 1
        _without_value(function, example, stopped, report)
        return []
    if not decided:
        _count(function, report)
        return []
    report.checked += 1
    for call in calls:
        call.example = example
    return [call for call in calls if call.values and _consistent(function, call, example, report)]


def _consistent(function: ir.Function, call: Asked, example: ir.Example, report: Report) -> bool:
    """Whether the stated value can be the function's: no error is due, the type fits, every `ensures` holds."""
    span = span_of(example, example.expr)
    variables = dict(zip((parameter.name for parameter in function.parameters), call.args, strict=True))
    world = report.world
    shown = call.values[0]
    for raises in function.raises:
        if raises.when is None:
            continue
        try:
            due = world.evaluate(raises.when, variables)
        except NotComputable:
            continue
        except NOT_RUN as stopped:
            report.undefined(raising(raises), raises, report.call(function, call.args), stopped)
            return False
        if due:
            report.find(
                Code.EXAMPLE_CONTRADICTS,
                f"Example contradicts `{raising(raises)}`: "
                f"`{report.call(function, call.args)}` raises, and the example says it is `{report.show(shown)}`",
                span,
                "Choose other arguments, or write the case as a `failure`",
            )
            return False
    reason = world.fits(shown, report.result_type(function))
    if reason:
        report.find(
            Code.EXAMPLE_CONTRADICTS,
            f"Example contradicts `-> {function.returns.source}`: `{report.call(function, call.args)}` is "
            f"`{report.show(shown)}`: {reason}",
            span,
            f"Expect a value of type `{function.returns.source}`",
        )
        return False
    variables["result"] = shown
    for condition in function.ensures:
        try:
            holds = world.evaluate(condition.expr, variables)
        except NotComputable:
            report.not_checked += 1
            continue
        except NOT_RUN as stopped:
            shown_call = f"{report.call(function, call.args)} == {report.show(shown)}"
            report.undefined(f"ensures {source(condition.expr)}", condition, shown_call, stopped)
            return False
        if not holds:
            report.find(
                Code.EXAMPLE_CONTRADICTS,
                f"Example contradicts `ensures {source(condition.expr)}`: `{report.call(function, call.args)}` is "
                f"`{report.show(shown)}`",
                span,
                "Mend the example or the `ensures`",
            )
            return False
    return True


def _agree(function: ir.Function, stated: list[Asked], report: Report) -> None:
    for at, later in enumerate(stated):
        for earlier in stated[:at]:
            if later.args == earlier.args and _differ(earlier.values[0], later.values[0]) and _alike(earlier, later):
                report.find(
                    Code.EXAMPLES_DISAGREE,
                    f"Two examples contradict each other: `{report.call(function, later.args)}` is "
                    f"`{report.show(earlier.values[0])}` in one and `{report.show(later.values[0])}` in the other",
                    span_of(later.example),
                    "Remove or mend one of the two",
                )
                return


def _differ(one: object, other: object) -> bool:
    return type(one) is not type(other) or one != other


def _alike(one: Asked, other: Asked) -> bool:
    return all(type(a) is type(b) for a, b in zip(one.args, other.args, strict=True))
