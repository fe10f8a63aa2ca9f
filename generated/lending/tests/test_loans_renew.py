"""Made by Holo: what is asked of `lending.loans.renew`."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from datetime import date

import pytest

from lending.loans.renew import renew
from lending.types import MAX_RENEWALS, TERM, Day, Loan, RenewedTooOften


def test_example_1() -> None:
    """An example of the hologram."""
    assert renew(Loan(7, "ada", date(2026, 1, 22)), date(2026, 1, 20)) == Loan(
        7, "ada", date(2026, 2, 10), 1
    )


def test_example_2() -> None:
    """A sealed example of the hologram."""
    assert renew(Loan(7, "ada", date(2026, 1, 22), 1), date(2026, 2, 20)).renewals == 2


def test_scenario_F2() -> None:
    """A third renewal"""
    with pytest.raises(RenewedTooOften) as caught:
        renew(Loan(7, "ada", date(2026, 1, 22), 2), date(2026, 1, 20))
    assert type(caught.value) is RenewedTooOften
    assert caught.value.args == (RenewedTooOften(7)).args


CASES = [
    (Loan(7, "ada", date(2026, 1, 22), 2), date(2026, 1, 20)),
    (Loan(7, "ada", date(2026, 1, 22)), date(2026, 1, 20)),
    (Loan(8, "ada", date(2026, 1, 22), 2), date(2026, 1, 20)),
    (Loan(7, "ada", date(2026, 1, 22), 1), date(2026, 2, 20)),
    (Loan(7, "ada", date(2026, 1, 22), 2), date(2024, 1, 20)),
    (Loan(6, "ada", date(2026, 1, 22)), date(2026, 1, 20)),
    (Loan(7, "adaa", date(2026, 1, 22), 2), date(2026, 1, 20)),
    (Loan(7, "ADA", date(2026, 1, 22), 1), date(2026, 2, 20)),
    (Loan(7, "ada", date(2026, 1, 22), 2), date(2026, 1, 31)),
    (Loan(7, "ada", date(2026, 1, 22)), date(2026, 1, 22)),
    (Loan(7, "ada", date(2026, 1, 21), 2), date(2026, 1, 20)),
    (Loan(7, "ada", date(2026, 1, 22), 1), date(2026, 12, 31)),
    (Loan(7, "ada", date(2026, 1, 22), 2), date(2026, 1, 1)),
    (Loan(7, "ad", date(2026, 1, 22)), date(2026, 1, 20)),
    (Loan(7, "ADA", date(2026, 1, 22), 2), date(2026, 1, 20)),
    (Loan(7, "ada", date(2026, 1, 23), 1), date(2026, 2, 20)),
    (Loan(7, "ada", date(2026, 1, 22), 2), date(2027, 1, 20)),
    (Loan(7, "ada", date(2026, 1, 22)), date(2026, 1, 19)),
    (Loan(3, "ab", date(2025, 12, 31), 2), date(2025, 12, 31)),
    (Loan(7, "ada ", date(2026, 1, 22), 1), date(2026, 2, 20)),
    (Loan(10, "a", date(2024, 2, 29), 2), date(2026, 1, 1)),
    (Loan(7, "ada", date(2026, 1, 20)), date(2026, 1, 20)),
    (Loan(3, "ab", date(2025, 12, 31), 2), date(2026, 2, 1)),
    (Loan(7, "ada", date(2024, 2, 29), 1), date(2026, 2, 20)),
    (Loan(3, "ab", date(2025, 12, 31), 2), date(2026, 1, 22)),
]


@pytest.mark.parametrize(("loan", "today"), CASES)
def test_contract(loan: Loan, today: Day) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((loan, today))
    if loan.renewals == MAX_RENEWALS:
        with pytest.raises(RenewedTooOften) as caught:
            renew(loan, today)
        assert type(caught.value) is RenewedTooOften
        assert caught.value.args == (RenewedTooOften(loan.copy)).args
        return
    result = renew(loan, today)
    assert type(result) is Loan
    assert result == replace(loan, due=today + TERM, renewals=loan.renewals + 1)
    assert (loan, today) == before
