"""Made by Holo: what is asked of `money.split_evenly`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from lending.money.split_evenly import split_evenly
from lending.money.types import Cents


def test_example_1() -> None:
    """An example of the hologram."""
    assert split_evenly(100, 3) == [34, 33, 33]


def test_example_2() -> None:
    """An example of the hologram."""
    assert split_evenly(2, 4) == [1, 1, 0, 0]


def test_example_3() -> None:
    """A sealed example of the hologram."""
    assert split_evenly(11, 4) == [3, 3, 3, 2]


CASES = [
    (1, 1),
    (100, 3),
    (0, 1),
    (2, 4),
    (2, 1),
    (11, 4),
    (3, 1),
    (3, 3),
    (10, 1),
    (4, 4),
    (101, 1),
    (100, 100),
    (384106297578, 1),
    (2, 2),
    (100, 1),
    (11, 11),
    (99, 3),
    (1, 4),
    (10, 4),
    (100, 2),
    (2, 3),
    (11, 3),
    (101, 3),
    (3, 4),
    (12, 4),
]


@pytest.mark.parametrize(("amount", "parts"), CASES)
def test_contract(amount: Cents, parts: int) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((amount, parts))
    result = split_evenly(amount, parts)
    assert type(result) is list
    assert all((type(_each) is int) and (_each >= 0) for _each in result)
    assert len(result) == parts
    assert sum(result) == amount
    assert max(result) - min(result) <= 1
    assert result == sorted(result, reverse=True)
    assert (amount, parts) == before
