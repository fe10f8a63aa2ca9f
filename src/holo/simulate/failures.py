"""Failure scenarios, as far as they can be told before the body exists.

Where the function called is said in the hologram, the scenario is run and must hold. Where it is not, the
givens are worked out, the arguments are asked whether they are within the contract, and the rest waits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.codes import Code
from holo.expr.values import Fake
from holo.expr.world import NotComputable, Raised, Undefined
from holo.ir import model as ir
from holo.simulate.report import NOT_RUN, clause, source, span_of, why

if TYPE_CHECKING:
    from holo.simulate.report import Report


def failures(failure: ir.Failure, report: Report) -> None:
    """Check one scenario."""
    variables = _givens(failure, report)
    if variables is None:
        report.checked += 1
        return
    raised: Raised | None = None
    try:
        # Types and `requires` are asked before the body is missed.
        variables["result"] = report.world.evaluate(failure.when, variables)
    except NotComputable as missing:
        if missing.function == failure.function and _excluded(failure, report):
            report.checked += 1
        else:
            report.not_checked += 1
        return
    except Raised as error:
        raised = error
    except Undefined as stopped:
        report.checked += 1
        _without_value(failure, stopped, report)
        return
    for then in failure.then:
        try:
            if not _then(failure, then, variables, raised, report):
                break
        except NotComputable:
            report.not_checked += 1
            return
        except (Undefined, Raised) as stopped:
            report.find(
                Code.SCENARIO_OUTSIDE,
                f"Scenario `{failure.name}`: a `then` has no value: {why(stopped)}",
                span_of(then, failure),
                "Write an expression that has a value",
            )
            break
    report.checked += 1


def _excluded(failure: ir.Failure, report: Report) -> bool:
    """Whether the contract lets the call raise nothing like what `then` expects; reports it.

    No `raises … when` is due where this is asked: what may still happen are the `raises` without a condition.
    """
    function = report.world.node(failure.function)
    if not isinstance(function, ir.Function) or failure.when.source.count(f"{function.name}(") != 1:
        return False
    may = {raises.error for raises in function.raises if raises.when is None}
    for then in failure.then:
        if isinstance(then, ir.ThenRaises) and then.error not in may:
            name = then.error.rpartition(".")[2]
            report.find(
                Code.BROKEN_SCENARIO,
                f"Scenario `{failure.name}` does not hold: no `raises` of `{function.name}` lets "
                f"`{source(failure.when)}` raise `{name}`",
                span_of(then, failure),
                f"Mend the scenario, or add `raises {name}` to the function",
            )
            return True
    return False


def _givens(failure: ir.Failure, report: Report) -> dict[str, object] | None:
    """Return what is given, by name; None after a finding."""
    variables: dict[str, object] = {}
    world = report.world
    for given in failure.given:
        try:
            match given:
                case ir.GivenValue(name=name, value=value):
                    variables[name] = world.evaluate(value, variables)
                case ir.GivenPort(name=name, port=port):
                    variables[name] = world.fake(port)
                case ir.GivenFault() | ir.GivenReply():
                    reason = _arrange(given, variables, report)
                    if reason:
                        report.find(
                            Code.SCENARIO_OUTSIDE,
                            f"Scenario `{failure.name}`: {reason}",
                            span_of(given, failure),
                            "Give what the port's function can return",
                        )
                        return None
        except NotComputable:
            report.not_checked += 1
            return None
        except NOT_RUN as stopped:
            report.find(
                Code.SCENARIO_OUTSIDE,
                f"Scenario `{failure.name}`: a `given` has no value: {why(stopped)}",
                span_of(given, failure),
                "Write an expression that has a value",
            )
            return None
    return variables


def _arrange(given: ir.GivenFault | ir.GivenReply, variables: dict[str, object], report: Report) -> str:
    """Let a fake raise or answer; return why it cannot. What is no fake was reported by the front end."""
    fake = variables.get(given.name)
    name = given.function.rpartition(".")[2]
    if not isinstance(fake, Fake) or name not in fake.functions:
        return ""
    match given:
        case ir.GivenReply(value=value):
            reply = report.world.evaluate(value, variables)
            port = report.world.node(fake.port)
            function = next((one for one in getattr(port, "functions", ()) if one.name == name), None)
            reason = report.world.fits(reply, report.world.type(function.returns)) if function is not None else ""
            if function is not None and reason:
                wanted = f"`-> {function.returns.source}`"
                return f"`{given.name}.{name}` returns `{report.show(reply)}`, which does not fit {wanted}: {reason}"
            fake.returns(name, reply)
        case ir.GivenFault(error=error, payload=payload):
            made = report.world.bare_error(error) if payload is None else report.world.evaluate(payload, variables)
            if isinstance(made, BaseException):
                fake.raises(name, made)
    return ""


def _without_value(failure: ir.Failure, stopped: Undefined, report: Report) -> None:
    called = f"outside the contract of `{failure.function.rpartition('.')[2]}`: "
    reason = why(stopped)
    if reason.startswith(called):
        message = (
            f"Scenario `{failure.name}` is outside the contract: `{source(failure.when)}` breaks "
            f"{clause(reason.removeprefix(called))}"
        )
    else:
        message = f"Scenario `{failure.name}`: `{source(failure.when)}` has no value: {reason}"
    report.find(
        Code.SCENARIO_OUTSIDE,
        message,
        span_of(failure.when, failure),
        "Choose other arguments, or make the case an error that the function `raises`",
    )


def _then(
    failure: ir.Failure, then: ir.Then, variables: dict[str, object], raised: Raised | None, report: Report
) -> bool:
    shown = "" if "result" not in variables else f"`{report.show(variables['result'])}`"
    outcome = raised.message if raised is not None else f"is {shown}"
    message = ""
    match then:
        case ir.ThenRaises(error=error, payload=payload):
            name = error.rpartition(".")[2] if payload is None else source(payload)
            if raised is None:
                message = f"`{source(failure.when)}` {outcome}, and does not raise `{name}`"
            elif raised.error != error or (
                payload is not None and report.world.evaluate(payload, variables) != raised.value
            ):
                message = f"`{source(failure.when)}` {outcome}, not `{name}`"
        case ir.ThenHolds(expr=expr):
            if raised is not None and "result" in source(expr):
                message = f"`{source(failure.when)}` {outcome}, so there is no `result`"
            else:
                try:
                    holds = report.world.evaluate(expr, variables)
                except (Undefined, Raised) as stopped:
                    message = f"`then {source(expr)}` has no value: {why(stopped)}"
                else:
                    if not holds:
                        message = f"`then {source(expr)}` is false: `{source(failure.when)}` {outcome}"
    if message:
        report.find(
            Code.BROKEN_SCENARIO,
            f"Scenario `{failure.name}` does not hold: {message}",
            span_of(then, failure),
            "Mend the scenario or the function",
        )
    return not message
