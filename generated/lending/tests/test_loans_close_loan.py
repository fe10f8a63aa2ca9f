"""Made by Holo: what is asked of `lending.loans.close_loan`."""

from __future__ import annotations

from copy import deepcopy
from datetime import date

import pytest

from lending.loans.close_loan import close_loan
from lending.types import CopyId, Loan, NotLent


def test_example_1() -> None:
    """An example of the hologram."""
    assert close_loan([Loan(7, "ada", date(2026, 1, 22)), Loan(8, "bob", date(2026, 1, 9))], 7) == [
        Loan(8, "bob", date(2026, 1, 9))
    ]


def test_example_2() -> None:
    """A sealed example of the hologram."""
    assert close_loan([Loan(3, "eve", date(2026, 1, 22))], 3) == []


def test_scenario_F3() -> None:
    """A copy that nobody has"""
    with pytest.raises(NotLent) as caught:
        close_loan([Loan(7, "ada", date(2026, 1, 22))], 8)
    assert type(caught.value) is NotLent
    assert caught.value.args == (NotLent(8)).args


CASES = [
    ([Loan(7, "ada", date(2026, 1, 22))], 8),
    (
        [
            Loan(7, "ada", date(2026, 1, 22)),
            Loan(8, "bob", date(2026, 1, 9)),
            Loan(8, "bob", date(2026, 1, 9)),
        ],
        7,
    ),
    ([Loan(3, "eve", date(2026, 1, 22))], 3),
    ([Loan(7, "ada", date(2026, 1, 22)), Loan(8, "bob", date(2026, 1, 9))], 7),
    ([], 8),
    (
        [
            Loan(1, "a", date(2026, 1, 1), 1),
            Loan(2, "b", date(2026, 1, 2)),
            Loan(3, "ab", date(2025, 12, 31), 2),
            Loan(2, "ab", date(2026, 1, 2), 1),
            Loan(3, "A", date(2025, 12, 31)),
        ],
        2,
    ),
    ([Loan(7, "ada", date(2026, 1, 22))], 7),
    ([Loan(3, "eve", date(2026, 1, 22)), Loan(4, "eve", date(2026, 1, 22))], 3),
    ([Loan(8, "bob", date(2026, 1, 9))], 7),
    (
        [
            Loan(2, "aabbba", date(2026, 1, 2)),
            Loan(3, "aabbba", date(2026, 1, 2)),
            Loan(3, "aabbba", date(2026, 1, 2)),
            Loan(3, "aabbba", date(2026, 1, 2)),
            Loan(2, "aabbba", date(2024, 12, 4)),
            Loan(2, "aabbba", date(2026, 1, 2)),
        ],
        2,
    ),
    ([Loan(8, "ada", date(2026, 1, 22))], 8),
    ([Loan(7, "ada", date(2026, 1, 22)), Loan(8, "bob", date(2026, 1, 9))], 8),
    ([], 3),
    (
        [
            Loan(55, "ev", date(2030, 2, 27)),
            Loan(56, "ev", date(2030, 2, 27)),
            Loan(56, "ev", date(2023, 11, 13)),
            Loan(56, "ev", date(2030, 2, 27)),
            Loan(56, "ev", date(2023, 11, 13)),
            Loan(224, "ev", date(2024, 11, 29), 2),
        ],
        56,
    ),
    ([Loan(3, "eve", date(2026, 1, 22)), Loan(3, "eve", date(2026, 1, 22))], 3),
    ([Loan(7, "ada", date(2026, 1, 22)), Loan(8, "ada", date(2026, 1, 22))], 8),
    ([Loan(7, "ad", date(2026, 1, 22))], 8),
    (
        [
            Loan(81, "eve", date(2025, 1, 1), 2),
            Loan(2, "9bob1bob2", date(2026, 1, 8)),
            Loan(9, "9bob1bob2", date(2025, 1, 1)),
        ],
        9,
    ),
    ([Loan(1, "a", date(2026, 1, 1), 1)], 1),
    (
        [
            Loan(7, "ada", date(2026, 1, 22)),
            Loan(8, "bob", date(2026, 1, 9)),
            Loan(7, "ada", date(2026, 1, 22)),
        ],
        7,
    ),
    ([Loan(7, "ada", date(2026, 1, 22)), Loan(8, "bob", date(2026, 1, 9))], 6),
    (
        [
            Loan(1, "BOB", date(2025, 12, 11)),
            Loan(1, "BOB", date(2026, 1, 9)),
            Loan(2, "BOB", date(2167, 7, 9), 2),
        ],
        2,
    ),
    ([Loan(2, "b", date(2026, 1, 2))], 2),
    (
        [
            Loan(2, "b", date(2026, 1, 2)),
            Loan(1, "a", date(2026, 1, 1), 1),
            Loan(1, "a", date(2026, 1, 1), 1),
        ],
        1,
    ),
    ([Loan(7, "ada", date(2026, 1, 22)), Loan(7, "ad", date(2026, 1, 22))], 8),
]


@pytest.mark.parametrize(("loans", "copy"), CASES)
def test_contract(loans: list[Loan], copy: CopyId) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((loans, copy))
    if all(loan.copy != copy for loan in loans):
        with pytest.raises(NotLent) as caught:
            close_loan(loans, copy)
        assert type(caught.value) is NotLent
        assert caught.value.args == (NotLent(copy)).args
        return
    result = close_loan(loans, copy)
    assert type(result) is list
    assert all(type(_each) is Loan for _each in result)
    assert result == [loan for loan in loans if loan.copy != copy]
    assert (loans, copy) == before
