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
    (2, 28),
    (86743233164109214, 88),
    (8, 71),
    (641620, 2),
    (303, 100),
    (448997099201, 77),
    (99, 1),
    (693, 31),
    (84, 2),
    (0, 2),
    (1, 5),
    (64052, 100),
    (9, 100),
    (160864, 99),
    (5, 12),
]


@pytest.mark.parametrize(("amount", "parts"), CASES)
def test_law(amount: Cents, parts: int) -> None:
    """The parts of a split add up."""
    if not (1 <= parts <= 100):
        return
    assert sum(split_evenly(amount, parts)) == amount
