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
    ([Book("Emma", "Jane Austen", [1, 2])], [Loan(1, "ada", date(2026, 1, 1))], "Emm"),
    (
        [Book("Emma", "Jane Austen", [1, 2]), Book("Emma", "Emma", [1, 2])],
        [Loan(1, "ada", date(2026, 1, 1))],
        "Emma",
    ),
    ([Book("Emma", "Jane Austen", [1, 2])], [Loan(1, "Emma", date(2026, 1, 1))], "Emma"),
    ([Book("Emma", "Jane Austen", [1, 2])], [Loan(1, "ada", date(2026, 1, 1))], "Emmaa"),
    ([Book("a", "Jane Austen", [3]), Book("a", "a", [3, 1])], [], "a"),
    (
        [Book("Emma", "Jane Austen", [1, 2]), Book("Emm", "Jane Austen", [1, 2])],
        [Loan(1, "ada", date(2026, 1, 1))],
        "Emma",
    ),
    ([Book("Emma", "Jane Austen", [1, 2])], [Loan(1, "ada", date(2026, 1, 1))], "eMMA"),
    (
        [Book("b", "1586470", [1]), Book("b", "", [35, 1, 30848778758478091])],
        [Loan(18707570507384306, "ada", date(2026, 4, 28)), Loan(1, "ada", date(2026, 4, 28))],
        "b",
    ),
    (
        [Book("Emma", "Jane Austen", [1, 2])],
        [Loan(1, "ada", date(2026, 1, 1)), Loan(1, "Emma", date(2026, 1, 1))],
        "Emma",
    ),
    ([Book("Emma", "Jane Austen", [1, 2])], [Loan(1, "ada", date(2026, 1, 1))], "Emma "),
    (
        [Book("Emma", "Jane Austen", [1, 2]), Book("Emma", "Emma", [1, 2])],
        [Loan(1, "05697593166194852", date(2026, 1, 1))],
        "Emma",
    ),
    ([Book("Emma", "Emma", [1, 2])], [Loan(1, "ada", date(2026, 1, 1))], "Emma"),
    ([Book("Emma", "Jane Austen", [1, 2])], [Loan(1, "ada", date(2026, 1, 1))], " Emma"),
    (
        [Book("b", "1586470", [1]), Book("b", "", [35, 1, 30848778758478091])],
        [
            Loan(18707570507384306, "ada", date(2026, 4, 28)),
            Loan(1, "ada", date(2026, 4, 28)),
            Loan(1033685212734, "Jane Austena", date(2026, 1, 2), 1),
        ],
        "b",
    ),
    ([Book("Emma", "Jane Austen", [1, 2])], [Loan(1, "ada", date(2025, 12, 31))], "Emma"),
    ([Book("Emm", "Jane Austen", [1, 2])], [Loan(1, "ada", date(2026, 1, 1))], "Emma"),
    ([Book("Emm", "Jane Austen", [1, 2])], [], "Emm"),
    ([Book("a", "a", [1])], [], "a"),
    ([Book("Emma", "Jane Austen", [1, 2])], [Loan(1, "ada", date(2026, 1, 1))], "Emaa"),
    (
        [Book("Emma", "Jane Austen", [1, 2]), Book("Emma", "Emma", [1, 2])],
        [Loan(2, "ADA", date(2747, 3, 11), 1), Loan(2, "abaaabaabbbbaabba", date(2747, 3, 11), 1)],
        "Emma",
    ),
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
