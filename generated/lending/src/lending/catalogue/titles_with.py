"""Made by Holo from `lending.catalogue.titles_with`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from lending.catalogue.words import words
from lending.types import Book, Title


def titles_with(books: list[Book], word: str) -> list[Title]:
    """The titles that hold a word, each once, in alphabetical order."""
    return sorted({book.title for book in books if word in words(book.title)})
