"""Made by Holo: what is asked of `lending.fines.fine_to_pay`."""

from __future__ import annotations

from copy import deepcopy
from datetime import date

import pytest

from lending.fines.fine import fine
from lending.fines.fine_to_pay import fine_to_pay
from lending.fines.reduced import reduced
from lending.money.types import Percent
from lending.types import Loan


def test_example_1() -> None:
    """An example of the hologram."""
    assert fine_to_pay(Loan(7, "ada", date(2026, 1, 1)), date(2026, 1, 4), 50) == 30


CASES = [
    (Loan(7, "ada", date(2026, 1, 1)), date(2026, 1, 1), 50),
    (Loan(7, "ada", date(2026, 1, 1)), date(2026, 1, 4), 50),
    (Loan(7, "ada", date(2026, 1, 4)), date(2026, 1, 4), 50),
    (Loan(50, "ada", date(2026, 1, 1)), date(2026, 1, 4), 50),
    (Loan(7, "ada", date(2026, 1, 1)), date(2024, 2, 29), 50),
    (Loan(7, "ada", date(2026, 1, 1)), date(2026, 1, 4), 7),
    (Loan(7, "ada", date(2026, 1, 1)), date(2024, 1, 4), 50),
    (Loan(7, "ad", date(2026, 1, 1)), date(2026, 1, 4), 50),
    (Loan(1, "a", date(2026, 1, 1), 1), date(2026, 1, 1), 1),
    (Loan(7, "ada", date(2026, 1, 1)), date(2026, 1, 3), 50),
    (Loan(2, "b", date(2026, 1, 2)), date(2026, 1, 2), 0),
    (Loan(7, "ada", date(2026, 1, 1)), date(2026, 1, 4), 0),
    (Loan(3, "ab", date(2025, 12, 31), 2), date(2025, 12, 31), 2),
    (Loan(7, "ada", date(2026, 1, 1)), date(2026, 1, 5), 50),
    (Loan(2, "ab", date(2026, 1, 2), 1), date(2024, 2, 29), 3),
    (Loan(7, "ada", date(2026, 1, 1)), date(2026, 1, 4), 49),
    (Loan(10, "a", date(2024, 2, 29), 2), date(2026, 1, 1), 100),
    (Loan(6, "ada", date(2026, 1, 1)), date(2026, 1, 4), 50),
    (Loan(1, "a", date(2026, 1, 1), 1), date(2026, 1, 2), 99),
    (Loan(7, "ada", date(2026, 1, 1)), date(2026, 1, 4), 51),
    (Loan(2, "b", date(2026, 1, 2)), date(2024, 2, 29), 2),
    (Loan(7, "adaa", date(2026, 1, 1)), date(2026, 1, 4), 50),
    (Loan(2, "ab", date(2026, 1, 2), 1), date(2026, 1, 1), 10),
    (Loan(7, "ada", date(2025, 12, 31)), date(2026, 1, 4), 50),
    (Loan(1, "a", date(2026, 1, 1), 1), date(2024, 2, 29), 6),
]


@pytest.mark.parametrize(("loan", "returned", "percent"), CASES)
def test_contract(loan: Loan, returned: date, percent: Percent) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((loan, returned, percent))
    result = fine_to_pay(loan, returned, percent)
    assert type(result) is int
    assert result >= 0
    assert result == (reduced(fine(loan, returned), percent))
    assert (loan, returned, percent) == before
