"""Made by Holo: what is asked of `lending.holds.withdraw`."""

from __future__ import annotations

from copy import deepcopy
from datetime import date

import pytest

from lending.holds.waiting import waiting
from lending.holds.withdraw import withdraw
from lending.types import Hold, Member, Title


def test_example_1() -> None:
    """An example of the hologram."""
    assert withdraw([Hold("Emma", "ada", date(2026, 1, 1))], "Emma", "ada") == []


CASES = [
    ([Hold("Emma", "ada", date(2026, 1, 1))], "Emma", "ada"),
    ([Hold("a", "a", date(2026, 1, 1)), Hold("b", "b", date(2026, 1, 2))], "ab", "ab"),
    ([Hold("Emma", "ada", date(2026, 1, 1))], "ada", "ada"),
    ([], "Emma", "ada"),
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
    ([Hold("Emma", "ada", date(2026, 1, 1))], "Emma", "Emma"),
    ([Hold("Emma", "ada", date(2026, 1, 1)), Hold("Emma", "ada", date(2026, 1, 1))], "Emma", "ada"),
    ([Hold("a", "a", date(2026, 1, 1)), Hold("b", "b", date(2026, 1, 2))], "b", "ab"),
    ([Hold("Emma", "ada", date(2026, 1, 1))], "Emm", "ada"),
    ([Hold("a", "a", date(2026, 1, 1))], "a", "a"),
    ([Hold("a", "a", date(2026, 1, 1)), Hold("b", "b", date(2026, 1, 2))], "Emma", "Emma"),
    ([Hold("Emma", "ada", date(2026, 1, 1))], "Emma", "ad"),
    ([], "b", "b"),
    (
        [
            Hold("b", "b", date(2026, 1, 2)),
            Hold("a", "a", date(2026, 1, 1)),
            Hold("a", "a", date(2026, 1, 1)),
        ],
        "Emm",
        "Emm",
    ),
    ([Hold("Emma", "ada", date(2026, 1, 1))], "Emmaa", "ada"),
    ([], "a", "b"),
    (
        [
            Hold("a", "a", date(2026, 1, 1)),
            Hold("b", "b", date(2026, 1, 2)),
            Hold("ab", "ab", date(2025, 12, 31)),
            Hold("A", "A", date(2024, 2, 29)),
            Hold("a", "a", date(2026, 2, 1)),
        ],
        "Emmaa",
        "Emmaa",
    ),
    ([Hold("Emma", "ada", date(2026, 1, 1))], "Emma", "adaa"),
    ([], "ad", "ad"),
    ([Hold("a", "a", date(2026, 1, 1)), Hold("b", "b", date(2026, 1, 2))], "adaa", "adaa"),
    ([Hold("Emma", "ada", date(2026, 1, 1))], "eMMA", "ada"),
    ([Hold("1ADA2ADA2", "abb", date(7099, 8, 21))], "1ADA2ADA2", "abb"),
    (
        [
            Hold("eamEmae", "ad", date(2025, 12, 29)),
            Hold("eamEmae", "ADA10ADA1ADA10", date(2026, 1, 1)),
            Hold("ad", "eamEmaea", date(2026, 1, 1)),
            Hold("1ADA1ADA2ADA10", "aeamEmae", date(2025, 2, 28)),
        ],
        "eamEmae",
        "adaa",
    ),
    ([Hold("Emma", "ada", date(2026, 1, 1))], "Emma", "ADA"),
    ([], "eMMA", "ada"),
]


@pytest.mark.parametrize(("holds", "title", "member"), CASES)
def test_contract(holds: list[Hold], title: Title, member: Member) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((holds, title, member))
    result = withdraw(holds, title, member)
    assert type(result) is list
    assert all(type(_each) is Hold for _each in result)
    assert member not in waiting(result, title)
    assert result == ([hold for hold in holds if (hold.title, hold.member) != (title, member)])
    assert (holds, title, member) == before
