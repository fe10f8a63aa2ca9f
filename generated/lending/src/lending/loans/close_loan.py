"""Made by Holo from `lending.loans.close_loan`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from lending.types import CopyId, Loan, NotLent


def close_loan(loans: list[Loan], copy: CopyId) -> list[Loan]:
    """Take a copy back: the other loans, in their order.

    Raises:
        NotLent(copy): when all(loan.copy != copy for loan in loans)

    Ensures:
        result == [loan for loan in loans if loan.copy != copy]
    """
    if all(loan.copy != copy for loan in loans):
        raise NotLent(copy)
    return [loan for loan in loans if loan.copy != copy]
