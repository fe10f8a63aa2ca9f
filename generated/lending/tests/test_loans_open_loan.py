"""Made by Holo: what is asked of `lending.loans.open_loan`."""

from __future__ import annotations

from copy import deepcopy
from datetime import date

import pytest

from lending.loans.count_loans import count_loans
from lending.loans.open_loan import open_loan
from lending.types import MAX_LOANS, TERM, CopyId, Day, LimitReached, Loan, Member


def test_example_1() -> None:
    """An example of the hologram."""
    assert open_loan([], 7, "ada", date(2026, 1, 1))[0].copy == 7


def test_example_2() -> None:
    """An example of the hologram."""
    assert (
        len(
            open_loan(
                [Loan(i, "ada", date(2026, 1, 22)) for i in range(1, 5)], 9, "ada", date(2026, 1, 1)
            )
        )
        == 5
    )


def test_example_3() -> None:
    """A sealed example of the hologram."""
    assert open_loan([], 1, "bob", date(2026, 2, 28))[0].due == date(2026, 3, 21)


def test_scenario_F1() -> None:
    """A sixth book"""
    loans = [Loan(i, "ada", date(2026, 1, 22)) for i in range(1, 6)]
    with pytest.raises(LimitReached) as caught:
        open_loan(loans, 9, "ada", date(2026, 1, 1))
    assert type(caught.value) is LimitReached
    assert caught.value.args == (LimitReached("ada")).args


