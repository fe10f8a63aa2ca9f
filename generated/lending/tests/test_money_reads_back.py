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
    (499,),
    (12,),
    (150,),
    (641620,),
    (2001,),
    (986,),
    (2000,),
    (1000,),
    (734239,),
    (11,),
    (401,),
    (199,),
    (800,),
    (24416659596663279,),
    (160864,),
    (400,),
    (83,),
]


@pytest.mark.parametrize(("amount",), CASES)
def test_law(amount: Cents) -> None:
    """What is printed can be read again."""
    assert parse_cents(print_cents(amount)) == amount
