"""Made by Holo: what is asked of `lending.loans.next_free`."""

from __future__ import annotations

from copy import deepcopy
from datetime import date

import pytest

from lending.catalogue.copies_of import copies_of
from lending.loans.free_copies import free_copies
from lending.loans.next_free import next_free
from lending.types import Book, Loan, Title, UnknownTitle


def test_example_1() -> None:
    """An example of the hologram."""
    assert next_free(
        [Book("Emma", "Jane Austen", [1])],
        [Loan(1, "ada", date(2026, 1, 9))],
        "Emma",
        date(2026, 1, 1),
    ) == date(2026, 1, 9)


def test_scenario_F5() -> None:
    """A title the library does not own"""
    with pytest.raises(UnknownTitle) as caught:
        next_free([], [], "Emma", date(2026, 1, 1))
    assert type(caught.value) is UnknownTitle
    assert caught.value.args == (UnknownTitle("Emma")).args


CASES = [
    ([], [], "Emma", date(2026, 1, 1)),
    (
        [
            Book("adaa", "Emm", [2, 1]),
            Book("adaa", "bEmm", [2, 1]),
            Book("adaa", "bEmm", [2, 1]),
            Book("Emm", "mmE", [7]),
            Book("Emm", "mmE", [2]),
            Book("adaa", "Emm", [2, 1]),
        ],
        [Loan(7, "esSEu  uESse", date(2025, 12, 31), 1)],
        "adaa",
        date(2025, 12, 29),
    ),
    (
        [
            Book("Tu Ss ea NdD", "Tu Ss aa NdD", [9, 17179869184]),
            Book("Tu Ss ea NdD", "Tu Ss aa NdD", [9, 17179869184]),
        ],
        [
            Loan(8, "Tu Ss aa NdD", date(2026, 1, 10)),
            Loan(2, "12EmmJane AusteEmm9", date(2024, 1, 10)),
        ],
        "Tu Ss ea NdD",
        date(2026, 1, 10),
    ),
    (
        [Book("2", "0906685332118", [2]), Book("2", "Emm", [])],
        [
            Loan(10, "2", date(2026, 1, 11), 1),
            Loan(1048586, "DuTma   sU", date(2026, 1, 11), 1),
            Loan(1, "2", date(2026, 1, 8), 1),
            Loan(12, "Emm", date(2026, 1, 3)),
        ],
        "2",
        date(2026, 1, 11),
    ),
    ([Book("ad", "ad", [25, 2])], [Loan(4, "ada", date(2026, 1, 2), 2)], "ad", date(2026, 1, 2)),
    (
        [Book("0", "ad", [9, 3]), Book("0", "ad", [9, 3])],
        [Loan(3, "eMMA", date(2026, 12, 3), 2), Loan(3, "eMMA", date(2026, 12, 3), 2)],
        "0",
        date(2026, 12, 3),
    ),
    (
        [Book("10ad1ad12ad10", "", [92]), Book("10ad1ad12ad10", " ", [92])],
        [Loan(92, "ad", date(2027, 2, 5), 2), Loan(184, "ad", date(2026, 1, 4), 2)],
        "10ad1ad12ad10",
        date(2026, 1, 4),
    ),
    (
        [Book("b", "", []), Book("a", "a", [1]), Book("a", "a", [1])],
        [
            Loan(2, "b", date(2026, 1, 2)),
            Loan(1, "a", date(2026, 1, 1), 1),
            Loan(1, "a", date(2026, 1, 1), 1),
        ],
        "a",
        date(2026, 2, 1),
    ),
    ([Book("Emma", "Jane Austen", [1])], [], "Emma", date(2026, 1, 1)),
    (
        [Book("Emma", "Jane Austen", [1])],
        [Loan(1, "ada", date(2026, 1, 9))],
        "Emma",
        date(2026, 1, 1),
    ),
    ([], [Loan(1, "ada", date(2026, 1, 9))], "Emma", date(2026, 1, 1)),
    ([Book("a", "a", [1])], [], "a", date(2026, 2, 1)),
    ([Book("a", "a", [1])], [Loan(1, "a", date(2026, 1, 1), 1)], "a", date(2026, 1, 1)),
    (
        [Book("Emma", "Jane Austen", [1])],
        [Loan(1, "ada", date(2026, 1, 9))],
        "Emma",
        date(2026, 1, 9),
    ),
    ([], [], " Emma", date(2026, 1, 1)),
    (
        [Book("b", "", []), Book("a", "a", [2]), Book("a", "a", [2])],
        [
            Loan(2, "b", date(2026, 1, 2)),
            Loan(2, "a", date(2026, 1, 1), 2),
            Loan(2, "a", date(2026, 1, 1), 2),
        ],
        "a",
        date(2026, 2, 1),
    ),
    (
        [
            Book("²'", "ADA", [1]),
            Book("²'", "²'", []),
            Book("'²", "UMN  ", []),
            Book("'\"-", "TAnJM", [2]),
        ],
        [Loan(2, "Emma", date(2024, 2, 29), 2)],
        "²'",
        date(2026, 1, 1),
    ),
    (
        [Book("Emma", "Jane Austen", [1])],
        [Loan(1, "ada", date(2026, 1, 9))],
        "Emma",
        date(2025, 12, 31),
    ),
    ([], [], "Emma", date(2026, 1, 31)),
    (
        [Book("b", "", []), Book("a", "a", [1]), Book("a", "a", [1])],
        [
            Loan(2, "b", date(2026, 1, 2)),
            Loan(1, "a", date(2026, 1, 1), 1),
            Loan(1, "a", date(2026, 1, 1), 1),
        ],
        "a",
        date(2025, 12, 31),
    ),
    (
        [Book("Emma", "Jane Austen", [1]), Book("Emma", "Jane Austen", [1])],
        [Loan(1, "ada", date(2026, 1, 9))],
        "Emma",
        date(2026, 1, 1),
    ),
    (
        [Book("Emma", "Jane Austen", [1])],
        [Loan(1, "ada", date(2026, 1, 9))],
        "Jane Austen",
        date(2026, 1, 1),
    ),
    (
        [Book("eMMA", "s", [22, 23]), Book("Emma", "ADA9ada0ada2", [22, 2])],
        [Loan(1, "ada", date(2026, 1, 9))],
        "Emma",
        date(2026, 1, 1),
    ),
    (
        [Book("Emma", "Jane Austen", [1])],
        [Loan(1, "ada", date(2026, 1, 9)), Loan(1, "ada", date(2026, 1, 9))],
        "Emma",
        date(2026, 1, 1),
    ),
    ([], [], "Emaa", date(2026, 1, 1)),
]


@pytest.mark.parametrize(("books", "loans", "title", "today"), CASES)
def test_contract(books: list[Book], loans: list[Loan], title: Title, today: date) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((books, loans, title, today))
    if copies_of(books, title) == []:
        with pytest.raises(UnknownTitle) as caught:
            next_free(books, loans, title, today)
        assert type(caught.value) is UnknownTitle
        assert caught.value.args == (UnknownTitle(title)).args
        return
    result = next_free(books, loans, title, today)
    assert type(result) is date
    assert result == (
        (today)
        if (free_copies(books, loans, title) != [])
        else (max(today, min(loan.due for loan in loans if loan.copy in copies_of(books, title))))
    )
    assert (books, loans, title, today) == before
