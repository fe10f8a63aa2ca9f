"""Made by Holo from `lending.fines.fine_to_pay`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from datetime import date

from lending.fines.fine import fine
from lending.fines.reduced import reduced
from lending.money.types import Cents, Percent
from lending.types import Loan


def fine_to_pay(loan: Loan, returned: date, percent: Percent) -> Cents:
    """The fine, less a discount"""
    return reduced(fine(loan, returned), percent)
