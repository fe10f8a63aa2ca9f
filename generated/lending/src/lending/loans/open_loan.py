"""Made by Holo from `lending.loans.open_loan`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from lending.loans.count_loans import count_loans
from lending.types import MAX_LOANS, TERM, CopyId, Day, LimitReached, Loan, Member


def open_loan(loans: list[Loan], copy: CopyId, member: Member, today: Day) -> list[Loan]:
    """Lend a copy to a member for three weeks; the new loan stands last.

    Requires:
        all(loan.copy != copy for loan in loans)

    Raises:
        LimitReached(member): when count_loans(loans, member) >= MAX_LOANS

    Ensures:
        result == loans + [Loan(copy, member, today + TERM)]
    """
    if count_loans(loans, member) >= MAX_LOANS:
        raise LimitReached(member)
    return loans + [Loan(copy, member, today + TERM)]
