"""Made by Holo: what is asked of `semver.ranges.is_partial`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.grammar.is_number import is_number
from semver.ranges.is_partial import is_partial
from semver.ranges.numbers_of import numbers_of
from semver.types import WILDCARDS


def test_example_1() -> None:
    """An example of the hologram."""
    assert all(is_partial(text) for text in ["1", "1.2", "1.x", "1.2.*", "X", "1.x.x"])


def test_example_2() -> None:
    """An example of the hologram."""
    assert not any(is_partial(text) for text in ["", "x.1", "1.x.3", "1.2.3.4", "01.2"])


CASES = [
    ("1",),
    ("",),
    ("1.2",),
    ("x.1",),
    ("1.x",),
    ("1.x.3",),
    ("1.2.*",),
    ("1.2.3.4",),
    ("X",),
    ("01.2",),
    ("1.x.x",),
    (" 1.2",),
    ("x",),
    ("1.xxxxxxxx",),
    ("*",),
    ("1.2.",),
    ("5",),
    (" X",),
    ("9007547",),
    ("1.x.xxxxxxxx",),
    ("6503",),
    (" x.1",),
    ("96",),
    ("1.x.33333333",),
    ("3.4",),
]


@pytest.mark.parametrize(("text",), CASES)
def test_contract(text: str) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((text,))
    result = is_partial(text)
    assert type(result) is bool
    assert result == (
        (False)
        if (text.count(".") > 2)
        else (False)
        if (not all(is_number(part) or part in WILDCARDS for part in text.split(".")))
        else (all(part in WILDCARDS for part in text.split(".")[len(numbers_of(text)) :]))
    )
    assert (text,) == before
