"""Made by Holo: what is asked of `lending.catalogue.matches`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from lending.catalogue.matches import matches
from lending.catalogue.words import words
from lending.types import Book


def test_example_1() -> None:
    """An example of the hologram."""
    assert matches(Book("The Waves", "Virginia Woolf", []), "woolf waves")


def test_example_2() -> None:
    """An example of the hologram."""
    assert not matches(Book("The Waves", "Virginia Woolf", []), "wave")


CASES = [
    (Book("The Waves", "Virginia Woolf", []), "woolf waves"),
    (Book("The Waves", "Virginia Woolf", []), "wave"),
    (Book("woolf waves", "Virginia Woolf", []), "woolf waves"),
    (Book("The Waves", "Virginia Woolf", []), "woolf wave"),
    (Book("The Waves", "woolf waves", []), "woolf waves"),
    (Book("The Waves", "Virginia Woolf", []), "woolf wavesa"),
    (Book("The Waves", "Virginia Woolf", []), "WOOLF WAVES"),
    (Book("The Wave", "Virginia Woolf", []), "woolf waves"),
    (Book("The Waves", "Virginia Woolf", []), "woolf waves "),
    (Book("The Waves", "Virginia Wool", []), "woolf waves"),
    (Book("The Waves", "Virginia Woolf", []), " woolf waves"),
    (Book("The Wavesa", "Virginia Woolf", []), "woolf waves"),
    (Book("wave", "Virginia Woolf", []), "wave"),
    (Book("The Waves", "Virginia Woolfa", []), "woolf waves"),
    (Book("The Waves", "wave", []), "wave"),
    (Book("The Waves", "Virginia Woolf", []), "woolfawaves"),
    (Book("The Wave", "Virginia Woolf", []), "wave"),
    (Book("The Waves", "Virginia Woolf", []), "wav"),
    (Book("a", "a", [1]), "a"),
    (Book("The Waves", "Virginia Woolf", []), "wavea"),
    (Book("b", "", []), ""),
    (Book("The Waves", "Virginia Woolf", []), "WAVE"),
    (Book("ab", "b", [1, 2]), "b"),
    (Book("The Waves", "Virginia Wool", []), "wave"),
    (Book("A", "ab", [2]), "ab"),
]


@pytest.mark.parametrize(("book", "text"), CASES)
def test_contract(book: Book, text: str) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((book, text))
    result = matches(book, text)
    assert type(result) is bool
    assert result == (set(words(text)) <= set(words(book.title) + words(book.author)))
    assert (book, text) == before
