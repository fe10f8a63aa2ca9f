"""Contracts of the catalogue: those that hold are offered, no others, and none that another one says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.expr.stopped import Stopped
from holo.expr.world import World
from holo.ir import model as ir
from holo.lift.candidates import Observed, candidates

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LISTS = [[(7 * n + 3 * k) % 4 for k in range(n % 6)] for n in range(40)]
NUMBERS = list(range(-20, 20))


def true(text: str, variables: Mapping[str, object]) -> bool:
    try:
        return World(lambda _: None).evaluate(ir.Expr(source=text), variables) is True
    except Stopped:
        return False


def offered(function: Callable[[object], object], values: list[object], *, typed: bool = True) -> list[str]:
    rows = [Observed({"x": value}, function(value)) for value in values]
    return candidates(rows, typed=typed, true=true)


def test_sorting_keeps_the_elements_and_orders_them() -> None:
    """The weaker ones, about lengths, are left out."""
    assert ["sorted(result) == sorted(x)", "result == sorted(result)"] == offered(sorted, LISTS)  # type: ignore[arg-type]  # lists


def test_an_identity_is_said_as_such() -> None:
    """Nothing else is said beside it but what it does not imply."""
    found = offered(lambda x: x, LISTS)  # type: ignore[arg-type]  # lists

    assert "result == x" == found[0]
    assert not [one for one in found if one.startswith(("len(result)", "sorted(result) ==", "set(result)"))]


def test_what_fails_once_is_not_offered() -> None:
    """One input is enough to strike a candidate."""
    found = offered(lambda x: abs(x) if x != 7 else -1, NUMBERS)  # type: ignore[arg-type, type-var]  # numbers

    assert "result >= 0" not in found
    assert "result == abs(x)" not in found


def test_a_length_is_bounded_by_the_argument() -> None:
    """The stronger bound says more than `result >= 0`."""
    assert ["0 <= result <= len(x)"] == offered(lambda x: len(set(x)), LISTS)  # type: ignore[call-overload]  # lists


def test_a_result_without_a_type_has_one_observed() -> None:
    """It is offered only where the code says none."""
    assert "isinstance(result, int)" in offered(len, LISTS, typed=False)  # type: ignore[arg-type]  # lists
    assert "isinstance(result, int)" not in offered(len, LISTS)  # type: ignore[arg-type]  # lists


def test_too_few_inputs_offer_nothing() -> None:
    """What held a few times held by accident."""
    assert [] == offered(sorted, LISTS[:10])  # type: ignore[arg-type]  # lists
