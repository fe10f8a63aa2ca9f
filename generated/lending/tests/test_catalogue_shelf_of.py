"""Made by Holo: what is asked of `lending.catalogue.shelf_of`."""

from __future__ import annotations

from copy import deepcopy
from datetime import date

import pytest

from lending.catalogue.shelf_of import shelf_of
from lending.types import CopyId, Loan, Shelf


def test_example_1() -> None:
    """An example of the hologram."""
    assert shelf_of(7, [Loan(7, "ada", date(2026, 1, 1))], []) == Shelf.lent


def test_example_2() -> None:
    """An example of the hologram."""
    assert shelf_of(7, [Loan(7, "ada", date(2026, 1, 1))], [7]) == Shelf.lost


CASES = [
    (7, [Loan(7, "ada", date(2026, 1, 1))], []),
    (6, [Loan(7, "ada", date(2026, 1, 1))], []),
    (7, [Loan(7, "ada", date(2026, 1, 1))], [7]),
    (7, [Loan(7, "ada", date(2026, 1, 1)), Loan(7, "ada", date(2026, 1, 1))], []),
    (7, [], []),
    (7, [], [7]),
    (7, [Loan(7, "ada", date(2026, 1, 1)), Loan(6, "ada", date(2026, 1, 1))], []),
    (8, [Loan(7, "ada", date(2026, 1, 1))], []),
    (7, [Loan(7, "ada", date(2026, 1, 1)), Loan(7, "ada", date(2026, 1, 1))], [7]),
    (7, [Loan(7, "ad", date(2026, 1, 1))], []),
    (7, [Loan(6, "ada", date(2026, 1, 1))], []),
    (7, [Loan(7, "ada", date(2026, 1, 1))], [7, 7]),
    (1, [Loan(1, "a", date(2026, 1, 1), 1), Loan(2, "b", date(2026, 1, 2))], [2]),
    (6, [Loan(7, "ada", date(2026, 1, 1))], [7]),
    (1, [Loan(1, "a", date(2026, 1, 1), 1)], [1]),
    (
        21,
        [Loan(21, "adaa", date(2027, 1, 1), 1), Loan(1, "adaa", date(2025, 12, 31))],
        [171758029533, 171758029534, 1, 2],
    ),
    (8, [Loan(7, "ada", date(2026, 1, 1))], [7]),
    (
        1,
        [
            Loan(2, "b", date(2026, 1, 2)),
            Loan(1, "a", date(2026, 1, 1), 1),
            Loan(1, "a", date(2026, 1, 1), 1),
        ],
        [2, 1, 1],
    ),
    (
        2,
        [
            Loan(2, "ad", date(2025, 12, 31), 1),
            Loan(2, "ad", date(2025, 12, 31), 1),
            Loan(2, "ad", date(2025, 12, 31), 1),
            Loan(2, "ad", date(2025, 12, 31), 1),
            Loan(2, "ad", date(2025, 12, 30), 2),
            Loan(2, "aa", date(2025, 12, 31), 1),
        ],
        [7, 6],
    ),
    (2, [], []),
    (
        2,
        [
            Loan(1, "a", date(2026, 1, 1), 1),
            Loan(2, "b", date(2026, 1, 2)),
            Loan(3, "ab", date(2025, 12, 31), 2),
            Loan(2, "ab", date(2026, 1, 2), 1),
            Loan(3, "A", date(2025, 12, 31)),
        ],
        [1, 2, 3, 10],
    ),
    (
        3,
        [
            Loan(42, "\n\t漢A", date(2024, 12, 8), 2),
            Loan(42, "\n\t漢A", date(2024, 12, 8), 2),
            Loan(3, "\n\t漢A", date(2027, 1, 25), 2),
        ],
        [1, 8, 42, 1],
    ),
    (3, [Loan(1, "a", date(2026, 1, 1), 1), Loan(2, "b", date(2026, 1, 2))], [1, 2]),
    (1, [Loan(2, "b", date(2026, 1, 2))], [2, 1, 1]),
    (8, [Loan(9, "5", date(2028, 1, 1), 2), Loan(8, "5", date(2024, 9, 26), 2)], [2]),
]


@pytest.mark.parametrize(("copy", "loans", "missing"), CASES)
def test_contract(copy: CopyId, loans: list[Loan], missing: list[CopyId]) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((copy, loans, missing))
    result = shelf_of(copy, loans, missing)
    assert type(result) is Shelf
    assert result == (
        (Shelf.lost)
        if (copy in missing)
        else (Shelf.lent)
        if (any(loan.copy == copy for loan in loans))
        else (Shelf.shelved)
    )
    assert (copy, loans, missing) == before
