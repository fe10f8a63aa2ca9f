"""Made by Holo: what is asked of `lending.catalogue.title_index`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from lending.catalogue.title_index import title_index
from lending.catalogue.titles_with import titles_with
from lending.catalogue.words import words
from lending.types import Book


def test_example_1() -> None:
    """An example of the hologram."""
    assert title_index([Book("The Sea", "John Banville", [])]) == {
        "the": ["The Sea"],
        "sea": ["The Sea"],
    }


def test_example_2() -> None:
    """A sealed example of the hologram."""
    assert title_index([Book("Sea Sea", "A", []), Book("Sea", "B", [])])["sea"] == [
        "Sea",
        "Sea Sea",
    ]


CASES = [
    ([],),
    ([Book("Sea Sea", "A", []), Book("Sea", "B", [])],),
    ([Book("The Sea", "John Banville", [])],),
    ([Book("Sea Sea", "A", [])],),
    ([Book("The Sea", "John Banville", []), Book("The Sea", "John Banville", [])],),
    ([Book("Sea", "B", [])],),
    ([Book("The Se", "John Banville", [])],),
    ([Book("Sea Sea", "A", []), Book("Sea", "B", []), Book("Sea", "B", [])],),
    ([Book("The Sea", "John Banville", []), Book("The Se", "John Banville", [])],),
    ([Book("Sea Sea", "A", []), Book("Sea", "B", []), Book("Sea Sea", "A", [])],),
    ([Book("The Sea", "John Banvill", [])],),
    ([Book("Sea", "B", []), Book("Sea Sea", "A", [])],),
    ([Book("The Sea", "John Banville", []), Book("The Sea", "John Banvill", [])],),
    ([Book("Sea Sea", "", []), Book("Sea", "B", [])],),
    ([Book("The Seaa", "John Banville", [])],),
    ([Book("Sea Sea", "A", []), Book("Sea", "B", []), Book("Sea Sea", "", [])],),
    ([Book("The Sea", "John Banville", []), Book("The Seaa", "John Banville", [])],),
    ([Book("a", "a", [1])],),
    ([Book("The Sea", "John Banvillea", [])],),
    ([Book("b", "", [])],),
    ([Book("Sea Se", "A", []), Book("Sea", "B", [])],),
    ([Book("Sea Sea", "", []), Book("Sea Sea", "se", [27994]), Book("Sea Sea", "", [])],),
    ([Book("Sea Sea", "A", []), Book("Sea", "B", []), Book("Sea Se", "A", [])],),
    ([Book("Ba", "é漢\tz0A²A", [11])],),
    ([Book("Sea Seaa", "A", []), Book("Sea", "B", [])],),
]


@pytest.mark.parametrize(("books",), CASES)
def test_contract(books: list[Book]) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((books,))
    result = title_index(books)
    assert type(result) is dict
    assert all(type(_each) is str for _each in result)
    assert all(
        (type(_each) is list)
        and (all((type(_each2) is str) and (_each2.strip() != "") for _each2 in _each))
        for _each in result.values()
    )
    assert set(result) == {word for book in books for word in words(book.title)}
    assert all(result[word] == titles_with(books, word) for word in result)
    assert (books,) == before
