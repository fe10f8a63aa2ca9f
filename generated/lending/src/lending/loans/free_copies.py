"""Made by Holo from `lending.loans.free_copies`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from lending.catalogue.copies_of import copies_of
from lending.types import Book, CopyId, Loan, Title


def free_copies(books: list[Book], loans: list[Loan], title: Title) -> list[CopyId]:
    """The copies of a title that nobody has, lowest number first."""
    return [copy for copy in copies_of(books, title) if all(loan.copy != copy for loan in loans)]
