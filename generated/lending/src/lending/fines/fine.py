"""Made by Holo from `lending.fines.fine`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from datetime import date

from lending.fines.types import DAILY
from lending.money.types import Cents
from lending.types import Loan


def fine(loan: Loan, returned: date) -> Cents:
    """The fine for a copy given back on a day.

    Ensures:
        result == 0 or returned > loan.due
    """
    return max(0, (returned - loan.due).days) * DAILY
