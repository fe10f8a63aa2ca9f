"""Made by Holo: what is asked of `lending.catalogue.search`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from lending.catalogue.matches import matches
from lending.catalogue.search import search
from lending.types import Book


def test_example_1() -> None:
    """An example of the hologram."""
    assert search(
        [Book("Orlando", "Virginia Woolf", [1]), Book("Emma", "Jane Austen", [2])], "woolf"
    ) == [Book("Orlando", "Virginia Woolf", [1])]


def test_example_2() -> None:
    """An example of the hologram."""
    assert search([Book("Orlando", "V. Woolf", []), Book("Flush", "V. Woolf", [])], "") == [
        Book("Flush", "V. Woolf", []),
        Book("Orlando", "V. Woolf", []),
    ]


CASES = [
    ([Book("Orlando", "Virginia Woolf", [1]), Book("Emma", "Jane Austen", [2])], "woolf"),
    ([Book("Orlando", "V. Woolf", []), Book("Flush", "V. Woolf", [])], ""),
    ([Book("Emma", "Jane Austen", [2])], "woolf"),
    ([Book("Orlando", "Virginia Woolf", [1])], "woolf"),
    ([Book("Orlando", "", []), Book("Flush", "V. Woolf", [])], ""),
    ([Book("Orlando", "V. Woolf", []), Book("Flush", "V. Woolf", [])], "a"),
    ([Book("Orlando", "Virginia Woolf", [1]), Book("Emma", "Jane Austen", [2])], "Orlando"),
    ([Book("Orlando", "V. Woolf", []), Book("Flush", "V. Woolf", []), Book("Orlando", "", [])], ""),
    ([Book("Orlando", "Virginia Woolf", [1]), Book("Emma", "Jane Austen", [2])], "wool"),
    ([Book("Orlando", "Virginia Woolf", [1]), Book("Emma", "Jane Austen", [2])], "Virginia Woolf"),
    ([Book("Orlando", "V. Woolf", []), Book("Flush", "V. Woolf", [])], " "),
    ([], "woolf"),
    (
        [
            Book("Orlando", "Virginia Woolf", [1]),
            Book("Emma", "Jane Austen", [2]),
            Book("Emma", "Jane Austen", [2]),
        ],
        "woolf",
    ),
    ([Book("Orland", "V. Woolf", []), Book("Flush", "V. Woolf", [])], ""),
    ([Book("Orlando", "Virginia Woolf", [1]), Book("Emma", "Jane Austen", [2])], "woolfa"),
    ([Book("Orlando", "Virginia Woolf", [1]), Book("Emma", "Jane Austen", [2])], "Emma"),
    (
        [
            Book("Orlando", "Virginia Woolf", [1]),
            Book("Emma", "Jane Austen", [2]),
            Book("Orlando", "Virginia Woolf", [1]),
        ],
        "woolf",
    ),
    ([], ""),
    ([Book("Orlando", "Virginia Woolf", [1]), Book("Emma", "Jane Austen", [2])], "Jane Austen"),
    (
        [
            Book("Orlando", "V. Woolf", []),
            Book("Flush", "V. Woolf", []),
            Book("Orland", "V. Woolf", []),
        ],
        "",
    ),
    ([Book("b", "", [])], "ab"),
    ([Book("Emma", "Jane Austen", [2]), Book("Orlando", "Virginia Woolf", [1])], "woolf"),
    ([Book("Orlando", "V. Wool", []), Book("Flush", "V. Woolf", [])], ""),
    ([], "b"),
    ([Book("a", "a", [1])], "a"),
]


@pytest.mark.parametrize(("books", "text"), CASES)
def test_contract(books: list[Book], text: str) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((books, text))
    result = search(books, text)
    assert type(result) is list
    assert all(type(_each) is Book for _each in result)
    assert len(result) == sum(matches(book, text) for book in books)
    assert all(matches(book, text) and result.count(book) == books.count(book) for book in result)
    assert all((a.title, a.author) <= (b.title, b.author) for a, b in zip(result, result[1:]))
    assert (books, text) == before
