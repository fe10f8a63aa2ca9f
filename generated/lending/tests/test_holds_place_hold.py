"""Made by Holo: what is asked of `lending.holds.place_hold`."""

from __future__ import annotations

from copy import deepcopy
from datetime import date

import pytest

from lending.holds.place_hold import place_hold
from lending.holds.waiting import waiting
from lending.types import AlreadyWaiting, Hold, Member, Title


def test_example_1() -> None:
    """An example of the hologram."""
    assert place_hold([], "Emma", "ada", date(2026, 1, 1)) == [
        Hold("Emma", "ada", date(2026, 1, 1))
    ]


def test_scenario_F4() -> None:
    """Twice in one queue"""
    holds = [Hold("Emma", "ada", date(2026, 1, 1))]
    with pytest.raises(AlreadyWaiting) as caught:
        place_hold(holds, "Emma", "ada", date(2026, 1, 2))
    assert type(caught.value) is AlreadyWaiting
    assert caught.value.args == (AlreadyWaiting("ada", "Emma")).args


CASES = [
    ([Hold("Emma", "ada", date(2026, 1, 1))], "Emma", "ada", date(2026, 1, 2)),
    ([], "Emma", "ada", date(2026, 1, 1)),
    ([Hold("Emma", "ada", date(2026, 1, 1))], "Emmaa", "ada", date(2026, 1, 2)),
    (
        [Hold("Emma", "ada", date(2026, 1, 1)), Hold("Emma", "ada", date(2026, 1, 1))],
        "Emma",
        "ada",
        date(2026, 1, 2),
    ),
    ([], "ada", "ada", date(2026, 1, 1)),
    ([Hold("Emma", "ada", date(2026, 1, 1))], "Emma", "adaa", date(2026, 1, 2)),
    ([Hold("Emma", "ada", date(2026, 1, 1))], "Emma", "ada", date(2024, 2, 29)),
    ([], "Emma", "Emma", date(2026, 1, 1)),
    ([Hold("Emma", "ada", date(2026, 1, 1))], "eMMA", "ada", date(2026, 1, 2)),
    ([Hold("Emma", "ada", date(2026, 1, 1))], "Emma", "ada", date(2024, 1, 2)),
    ([], "Emma", "ada", date(2025, 12, 31)),
    ([Hold("Emma", "ada", date(2026, 1, 1))], "Emma", "ADA", date(2026, 1, 2)),
    ([Hold("Emma", "ada", date(2026, 1, 1))], "Emma", "ada", date(2026, 1, 31)),
    ([], "Emma", "ada", date(2026, 1, 2)),
    ([Hold("ada", "ada", date(2026, 1, 1))], "Emma", "ada", date(2026, 1, 2)),
    ([Hold("a", "a", date(2026, 1, 1))], "a", "a", date(2026, 1, 1)),
    ([], "Emm", "ada", date(2026, 1, 1)),
    ([Hold("Emma", "ada", date(2026, 1, 1))], "Emma ", "ada", date(2026, 1, 2)),
    (
        [
            Hold("b", "b", date(2026, 1, 2)),
            Hold("a", "a", date(2026, 1, 1)),
            Hold("a", "a", date(2026, 1, 1)),
        ],
        "a",
        "a",
        date(2026, 2, 1),
    ),
    ([], "Emma", "ad", date(2026, 1, 1)),
    ([Hold("Emma", "ada", date(2026, 1, 1))], "Emma", "ada ", date(2026, 1, 2)),
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
        date(2026, 1, 1),
    ),
    ([], "Emmaa", "ada", date(2026, 1, 1)),
    (
        [Hold("a", "a", date(2026, 1, 1)), Hold("b", "b", date(2026, 1, 2))],
        "ab",
        "ab",
        date(2025, 12, 31),
    ),
    (
        [Hold("ad", "742852", date(2025, 12, 30)), Hold("ad", "742852", date(2025, 12, 30))],
        "ad",
        "742852",
        date(2026, 1, 1),
    ),
]


@pytest.mark.parametrize(("holds", "title", "member", "today"), CASES)
def test_contract(holds: list[Hold], title: Title, member: Member, today: date) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((holds, title, member, today))
    if member in waiting(holds, title):
        with pytest.raises(AlreadyWaiting) as caught:
            place_hold(holds, title, member, today)
        assert type(caught.value) is AlreadyWaiting
        assert caught.value.args == (AlreadyWaiting(member, title)).args
        return
    result = place_hold(holds, title, member, today)
    assert type(result) is list
    assert all(type(_each) is Hold for _each in result)
    assert result == (holds + [Hold(title, member, today)])
    assert (holds, title, member, today) == before
