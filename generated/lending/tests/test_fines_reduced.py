"""Made by Holo: what is asked of `lending.fines.reduced`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from lending.fines.reduced import reduced
from lending.money.share import share
from lending.money.types import Cents, Percent


def test_example_1() -> None:
    """An example of the hologram."""
    assert reduced(60, 50) == 30


CASES = [
    (0, 0),
    (60, 50),
    (1, 100),
    (50, 50),
    (0, 99),
    (60, 60),
    (427, 100),
    (59, 50),
    (0, 98),
    (60, 49),
    (3, 89),
    (61, 50),
    (0, 25),
    (60, 51),
    (1, 77),
    (1, 1),
    (6, 97),
    (2, 2),
    (31, 100),
    (3, 3),
    (0, 91),
    (10, 10),
    (0, 73),
    (2, 0),
    (61, 100),
]


@pytest.mark.parametrize(("amount", "percent"), CASES)
def test_contract(amount: Cents, percent: Percent) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((amount, percent))
    result = reduced(amount, percent)
    assert type(result) is int
    assert result >= 0
    assert result == (amount - share(amount, percent))
    assert (amount, percent) == before
