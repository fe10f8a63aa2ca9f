"""Made by Holo: what is asked of `lending.fines.pay`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from lending.fines.pay import pay
from lending.money.types import Cents
from lending.types import Debt, Receipt


def test_example_1() -> None:
    """An example of the hologram."""
    assert pay([60, 40], 70) == Receipt([30], 0)


def test_example_2() -> None:
    """An example of the hologram."""
    assert pay([60, 40], 20) == Receipt([40, 40], 0)


def test_example_3() -> None:
    """An example of the hologram."""
    assert pay([60, 40], 100) == Receipt([], 0)


def test_example_4() -> None:
    """A sealed example of the hologram."""
    assert pay([5, 10, 20], 15) == Receipt([20], 0)


def test_example_5() -> None:
    """A sealed example of the hologram."""
    assert pay([60], 100) == Receipt([], 40)


CASES = [
    ([60, 40], 70),
    ([60, 40], 20),
    ([60, 40], 100),
    ([5, 10, 20], 15),
    ([60], 100),
    ([60], 70),
    ([60, 40], 19),
    ([], 100),
    ([5, 10], 15),
    ([60], 101),
    ([60, 40], 60),
    ([60, 40, 60], 20),
    ([100, 40], 100),
    ([5, 10, 20], 5),
    ([60, 60], 100),
    ([40], 70),
    ([60, 40], 21),
    ([60, 40, 100], 100),
    ([10, 20], 15),
    ([60, 40], 40),
    ([40, 60], 20),
    ([59, 40], 100),
    ([5, 10, 20], 10),
    ([60, 40, 40], 70),
    ([60, 40, 59], 100),
]


@pytest.mark.parametrize(("debts", "amount"), CASES)
def test_contract(debts: list[Debt], amount: Cents) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((debts, amount))
    result = pay(debts, amount)
    assert type(result) is Receipt
    assert sum(result.owed) == max(0, sum(debts) - amount)
    assert result.change == max(0, amount - sum(debts))
    assert len(result.owed) <= len(debts)
    assert result.owed[1:] == debts[len(debts) - len(result.owed) + 1 :]
    assert all(
        left <= debt for left, debt in zip(result.owed, debts[len(debts) - len(result.owed) :])
    )
    assert (debts, amount) == before
