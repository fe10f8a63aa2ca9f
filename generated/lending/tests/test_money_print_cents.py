"""Made by Holo: what is asked of `money.print_cents`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from lending.money.print_cents import print_cents
from lending.money.types import Cents


def test_example_1() -> None:
    """An example of the hologram."""
    assert print_cents(0) == "0.00"


def test_example_2() -> None:
    """An example of the hologram."""
    assert print_cents(7) == "0.07"


def test_example_3() -> None:
    """An example of the hologram."""
    assert print_cents(123456) == "1234.56"


CASES = [
    (0,),
    (7,),
    (123456,),
    (6,),
    (123455,),
    (1,),
    (8,),
    (123457,),
    (2,),
    (3,),
    (10,),
    (100,),
    (99,),
    (101,),
    (5061655,),
    (495077,),
    (801,),
    (2023625020317001,),
    (847,),
    (2001,),
    (370371,),
    (499,),
    (986,),
    (2000,),
    (1000,),
]


@pytest.mark.parametrize(("amount",), CASES)
def test_contract(amount: Cents) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((amount,))
    result = print_cents(amount)
    assert type(result) is str
    assert result == (f"{amount // 100}.{amount % 100:02}")
    assert (amount,) == before
