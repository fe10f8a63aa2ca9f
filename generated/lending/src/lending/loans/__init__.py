"""Opening, renewing and closing loans"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lending._package import offer

# ruff: noqa: TC004  (these names are offered below, and loaded when they are asked for)
if TYPE_CHECKING:
    from lending.loans.close_loan import close_loan
    from lending.loans.count_loans import count_loans
    from lending.loans.free_copies import free_copies
    from lending.loans.next_free import next_free
    from lending.loans.open_loan import open_loan
    from lending.loans.renew import renew

__all__ = [
    "close_loan",
    "count_loans",
    "free_copies",
    "next_free",
    "open_loan",
    "renew",
]

offer(
    __name__,
    {
        "close_loan": "lending.loans.close_loan",
        "count_loans": "lending.loans.count_loans",
        "free_copies": "lending.loans.free_copies",
        "next_free": "lending.loans.next_free",
        "open_loan": "lending.loans.open_loan",
        "renew": "lending.loans.renew",
    },
)
