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
    ([Loan(7, "ada", date(2026, 1, 1))], date(2026, 1, 2)),
    (
        [
            Loan(2, "b", date(2026, 1, 2)),
            Loan(1, "a", date(2026, 1, 1), 1),
            Loan(1, "a", date(2026, 1, 1), 1),
        ],
        date(2026, 2, 1),
    ),
    ([Loan(7, "ada", date(2026, 1, 1))], date(2026, 1, 1)),
    ([Loan(7, "ada", date(2026, 1, 1))], date(2026, 1, 31)),
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
    ([], date(2026, 1, 1)),
    ([Loan(7, "ada", date(2026, 1, 1))], date(2027, 1, 1)),
    ([Loan(1, "a", date(2026, 1, 1), 1), Loan(2, "b", date(2026, 1, 2))], date(2026, 2, 1)),
    ([Loan(7, "ada", date(2026, 1, 1))], date(2025, 12, 31)),
    ([Loan(7, "ada", date(2026, 1, 1))], date(2026, 2, 28)),
    (
        [
            Loan(98878990469851941, "_9A漢,-漢٣λ٣é0z,a漢", date(1, 1, 6), 1),
            Loan(72, "_9A漢,-漢٣λ٣é0z,a漢", date(1, 1, 6), 1),
            Loan(98878990469851941, "_9A漢,-漢٣λ٣é0z,a漢", date(1, 1, 6), 1),
        ],
        date(2025, 11, 24),
    ),
    ([Loan(7, "ada", date(2026, 1, 1)), Loan(7, "ada", date(2026, 1, 1))], date(2026, 1, 1)),
    ([Loan(7, "ada", date(2026, 1, 1))], date(2026, 12, 31)),
    (
        [
            Loan(6, "-éAλ²90", date(2025, 12, 31), 1),
            Loan(6, "-éAλ²90", date(2024, 3, 1), 1),
            Loan(6, "-éAλ²90", date(2026, 1, 1), 1),
            Loan(6, "-éAλ²90", date(2024, 3, 1), 1),
            Loan(6, "-éAλ²90", date(2024, 3, 1), 1),
        ],
        date(2025, 12, 4),
    ),
    ([Loan(7, "ada", date(2026, 1, 1))], date(2024, 2, 29)),
    ([Loan(7, "ada", date(2025, 12, 31))], date(2026, 1, 1)),
    (
        [
            Loan(1, "bab", date(2026, 1, 2)),
            Loan(430, "aab", date(2025, 12, 30), 1),
            Loan(429, "aab", date(2025, 12, 30), 1),
            Loan(429, "aab", date(2025, 12, 30), 1),
            Loan(429, "aab ", date(2025, 12, 30), 1),
        ],
        date(2025, 12, 31),
    ),
    ([Loan(7, "ada", date(2026, 1, 1))], date(2024, 1, 1)),
    ([Loan(7, "ada", date(2026, 1, 1)), Loan(7, "ada", date(2025, 12, 31))], date(2026, 1, 1)),
    (
        [
            Loan(7, ",,", date(2026, 1, 2)),
            Loan(7, ",,", date(2026, 1, 2)),
            Loan(7, ",,", date(2025, 12, 31)),
            Loan(13797, ",,", date(2033, 3, 25), 2),
            Loan(13797, "ADA", date(2033, 3, 25), 2),
        ],
        date(2026, 3, 1),
    ),
    ([Loan(6, "ada", date(2026, 1, 1))], date(2026, 1, 1)),
    (
        [
            Loan(56, "ada", date(2027, 1, 28)),
            Loan(56, "ada", date(2027, 1, 29)),
            Loan(56, "ada", date(2027, 1, 28)),
            Loan(56, "ada", date(2027, 1, 29), 1),
            Loan(13, "ada", date(2027, 1, 28)),
            Loan(56, "ada", date(2026, 3, 17), 2),
        ],
        date(2027, 1, 28),
    ),
    ([Loan(7, "ada", date(2026, 1, 1)), Loan(6, "ada", date(2026, 1, 1))], date(3425, 11, 13)),
    ([Loan(7, "ada", date(2026, 1, 1)), Loan(6, "ada", date(2026, 1, 1))], date(2026, 1, 1)),
    (
        [
            Loan(1, "ADA", date(2026, 1, 4), 2),
            Loan(1, "ADA", date(2026, 1, 4), 1),
            Loan(1, "ADA", date(2025, 2, 28), 1),
            Loan(1, "ada", date(2026, 1, 4), 2),
            Loan(1, "ADA", date(2026, 1, 4), 1),
        ],
        date(2026, 1, 4),
    ),
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
