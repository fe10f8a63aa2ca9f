"""Made by Holo: what is asked of `semver.ranges.is_term`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.is_valid import is_valid
from semver.ranges.is_partial import is_partial
from semver.ranges.is_term import is_term
from semver.ranges.numbers_of import numbers_of
from semver.ranges.operand_of import operand_of
from semver.ranges.operator_of import operator_of
from semver.types import SIDES


def test_example_1() -> None:
    """An example of the hologram."""
    assert all(is_term(text) for text in ["1.2.3", "^0.2", "~1.2.x", "*", "<=2", ">1.0.0-rc.1"])


def test_example_2() -> None:
    """An example of the hologram."""
    assert not any(is_term(text) for text in ["", "=>1", "^*", "v1.2.3", "1-rc", "1.0.0+a"])


CASES = [
    ("1.2.3",),
    ("",),
    ("^0.2",),
    ("=>1",),
    ("~1.2.x",),
    ("^*",),
    ("*",),
    ("v1.2.3",),
    ("<=2",),
    ("1-rc",),
    (">1.0.0-rc.1",),
    ("1.0.0+a",),
    (">1.0.0-rc.11111111",),
    ("1.2.",),
    ("0.2",),
    (" ^0.2",),
    ("=2",),
    ("~1.2.xxxxxxxx",),
    (">1",),
    (" <=2",),
    ("5",),
    (" =>1",),
    ("9007547",),
    ("^********",),
    ("6503",),
]


@pytest.mark.parametrize(("text",), CASES)
def test_contract(text: str) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((text,))
    result = is_term(text)
    assert type(result) is bool
    assert result == (
        (False)
        if (operator_of(text) not in [*SIDES, "", "^", "~"] or "+" in text)
        else (False)
        if (operator_of(text) != "" and numbers_of(text) == [])
        else (is_partial(operand_of(text)) or is_valid(operand_of(text)))
    )
    assert (text,) == before
