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
    ([Book("Sea Sea", "Aa", []), Book("Sea", "B", [])],),
    ([Book("The Sea", "John Banville", []), Book("The Sea", "John Banville", [])],),
    ([Book("Sea Sea", "A", []), Book("Sea", "B", []), Book("Sea Sea", "Aa", [])],),
    ([Book("Sea Sea", "A", []), Book("Se", "B", [])],),
    ([Book("Sea Sea", "A", []), Book("Sea", "", [])],),
    ([Book("Sea Sea", "A", []), Book("Sea", "B", []), Book("Se", "B", [])],),
    ([Book("Sea Sea", "A", []), Book("Sea", "B", []), Book("Sea", "", [])],),
    ([Book("The Se", "John Banville", [])],),
    ([Book("Sea Sea", "A", []), Book("Sea", "Ba", [])],),
    ([Book("The Sea", "John Banville", []), Book("The Se", "John Banville", [])],),
    ([Book("Sea Sea", "A", []), Book("Sea", "B", []), Book("Sea", "Ba", [])],),
    ([Book("Sea Sea", "A", []), Book("Seaa", "B", [])],),
    ([Book("Sea Sea", "A", [])],),
    ([Book("The Sea", "John Banvill", [])],),
    ([Book("Sea", "B", [])],),
    ([Book("Sea Sea", "A", []), Book("Sea", "B", []), Book("Seaa", "B", [])],),
    ([Book("a", "a", [1])],),
    ([Book("The Sea", "John Banville", []), Book("The Sea", "John Banvill", [])],),
    ([Book("b", "", [])],),
    ([Book("The Seaa", "John Banville", [])],),
    (
        [
            Book("B", "B", [1073741825, 1073741826]),
            Book("B", "B", [29674417765540284, 1073741826]),
            Book("B", "ESTLLTSE", [2]),
        ],
    ),
    ([Book("The Sea", "John Banville", []), Book("The Seaa", "John Banville", [])],),
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
