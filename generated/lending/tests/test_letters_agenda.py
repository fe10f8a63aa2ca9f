"""Made by Holo: what is asked of `lending.letters.agenda`."""

from __future__ import annotations

from copy import deepcopy
from datetime import date, timedelta

import pytest

from lending.letters.agenda import agenda
from lending.letters.due_on import due_on
from lending.types import Day, Loan


def test_example_1() -> None:
    """An example of the hologram."""
    assert agenda(
        [
            Loan(9, "ada", date(2026, 1, 2)),
            Loan(4, "bob", date(2026, 1, 2)),
            Loan(1, "bob", date(2026, 1, 9)),
        ],
        date(2026, 1, 1),
        7,
    ) == {date(2026, 1, 2): [4, 9]}


def test_example_2() -> None:
    """A sealed example of the hologram."""
    assert list(
        agenda(
            [Loan(1, "ada", date(2026, 1, 3)), Loan(2, "ada", date(2026, 1, 1))],
            date(2026, 1, 1),
            2,
        )
    ) == [date(2026, 1, 1), date(2026, 1, 3)]


CASES = [
    ([Loan(1, "ada", date(2026, 1, 3)), Loan(2, "ada", date(2026, 1, 1))], date(2026, 1, 1), 2),
    (
        [
            Loan(9, "ada", date(2026, 1, 2)),
            Loan(4, "bob", date(2026, 1, 2)),
            Loan(1, "bob", date(2026, 1, 9)),
        ],
        date(2026, 1, 1),
        7,
    ),
    ([Loan(1, "ada", date(2026, 1, 3)), Loan(2, "ada", date(2026, 1, 1))], date(2024, 1, 1), 2),
    ([Loan(2, "ada", date(2026, 1, 1)), Loan(1, "ada", date(2026, 1, 3))], date(2026, 1, 1), 2),
    ([Loan(9, "ada", date(2026, 1, 2)), Loan(4, "bob", date(2026, 1, 2))], date(2026, 1, 1), 7),
    ([], date(2026, 1, 1), 2),
    (
        [
            Loan(9, "ada", date(2026, 1, 2)),
            Loan(4, "bob", date(2026, 1, 2)),
            Loan(1, "bob", date(2026, 1, 9)),
        ],
        date(2026, 1, 2),
        7,
    ),
    ([Loan(4, "bob", date(2026, 1, 2)), Loan(1, "bob", date(2026, 1, 9))], date(2026, 1, 1), 7),
    ([Loan(1, "ada", date(2026, 1, 3)), Loan(2, "ada", date(2026, 1, 1))], date(2026, 1, 31), 2),
    (
        [
            Loan(9, "ada", date(2026, 1, 2)),
            Loan(4, "bob", date(2026, 1, 2)),
            Loan(1, "bob", date(2026, 1, 9)),
        ],
        date(2026, 1, 1),
        9,
    ),
    (
        [
            Loan(9, "ada", date(2026, 1, 2)),
            Loan(4, "bob", date(2026, 1, 2)),
            Loan(1, "bob", date(2026, 1, 9)),
        ],
        date(2025, 12, 31),
        7,
    ),
    (
        [
            Loan(9, "ada", date(2026, 1, 2)),
            Loan(4, "bob", date(2026, 1, 2)),
            Loan(1, "bob", date(2026, 1, 9)),
        ],
        date(2026, 1, 1),
        0,
    ),
    ([Loan(2, "ada", date(2026, 1, 3)), Loan(2, "ada", date(2026, 1, 1))], date(2026, 1, 1), 2),
    (
        [
            Loan(9, "ada", date(2026, 1, 2)),
            Loan(4, "bob", date(2026, 1, 2)),
            Loan(1, "bob", date(2026, 1, 9)),
            Loan(1, "bob", date(2026, 1, 9)),
        ],
        date(2026, 1, 1),
        7,
    ),
    ([Loan(1, "ada", date(2026, 1, 3)), Loan(2, "ada", date(2026, 1, 1))], date(2027, 1, 1), 2),
    (
        [
            Loan(1, "ada", date(2026, 1, 3)),
            Loan(2, "ada", date(2026, 1, 1)),
            Loan(2, "ada", date(2026, 1, 3)),
        ],
        date(2026, 1, 1),
        2,
    ),
    (
        [
            Loan(9, "ada", date(2026, 1, 2)),
            Loan(4, "bob", date(2026, 1, 2)),
            Loan(1, "bob", date(2026, 1, 9)),
        ],
        date(2026, 1, 1),
        4,
    ),
    (
        [
            Loan(9, "ada", date(2026, 1, 2)),
            Loan(4, "bob", date(2026, 1, 2)),
            Loan(1, "bob", date(2026, 1, 9)),
        ],
        date(2024, 2, 29),
        7,
    ),
    ([Loan(1, "ad", date(2026, 1, 3)), Loan(2, "ada", date(2026, 1, 1))], date(2026, 1, 1), 2),
    (
        [
            Loan(9, "ada", date(2026, 1, 2)),
            Loan(4, "bob", date(2026, 1, 2)),
            Loan(1, "bob", date(2026, 1, 9)),
            Loan(9, "ada", date(2026, 1, 2)),
        ],
        date(2026, 1, 1),
        7,
    ),
    ([Loan(1, "ada", date(2026, 1, 3)), Loan(2, "ada", date(2026, 1, 1))], date(2026, 2, 28), 2),
    (
        [
            Loan(1, "ada", date(2026, 1, 3)),
            Loan(2, "ada", date(2026, 1, 1)),
            Loan(1, "ad", date(2026, 1, 3)),
        ],
        date(2026, 1, 1),
        2,
    ),
    (
        [
            Loan(9, "ada", date(2026, 1, 2)),
            Loan(4, "bob", date(2026, 1, 2)),
            Loan(1, "bob", date(2026, 1, 9)),
        ],
        date(2026, 1, 1),
        6,
    ),
    ([], date(2026, 1, 2), 0),
    ([Loan(1, "a", date(2026, 1, 1), 1), Loan(2, "b", date(2026, 1, 2))], date(2025, 12, 31), 2),
]


@pytest.mark.parametrize(("loans", "today", "days"), CASES)
def test_contract(loans: list[Loan], today: Day, days: int) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((loans, today, days))
    result = agenda(loans, today, days)
    assert type(result) is dict
    assert all(type(_each) is date for _each in result)
    assert all(
        (type(_each) is list) and (all((type(_each2) is int) and (_each2 > 0) for _each2 in _each))
        for _each in result.values()
    )
    assert list(result) == sorted(result)
    assert set(result) == {
        loan.due for loan in loans if today <= loan.due <= today + timedelta(days=days)
    }
    assert all(result[day] == due_on(loans, day) for day in result)
    assert (loans, today, days) == before
