"""Made by Holo: what is asked of `semver.grammar.is_core`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.grammar.is_core import is_core
from semver.grammar.is_number import is_number

CASES = [
    ("12.1.12",),
    ("a",),
    ("",),
    ("b",),
    ("ab",),
    ("A",),
    (" ",),
    (".",),
    ("0",),
    ("0123456789",),
    (".a",),
    ("0a",),
    ("012345678",),
    ("0123456789a",),
    ("7a87",),
    ("012345678.847.aa.7",),
    ("0b🎲٣_",),
    ("aabbbbbababbaaaba",),
    ("10.b.012345678",),
    (
        '"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß',
    ),
    ("b b b b b b b b b b b b b b b b b b b b b b b b ",),
    ("                        ",),
    ("1",),
    ("2369402",),
    (r"\-b.0ß",),
]


@pytest.mark.parametrize(("text",), CASES)
def test_contract(text: str) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((text,))
    result = is_core(text)
    assert type(result) is bool
    assert result == (text.count(".") == 2 and all(is_number(part) for part in text.split(".")))
    assert (text,) == before
