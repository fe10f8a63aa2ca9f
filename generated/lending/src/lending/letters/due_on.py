"""Made by Holo from `lending.letters.due_on`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from datetime import date

from lending.types import CopyId, Loan


def due_on(loans: list[Loan], day: date) -> list[CopyId]:
    """The copies that come back on a day, lowest number first."""
    return sorted(loan.copy for loan in loans if loan.due == day)
