"""Made by Holo: what is asked of `semver.grammar.is_digits`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.grammar.is_digits import is_digits

CASES = [
    ("0123456789",),
    ("a",),
    ("012345678",),
    ("",),
    ("8928",),
    ("b",),
    ("4",),
    ("ab",),
    ("2369402",),
    ("A",),
    ("1",),
    (" ",),
    ("80918916348967",),
    ("0123456789a",),
    ("15",),
    ("0123456789aa847aaaa7",),
    ("8",),
    ("0b🎲٣_",),
    ("54",),
    ("aabbbbbababbaaaba",),
    ("6",),
    ("10aba0123456789a",),
    ("0",),
    (
        '"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß',
    ),
    ("382",),
]


@pytest.mark.parametrize(("text",), CASES)
def test_contract(text: str) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((text,))
    result = is_digits(text)
    assert type(result) is bool
    assert result == (text != "" and all(letter in "0123456789" for letter in text))
    assert (text,) == before
