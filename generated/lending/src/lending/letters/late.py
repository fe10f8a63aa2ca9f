"""Made by Holo from `lending.letters.late`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from datetime import date

from lending.letters.overdue import overdue
from lending.types import Loan, Member


def late(loans: list[Loan], member: Member, today: date) -> list[Loan]:
    """What a member has overdue."""
    return [loan for loan in overdue(loans, today) if loan.member == member]
