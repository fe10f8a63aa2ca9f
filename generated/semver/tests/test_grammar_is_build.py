"""Made by Holo: what is asked of `semver.grammar.is_build`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.grammar.is_build import is_build
from semver.grammar.is_identifier import is_identifier

CASES = [
    ("",),
    ("a",),
    (" ",),
    ("b",),
    (".",),
    ("ab",),
    (".a",),
    ("A",),
    (".a.1.9",),
    ("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-",),
    (
        '"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß"漢ß',
    ),
    ("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",),
    ("b b b b b b b b b b b b b b b b b b b b b b b b ",),
    ("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-a",),
    ("                        ",),
    ("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-",),
    (r"\-b.0ß",),
    ("dE5d",),
    (".a.a",),
    ("3r3rr",),
    ("\\",),
    ("X",),
    (".0",),
    ("2369402",),
    ('a"',),
]


@pytest.mark.parametrize(("text",), CASES)
def test_contract(text: str) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((text,))
    result = is_build(text)
    assert type(result) is bool
    assert result == (all(is_identifier(part) for part in text.split(".")))
    assert (text,) == before
