"""Made by Holo: what is asked of `money.parse_cents`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from lending.money.is_money import is_money
from lending.money.parse_cents import parse_cents
from lending.money.print_cents import print_cents
from lending.money.types import NotMoney


def test_example_1() -> None:
    """An example of the hologram."""
    assert parse_cents("12.05") == 1205


def test_example_2() -> None:
    """An example of the hologram."""
    assert parse_cents("0.00") == 0


def test_example_3() -> None:
    """A sealed example of the hologram."""
    assert parse_cents("1000000.10") == 100000010


def test_scenario_F1() -> None:
    """An amount with a comma"""
    with pytest.raises(NotMoney) as caught:
        parse_cents("12,05")
    assert type(caught.value) is NotMoney
    assert caught.value.args == (NotMoney("12,05")).args


CASES = [
    ("12,05",),
    ("0.00",),
    ("12.05",),
    ("12.0",),
    ("1000000.10",),
    ("0.0a",),
    ("4.10",),
    ("+12,05",),
    ("9.12",),
    ("1000000.1",),
    ("1.05",),
    ("12.05a",),
    (".00",),
    ("-12,05",),
    ("1000000.10a",),
    ("0.000000000",),
    ("1_2,05",),
    ("12.05 ",),
    ("٠.00",),
    ("12,0",),
    ("1000000.10 ",),
    (" 12.05",),
    ("².00",),
    ("12,05a",),
    (" 1000000.10",),
]


@pytest.mark.parametrize(("text",), CASES)
def test_contract(text: str) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((text,))
    if not is_money(text):
        with pytest.raises(NotMoney) as caught:
            parse_cents(text)
        assert type(caught.value) is NotMoney
        assert caught.value.args == (NotMoney(text)).args
        return
    result = parse_cents(text)
    assert type(result) is int
    assert result >= 0
    assert print_cents(result) == text
    assert (text,) == before
