"""Made by Holo: what is asked of `lending.letters.overdue`."""

from __future__ import annotations

from copy import deepcopy
from datetime import date

import pytest

from lending.letters.overdue import overdue
from lending.types import Loan


def test_example_1() -> None:
    """An example of the hologram."""
    assert overdue([Loan(7, "ada", date(2026, 1, 1))], date(2026, 1, 1)) == []


CASES = [
    (
        [
            Loan(2, "b", date(2026, 1, 2)),
            Loan(1, "a", date(2026, 1, 1), 1),
            Loan(1, "a", date(2026, 1, 1), 1),
        ],
        date(2026, 2, 1),
    ),
    ([Loan(7, "ada", date(2026, 1, 1))], date(2026, 1, 2)),
    ([Loan(7, "ada", date(2026, 1, 1))], date(2026, 1, 1)),
    (
        [
            Loan(1, "a", date(2026, 1, 1), 1),
            Loan(2, "b", date(2026, 1, 2)),
            Loan(3, "ab", date(2025, 12, 31), 2),
            Loan(2, "ab", date(2026, 1, 2), 1),
            Loan(3, "A", date(2025, 12, 31)),
        ],
        date(2026, 1, 1),
    ),
    ([Loan(7, "ada", date(2026, 1, 1))], date(2026, 1, 31)),
    ([], date(2026, 1, 1)),
    ([Loan(1, "a", date(2026, 1, 1), 1), Loan(2, "b", date(2026, 1, 2))], date(2026, 2, 1)),
    ([Loan(7, "ada", date(2026, 1, 1))], date(2027, 1, 1)),
    ([Loan(7, "ada", date(2026, 1, 1))], date(2025, 12, 31)),
    (
        [
            Loan(2, "a", date(2027, 1, 11), 2),
            Loan(20, "b", date(2027, 1, 10)),
            Loan(20, "adaa", date(2026, 11, 20)),
            Loan(8, "a", date(2025, 12, 31)),
        ],
        date(2027, 1, 11),
    ),
    ([Loan(7, "ada", date(2026, 1, 1))], date(2026, 2, 28)),
    ([Loan(7, "ada", date(2026, 1, 1)), Loan(7, "ada", date(2026, 1, 1))], date(2026, 1, 1)),
    (
        [
            Loan(1, "aabaaa", date(2026, 1, 1), 2),
            Loan(1, "aab\naa", date(2026, 1, 1), 2),
            Loan(1, "aabaaa", date(2026, 1, 1), 2),
            Loan(807355897246, "abaa", date(2026, 1, 2), 2),
            Loan(1, "aabaaa", date(2026, 1, 1), 1),
        ],
        date(2026, 1, 2),
    ),
    ([Loan(7, "ada", date(2026, 1, 1))], date(2026, 12, 31)),
    ([Loan(7, "ada", date(2026, 1, 1))], date(2024, 2, 29)),
    (
        [Loan(2, "DdADd", date(2024, 12, 1), 2), Loan(560625, "DdAD", date(2025, 9, 17), 1)],
        date(2025, 12, 31),
    ),
    ([Loan(7, "ada", date(2025, 12, 31))], date(2026, 1, 1)),
    ([Loan(7, "ada", date(2026, 1, 1))], date(2024, 1, 1)),
    (
        [Loan(36, "ADA", date(9999, 12, 22), 2), Loan(36, "ADA", date(9999, 12, 22), 2)],
        date(9999, 12, 23),
    ),
    ([Loan(7, "ada", date(2026, 1, 1)), Loan(7, "ada", date(2025, 12, 31))], date(2026, 1, 1)),
    ([Loan(6, "ada", date(2026, 1, 1))], date(2026, 1, 1)),
    (
        [
            Loan(1, "adad11adADAad82969938183172271", date(2026, 1, 2)),
            Loan(140, "adad11adADAad8296993818317227", date(2026, 1, 2)),
            Loan(1, "٣", date(2026, 1, 2)),
            Loan(3, "٣", date(2025, 11, 25), 2),
        ],
        date(2028, 10, 5),
    ),
    (
        [
            Loan(6, "ADA", date(2026, 1, 2), 1),
            Loan(6, "AD", date(2026, 1, 2), 1),
            Loan(6, "A", date(2026, 1, 1), 1),
            Loan(6, "aabbbbaaabbbbabbbabb", date(2026, 1, 2), 2),
        ],
        date(2026, 1, 2),
    ),
    ([Loan(7, "ada", date(2026, 1, 1)), Loan(6, "ada", date(2026, 1, 1))], date(2026, 1, 1)),
    ([Loan(7, "ada", date(2026, 1, 1)), Loan(6, "ada", date(2026, 1, 1))], date(2026, 1, 2)),
]


@pytest.mark.parametrize(("loans", "today"), CASES)
def test_contract(loans: list[Loan], today: date) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((loans, today))
    result = overdue(loans, today)
    assert type(result) is list
    assert all(type(_each) is Loan for _each in result)
    assert result == ([loan for loan in loans if loan.due < today])
    assert (loans, today) == before
