"""Made by Holo from `lending.letters.agenda`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from datetime import date, timedelta

from lending.letters.due_on import due_on
from lending.types import CopyId, Day, Loan


def agenda(loans: list[Loan], today: Day, days: int) -> dict[date, list[CopyId]]:
    """What comes back soon: each due day from today to so many days later, in order, with its copies.

    Requires:
        0 <= days <= 366

    Ensures:
        list(result) == sorted(result)
        set(result) == {loan.due for loan in loans if today <= loan.due <= today + timedelta(days=days)}
        all(result[day] == due_on(loans, day) for day in result)
    """
    last = today + timedelta(days=days)
    due_days = sorted({loan.due for loan in loans if today <= loan.due <= last})
    return {day: due_on(loans, day) for day in due_days}
