"""Made by Holo from `lending.letters.members`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from lending.types import Loan, Member


def members(loans: list[Loan]) -> list[Member]:
    """Each member once, by name."""
    return sorted({loan.member for loan in loans})
