"""Made by Holo: what is asked of `semver.ranges.numbers_of`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.grammar.core_text import core_text
from semver.grammar.is_number import is_number
from semver.ranges.numbers_of import numbers_of
from semver.ranges.operand_of import operand_of


def test_example_1() -> None:
    """An example of the hologram."""
    assert numbers_of("^1.2.x") == [1, 2]


CASES = [
    ("^1.2.x",),
    (" ^1.2.x",),
    ("^+1.2.x",),
    ("^1.2.",),
    ("^1.a.x",),
    ("^-1.2.x",),
    ("^1.2.xa",),
    ("^١.2.x",),
    ("a",),
    ("^1.2.X",),
    ("^².2.x",),
    ("",),
    ("^1.2.x ",),
    ("^01.2.x",),
    ("b",),
    ("^1.2.a",),
    ("^1_.2.x",),
    ("ab",),
    ("1.2.x",),
    ("0",),
    ("A",),
    ("^1.2.xxxxxxxx",),
    ("969496949694969496949694969496949694969496949694969496949694",),
    (" ",),
    ("^1.2.X+a2+a2",),
]


@pytest.mark.parametrize(("term",), CASES)
def test_contract(term: str) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((term,))
    result = numbers_of(term)
    assert type(result) is list
    assert all(type(_each) is int for _each in result)
    assert result == (
        [int(part) for part in core_text(operand_of(term)).split(".") if is_number(part)]
    )
    assert (term,) == before
