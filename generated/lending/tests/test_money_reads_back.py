"""Made by Holo: what is asked of `money.reads_back`."""

from __future__ import annotations

import pytest

from lending.money.parse_cents import parse_cents
from lending.money.print_cents import print_cents
from lending.money.types import Cents

CASES = [
    (1,),
    (0,),
    (2,),
    (3,),
    (10,),
    (100,),
    (99,),
    (101,),
    (4141,),
    (495077,),
    (801,),
    (2023625020317001,),
    (847,),
    (2001,),
    (303,),
    (499,),
    (986,),
    (2000,),
    (1000,),
    (51502094419974746,),
    (200,),
    (300,),
    (198,),
    (707,),
    (8,),
]


@pytest.mark.parametrize(("amount",), CASES)
def test_law(amount: Cents) -> None:
    """What is printed can be read again."""
    assert parse_cents(print_cents(amount)) == amount
