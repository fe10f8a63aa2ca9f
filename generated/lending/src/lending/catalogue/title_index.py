"""Made by Holo from `lending.catalogue.title_index`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from lending.catalogue.titles_with import titles_with
from lending.catalogue.words import words
from lending.types import Book, Title


def title_index(books: list[Book]) -> dict[str, list[Title]]:
    """For every word of a title: the titles that hold it.

    Ensures:
        set(result) == {word for book in books for word in words(book.title)}
        all(result[word] == titles_with(books, word) for word in result)
    """
    distinct = dict.fromkeys(word for book in books for word in words(book.title))
    return {word: titles_with(books, word) for word in distinct}
