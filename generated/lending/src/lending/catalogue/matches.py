"""Made by Holo from `lending.catalogue.matches`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from lending.catalogue.words import words
from lending.types import Book


def matches(book: Book, text: str) -> bool:
    """Whether every word of a text stands in the title or the author of a book."""
    return set(words(text)) <= set(words(book.title) + words(book.author))
