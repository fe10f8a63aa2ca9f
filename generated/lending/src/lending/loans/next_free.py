"""Made by Holo from `lending.loans.next_free`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from datetime import date

from lending.catalogue.copies_of import copies_of
from lending.loans.free_copies import free_copies
from lending.types import Book, Loan, Title, UnknownTitle


def next_free(books: list[Book], loans: list[Loan], title: Title, today: date) -> date:
    """The day on which a copy of a title can be had: today, or the first due day, if nobody is late.

    Raises:
        UnknownTitle(title): when copies_of(books, title) == []
    """
    if copies_of(books, title) == []:
        raise UnknownTitle(title)
    if free_copies(books, loans, title) != []:
        return today
    return max(today, min(loan.due for loan in loans if loan.copy in copies_of(books, title)))
