"""A town library lends copies of books to its members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lending._package import offer
from lending.types import (
    MAX_LOANS,
    MAX_RENEWALS,
    TERM,
    AlreadyWaiting,
    Book,
    CopyId,
    Day,
    Debt,
    Hold,
    LimitReached,
    Loan,
    Member,
    NotLent,
    Post,
    Receipt,
    RenewedTooOften,
    Shelf,
    Title,
    UnknownTitle,
)

# ruff: noqa: TC004  (these names are offered below, and loaded when they are asked for)
if TYPE_CHECKING:
    from lending import catalogue, fines, holds, letters, loans, money

__all__ = [
    "MAX_LOANS",
    "MAX_RENEWALS",
    "TERM",
    "AlreadyWaiting",
    "Book",
    "CopyId",
    "Day",
    "Debt",
    "Hold",
    "LimitReached",
    "Loan",
    "Member",
    "NotLent",
    "Post",
    "Receipt",
    "RenewedTooOften",
    "Shelf",
    "Title",
    "UnknownTitle",
    "catalogue",
    "fines",
    "holds",
    "letters",
    "loans",
    "money",
]

offer(
    __name__,
    {
        "catalogue": "lending.catalogue",
        "fines": "lending.fines",
        "holds": "lending.holds",
        "letters": "lending.letters",
        "loans": "lending.loans",
        "money": "lending.money",
    },
)
