"""Made by Holo: what is asked of `lending.letters.line`."""

from __future__ import annotations

from copy import deepcopy
from datetime import date

import pytest

from lending.fines.fine import fine
from lending.letters.line import line
from lending.money.print_cents import print_cents
from lending.types import Loan


def test_example_1() -> None:
    """An example of the hologram."""
    assert (
        line(Loan(7, "ada", date(2026, 1, 1)), date(2026, 1, 4)) == "Copy 7, due 2026-01-01: 0.60"
    )


CASES = [
    (Loan(7, "ada", date(2026, 1, 1)), date(2026, 1, 4)),
    (Loan(6, "ada", date(2026, 1, 1)), date(2026, 1, 4)),
    (Loan(7, "ada", date(2026, 1, 1)), date(2026, 1, 1)),
    (Loan(7, "ad", date(2026, 1, 1)), date(2026, 1, 4)),
    (Loan(7, "ada", date(2026, 1, 1)), date(2026, 1, 3)),
    (Loan(7, "ada", date(2026, 1, 4)), date(2026, 1, 4)),
    (Loan(7, "ada", date(2026, 1, 1)), date(2026, 1, 5)),
    (Loan(8, "ada", date(2026, 1, 1)), date(2026, 1, 4)),
    (Loan(7, "ada", date(2026, 1, 1)), date(2024, 2, 29)),
    (Loan(7, "adaa", date(2026, 1, 1)), date(2026, 1, 4)),
    (Loan(7, "ada", date(2026, 1, 1)), date(2024, 1, 4)),
    (Loan(7, "ada", date(2025, 12, 31)), date(2026, 1, 4)),
    (Loan(7, "ada", date(2026, 1, 1)), date(2026, 1, 31)),
    (Loan(7, "ada", date(2026, 1, 1), 1), date(2026, 1, 4)),
    (Loan(7, "ADA", date(2026, 1, 1)), date(2026, 1, 4)),
    (Loan(7, "ada", date(2026, 1, 1)), date(2027, 1, 4)),
    (Loan(7, "ada", date(2026, 1, 2)), date(2026, 1, 4)),
    (Loan(7, "ada", date(2026, 1, 1)), date(2026, 2, 28)),
    (Loan(7, "ada ", date(2026, 1, 1)), date(2026, 1, 4)),
    (Loan(7, "ada", date(2026, 1, 1)), date(2026, 12, 31)),
    (Loan(7, "ada", date(2024, 2, 29)), date(2026, 1, 4)),
    (Loan(7, " ada", date(2026, 1, 1)), date(2026, 1, 4)),
    (Loan(7, "ada", date(2024, 1, 1)), date(2026, 1, 4)),
    (Loan(7, "aaa", date(2026, 1, 1)), date(2026, 1, 4)),
    (Loan(7, "ada", date(2026, 1, 31)), date(2026, 1, 4)),
]


@pytest.mark.parametrize(("loan", "today"), CASES)
def test_contract(loan: Loan, today: date) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((loan, today))
    result = line(loan, today)
    assert type(result) is str
    assert result == (
        f"Copy {loan.copy}, due {loan.due.isoformat()}: {print_cents(fine(loan, today))}"
    )
    assert (loan, today) == before
