"""Whether the contract would take a body that knows the visible examples by heart, and one value for all the rest.

Asked of what is accepted: where such a body passes everything, the contract says little, and so does the verdict.
Nothing is run but the contract; the body on trial lends the answers that it gave to the examples.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.expr.stopped import Raised, Stopped
from holo.expr.values import Fake
from holo.inputs.fakes import fingerprint
from holo.inputs.small import small_values
from holo.verify.checks.checked import undecided
from holo.verify.contract import Impossible, expected, truth, variables_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from holo.ir import model as ir
    from holo.verify.checks.checked import Checked
    from holo.verify.trial import Trial

NAME = "by heart"

_EMPTY: tuple[object, ...] = (None, 0, False, True, "", [], {}, set(), frozenset(), (), 0.0, b"")
_LAW_INPUTS = 20
_REST = 8  # values that such a body may give where it knows no answer, besides the empty ones

Inputs = tuple[object, ...]
Answer = tuple[str, "Callable[[Inputs], object]"]


def by_heart(trial: Trial, laws: Iterable[ir.Law]) -> Checked | None:
    """Return what to say of a contract that takes a body by heart; None where it takes none.

    An error that is due counts as raised: that is said in the contract, and not in the examples.
    """
    function = trial.function
    if function.body is not None or any(isinstance(one, Fake) for each in trial.scenes for one in each):
        return None
    known = {_key(trial, each): value for each, value in trial.learnt}
    left = list(_rests(trial))
    free = [_raising(clause) for clause in function.raises if clause.when is None]
    unknown = 0
    for arguments in trial.draw(function).inputs:
        if any(isinstance(one, Fake) for one in arguments):
            return None
        if _key(trial, arguments) in known or _raises(trial, arguments):
            continue
        unknown += 1
        left = [rest for rest in left if _keeps(trial, arguments, rest)]
        if not left and not free:
            return None
    # An error without a condition may be raised anywhere: no promise is left to break but what examples and laws say.
    left = [rest for rest in (*left, *free) if _examples(trial, known, rest) and _laws(trial, laws, known, rest)]
    if not left or not unknown:
        return None
    does = left[0][0] if left[0] in free else f"gives `{left[0][0]}`"
    said = f"the examples by heart and {does} elsewhere" if known else f"nothing and {does}"
    return undecided(NAME, unknown, f"a body that knows {said} passes, too: the contract is weak")


def _key(trial: Trial, arguments: Inputs) -> tuple[str, ...]:
    given = trial.given(arguments)
    if given is None:
        return tuple(fingerprint(one, trial.world) for one in arguments)
    if not given.key:
        given.key = tuple(fingerprint(one, trial.world) for one in arguments)
    return given.key


def _rests(trial: Trial) -> Iterable[Answer]:
    """Yield what a body may give where it knows no answer: something empty, an argument, the answer of an example."""
    function, world = trial.function, trial.world
    result = trial.result_type(function)
    values = [value for value in _EMPTY if not world.fits(value, result)]
    more = [*(value for _, value in trial.learnt), *small_values(result, world, 4)][:_REST]
    values += [value for value in more if all(type(value) is not type(one) or value != one for one in values)]
    for value in values:
        yield world.show(value), lambda _arguments, value=value: value  # type: ignore[misc]  # bound as it is now
    for at, parameter in enumerate(function.parameters):
        yield parameter.name, lambda arguments, at=at: arguments[at]  # type: ignore[misc]  # bound as it is now


def _raising(clause: ir.Raises) -> Answer:
    def answer(_arguments: Inputs) -> object:
        raise Raised(clause.error, None)

    return f"raises `{clause.error.rpartition('.')[2]}`", answer


def _raises(trial: Trial, arguments: Inputs) -> bool:
    try:
        return expected(trial, arguments) is not None
    except Impossible:
        return True


def _keeps(trial: Trial, arguments: Inputs, rest: Answer) -> bool:
    result = rest[1](arguments)
    if trial.world.fits(result, trial.result_type(trial.function)):
        return False
    variables = {**variables_of(trial.function, arguments), "result": result}
    try:
        return all(truth(trial, clause, clause.expr, variables) for clause in trial.function.ensures)
    except Impossible:
        return True


def _call(
    trial: Trial, known: dict[tuple[str, ...], object], rest: Answer
) -> Callable[[str, Sequence[object]], object]:
    def call(key: str, arguments: Sequence[object]) -> object:
        if key != trial.function.id:
            return trial.ask(key, tuple(arguments))
        given = tuple(arguments)
        found = _key(trial, given)
        return known[found] if found in known else rest[1](given)

    return call


def _examples(trial: Trial, known: dict[tuple[str, ...], object], rest: Answer) -> bool:
    return all(
        _holds(trial, each.expr, {}, _call(trial, known, rest)) for each in trial.function.examples if each.sealed
    )


def _laws(trial: Trial, laws: Iterable[ir.Law], known: dict[tuple[str, ...], object], rest: Answer) -> bool:
    call = _call(trial, known, rest)
    return all(
        _holds(trial, clause.expr, variables_of(law, arguments), call)
        for law in laws
        for arguments in trial.draw(law).inputs[:_LAW_INPUTS]
        for clause in law.ensures
    )


def _holds(
    trial: Trial, expr: ir.Expr, variables: dict[str, object], call: Callable[[str, Sequence[object]], object]
) -> bool:
    try:
        return trial.world.evaluate(expr, variables, call=call, replaced={trial.function.id}) is True
    except Stopped:
        return False
