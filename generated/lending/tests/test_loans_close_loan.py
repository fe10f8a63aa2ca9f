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
    ([Loan(7, "ada", date(2026, 1, 22)), Loan(8, "bob", date(2026, 1, 9))], 7),
    ([Loan(3, "eve", date(2026, 1, 22))], 3),
    ([Loan(7, "ada", date(2026, 1, 22)), Loan(8, "bob", date(2026, 1, 9))], 6),
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
    ([Loan(7, "ada", date(2026, 1, 22)), Loan(8, "bob", date(2026, 1, 9))], 8),
    ([Loan(7, "ada", date(2026, 1, 22))], 7),
    ([Loan(8, "bob", date(2026, 1, 9))], 7),
    (
        [
            Loan(2, "evea", date(2035, 3, 18), 2),
            Loan(2, "evea", date(2035, 12, 31), 2),
            Loan(2, "evea", date(2035, 3, 18), 2),
            Loan(2, "evea", date(2035, 3, 31), 2),
            Loan(6, "evea", date(2026, 1, 8), 2),
            Loan(6, "evea", date(2026, 1, 8), 2),
        ],
        6,
    ),
    (
        [
            Loan(7, "ada", date(2026, 1, 22)),
            Loan(8, "bob", date(2026, 1, 9)),
            Loan(7, "ada", date(2026, 1, 22)),
        ],
        7,
    ),
    ([Loan(3, "eve", date(2026, 1, 22)), Loan(3, "eve", date(2026, 1, 22))], 3),
    ([], 8),
    (
        [
            Loan(3, "ADA", date(2024, 12, 7), 2),
            Loan(4, "boba", date(2026, 1, 9)),
            Loan(2, "boba", date(2015, 3, 19)),
        ],
        4,
    ),
    ([Loan(8, "bob", date(2026, 1, 9)), Loan(7, "ada", date(2026, 1, 22))], 7),
    ([Loan(1, "a", date(2026, 1, 1), 1)], 1),
    ([Loan(7, "ada", date(2026, 1, 22))], 9),
    (
        [
            Loan(1, "aabbaabb", date(2026, 2, 28), 1),
            Loan(456032275874, "aabbaabb", date(2026, 2, 28), 1),
            Loan(1, "aabbaabb", date(2026, 2, 27), 1),
            Loan(2, "aabbaabb", date(2026, 2, 28), 1),
            Loan(2, "aabbaabb", date(2026, 2, 28), 1),
        ],
        1,
    ),
    (
        [
            Loan(2, "b", date(2026, 1, 2)),
            Loan(1, "a", date(2026, 1, 1), 1),
            Loan(1, "a", date(2026, 1, 1), 1),
        ],
        1,
    ),
    ([Loan(2, "b", date(2026, 1, 2))], 2),
    ([Loan(7, "ada", date(2026, 1, 22)), Loan(7, "ada", date(2026, 1, 22))], 8),
    (
        [
            Loan(240, "ada", date(1, 1, 13)),
            Loan(4, "ada", date(1, 1, 13), 1),
            Loan(1, "ada", date(2172, 11, 13)),
            Loan(1, "ada", date(2029, 2, 13), 1),
            Loan(240, "ada", date(2029, 2, 13), 1),
        ],
        240,
    ),
    ([Loan(1, "a", date(2026, 1, 1), 1), Loan(2, "b", date(2026, 1, 2))], 2),
    ([Loan(84291347909790458, "éA", date(2026, 1, 10))], 84291347909790458),
    ([], 3),
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
