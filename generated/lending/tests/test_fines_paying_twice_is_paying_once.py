"""Made by Holo: what is asked of `lending.fines.paying_twice_is_paying_once`."""

from __future__ import annotations

import pytest

from lending.fines.pay import pay
from lending.money.types import Cents
from lending.types import Debt

CASES = [
    ([1], 1, 1),
    ([], 0, 0),
    ([1, 2], 2, 2),
    ([2], 3, 3),
    ([2, 1, 1], 10, 10),
    ([1, 2, 3, 10], 1, 1),
    ([1], 2, 3),
    ([], 3, 10),
    ([1, 2], 10, 1),
    ([2], 1, 0),
    ([3, 3, 3, 3, 13, 13, 12], 414, 3),
    ([2, 987], 2, 0),
    ([2, 1], 1, 1),
    ([462, 11871196651745435, 462, 878564], 878565, 878565),
    ([1, 2, 3, 1, 3, 1], 1, 1),
    ([1, 2, 3], 213295, 213295),
    ([1, 1], 5, 5),
    ([2, 2, 2, 89506606719497524, 89506606719497524], 89506606719497524, 89506606719497524),
    (
        [1, 10, 414099862042, 414099862042, 414099862041, 75127766952969723],
        414099862042,
        880531557489,
    ),
    ([8, 8, 9], 8, 8),
    ([911818230497, 911818230498], 25881190780187987, 911818230497),
    ([], 163225, 12526747309148924),
    ([1], 0, 695),
    ([108, 108], 1, 1),
    ([211804, 211803, 211804], 6, 930906),
]


@pytest.mark.parametrize(("debts", "first", "second"), CASES)
def test_law(debts: list[Debt], first: Cents, second: Cents) -> None:
    """Two payments leave what one payment of both amounts leaves."""
    assert pay(pay(debts, first).owed, second).owed == pay(debts, first + second).owed