CASES = [
    (
        [
            Loan(1, "ada", date(2026, 1, 22)),
            Loan(2, "ada", date(2026, 1, 22)),
            Loan(3, "ada", date(2026, 1, 22)),
            Loan(4, "ada", date(2026, 1, 22)),
            Loan(5, "ada", date(2026, 1, 22)),
        ],
        9,
        "ada",
        date(2026, 1, 1),
    ),
    ([], 7, "ada", date(2026, 1, 1)),
    (
        [
            Loan(1, "ada", date(2026, 1, 22)),
            Loan(2, "ada", date(2026, 1, 22)),
            Loan(3, "ada", date(2026, 1, 22)),
            Loan(4, "ada", date(2026, 1, 22)),
        ],
        9,
        "ada",
        date(2026, 1, 1),
    ),
    (
        [
            Loan(1, "ada", date(2026, 1, 22)),
            Loan(2, "ada", date(2026, 1, 22)),
            Loan(3, "ada", date(2026, 1, 22)),
            Loan(4, "ada", date(2026, 1, 22)),
            Loan(5, "ada", date(2026, 1, 22)),
            Loan(1, "ada", date(2026, 1, 22)),
        ],
        9,
        "ada",
        date(2026, 1, 1),
    ),
    ([], 1, "bob", date(2026, 2, 28)),
    (
        [
            Loan(1, "ada", date(2026, 1, 22)),
            Loan(2, "ada", date(2026, 1, 22)),
            Loan(3, "ada", date(2026, 1, 22)),
            Loan(4, "ada", date(2026, 1, 22)),
        ],
        9,
        "adaa",
        date(2026, 1, 1),
    ),
    (
        [
            Loan(1, "ada", date(2026, 1, 22)),
            Loan(2, "ada", date(2026, 1, 22)),
            Loan(3, "ada", date(2026, 1, 22)),
            Loan(4, "ada", date(2026, 1, 22)),
            Loan(5, "ada", date(2026, 1, 22)),
        ],
        8,
        "ada",
        date(2026, 1, 1),
    ),
    ([], 6, "ada", date(2026, 1, 1)),
    (
        [
            Loan(1, "ada", date(2026, 1, 22)),
            Loan(2, "ada", date(2026, 1, 22)),
            Loan(3, "ada", date(2026, 1, 22)),
            Loan(4, "ada", date(2026, 1, 22)),
        ],
        9,
        "ada",
        date(2025, 12, 31),
    ),
    (
        [
            Loan(1, "ada", date(2026, 1, 22)),
            Loan(2, "ada", date(2026, 1, 22)),
            Loan(3, "ada", date(2026, 1, 22)),
            Loan(4, "ada", date(2026, 1, 22)),
            Loan(4, "ada", date(2026, 1, 22)),
        ],
        9,
        "ada",
        date(2026, 1, 1),
    ),
    ([], 7, "ad", date(2026, 1, 1)),
    (
        [
            Loan(1, "ada", date(2026, 1, 22)),
            Loan(2, "ada", date(2026, 1, 22)),
            Loan(3, "ada", date(2026, 1, 22)),
            Loan(4, "ada", date(2026, 1, 22)),
            Loan(5, "ada", date(2026, 1, 22)),
        ],
        9,
        "ada ",
        date(2026, 1, 1),
    ),
    (
        [
            Loan(1, "ada", date(2026, 1, 22)),
            Loan(2, "ada", date(2026, 1, 22)),
            Loan(3, "ada", date(2026, 1, 22)),
            Loan(4, "ada", date(2026, 1, 22)),
            Loan(5, "ada", date(2026, 1, 22)),
        ],
        9,
        "ada",
        date(2024, 2, 29),
    ),
    ([], 1, "bo", date(2026, 2, 28)),
    (
        [
            Loan(1, "ada", date(2026, 1, 22)),
            Loan(2, "ada", date(2026, 1, 22)),
            Loan(3, "ada", date(2026, 1, 22)),
            Loan(4, "ada", date(2026, 1, 22)),
        ],
        9,
        "ADA",
        date(2026, 1, 1),
    ),
    (
        [
            Loan(5, "ada", date(2026, 1, 22)),
            Loan(4, "ada", date(2026, 1, 22)),
            Loan(3, "ada", date(2026, 1, 22)),
            Loan(2, "ada", date(2026, 1, 22)),
            Loan(1, "ada", date(2026, 1, 22)),
        ],
        9,
        "ada",
        date(2026, 1, 1),
    ),
    ([], 7, "ada", date(2025, 12, 31)),
    (
        [
            Loan(1, "ada", date(2026, 1, 22)),
            Loan(2, "ada", date(2026, 1, 22)),
            Loan(3, "ada", date(2026, 1, 22)),
            Loan(4, "ada", date(2026, 1, 22)),
        ],
        9,
        "ada",
        date(2026, 1, 2),
    ),
    (
        [
            Loan(1, "ada", date(2026, 1, 22)),
            Loan(2, "ada", date(2026, 1, 22)),
            Loan(3, "ada", date(2026, 1, 22)),
            Loan(4, "ada", date(2026, 1, 22)),
            Loan(5, "ada", date(2026, 1, 22)),
        ],
        10,
        "ada",
        date(2026, 1, 1),
    ),
    ([], 1, "bob", date(2026, 2, 27)),
    (
        [Loan(1, "a", date(2026, 1, 1), 1), Loan(2, "b", date(2026, 1, 2))],
        3,
        "ab",
        date(2025, 12, 31),
    ),
    (
        [
            Loan(1, "ada", date(2026, 1, 22)),
            Loan(1, "ada", date(2026, 1, 22)),
            Loan(2, "ada", date(2026, 1, 22)),
            Loan(1, "ada", date(2026, 1, 22)),
            Loan(1, "ada", date(2026, 1, 22)),
        ],
        64,
        "ada",
        date(2026, 1, 1),
    ),
    ([], 8, "ada", date(2026, 1, 1)),
    ([Loan(2, "b", date(2026, 1, 2))], 10, "A", date(2024, 2, 29)),
    (
        [
            Loan(1, "ada", date(2026, 1, 22), 1),
            Loan(2, "ada", date(2026, 1, 22), 1),
            Loan(3, "ada", date(2026, 1, 22), 1),
            Loan(4, "ada", date(2026, 1, 22), 1),
            Loan(5, "ada", date(2026, 1, 22), 1),
        ],
        9,
        "ada",
        date(2026, 1, 1),
    ),
]


@pytest.mark.parametrize(("loans", "copy", "member", "today"), CASES)
def test_contract(loans: list[Loan], copy: CopyId, member: Member, today: Day) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((loans, copy, member, today))
    if count_loans(loans, member) >= MAX_LOANS:
        with pytest.raises(LimitReached) as caught:
            open_loan(loans, copy, member, today)
        assert type(caught.value) is LimitReached
        assert caught.value.args == (LimitReached(member)).args
        return
    result = open_loan(loans, copy, member, today)
    assert type(result) is list
    assert all(type(_each) is Loan for _each in result)
    assert result == loans + [Loan(copy, member, today + TERM)]
    assert (loans, copy, member, today) == before
