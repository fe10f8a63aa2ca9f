"""Made by Holo from `lending.fines.total`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from datetime import date

from lending.fines.fine import fine
from lending.money.types import Cents
from lending.types import Loan


def total(loans: list[Loan], today: date) -> Cents:
    """What all the loans would cost if they were given back today."""
    return sum(fine(loan, today) for loan in loans)
