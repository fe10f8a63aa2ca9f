"""Made by Holo: what is asked of `money.share`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from lending.money.share import share
from lending.money.types import Cents, Percent


def test_example_1() -> None:
    """An example of the hologram."""
    assert share(200, 50) == 100


def test_example_2() -> None:
    """An example of the hologram."""
    assert share(1, 50) == 1


def test_example_3() -> None:
    """An example of the hologram."""
    assert share(1, 49) == 0


CASES = [
    (1, 49),
    (200, 50),
    (1, 1),
    (1, 50),
    (0, 50),
    (50, 50),
    (0, 49),
    (49, 49),
    (1, 48),
    (199, 50),
    (0, 0),
    (200, 49),
    (2, 2),
    (201, 50),
    (3, 3),
    (2, 50),
    (0, 99),
    (2, 49),
    (2, 0),
    (200, 51),
    (3, 2),
    (1, 51),
    (10, 3),
    (10, 10),
    (0, 100),
]


@pytest.mark.parametrize(("amount", "percent"), CASES)
def test_contract(amount: Cents, percent: Percent) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((amount, percent))
    result = share(amount, percent)
    assert type(result) is int
    assert result >= 0
    assert result <= amount
    assert result == ((amount * percent + 50) // 100)
    assert (amount, percent) == before
