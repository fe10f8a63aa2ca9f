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
    ([Book("Emma", "Jane Austen", [9, 2]), Book("Flush", "V. Woolf", [3])], "Flush"),
    ([Book("Emma", "Jane Austen", [9, 2]), Book("Flush", "V. Woolf", [3])], "Emma"),
    ([Book("Emma", "Jane Austen", [9, 2]), Book("Flush", "V. Woolf", [3])], "Jane Austen"),
    ([Book("Emma", "Jane Austen", [9]), Book("Flush", "V. Woolf", [3])], "Emma"),
    ([Book("Emma", "Jane Austen", [9, 2])], "Emma"),
    ([Book("Flush", "V. Woolf", [3])], "Emma"),
    ([Book("a", "a", [1])], "a"),
    (
        [
            Book("Emma", "Jane Austen", [9, 2]),
            Book("Flush", "V. Woolf", [3]),
            Book("Flush", "V. Woolf", [3]),
        ],
        "Emma",
    ),
    ([Book("Emma", "Jane Austen", [9, 2]), Book("Flush", "V. Woolf", [3])], "V. Woolf"),
    (
        [
            Book("fLUSH", "fLUSH", [1, 2]),
            Book("eMMA", "9Emm2Emm1Emm12", [1]),
            Book("eMMA", "LUS", []),
            Book("eMMA", " fLUSH", []),
            Book("L", "", [525, 3, 1, 500607]),
        ],
        "eMMA",
    ),
    (
        [
            Book("Emma", "Jane Austen", [9, 2]),
            Book("Flush", "V. Woolf", [3]),
            Book("Emma", "Jane Austen", [9, 2]),
        ],
        "Emma",
    ),
    ([Book("Emma", "Jane Austen", [9, 2]), Book("Flush", "V. Woolf", [3])], "Emm"),
    ([Book("Emma", "", []), Book("6", "Emmaa", [59])], "6"),
    ([Book("Flush", "V. Woolf", [3]), Book("Emma", "Jane Austen", [9, 2])], "Emma"),
    ([Book("Emma", "Jane Austen", [9, 2]), Book("Flush", "V. Woolf", [3])], "Emmaa"),
    (
        [
            Book("1Emm1Emm1", "jM", []),
            Book("1Emm1Emm1", "jM", []),
            Book("1Emm1Emm1", "M", []),
            Book("1Emm1Emm1", "jM", [1]),
            Book("Jane Auste", "jM", [1]),
        ],
        "1Emm1Emm1",
    ),
    (
        [
            Book("Emma", "Jane Austen", [9, 2]),
            Book("Flush", "V. Woolf", [3]),
            Book("Emm", "Jane Austen", [9, 2]),
        ],
        "Emma",
    ),
    ([], "Emma"),
    ([Book("Emma", "Jane Austen", [9, 2]), Book("Flushhhhhhhh", "V. Woolf", [3])], "Flushhhhhhhh"),
    ([Book("Emma", "Emma", [9, 2]), Book("Flush", "V. Woolf", [3])], "Emma"),
    ([Book("Emma", "Jane Austen", [9, 2]), Book("Flush", "V. Woolf", [3])], "eMMA"),
    (
        [
            Book("Emma", "Jane Austen", [9, 2]),
            Book("Flush", "V. Woolf", [3]),
            Book("Emma", "Emma", [9, 2]),
        ],
        "Emma",
    ),
    ([Book("Emm", "Jane Austen", [9, 2]), Book("Flush", "V. Woolf", [3])], "Emma"),
    (
        [
            Book("Emma", "Jane Austen", [9, 2]),
            Book("Flush", "V. Woolf", [3]),
            Book("Emma", "Jane Austen", [9]),
        ],
        "Emma",
    ),
    ([Book("Emma", "Jane Austen", [9, 2]), Book("Flush", "V. Woolf", [3])], "Emma "),
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
