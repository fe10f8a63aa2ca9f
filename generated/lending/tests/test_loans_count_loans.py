"""Made by Holo: what is asked of `lending.loans.count_loans`."""

from __future__ import annotations

from copy import deepcopy
from datetime import date

import pytest

from lending.loans.count_loans import count_loans
from lending.types import Loan, Member


def test_example_1() -> None:
    """An example of the hologram."""
    assert count_loans([Loan(7, "ada", date(2026, 1, 1))], "ada") == 1


CASES = [
    ([Loan(7, "ada", date(2026, 1, 1))], "ada"),
    ([], "ada"),
    ([Loan(7, "ada", date(2026, 1, 1)), Loan(7, "ada", date(2026, 1, 1))], "ada"),
    ([Loan(7, "ada", date(2026, 1, 1))], "ad"),
    ([Loan(6, "ada", date(2026, 1, 1))], "ada"),
    ([Loan(7, "ada", date(2026, 1, 1))], "adaa"),
    ([Loan(7, "ada", date(2026, 1, 1)), Loan(6, "ada", date(2026, 1, 1))], "ada"),
    ([Loan(7, "ada", date(2026, 1, 1))], "ADA"),
    ([Loan(7, "ada", date(2026, 1, 1)), Loan(7, "ad", date(2026, 1, 1))], "ada"),
    ([Loan(7, "ada", date(2026, 1, 1))], "ada "),
    ([Loan(7, "ada", date(2025, 12, 31))], "ada"),
    ([Loan(7, "ada", date(2026, 1, 1))], " ada"),
    ([Loan(7, "ada", date(2026, 1, 1)), Loan(7, "ada", date(2025, 12, 31))], "ada"),
    ([Loan(7, "ada", date(2026, 1, 1))], "aaa"),
    ([Loan(8, "ada", date(2026, 1, 1))], "ada"),
    ([Loan(7, "ada", date(2026, 1, 1))], "adb"),
    ([Loan(7, "ada", date(2026, 1, 1)), Loan(8, "ada", date(2026, 1, 1))], "ada"),
    ([Loan(7, "ad", date(2026, 1, 1))], "ada"),
    ([Loan(1, "a", date(2026, 1, 1), 1)], "a"),
    ([Loan(7, "ada", date(2026, 1, 1))], "da"),
    (
        [
            Loan(2, "b", date(2026, 1, 2)),
            Loan(1, "a", date(2026, 1, 1), 1),
            Loan(1, "a", date(2026, 1, 1), 1),
        ],
        "a",
    ),
    ([Loan(7, "ada", date(2026, 1, 1))], "adaaaaaaaa"),
    (
        [
            Loan(1, "a", date(2026, 1, 1), 1),
            Loan(2, "b", date(2026, 1, 2)),
            Loan(3, "ab", date(2025, 12, 31), 2),
            Loan(2, "ab", date(2026, 1, 2), 1),
            Loan(3, "A", date(2025, 12, 31)),
        ],
        "b",
    ),
    ([], "b"),
    ([Loan(1, "a", date(2026, 1, 1), 1), Loan(2, "b", date(2026, 1, 2))], "b"),
]


@pytest.mark.parametrize(("loans", "member"), CASES)
def test_contract(loans: list[Loan], member: Member) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((loans, member))
    result = count_loans(loans, member)
    assert type(result) is int
    assert result == (sum(loan.member == member for loan in loans))
    assert (loans, member) == before
