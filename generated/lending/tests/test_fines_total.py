"""Made by Holo: what is asked of `lending.fines.total`."""

from __future__ import annotations

from copy import deepcopy
from datetime import date

import pytest

from lending.fines.fine import fine
from lending.fines.total import total
from lending.types import Loan


def test_example_1() -> None:
    """An example of the hologram."""
    assert (
        total(
            [Loan(7, "ada", date(2026, 1, 1)), Loan(8, "ada", date(2026, 1, 2))], date(2026, 1, 4)
        )
        == 100
    )


CASES = [
    ([Loan(7, "ada", date(2026, 1, 1)), Loan(8, "ada", date(2026, 1, 2))], date(2026, 1, 1)),
    ([Loan(7, "ada", date(2026, 1, 1)), Loan(8, "ada", date(2026, 1, 2))], date(2026, 1, 4)),
    ([Loan(7, "ada", date(2026, 1, 1)), Loan(8, "ada", date(2026, 1, 2))], date(2024, 2, 29)),
    ([Loan(7, "ada", date(2026, 1, 1))], date(2026, 1, 4)),
    ([Loan(7, "ada", date(2026, 1, 1)), Loan(8, "ada", date(2026, 1, 2))], date(2024, 1, 4)),
    ([Loan(8, "ada", date(2026, 1, 2))], date(2026, 1, 4)),
    ([], date(2026, 1, 4)),
    ([Loan(7, "ada", date(2026, 1, 1)), Loan(8, "ada", date(2026, 1, 2))], date(2026, 1, 3)),
    ([Loan(1, "a", date(2026, 1, 1), 1)], date(2026, 1, 1)),
    (
        [
            Loan(7, "ada", date(2026, 1, 1)),
            Loan(8, "ada", date(2026, 1, 2)),
            Loan(8, "ada", date(2026, 1, 2)),
        ],
        date(2026, 1, 4),
    ),
    ([], date(2026, 1, 2)),
    ([Loan(7, "ada", date(2026, 1, 1)), Loan(8, "ada", date(2026, 1, 2))], date(2026, 1, 5)),
    ([Loan(1, "a", date(2026, 1, 1), 1), Loan(2, "b", date(2026, 1, 2))], date(2025, 12, 31)),
    (
        [
            Loan(7, "ada", date(2026, 1, 1)),
            Loan(8, "ada", date(2026, 1, 2)),
            Loan(7, "ada", date(2026, 1, 1)),
        ],
        date(2026, 1, 4),
    ),
    ([Loan(2, "b", date(2026, 1, 2))], date(2024, 2, 29)),
    ([Loan(8, "ada", date(2026, 1, 2)), Loan(7, "ada", date(2026, 1, 1))], date(2026, 1, 4)),
    ([Loan(1, "a", date(2026, 1, 1), 1)], date(2025, 12, 31)),
    ([Loan(7, "ada", date(2026, 1, 1)), Loan(8, "ada", date(2026, 1, 2))], date(2026, 1, 31)),
    ([], date(2024, 2, 29)),
    ([Loan(6, "ada", date(2026, 1, 1)), Loan(8, "ada", date(2026, 1, 2))], date(2026, 1, 4)),
    ([Loan(2, "b", date(2026, 1, 2))], date(2026, 1, 1)),
    (
        [
            Loan(7, "ada", date(2026, 1, 1)),
            Loan(8, "ada", date(2026, 1, 2)),
            Loan(6, "ada", date(2026, 1, 1)),
        ],
        date(2026, 1, 4),
    ),
    (
        [
            Loan(1, "a", date(2026, 1, 1), 1),
            Loan(2, "b", date(2026, 1, 2)),
            Loan(3, "ab", date(2025, 12, 31), 2),
            Loan(2, "ab", date(2026, 1, 2), 1),
            Loan(3, "A", date(2025, 12, 31)),
        ],
        date(2025, 12, 31),
    ),
    ([Loan(7, "ada", date(2026, 1, 1)), Loan(8, "ada", date(2026, 1, 2))], date(2027, 1, 4)),
    ([Loan(1, "a", date(2026, 1, 1), 1)], date(2024, 2, 29)),
]


@pytest.mark.parametrize(("loans", "today"), CASES)
def test_contract(loans: list[Loan], today: date) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((loans, today))
    result = total(loans, today)
    assert type(result) is int
    assert result >= 0
    assert result == (sum(fine(loan, today) for loan in loans))
    assert (loans, today) == before
