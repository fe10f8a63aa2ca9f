"""Made by Holo from `lending.letters.overdue`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from datetime import date

from lending.types import Loan


def overdue(loans: list[Loan], today: date) -> list[Loan]:
    """The loans whose due day has passed."""
    return [loan for loan in loans if loan.due < today]
