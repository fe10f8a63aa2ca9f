"""Made by Holo from `lending.catalogue.copies_of`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from lending.types import Book, CopyId, Title


def copies_of(books: list[Book], title: Title) -> list[CopyId]:
    """The copies of a title, lowest number first."""
    return sorted(copy for book in books if book.title == title for copy in book.copies)
