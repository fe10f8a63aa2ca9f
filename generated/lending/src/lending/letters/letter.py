"""Made by Holo from `lending.letters.letter`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from datetime import date

from lending.fines.total import total
from lending.letters.late import late
from lending.letters.line import line
from lending.money.print_cents import print_cents
from lending.types import Loan, Member


def letter(loans: list[Loan], member: Member, today: date) -> str:
    """What a member is told about everything that is overdue."""
    return "\n".join(
        [
            f"Dear {member},",
            *[line(loan, today) for loan in late(loans, member, today)],
            f"In all: {print_cents(total(late(loans, member, today), today))}",
        ]
    )
