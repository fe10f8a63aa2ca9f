"""Made by Holo: what is asked of `lending.holds.position`."""

from __future__ import annotations

from copy import deepcopy
from datetime import date

import pytest

from lending.holds.position import position
from lending.holds.waiting import waiting
from lending.types import Hold, Member, Title


def test_example_1() -> None:
    """An example of the hologram."""
    assert (
        position(
            [Hold("Emma", "bob", date(2026, 1, 2)), Hold("Emma", "ada", date(2026, 1, 1))],
            "Emma",
            "bob",
        )
        == 2
    )


def test_example_2() -> None:
    """An example of the hologram."""
    assert position([Hold("Flush", "ada", date(2026, 1, 1))], "Emma", "ada") is None


def test_example_3() -> None:
    """A sealed example of the hologram."""
    assert position([Hold("Emma", "eve", date(2026, 3, 1))], "Emma", "eve") == 1


CASES = [
    ([Hold("Emma", "bob", date(2026, 1, 2)), Hold("Emma", "ada", date(2026, 1, 1))], "Emma", "bob"),
    ([Hold("Flush", "ada", date(2026, 1, 1))], "Emma", "ada"),
    ([Hold("Emma", "eve", date(2026, 3, 1))], "Emma", "eve"),
    ([Hold("Flush", "ada", date(2026, 1, 1))], "Emma", "ad"),
    ([Hold("Emma", "bob", date(2026, 1, 2))], "Emma", "bob"),
    ([Hold("Emma", "eve", date(2026, 3, 1))], "Emma ", "eve"),
    ([Hold("Emma", "eve", date(2026, 3, 1)), Hold("eve", "eve", date(2026, 3, 1))], "Emma", "eve"),
    ([Hold("Emma", "bob", date(2026, 1, 2)), Hold("Emma", "ada", date(2026, 1, 1))], "bob", "bob"),
    (
        [
            Hold("Emma", "bob", date(2026, 1, 2)),
            Hold("Emma", "ada", date(2026, 1, 1)),
            Hold("Emma", "ada", date(2026, 1, 1)),
        ],
        "Emma",
        "bob",
    ),
    (
        [Hold("Flush", "ada", date(2026, 1, 1)), Hold("Flush", "ada", date(2026, 1, 1))],
        "Emma",
        "ada",
    ),
    ([Hold("Emma", "ada", date(2026, 1, 1))], "Emma", "ada"),
    ([Hold("Emma", "eve", date(2026, 3, 1))], "Emma", "eve "),
    ([Hold("a", "a", date(2026, 1, 1))], "a", "a"),
    (
        [Hold("Emma", "bob", date(2026, 1, 2)), Hold("Emma", "ada", date(2026, 1, 1))],
        "Emma",
        "Emma",
    ),
    (
        [
            Hold("b", "b", date(2026, 1, 2)),
            Hold("a", "a", date(2026, 1, 1)),
            Hold("a", "a", date(2026, 1, 1)),
        ],
        "a",
        "a",
    ),
    ([Hold("Flush", "ada", date(2026, 1, 1))], "Emm", "ada"),
    (
        [
            Hold("a", "a", date(2026, 1, 1)),
            Hold("b", "b", date(2026, 1, 2)),
            Hold("ab", "ab", date(2025, 12, 31)),
            Hold("A", "A", date(2024, 2, 29)),
            Hold("a", "a", date(2026, 2, 1)),
        ],
        "b",
        "b",
    ),
    ([Hold("Emma", "ada", date(2026, 1, 1))], "Emma", "bob"),
    (
        [
            Hold("漢🎲\t", "mmvvvvFS", date(2035, 9, 14)),
            Hold("漢🎲\t", "mmvvvvFS", date(2036, 9, 14)),
            Hold("漢🎲\t", "mmvvvvFS", date(2036, 9, 14)),
            Hold("漢🎲\t", "0", date(2036, 9, 14)),
        ],
        "漢🎲\t",
        "mmvvvvFS",
    ),
    ([Hold("Flush", "ada", date(2026, 1, 1))], "Emma", "adaa"),
    (
        [Hold("Flush", "'", date(2026, 11, 17)), Hold("Flush", "'", date(2026, 11, 17))],
        "Flush",
        "'",
    ),
    ([Hold("Emma", "eve", date(2026, 3, 1))], " Emma", "eve"),
    (
        [
            Hold("2", "e", date(2024, 11, 28)),
            Hold("2", "e", date(2024, 11, 28)),
            Hold("2", "e", date(2024, 11, 28)),
            Hold("٢", "e", date(2024, 11, 28)),
            Hold("٢", "e", date(2024, 11, 28)),
        ],
        "2",
        "e",
    ),
    ([], "Emma", "ada"),
    (
        [
            Hold("35", "35", date(2016, 1, 20)),
            Hold("35", "35", date(2016, 1, 20)),
            Hold("35", "35", date(2016, 1, 20)),
            Hold("35", "35", date(2026, 1, 1)),
            Hold("35", "35", date(2016, 1, 20)),
        ],
        "35",
        "35",
    ),
]


@pytest.mark.parametrize(("holds", "title", "member"), CASES)
def test_contract(holds: list[Hold], title: Title, member: Member) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((holds, title, member))
    result = position(holds, title, member)
    assert (type(result) is int) or (result is None)
    assert (result is None) == (member not in waiting(holds, title))
    assert result is None or 1 <= result <= len(waiting(holds, title))
    assert result is None or waiting(holds, title)[result - 1] == member
    assert result is None or member not in waiting(holds, title)[: result - 1]
    assert (holds, title, member) == before
