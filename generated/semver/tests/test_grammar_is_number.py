"""Made by Holo: what is asked of `semver.grammar.is_number`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.grammar.is_digits import is_digits
from semver.grammar.is_number import is_number


def test_example_1() -> None:
    """An example of the hologram."""
    assert is_number("0") and is_number("10") and not is_number("01")


CASES = [
    ("0",),
    ("01",),
    ("10",),
    ("",),
    ("100000000",),
    ("0a",),
    ("9",),
    ("١0",),
    ("11",),
    ("010",),
    ("1",),
    ("²0",),
    ("8928",),
    ("0 ",),
    ("4",),
    ("01a",),
    ("2369402",),
    (" 0",),
    ("80918916348967",),
    ("+10",),
    ("15",),
    ("a",),
    ("8",),
    ("-10",),
    ("54",),
]


@pytest.mark.parametrize(("text",), CASES)
def test_contract(text: str) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((text,))
    result = is_number(text)
    assert type(result) is bool
    assert result == (is_digits(text) and (text == "0" or text[0] != "0"))
    assert (text,) == before
