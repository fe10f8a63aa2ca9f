"""Made by Holo: what is asked of `semver.grammar.is_prerelease`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.grammar.is_digits import is_digits
from semver.grammar.is_identifier import is_identifier
from semver.grammar.is_number import is_number
from semver.grammar.is_prerelease import is_prerelease

CASES = [
    ("",),
    ("a",),
    (" ",),
    ("b",),
    (".",),
    ("ab",),
    ("0123456789",),
    ("A",),
    (".a",),
    ("0",),
    (
        '"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß',
    ),
    ("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-",),
    ("b b b b b b b b b b b b b b b b b b b b b b b b ",),
    ("0a",),
    ("                        ",),
    ("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",),
    (r"\-b.0ß",),
    ("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-a",),
    (".a.a",),
    ("dE5d",),
    ("\\",),
    ("3r3rr",),
    ("012345678",),
    ("0a.1.9",),
    (".0",),
]


@pytest.mark.parametrize(("text",), CASES)
def test_contract(text: str) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((text,))
    result = is_prerelease(text)
    assert type(result) is bool
    assert result == (
        all(
            is_number(part) or is_identifier(part) and not is_digits(part)
            for part in text.split(".")
        )
    )
    assert (text,) == before
