"""Made by Holo: what is asked of `money.is_money`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from lending.money.is_money import is_money


def test_example_1() -> None:
    """An example of the hologram."""
    assert is_money("12.05")


def test_example_2() -> None:
    """An example of the hologram."""
    assert is_money("0.50")


def test_example_3() -> None:
    """An example of the hologram."""
    assert not is_money("12.5")


def test_example_4() -> None:
    """An example of the hologram."""
    assert not is_money("012.50")


def test_example_5() -> None:
    """An example of the hologram."""
    assert not is_money(".50")


CASES = [
    ("12.05",),
    ("12.5",),
    ("0.50",),
    ("012.50",),
    ("12.50",),
    (".50",),
    ("12.0",),
    ("0.a0",),
    ("²2.5",),
    ("012.5",),
    (".a0",),
    ("12.05a",),
    ("0.5a",),
    ("012.50a",),
    (".5a",),
    ("+12.5",),
    ("50",),
    ("12.05 ",),
    ("0.500000000",),
    ("-12.5",),
    ("012.50 ",),
    (".500000000",),
    (" 12.05",),
    ("٠.50",),
    ("1_2.5",),
]


@pytest.mark.parametrize(("text",), CASES)
def test_contract(text: str) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((text,))
    result = is_money(text)
    assert type(result) is bool
    assert result == (
        (False)
        if (len(text) < 4 or text[-3] != ".")
        else (False)
        if (len(text) > 4 and text[0] == "0")
        else (all(letter in "0123456789" for letter in text[:-3] + text[-2:]))
    )
    assert (text,) == before
