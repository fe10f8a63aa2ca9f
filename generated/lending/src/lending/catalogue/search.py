"""Made by Holo from `lending.catalogue.search`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from lending.catalogue.matches import matches
from lending.types import Book


def search(books: list[Book], text: str) -> list[Book]:
    """The books that match a text, by title and then by author.

    Ensures:
        len(result) == sum(matches(book, text) for book in books)
        all(matches(book, text) and result.count(book) == books.count(book) for book in result)
        all((a.title, a.author) <= (b.title, b.author) for a, b in zip(result, result[1:]))
    """
    found = [book for book in books if matches(book, text)]
    return sorted(found, key=lambda book: (book.title, book.author))
