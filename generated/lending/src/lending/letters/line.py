"""Made by Holo from `lending.letters.line`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from datetime import date

from lending.fines.fine import fine
from lending.money.print_cents import print_cents
from lending.types import Loan


def line(loan: Loan, today: date) -> str:
    """One line of a letter: the copy, its due day and the fine so far."""
    return f"Copy {loan.copy}, due {loan.due.isoformat()}: {print_cents(fine(loan, today))}"
