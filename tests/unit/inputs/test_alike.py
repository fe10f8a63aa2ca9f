"""Values that are like others: what ties, duplicates and order need to show."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from holo.inputs.alike import alike, following, renamed
from holo.inputs.choice import Seeded
from holo.inputs.draw import draw
from holo.inputs.make import Maker
from holo.inputs.shapes import Shapes
from tests.unit.inputs.worlds import Made, made

TYPES = """
enum Color { red, green }
type Even = int where it % 2 == 0
record Point {
  x: Even
  tags: tuple[str, ...] = ()
}
"""


@pytest.fixture(scope="module")
def one() -> Made:
    """Return a world with one of each kind."""
    return made(TYPES)


def maker(one: Made, seed: int = 0) -> Maker:
    """Return a maker of a seed."""
    return Maker(Shapes(one.world), Seeded(seed), lively=True)


@pytest.mark.parametrize(
    ("type_", "value"),
    [
        ("list[int]", [1, 2]), ("tuple[int, str]", (1, "a")), ("set[int]", {1}), ("frozenset[str]", frozenset("a")),
        ("dict[str, int]", {"a": 1}), ("int | None", 3), ("int | None", None), ("Even", 4), ("str", "12"),
        ("list[int]", []), ("dict[int, int]", {}), ("bytes", b"ab"), ("tuple[int, ...]", ()),
    ],
)  # fmt: skip
def test_what_is_alike_fits_the_type(one: Made, type_: str, value: object) -> None:
    """Every change keeps the type, refinements included, and most of them change something."""
    wanted = one.type(type_)

    found = [alike(value, wanted, maker(one, seed)) for seed in range(20)]

    assert [] == [reason for each in found if (reason := one.world.fits(each, wanted))]
    assert any(each != value for each in found)


def test_records_differ_in_one_field(one: Made) -> None:
    """An empty tuple may grow: changes know the type."""
    point: Any = one.world.record("demo.Point")
    base = point(2, ())

    found: list[Any] = [alike(base, one.type("Point"), maker(one, seed)) for seed in range(40)]

    assert all((each.x == base.x) or (each.tags == base.tags) for each in found)
    assert any(each.tags for each in found)


def test_what_was_equal_stays_equal(one: Made) -> None:
    """A value is renamed wherever it stands."""
    names, name = renamed((["ada"], "ada"), maker(one))

    assert names == [name]
    assert name != "ada"


def test_following_values() -> None:
    """What comes right after a value, and nothing after the last."""
    assert (4, "aa", None, b"") == (following(3), following("a"), following(None), following(b""))


def test_elements_that_tie_are_among_the_inputs() -> None:
    """Two elements that agree in one field and differ in another tell one order from another."""
    hologram = made(
        "record Hold {\n  since: int\n  member: str\n}\n"
        "function first(holds: list[Hold]) -> list[str] {\n"
        "  ensures result == [hold.member for hold in sorted(holds, key=lambda hold: hold.since)]\n}"
    )

    drawn: Any = draw(hologram.function("first"), hologram.world)

    assert any(a.since == b.since and a.member > b.member for (row,) in drawn.inputs for a, b in pairwise(row))
    assert any(len(row) > 6 for (row,) in drawn.inputs)


def test_lists_are_brought_into_the_order_that_is_required() -> None:
    """A contract for sorted lists is tried with long ones, too."""
    hologram = made("function f(xs: list[int]) -> int {\n  requires xs == sorted(xs)\n  ensures result == len(xs)\n}")

    drawn: Any = draw(hologram.function("f"), hologram.world)

    assert 100 == drawn.kept
    assert sum(len(xs) > 4 for (xs,) in drawn.inputs) > 5


def test_look_alikes_of_an_example_are_among_the_inputs() -> None:
    """Blanks around a text, and digits that are none in plain text, are tried."""
    hologram = made('function f(text: str) -> int {\n  ensures result == len(text)\n  example f("12.05") == 5\n}')

    drawn: Any = draw(hologram.function("f"), hologram.world)
    texts = {text for (text,) in drawn.inputs}

    assert {"12.05 ", " 12.05", "\N{ARABIC-INDIC DIGIT ONE}2.05", "²2.05"} <= texts


def test_leap_days_and_ends_of_months_are_among_the_inputs() -> None:
    """A body that adds months meets the days on which that goes wrong."""
    hologram = made("function f(day: date) -> int {\n  ensures result == day.day\n}")

    drawn: Any = draw(hologram.function("f"), hologram.world)
    days = {(day.month, day.day) for (day,) in drawn.inputs}

    assert {(2, 29), (2, 28), (12, 31)} <= days


def test_unhashable_arguments_beside_a_set_are_no_elements() -> None:
    """Near misses of a set never take another argument that cannot be hashed."""
    hologram = made(
        "function f(a: set[int], b: set[int]) -> int {\n  ensures result == len(a & b)\n  example f({1}, {1, 2}) == 1\n}"
    )

    assert 100 == draw(hologram.function("f"), hologram.world).kept
