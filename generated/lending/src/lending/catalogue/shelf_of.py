"""Made by Holo from `lending.catalogue.shelf_of`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from lending.types import CopyId, Loan, Shelf


def shelf_of(copy: CopyId, loans: list[Loan], missing: list[CopyId]) -> Shelf:
    """Where a copy is. One that is missing is lost, even if somebody has borrowed it."""
    if copy in missing:
        return Shelf.lost
    if any(loan.copy == copy for loan in loans):
        return Shelf.lent
    return Shelf.shelved
