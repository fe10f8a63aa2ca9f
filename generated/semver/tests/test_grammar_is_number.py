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
    ("1",),
    ("0a",),
    ("100000000",),
    ("0 ",),
    ("848339",),
    (" 0",),
    ("285",),
    ("a",),
    ("111330",),
    ("00000000",),
    ("729",),
    ("10a",),
    ("7389305550",),
    ("10 ",),
    ("7586",),
    (" 10",),
    ("6348967699300248945",),
    ("1a",),
    ("3067537510074089",),
    ("01a",),
    ("485",),
]


@pytest.mark.parametrize(("text",), CASES)
def test_contract(text: str) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((text,))
    result = is_number(text)
    assert type(result) is bool
    assert result == (is_digits(text) and (text == "0" or text[0] != "0"))
    assert (text,) == before
