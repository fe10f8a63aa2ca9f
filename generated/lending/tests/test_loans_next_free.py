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
            Book("Emma", "z", [1, 72]),
            Book("Emma", "z", [1, 72]),
            Book("²_", "z", [1, 72]),
            Book("ad", "9657", [1, 2]),
            Book("9657", "388564319", [2, 6]),
            Book("Emma", "z", [1, 72]),
        ],
        [Loan(2, "96a7", date(2025, 12, 31), 1)],
        "Emma",
        date(2018, 10, 28),
    ),
    (
        [Book("Emma", "ad", [1]), Book("Emma", "Emma", [12])],
        [
            Loan(12, "ad", date(2025, 12, 30)),
            Loan(1, "Emma", date(2025, 12, 31)),
            Loan(12, "aa", date(2025, 12, 31)),
            Loan(13, "109", date(2025, 12, 30), 1),
        ],
        "Emma",
        date(2025, 12, 31),
    ),
    (
        [
            Book(r"0'z²,-\zAλ漢🎲',", r"0'z²,-\zAλ漢🎲',", []),
            Book(r"0'z²,-\zAλ漢🎲',", "", [384943621716]),
        ],
        [Loan(2, "Jane Auste", date(2017, 1, 31))],
        r"0'z²,-\zAλ漢🎲',",
        date(2026, 1, 10),
    ),
    (
        [Book("Emma", "Jane Austen", [1])],
        [Loan(13, "ada", date(2026, 1, 9))],
        "Emma",
        date(2026, 1, 2),
    ),
    (
        [Book("Jane Auste", " ٣", [214411, 2])],
        [Loan(214410, "eMMA", date(2026, 1, 1)), Loan(214411, "Jane Auste", date(2026, 8, 6), 2)],
        "Jane Auste",
        date(2026, 2, 4),
    ),
    (
        [Book("Emma", "Jane Austen", [1])],
        [Loan(1, "ada", date(2026, 1, 9))],
        "Emma",
        date(9999, 12, 29),
    ),
    (
        [Book("aab", '\tß²ß"ß.', [1]), Book("aab", '\tß²ß"ß.', [1])],
        [Loan(2, "aab", date(2025, 12, 1), 1), Loan(2, "aab", date(2025, 12, 1), 1)],
        "aab",
        date(2025, 12, 1),
    ),
    (
        [
            Book("eMMA", "9486231", [35047571487964049, 35047571487964050]),
            Book("eMMA", "9486231", [35047571487964049, 35047571487964050]),
        ],
        [Loan(1, "٣9", date(2036, 12, 14)), Loan(1, "٣", date(2036, 12, 14))],
        "eMMA",
        date(2026, 1, 8),
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
    (
        [Book("aab", '\tß²ß"ß', [1]), Book("aab", '\tß²ß"ß', [1])],
        [Loan(2, "aab", date(2025, 12, 1), 1), Loan(2, "aab", date(2025, 12, 1), 1)],
        "aab",
        date(2025, 12, 1),
    ),
    (
        [Book("Emma", "Jane Austen", [1])],
        [Loan(1, "ada", date(2026, 1, 8))],
        "Emma",
        date(2024, 2, 29),
    ),
    ([Book("a", "a", [1])], [], "a", date(2026, 2, 1)),
    ([Book("a", "a", [1])], [Loan(1, "a", date(2026, 1, 1), 1)], "a", date(2026, 1, 1)),
    (
        [Book("Emma", "Jane Austen", [1])],
        [Loan(1, "ada", date(2026, 1, 9))],
        "Emma",
        date(2025, 12, 31),
    ),
    (
        [Book("Emma", "Jane Austen", [1])],
        [Loan(1, "ada", date(2026, 1, 9))],
        "Emm",
        date(2026, 1, 1),
    ),
    (
        [Book("\\\t", "\\\t\t\t\t\t\t\t\t", []), Book("\\\t", "\\\t\t\t\t\t\t\t\t", [4])],
        [],
        "\\\t",
        date(2026, 1, 1),
    ),
    (
        [Book("Emma", "Jane Austen", [1])],
        [Loan(1, "ada", date(2026, 1, 9))],
        "Emma",
        date(2026, 1, 2),
    ),
    (
        [Book("Emma", "Jane Austen", [1])],
        [Loan(1, "ada", date(2026, 1, 9))],
        "Emmaa",
        date(2026, 1, 1),
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
        "eMMA",
        date(2026, 1, 1),
    ),
    (
        [Book("Emma", "Jane Austen", [1])],
        [Loan(1, "ada", date(2026, 1, 9)), Loan(1, "ada", date(2026, 1, 9))],
        "Emma",
        date(2026, 1, 1),
    ),
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
