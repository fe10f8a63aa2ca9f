"""What a contract expects of one call, and whether an outcome meets it.

The order is the language's: `raises … when` from top to bottom, then the result and every `ensures`. An
expression without a value is a fault of the hologram, never of the body. Runs no body.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from holo.codes import Code
from holo.expr.stopped import FUEL, NotComputable, OutOfFuel, Raised, Stopped, Undefined
from holo.expr.values import Fake, Record, same_error
from holo.sandbox.outcome import Kind

if TYPE_CHECKING:
    from holo.ir import model as ir
    from holo.sandbox.outcome import Outcome
    from holo.verify.trial import Trial


@dataclass(frozen=True, slots=True)
class Fault:
    """One way in which an outcome and a contract do not meet.

    `hologram`: the contract itself is the suspect; `too_large`: only because the input needs more fuel than there is.
    """

    code: Code
    clause: ir.Node
    message: str
    got: str
    hologram: bool = False
    too_large: bool = False

    def like(self, other: Fault | None) -> bool:
        """Whether another fault is the same one, found with another input."""
        return other is not None and self.code is other.code and self.clause is other.clause


class Impossible(Exception):
    """A contract expression that has no value: carries the fault."""

    def __init__(self, fault: Fault) -> None:
        """Keep the fault."""
        super().__init__(fault.message)
        self.fault = fault


def expected(trial: Trial, arguments: tuple[object, ...]) -> ir.Raises | None:
    """Return the `raises … when` that holds for some arguments, or None. Raises `Impossible`."""
    given = trial.given(arguments)
    if given is None:
        return _due(trial, arguments)
    if given.due is None:
        try:
            given.due = (_due(trial, arguments),)
        except Impossible as error:
            given.due = (error.fault,)
    if isinstance(given.due[0], Fault):
        raise Impossible(given.due[0])
    return given.due[0]


def _due(trial: Trial, arguments: tuple[object, ...]) -> ir.Raises | None:
    variables = variables_of(trial.function, arguments)
    for clause in trial.function.raises:
        if clause.when is not None and truth(trial, clause, clause.when, variables):
            return clause
    return None


def fault(trial: Trial, arguments: tuple[object, ...], outcome: Outcome) -> Fault | None:
    """Return the first way in which one outcome breaks the contract. Faults of the hologram come last."""
    given = trial.given(arguments)
    if given is None:
        return _fault(trial, arguments, outcome)
    before = given.judgement(outcome)
    if before is not None:
        return before[0]
    found = _fault(trial, arguments, outcome)
    given.keep(outcome, found)
    return found


def _fault(trial: Trial, arguments: tuple[object, ...], outcome: Outcome) -> Fault | None:
    function = trial.function
    if not outcome.ran:
        return _no_answer(trial, outcome)
    if outcome.changed:
        names = ", ".join(f"`{function.parameters[at].name}`" for at in outcome.changed)
        return Fault(Code.ARGUMENT_CHANGED, function, f"The argument {names} is changed", trial.came(outcome))
    found = _effects(trial, arguments, outcome)
    if found is not None:
        return found
    try:
        wanted = expected(trial, arguments)
        if wanted is not None or outcome.kind is Kind.RAISED:
            return _error(trial, arguments, wanted, outcome)
    except Impossible as error:
        return error.fault
    reason = trial.world.fits(outcome.value, trial.result_type(function))
    if reason.endswith(FUEL):
        message = f"Whether a result fits `{function.returns.source}` cannot be computed: it {FUEL}"
        return Fault(Code.UNDEFINED_WHEN_JUDGED, function, message, "", hologram=True, too_large=True)
    if reason:
        return Fault(
            Code.WRONG_RESULT_TYPE,
            function,
            f"The result does not fit `{function.returns.source}`: {reason}",
            trial.came(outcome),
        )
    return _oracle(trial, arguments, outcome) or _ensures(trial, arguments, outcome)


def variables_of(function: ir.Function | ir.Law, arguments: tuple[object, ...]) -> dict[str, object]:
    """Return the variables that an input gives."""
    return {parameter.name: value for parameter, value in zip(function.parameters, arguments, strict=True)}


def truth(trial: Trial, clause: ir.Node, expr: ir.Expr, variables: dict[str, object]) -> bool:
    """Return whether a contract expression holds. Raises `Impossible` where it has no value."""
    return bool(_value(trial, clause, expr, variables))


def _value(trial: Trial, clause: ir.Node, expr: ir.Expr, variables: dict[str, object]) -> object:
    try:
        return trial.world.evaluate(expr, variables)
    except Stopped as stopped:
        why = stopped.message
        fault = _undefined(clause, f"`{expr.source}` cannot be computed: {why}", stopped)
        raise Impossible(fault) from None


def _undefined(clause: ir.Node, message: str, stopped: Stopped) -> Fault:
    large = isinstance(stopped, OutOfFuel)
    return Fault(Code.UNDEFINED_WHEN_JUDGED, clause, message, "", hologram=True, too_large=large)


def _no_answer(trial: Trial, outcome: Outcome) -> Fault:
    name = trial.function.name
    match outcome.kind:
        case Kind.TIMED_OUT:
            return Fault(Code.NO_ANSWER, trial.function, f"`{name}` does not end in time", outcome.message)
        case Kind.MEMORY:
            return Fault(
                Code.NO_ANSWER,
                trial.function,
                f"`{name}` takes too much memory (if such inputs are not meant, narrow their type or add a `requires`)",
                trial.came(outcome),
            )
        case Kind.CRASHED:
            return Fault(Code.NO_ANSWER, trial.function, f"`{name}` ends its process", outcome.message)
        case _:
            return Fault(Code.NOT_PLAIN_DATA, trial.function, f"`{name}` gives no plain data", outcome.message)


def _effects(trial: Trial, arguments: tuple[object, ...], outcome: Outcome) -> Fault | None:
    for at, told in outcome.calls.items():
        fake = arguments[at]
        assert isinstance(fake, Fake)
        for call in told:
            if f"{fake.port}.{call.function}" not in trial.function.uses:
                name = f"{trial.function.parameters[at].name}.{call.function}"
                message = f"`{name}` is called and `uses` does not name it"
                return Fault(Code.UNDECLARED_EFFECT, trial.function, message, trial.came(outcome))
    return None


def _error(trial: Trial, arguments: tuple[object, ...], wanted: ir.Raises | None, outcome: Outcome) -> Fault | None:
    came = trial.came(outcome)
    variables = variables_of(trial.function, arguments)
    if wanted is not None:
        assert wanted.when is not None
        name = wanted.error.rpartition(".")[2]
        because = f"since `{wanted.when.source}`"
        if outcome.error != wanted.error or outcome.kind is not Kind.RAISED:
            return Fault(Code.WRONG_ERROR, wanted, f"`{name}` must be raised, {because}", came)
        return _payload(trial, wanted, variables, outcome, came)
    allowed = [clause for clause in trial.function.raises if clause.when is None and clause.error == outcome.error]
    if not allowed:
        name = outcome.error.rpartition(".")[2].lstrip("?")
        known = any(clause.error == outcome.error for clause in trial.function.raises)
        why = "no condition for it holds" if known else "the contract does not name it"
        return Fault(Code.WRONG_ERROR, trial.function, f"`{name}` is raised, but {why}", came)
    faults = [_payload(trial, clause, variables, outcome, came) for clause in allowed]
    return None if None in faults else faults[0]


def _payload(
    trial: Trial, clause: ir.Raises, variables: dict[str, object], outcome: Outcome, came: str
) -> Fault | None:
    if clause.payload is None:
        return None
    payload = _value(trial, clause, clause.payload, variables)
    came_out = outcome.value
    if isinstance(payload, BaseException) and isinstance(came_out, BaseException) and same_error(payload, came_out):
        return None
    return Fault(Code.WRONG_ERROR, clause, f"`{trial.world.show(payload)}` must be raised", came)


def _oracle(trial: Trial, arguments: tuple[object, ...], outcome: Outcome) -> Fault | None:
    function = trial.function
    if function.body is None:
        return None
    given = trial.given(arguments)
    if given is None:
        right, undefined = _right(trial, function.body, arguments)
    else:
        if given.right is None:
            given.right = _right(trial, function.body, arguments)
        right, undefined = given.right
    if undefined is not None:
        return undefined
    if alike(right, outcome.value):
        return None
    message = f"The hologram says `{trial.world.show(right)}`"
    return Fault(Code.ORACLE_DIFFERS, function.body, message, trial.came(outcome))


def _right(trial: Trial, body: ir.Node, arguments: tuple[object, ...]) -> tuple[object, Fault | None]:
    """Return what the hologram says of an input, or why it says nothing."""
    try:
        return trial.world.run(trial.function.id, arguments), None
    except (Undefined, NotComputable, Raised) as stopped:
        kind = getattr(body, "kind", "")
        return None, _undefined(body, f"`{kind}` cannot be computed: {stopped.message}", stopped)


def alike(left: Any, right: Any) -> bool:
    """Whether two results are one, by exact type; floats may differ in their last digits, as sums in another order do."""
    if isinstance(left, float) or isinstance(right, float):
        if not (type(left) in {int, float} and type(right) in {int, float}):
            return False
        return left == right or math.isclose(left, right, rel_tol=1e-9) or (left != left and right != right)  # noqa: PLR0124  that is what no number is
    if type(left) is not type(right):
        return False
    match left, right:
        case (list(), list()) | (tuple(), tuple()):
            return len(left) == len(right) and all(map(alike, left, right))
        case dict(), dict():
            return left.keys() == right.keys() and all(alike(left[key], right[key]) for key in left)
        case Record(), Record():
            return all(alike(getattr(left, name), getattr(right, name)) for name in type(left)._fields)
        case _:
            return bool(left == right)


def _ensures(trial: Trial, arguments: tuple[object, ...], outcome: Outcome) -> Fault | None:
    variables = {**variables_of(trial.function, arguments), "result": outcome.value}
    suspect: Fault | None = None
    for clause in trial.function.ensures:
        try:
            holds = truth(trial, clause, clause.expr, variables)
        except Impossible as error:
            suspect = error.fault if suspect is None or suspect.too_large else suspect
            continue
        if not holds:
            message = f"`{clause.expr.source}` is ensured and does not hold"
            return Fault(Code.ENSURES_BROKEN, clause, message, trial.came(outcome))
    return suspect
