"""Small values and small inputs."""

from __future__ import annotations

from datetime import date

from holo.inputs.small import small_inputs, small_values, spread
from tests.unit.inputs.worlds import made


def test_plain_types_have_their_ordinary_values() -> None:
    """Zero, the empty text and both truths are among the small values."""
    world = made("").world
    values = {name: small_values(made("").type(name), world) for name in ("int", "str", "bool", "date")}

    assert {0, 1, -1} <= set(values["int"])
    assert {"", "a"} <= set(values["str"])
    assert [True, False] == values["bool"]
    assert {date(2026, 1, 1), date(2024, 2, 29)} <= set(values["date"])


def test_refinement_is_honoured_and_its_ends_are_tried() -> None:
    """Values of a refined type fit it, and those at its ends are there."""
    one = made("type Age = int where 18 <= it < 70")

    values = small_values(one.type("Age"), one.world)

    assert {18, 19, 69} <= set(values)
    assert all(18 <= value < 70 for value in values)


def test_refinement_far_from_every_small_value_is_met() -> None:
    """What no small value fits is sought."""
    one = made("type Odd = int where it % 7 == 3 and it > 50")

    assert small_values(one.type("Odd"), one.world)


def test_records_keep_their_invariants() -> None:
    """Records that break an invariant are never made."""
    one = made("record Span {\n  low: int\n  high: int\n  invariant low <= high\n}")

    values = small_values(one.type("Span"), one.world)

    assert len(values) > 2
    assert all(value.low <= value.high for value in values)


def test_lists_are_empty_single_and_double() -> None:
    """The three shapes of a list that matter are there."""
    one = made("")

    assert {0, 1, 2} <= {len(value) for value in small_values(one.type("list[int]"), one.world)}


def test_recursive_records_end() -> None:
    """A record of itself has small values all the same."""
    one = made("record Tree {\n  value: int\n  children: list[Tree]\n}")

    assert small_values(one.type("Tree"), one.world)


def test_extra_values_come_in_if_they_fit() -> None:
    """Constants given beside are taken where the type lets them in."""
    one = made("type Age = int where it >= 0")

    values = small_values(one.type("Age"), one.world, extra=[41, -41])

    assert 41 in values
    assert -41 not in values


def test_inputs_fulfil_requires_and_are_not_only_diagonal() -> None:
    """Arguments are mixed, and every input is within the contract."""
    one = made("function f(a: int, b: int) -> int {\n  requires a < b\n  ensures result == b\n}")

    inputs = small_inputs(one.function("f"), one.world)

    assert len({b - a for a, b in inputs}) > 2
    assert all(a < b for a, b in inputs)


def test_inputs_of_a_hard_contract_are_sought() -> None:
    """A contract that small values never meet by chance is met on purpose."""
    one = made("function f(a: int, b: int) -> int {\n  requires 1000 < a < 1003\n  requires b == a + 40\n}")

    assert {(1001, 1041), (1002, 1042)} >= set(small_inputs(one.function("f"), one.world))
    assert small_inputs(one.function("f"), one.world)


def test_spread_gives_every_combination_once() -> None:
    """A small product is walked through whole."""
    rows = list(spread([[1, 2, 3], [4, 5]]))

    assert 6 == len(rows) == len(set(rows))
    assert (1, 4) == rows[0]
