"""Made by Holo from `lending.loans.renew`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from dataclasses import replace

from lending.types import MAX_RENEWALS, TERM, Day, Loan, RenewedTooOften


def renew(loan: Loan, today: Day) -> Loan:
    """The same loan, due three weeks from today.

    Raises:
        RenewedTooOften(loan.copy): when loan.renewals == MAX_RENEWALS

    Ensures:
        result == replace(loan, due=today + TERM, renewals=loan.renewals + 1)
    """
    if loan.renewals == MAX_RENEWALS:
        raise RenewedTooOften(loan.copy)
    return replace(loan, due=today + TERM, renewals=loan.renewals + 1)
