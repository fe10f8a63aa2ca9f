"""Made by Holo from `lending.letters.to_write`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from datetime import date

from lending.letters.members import members
from lending.letters.overdue import overdue
from lending.types import Loan, Member


def to_write(loans: list[Loan], today: date) -> list[Member]:
    """Who gets a letter on a day"""
    return members(overdue(loans, today))
