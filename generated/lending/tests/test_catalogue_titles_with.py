"""Made by Holo: what is asked of `lending.catalogue.titles_with`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from lending.catalogue.titles_with import titles_with
from lending.catalogue.words import words
from lending.types import Book


def test_example_1() -> None:
    """An example of the hologram."""
    assert titles_with(
        [Book("The Sea", "John Banville", []), Book("Emma", "Jane Austen", [])], "sea"
    ) == ["The Sea"]


CASES = [
    (
        [
            Book("The Sea", "John Banville", []),
            Book("Emma", "Jane Austen", []),
            Book("sea", "John Banville", []),
        ],
        "sea",
    ),
    ([Book("The Sea", "John Banville", []), Book("Emma", "Jane Austen", [])], "sea"),
    ([Book("The Sea", "John Banville", []), Book("Emma", "Jane Austen", [])], "The Sea"),
    ([Book("The Sea", "John Banville", [])], "sea"),
    ([Book("Emma", "Jane Austen", [])], "sea"),
    (
        [
            Book("The Sea", "John Banville", []),
            Book("Emma", "Jane Austen", []),
            Book("Emma", "Jane Austen", []),
        ],
        "sea",
    ),
    ([Book("The Sea", "John Banville", []), Book("Emma", "Jane Austen", [])], "John Banville"),
    (
        [
            Book("The Sea", "John Banville", []),
            Book("Emma", "Jane Austen", []),
            Book("The Sea", "John Banville", []),
        ],
        "sea",
    ),
    ([Book("The Sea", "John Banville", []), Book("Emma", "Jane Austen", [])], "Emma"),
    ([Book("Emma", "Jane Austen", []), Book("The Sea", "John Banville", [])], "sea"),
    ([Book("The Sea", "John Banville", []), Book("Emma", "Jane Austen", [])], "Jane Austen"),
    ([Book("sea", "John Banville", []), Book("Emma", "Jane Austen", [])], "sea"),
    ([Book("The Sea", "John Banville", []), Book("Emma", "Jane Austen", [])], "se"),
    ([Book("The Sea", "sea", []), Book("Emma", "Jane Austen", [])], "sea"),
    ([], "sea"),
    (
        [
            Book("The Sea", "John Banville", []),
            Book("Emma", "Jane Austen", []),
            Book("The Sea", "sea", []),
        ],
        "sea",
    ),
    ([Book("The Sea", "John Banville", []), Book("Emma", "Jane Austen", [])], "seaa"),
    (
        [
            Book("The Sea", "John Banville", []),
            Book("Emma", "Jane Austen", []),
            Book("The Se", "John Banville", []),
        ],
        "sea",
    ),
    ([Book("The Sea", "John Banville", []), Book("Emma", "Jane Austen", [])], "SEA"),
    ([Book("The Sea", "John Banvill", []), Book("Emma", "Jane Austen", [])], "sea"),
    ([Book("The Sea", "John Banville", []), Book("Emma", "Jane Austen", [])], "sea "),
    ([Book("a", "a", [1])], "a"),
    ([Book("The Sea", "John Banville", []), Book("Emma", "Jane Austen", [])], " sea"),
    ([Book("a", "a", [1]), Book("b", "", [])], "b"),
    ([Book("The Sea", "John Banville", []), Book("Emma", "Jane Austen", [])], "saa"),
]


@pytest.mark.parametrize(("books", "word"), CASES)
def test_contract(books: list[Book], word: str) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((books, word))
    result = titles_with(books, word)
    assert type(result) is list
    assert all((type(_each) is str) and (_each.strip() != "") for _each in result)
    assert result == (sorted({book.title for book in books if word in words(book.title)}))
    assert (books, word) == before
