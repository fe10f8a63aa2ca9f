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
    (Book("tHE wAVES", "Virginia Woolf", []), "wave"),
    (Book("The Waves", "Virginia Woolf", []), "The Waves"),
    (Book("The Waves", "Virginia Woolf", []), " wave"),
    (Book("The Waves", "woolf waves", []), "woolf waves"),
    (Book("The Waves", "vIRGINIA wOOLF", []), "wave"),
    (Book("The Waves", "Virginia Woolf", []), "Virginia Woolf"),
    (Book("The Waves", "Virginia Woolf", []), "waae"),
    (Book("The Waves", "Virginia Woolf", []), "WOOLF WAVES"),
    (Book("The Wave", "Virginia Woolf", []), "woolf waves"),
    (Book("The Waves", "Virginia Woolf", []), "woolf waves "),
    (Book("The Waves ", "Virginia Woolf", []), "wave"),
    (Book("a", "a", [1]), "a"),
    (Book("The Waves", "Virginia Woolf", []), "woolf wave"),
    (Book("b", "", []), ""),
    (Book("The Waves", "Virginia Woolf", []), "wava"),
    (Book("ab", "b", [1, 2]), "b"),
    (Book("The Waves", "Virginia Wool", []), "woolf waves"),
    (Book("A", "ab", [2]), "ab"),
    (Book("The Waves", "Virginia Woolf ", []), "wave"),
    (Book("ab", "", [1, 2]), " "),
    (Book("The Waves", "Virginia Woolf", []), "woolf wavesa"),
    (Book("a", "a", [1]), ""),
]


@pytest.mark.parametrize(("book", "text"), CASES)
def test_contract(book: Book, text: str) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((book, text))
    result = matches(book, text)
    assert type(result) is bool
    assert result == (set(words(text)) <= set(words(book.title) + words(book.author)))
    assert (book, text) == before
