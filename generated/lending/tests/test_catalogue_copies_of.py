"""Made by Holo: what is asked of `lending.catalogue.copies_of`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from lending.catalogue.copies_of import copies_of
from lending.types import Book, Title


def test_example_1() -> None:
    """An example of the hologram."""
    assert copies_of(
        [Book("Emma", "Jane Austen", [9, 2]), Book("Flush", "V. Woolf", [3])], "Emma"
    ) == [2, 9]


CASES = [
    ([Book("Emma", "Jane Austen", [9]), Book("Flush", "V. Woolf", [3])], "Emma"),
    ([Book("Emma", "Jane Austen", [9, 2]), Book("Flush", "V. Woolf", [3])], "Emma"),
    ([Book("Emma", "Jane Austen", [9, 2]), Book("Flush", "V. Woolf", [3])], "Emm"),
    ([Book("a", "a", [1])], "a"),
    ([Book("Emma", "Jane Austen", [9, 2])], "Emma"),
    ([Book("Flush", "V. Woolf", [3])], "Emma"),
    ([Book("b", "", []), Book("b", "abbabaa", [3])], "b"),
    (
        [
            Book("Emma", "Jane Austen", [9, 2]),
            Book("Flush", "V. Woolf", [3]),
            Book("Flush", "V. Woolf", [3]),
        ],
        "Emma",
    ),
    ([Book("Emma", "Jane Austen", [9, 2]), Book("Flush", "V. Woolf", [3])], "Emmaa"),
    (
        [
            Book("bb", "bb", [161496]),
            Book("bba", "bb", [161496, 2]),
            Book("bba", "bba", [161496, 2]),
        ],
        "bb",
    ),
    (
        [
            Book("Emma", "Jane Austen", [9, 2]),
            Book("Flush", "V. Woolf", [3]),
            Book("Emma", "Jane Austen", [9, 2]),
        ],
        "Emma",
    ),
    ([Book("Emma", "Jane Austen", [9, 2]), Book("Flush", "V. Woolf", [3])], "eMMA"),
    (
        [
            Book("Jane Austea", "ab", [410]),
            Book("Jane Austea", "ab", [410, 2]),
            Book("Jane Auste", "0", [958]),
            Book("fLUSH", "ab", [410]),
            Book("ab", "0", [410]),
            Book("fLUSH", "8", [410]),
            Book("Jane Austea", "ab", [410]),
        ],
        "Jane Auste",
    ),
    ([Book("Flush", "V. Woolf", [3]), Book("Emma", "Jane Austen", [9, 2])], "Emma"),
    ([Book("Emma", "Jane Austen", [9, 2]), Book("Flush", "V. Woolf", [3])], "Emma "),
    (
        [
            Book("Emma", "Jane Austen", [9, 2]),
            Book("Flush", "V. Woolf", [3]),
            Book("Emm", "Jane Austen", [9, 2]),
        ],
        "Emma",
    ),
    ([Book("Emma", "Jane Austen", [9, 2]), Book("Flush", "V. Woolf", [3])], " Emma"),
    ([Book("Emma", "Emma", [9, 2]), Book("Flush", "V. Woolf", [3])], "Emma"),
    ([], "Emma"),
    (
        [
            Book("Emma", "Jane Austen", [9, 2]),
            Book("Flush", "V. Woolf", [3]),
            Book("Emma", "Emma", [9, 2]),
        ],
        "Emma",
    ),
    ([Book("Emma", "Jane Austen", [9, 2]), Book("Flush", "V. Woolf", [3])], "Emaa"),
    (
        [
            Book("Emma", "Jane Austen", [9, 2]),
            Book("Flush", "V. Woolf", [3]),
            Book("Emma", "Jane Austen", [9]),
        ],
        "Emma",
    ),
    ([Book("Emm", "Jane Austen", [9, 2]), Book("Flush", "V. Woolf", [3])], "Emma"),
    (
        [
            Book("Emma", "Jane Austen", [9, 2]),
            Book("Flush", "V. Woolf", [3]),
            Book("Emmaa", "Jane Austen", [9, 2]),
        ],
        "Emma",
    ),
    ([Book("Emma", "Jane Austen", [9, 2]), Book("Flush", "V. Woolf", [3])], "mma"),
]


@pytest.mark.parametrize(("books", "title"), CASES)
def test_contract(books: list[Book], title: Title) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((books, title))
    result = copies_of(books, title)
    assert type(result) is list
    assert all((type(_each) is int) and (_each > 0) for _each in result)
    assert result == (sorted(copy for book in books if book.title == title for copy in book.copies))
    assert (books, title) == before
