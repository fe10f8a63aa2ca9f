"""Made by Holo: what is asked of `lending.loans.free_copies`."""

from __future__ import annotations

from copy import deepcopy
from datetime import date

import pytest

from lending.catalogue.copies_of import copies_of
from lending.loans.free_copies import free_copies
from lending.types import Book, Loan, Title


def test_example_1() -> None:
    """An example of the hologram."""
    assert free_copies(
        [Book("Emma", "Jane Austen", [1, 2])], [Loan(1, "ada", date(2026, 1, 1))], "Emma"
    ) == [2]


CASES = [
    ([Book("Emma", "Jane Austen", [1, 2])], [], "Emma"),
    ([Book("Emma", "Jane Austen", [1, 2])], [Loan(1, "ada", date(2026, 1, 1))], "Emma"),
    ([], [Loan(1, "ada", date(2026, 1, 1))], "Emma"),
    (
        [Book("Emma", "Jane Austen", [1, 2]), Book("Emma", "Jane Austen", [1, 2])],
        [Loan(1, "ada", date(2026, 1, 1))],
        "Emma",
    ),
    (
        [Book("Emma", "Jane Austen", [1, 2])],
        [Loan(1, "ada", date(2026, 1, 1)), Loan(1, "ada", date(2026, 1, 1))],
        "Emma",
    ),
    ([Book("Emma", "Jane Austen", [1, 2])], [Loan(1, "ada", date(2026, 1, 1))], "Jane Austen"),
    (
        [Book("Emma", "Jane Austen", [1, 2]), Book("Emma", "Emma", [1, 2])],
        [Loan(1, "ada", date(2026, 1, 1))],
        "Emma",
    ),
    ([Book("Emma", "Jane Austen", [1, 2])], [Loan(1, "Emma", date(2026, 1, 1))], "Emma"),
    ([Book("Emma", "Jane Austen", [1, 2])], [Loan(1, "ada", date(2026, 1, 1))], "ada"),
    (
        [Book("E", "es", [3]), Book("E", "E", [1, 70, 2])],
        [Loan(1, "AJ ntaUsSJuNTdjAm", date(2654, 2, 28), 1)],
        "E",
    ),
    (
        [Book("Emma", "Jane Austen", [1, 2]), Book("Emm", "Jane Austen", [1, 2])],
        [Loan(1, "ada", date(2026, 1, 1))],
        "Emma",
    ),
    ([Book("Emma", "Jane Austen", [1, 2])], [Loan(1, "ada", date(2026, 1, 1))], "Emm"),
    (
        [
            Book("a", "a", [12]),
            Book("a", "a", [12]),
            Book("533350", "Emma", [731488302451, 500, 1]),
        ],
        [
            Loan(393149392638, "0ADA9ADA2", date(2026, 1, 1), 2),
            Loan(1045879761954, "0ADA9ADA2", date(2025, 12, 29), 2),
        ],
        "a",
    ),
    (
        [Book("Emma", "Jane Austen", [1, 2])],
        [Loan(1, "ada", date(2026, 1, 1)), Loan(1, "Emma", date(2026, 1, 1))],
        "Emma",
    ),
    ([Book("Emma", "Jane Austen", [1, 2])], [Loan(1, "ada", date(2026, 1, 1))], "Emmaa"),
    (
        [
            Book("Enm", "ß", [821473565198]),
            Book("Enm", "ßßßßßßßß", [821473565198]),
            Book("Enm", "ß", [821473565198]),
        ],
        [
            Loan(821474613774, "jANE aUSTEN", date(2026, 1, 1)),
            Loan(821474613774, "jANE aUSTEN", date(2026, 1, 1)),
        ],
        "Enm",
    ),
    ([Book("Emma", "Emma", [1, 2])], [Loan(1, "ada", date(2026, 1, 1))], "Emma"),
    ([Book("Emma", "Jane Austen", [1, 2])], [Loan(1, "ada", date(2026, 1, 1))], "eMMA"),
    (
        [Book("Emm", "Emm", [430660763877, 1, 143553587959])],
        [Loan(1, "ada", date(2026, 1, 1))],
        "Emm",
    ),
    ([Book("Emma", "Jane Austen", [1, 2])], [Loan(1, "ada", date(2025, 12, 31))], "Emma"),
    ([Book("Emm", "Jane Austen", [1, 2])], [Loan(1, "ada", date(2026, 1, 1))], "Emma"),
    ([Book("a", "a", [1])], [], "a"),
    ([Book("Emma", "Jane Austen", [1, 2])], [Loan(1, "ada", date(2026, 1, 1))], "Emma "),
    ([Book("c,", "\n", [2]), Book("d", "\n", [2]), Book("abaa", "\n", [2, 28, 60])], [], "c,"),
    ([Book("Emma", "Jane Austen", [1, 2])], [Loan(1, "ada", date(2026, 1, 1))], " Emma"),
]


@pytest.mark.parametrize(("books", "loans", "title"), CASES)
def test_contract(books: list[Book], loans: list[Loan], title: Title) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((books, loans, title))
    result = free_copies(books, loans, title)
    assert type(result) is list
    assert all((type(_each) is int) and (_each > 0) for _each in result)
    assert result == (
        [copy for copy in copies_of(books, title) if all(loan.copy != copy for loan in loans)]
    )
    assert (books, loans, title) == before
