"""Made by Holo: what is asked of `lending.holds.waiting`."""

from __future__ import annotations

from copy import deepcopy
from datetime import date

import pytest

from lending.holds.waiting import waiting
from lending.types import Hold, Title


def test_example_1() -> None:
    """An example of the hologram."""
    assert waiting(
        [Hold("Emma", "bob", date(2026, 1, 2)), Hold("Emma", "ada", date(2026, 1, 1))], "Emma"
    ) == ["ada", "bob"]


CASES = [
    ([Hold("Emma", "bob", date(2026, 1, 2))], "Emma"),
    ([Hold("Emma", "bob", date(2026, 1, 2)), Hold("Emma", "ada", date(2026, 1, 1))], "Emma"),
    ([Hold("Emma", "bob", date(2026, 1, 2)), Hold("Emma", "ada", date(2026, 1, 1))], "bob"),
    ([Hold("Emma", "ada", date(2026, 1, 1))], "Emma"),
    (
        [
            Hold("Emma", "bob", date(2026, 1, 2)),
            Hold("Emma", "ada", date(2026, 1, 1)),
            Hold("Emma", "ada", date(2026, 1, 1)),
        ],
        "Emma",
    ),
    ([Hold("Emma", "bob", date(2026, 1, 2)), Hold("Emma", "ada", date(2026, 1, 1))], "ada"),
    ([Hold("Emm", "bob", date(2026, 1, 2)), Hold("Emma", "ada", date(2026, 1, 1))], "Emma"),
    (
        [
            Hold("Emma", "bob", date(2026, 1, 2)),
            Hold("Emma", "ada", date(2026, 1, 1)),
            Hold("Emma", "bob", date(2026, 1, 2)),
        ],
        "Emma",
    ),
    ([Hold("Emma", "bob", date(2026, 1, 2)), Hold("Emma", "ada", date(2026, 1, 1))], "Emm"),
    ([Hold("Emmaa", "bob", date(2026, 1, 2)), Hold("Emma", "ada", date(2026, 1, 1))], "Emma"),
    ([Hold("Emma", "ada", date(2026, 1, 1)), Hold("Emma", "bob", date(2026, 1, 2))], "Emma"),
    ([Hold("Emma", "bob", date(2026, 1, 2)), Hold("Emma", "ada", date(2026, 1, 1))], "Emmaa"),
    ([Hold("a", "a", date(2026, 1, 1))], "a"),
    (
        [
            Hold("Emma", "bob", date(2026, 1, 2)),
            Hold("Emma", "ada", date(2026, 1, 1)),
            Hold("Emm", "bob", date(2026, 1, 2)),
        ],
        "Emma",
    ),
    ([Hold("Emma", "bob", date(2026, 1, 2)), Hold("Emma", "ada", date(2026, 1, 1))], "eMMA"),
    (
        [
            Hold("a", "a", date(2026, 1, 1)),
            Hold("b", "b", date(2026, 1, 2)),
            Hold("ab", "ab", date(2025, 12, 31)),
            Hold("A", "A", date(2024, 2, 29)),
            Hold("a", "a", date(2026, 2, 1)),
        ],
        "b",
    ),
    ([Hold("Emma", "Emma", date(2026, 1, 2)), Hold("Emma", "ada", date(2026, 1, 1))], "Emma"),
    ([], "Emma"),
    ([Hold("a", "a", date(2026, 1, 1)), Hold("b", "b", date(2026, 1, 2))], "b"),
    (
        [
            Hold("Emma", "bob", date(2026, 1, 2)),
            Hold("Emma", "ada", date(2026, 1, 1)),
            Hold("Emma", "Emma", date(2026, 1, 2)),
        ],
        "Emma",
    ),
    ([Hold("Emma", "bob", date(2026, 1, 2)), Hold("Emma", "ada", date(2026, 1, 1))], "Emma "),
    ([Hold("bo", "bo", date(2025, 1, 31)), Hold("Emm1", "bo", date(2025, 1, 31))], "Emm1"),
    ([Hold("Emma", "bob", date(2026, 1, 1)), Hold("Emma", "ada", date(2026, 1, 1))], "Emma"),
    ([Hold("Emma", "bob", date(2026, 1, 2)), Hold("Emma", "ada", date(2026, 1, 1))], " Emma"),
    (
        [
            Hold("🎲B\t", "bb", date(2036, 12, 11)),
            Hold("BOBadEmmadEmmaa", "M", date(2026, 1, 1)),
            Hold("BOBadEmmadEmmaa", "M", date(2026, 1, 1)),
            Hold("adaa", "adaaaaaaaaa", date(2026, 2, 10)),
            Hold("🎲b\t", "adaaaaaaaaa", date(2026, 2, 10)),
        ],
        "🎲b\t",
    ),
]


@pytest.mark.parametrize(("holds", "title"), CASES)
def test_contract(holds: list[Hold], title: Title) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((holds, title))
    result = waiting(holds, title)
    assert type(result) is list
    assert all((type(_each) is str) and (_each.strip() != "") for _each in result)
    assert result == (
        [hold.member for hold in sorted(holds, key=lambda hold: hold.since) if hold.title == title]
    )
    assert (holds, title) == before
