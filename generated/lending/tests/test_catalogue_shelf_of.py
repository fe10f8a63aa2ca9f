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
    (7, [Loan(7, "ada", date(2026, 1, 1))], [7]),
    (7, [], []),
    (7, [Loan(7, "ada", date(2026, 1, 1))], [6]),
    (7, [], [7]),
    (6, [Loan(7, "ada", date(2026, 1, 1))], []),
    (7, [Loan(7, "ada", date(2026, 1, 1)), Loan(7, "ada", date(2026, 1, 1))], []),
    (7, [Loan(6, "ada", date(2026, 1, 1))], [7]),
    (8, [Loan(7, "ada", date(2026, 1, 1))], []),
    (7, [Loan(7, "ada", date(2026, 1, 1))], [8]),
    (7, [Loan(7, "ada", date(2026, 1, 1)), Loan(6, "ada", date(2026, 1, 1))], [7]),
    (7, [Loan(6, "ada", date(2026, 1, 1))], []),
    (7, [Loan(7, "ada", date(2026, 1, 1)), Loan(6, "ada", date(2026, 1, 1))], []),
    (7, [Loan(7, "ada", date(2026, 1, 1))], [7, 6]),
    (2, [], []),
    (1, [Loan(1, "a", date(2026, 1, 1), 1), Loan(2, "b", date(2026, 1, 2))], [2]),
    (7, [Loan(7, "ad", date(2026, 1, 1))], [7]),
    (3, [Loan(1, "a", date(2026, 1, 1), 1), Loan(2, "b", date(2026, 1, 2))], [1, 2]),
    (
        2,
        [
            Loan(1, "éé", date(2025, 12, 31), 2),
            Loan(1, "é5é", date(2025, 12, 31), 2),
            Loan(2, "é", date(2025, 12, 31)),
            Loan(2, "é", date(2025, 12, 31)),
        ],
        [774632986106, 774632986107, 774632986106, 774632986106, 774632986106],
    ),
    (7, [Loan(7, "ada", date(2026, 1, 1)), Loan(7, "ad", date(2026, 1, 1))], [7]),
    (10, [Loan(2, "b", date(2026, 1, 2))], [2]),
    (
        45195909805682755,
        [
            Loan(45195909805682755, "ADA2", date(2025, 6, 19), 1),
            Loan(45195909805682755, "ADA2", date(2025, 6, 19), 1),
            Loan(45195909805682755, "ADA2", date(2025, 6, 19), 1),
        ],
        [13, 12, 7, 8, 11, 6],
    ),
    (7, [Loan(7, "ada", date(2026, 1, 1))], [7, 8]),
    (3, [], [1, 2]),
    (
        774961569353,
        [
            Loan(774961569353, "adadadadada", date(2026, 1, 2), 1),
            Loan(774961569353, "adadadadada", date(2026, 1, 2)),
        ],
        [1, 8],
    ),
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
