"""Made by Holo: what is asked of `money.splitting_loses_nothing`."""

from __future__ import annotations

import pytest

from lending.money.split_evenly import split_evenly
from lending.money.types import Cents

CASES = [
    (1, 1),
    (2, 2),
    (10, 3),
    (1, 10),
    (0, 1),
    (2, 1),
    (3, 1),
    (10, 1),
    (100, 100),
    (99, 99),
    (100, 98),
    (14233295317751001, 99),
    (0, 100),
    (448997099201, 50),
    (99, 1),
    (1, 31),
    (84, 91),
    (202, 100),
    (1, 73),
    (693, 33),
    (11, 1),
    (51, 12),
    (7, 7),
    (3, 3),
    (1, 2),
]


@pytest.mark.parametrize(("amount", "parts"), CASES)
def test_law(amount: Cents, parts: int) -> None:
    """The parts of a split add up."""
    if not (1 <= parts <= 100):
        return
    assert sum(split_evenly(amount, parts)) == amount
