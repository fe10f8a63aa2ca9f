"""Failure scenarios: faults and replies injected through recording fakes, one call, and how it ends.

Runs those whose `when` calls the function on trial. What a scenario expects stays on this side.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from holo.codes import Code
from holo.expr.stopped import NotComputable, Raised, Stopped
from holo.expr.values import Fake, same_error
from holo.ir import model as ir
from holo.verify.checks.checked import Checked, failed, finding, not_run, passed, undecided

if TYPE_CHECKING:
    from collections.abc import Sequence

    from holo.verify.trial import Trial
    from holo.verify.verdict import Finding

NAME = "failures"


def failures(trial: Trial, scenarios: Sequence[ir.Failure]) -> Checked:
    """Run the scenarios of a file that call the function on trial."""
    mine = [each for each in scenarios if each.function == trial.function.id]
    if not mine:
        return not_run(NAME, "no scenario calls it")
    waiting: Finding | None = None
    for runs, scenario in enumerate(mine, 1):
        found = _one(trial, scenario)
        trial.remember()
        if found is None:
            continue
        if found.suspect == "candidate":
            return failed(NAME, runs, found)
        waiting = waiting or found
    if waiting is not None:
        return undecided(NAME, len(mine), waiting.message, waiting)
    return passed(NAME, len(mine))


def _one(trial: Trial, scenario: ir.Failure) -> Finding | None:
    title = f"{scenario.name} “{scenario.title}”"
    variables: dict[str, object] = {}
    trial.log.clear()
    try:
        for given in scenario.given:
            _give(trial, given, variables)
    except NotComputable as stopped:
        return _open(scenario, title, stopped)
    except Stopped as stopped:
        message = f"{title}: a `given` cannot be computed: {stopped.message}"
        return finding(NAME, Code.UNDEFINED_WHEN_JUDGED, scenario, message, suspect="hologram")
    trial.log.clear()
    raised: Raised | None = None
    try:
        variables["result"] = trial.evaluate(scenario.when, variables)
    except NotComputable as stopped:
        return _open(scenario, title, stopped)
    except Raised as stopped:
        raised = stopped
    except Stopped as stopped:
        if not trial.log:
            message = f"{title}: `when` cannot be computed: {stopped.message}"
            return finding(NAME, Code.UNDEFINED_WHEN_JUDGED, scenario, message, suspect="hologram")
        return _broken(trial, scenario, scenario, f"{title}: {stopped.message}")
    for then in scenario.then:
        found = _then(trial, scenario, title, then, variables, raised)
        if found is not None:
            return found
    return None


def _give(trial: Trial, given: ir.Given, variables: dict[str, object]) -> None:
    match given:
        case ir.GivenValue():
            variables[given.name] = trial.evaluate(given.value, variables)
        case ir.GivenPort():
            variables[given.name] = trial.world.fake(given.port)
        case ir.GivenFault():
            _fake(variables, given.name).raises(given.function, _error(trial, given, variables))
        case ir.GivenReply():
            _fake(variables, given.name).returns(given.function, trial.evaluate(given.value, variables))


def _fake(variables: dict[str, object], name: str) -> Fake:
    fake = variables[name]
    assert isinstance(fake, Fake), name
    return fake


def _error(trial: Trial, given: ir.GivenFault, variables: dict[str, object]) -> BaseException:
    """Return the error to inject; without a payload in the scenario, one of the smallest values."""
    if given.payload is not None:
        error = trial.evaluate(given.payload, variables)
        assert isinstance(error, BaseException), given.payload.source
        return error
    return trial.error(given.error)


def _then(
    trial: Trial,
    scenario: ir.Failure,
    title: str,
    then: ir.Then,
    variables: dict[str, object],
    raised: Raised | None,
) -> Finding | None:
    if isinstance(then, ir.ThenRaises):
        name = then.error.rpartition(".")[2]
        if raised is None or raised.error != then.error:
            return _broken(trial, scenario, then, f"{title}: `{name}` must be raised")
        if then.payload is None:
            return None
        try:
            payload = trial.evaluate(then.payload, variables)
        except Stopped as stopped:
            message = f"{title}: the payload cannot be computed: {stopped.message}"
            return finding(NAME, Code.UNDEFINED_WHEN_JUDGED, scenario, message, suspect="hologram")
        right = isinstance(payload, BaseException) and isinstance(raised.value, BaseException)
        if right and same_error(payload, raised.value):  # type: ignore[arg-type]  # both are errors
            return None
        return _broken(trial, scenario, then, f"{title}: `{trial.world.show(payload)}` must be raised")
    if raised is not None and not any(isinstance(each, ir.ThenRaises) for each in scenario.then):
        return _broken(trial, scenario, then, f"{title}: the call {raised.message} and must return")
    if raised is not None and _asks_for_result(then.expr):
        message = f"{title}: `{then.expr.source}` asks for a result, and the call is to raise"
        return finding(NAME, Code.UNDEFINED_WHEN_JUDGED, scenario, message, suspect="hologram")
    calls = list(trial.log)
    try:
        holds = trial.evaluate(then.expr, variables)
    except NotComputable as stopped:
        return _open(scenario, title, stopped)
    except Stopped as stopped:
        trial.log[:] = calls
        return _broken(trial, scenario, then, f"{title}: `{then.expr.source}` does not hold: {stopped.message}")
    trial.log[:] = calls
    if holds is True:
        return None
    return _broken(trial, scenario, then, f"{title}: `{then.expr.source}` does not hold")


def _asks_for_result(expr: ir.Expr) -> bool:
    tree = ast.parse(f"({expr.source}\n)", mode="eval")
    return any(isinstance(node, ast.Name) and node.id == "result" for node in ast.walk(tree))


def _open(scenario: ir.Failure, title: str, stopped: NotComputable) -> Finding:
    message = f"{title} needs the body of `{stopped.function}`, which is open"
    return finding(NAME, Code.BODY_OPEN, scenario, message, suspect="surroundings")


def _broken(trial: Trial, scenario: ir.Failure, clause: ir.Node, message: str) -> Finding:
    mine = [each for each in trial.log if each.function.id == trial.function.id] or trial.log
    call = trial.shown(mine[-1].function, mine[-1].arguments) if mine else scenario.when.source
    got = trial.came(mine[-1].outcome) if mine else ""
    found = finding(NAME, Code.SCENARIO_BROKEN, clause, message, call=call, got=got)
    return found.model_copy(update={"clause": scenario.id})
