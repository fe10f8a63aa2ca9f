"""Made by Holo: what is asked of `lending.fines.fine`."""

from __future__ import annotations

from copy import deepcopy
from datetime import date

import pytest

from lending.fines.fine import fine
from lending.fines.types import DAILY
from lending.types import Loan


def test_example_1() -> None:
    """An example of the hologram."""
    assert fine(Loan(7, "ada", date(2026, 1, 1)), date(2026, 1, 4)) == 60


def test_example_2() -> None:
    """An example of the hologram."""
    assert fine(Loan(7, "ada", date(2026, 1, 1)), date(2026, 1, 1)) == 0


CASES = [
    (Loan(7, "ada", date(2026, 1, 1)), date(2026, 1, 4)),
    (Loan(7, "ada", date(2026, 1, 1)), date(2026, 1, 1)),
    (Loan(6, "ada", date(2026, 1, 1)), date(2026, 1, 4)),
    (Loan(7, "ada", date(2026, 1, 1), 1), date(2026, 1, 1)),
    (Loan(7, "ada", date(2026, 1, 1)), date(2027, 1, 1)),
    (Loan(7, "ADA", date(2026, 1, 1)), date(2026, 1, 1)),
    (Loan(7, "ad", date(2026, 1, 1)), date(2026, 1, 4)),
    (Loan(7, "ada", date(2026, 1, 4)), date(2026, 1, 4)),
    (Loan(7, "ada", date(2026, 1, 1)), date(2026, 1, 3)),
    (Loan(7, "ada ", date(2026, 1, 1)), date(2026, 1, 1)),
    (Loan(7, "ada", date(2026, 1, 1)), date(2026, 2, 28)),
    (Loan(7, "ada", date(2026, 1, 1)), date(2024, 2, 29)),
    (Loan(7, "ada", date(2024, 2, 29)), date(2026, 1, 1)),
    (Loan(7, " ada", date(2026, 1, 1)), date(2026, 1, 1)),
    (Loan(7, "ada", date(2026, 1, 1)), date(2026, 1, 5)),
    (Loan(7, "ada", date(2026, 1, 1)), date(2024, 1, 4)),
    (Loan(7, "ada", date(2026, 1, 1)), date(2026, 12, 31)),
    (Loan(7, "ada", date(2026, 1, 31)), date(2026, 1, 1)),
    (Loan(8, "ada", date(2026, 1, 1)), date(2026, 1, 4)),
    (Loan(7, "aaa", date(2026, 1, 1)), date(2026, 1, 1)),
    (Loan(7, "ada", date(2024, 1, 1)), date(2026, 1, 1)),
    (Loan(1, "a", date(2026, 1, 1), 1), date(2026, 1, 1)),
    (Loan(7, "adaa", date(2026, 1, 1)), date(2026, 1, 4)),
    (Loan(2, "b", date(2026, 1, 2)), date(2026, 1, 2)),
    (Loan(7, "ada", date(2025, 12, 31)), date(2026, 1, 4)),
]


@pytest.mark.parametrize(("loan", "returned"), CASES)
def test_contract(loan: Loan, returned: date) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((loan, returned))
    result = fine(loan, returned)
    assert type(result) is int
    assert result >= 0
    assert result == 0 or returned > loan.due
    assert result == (max(0, (returned - loan.due).days) * DAILY)
    assert (loan, returned) == before
