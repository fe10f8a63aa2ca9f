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
    (" ٣,\\",),
    ("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-",),
    ("ß",),
    ("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",),
    ("λ9🎲λ漢.' ",),
    ("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-a",),
    ("🎲A\\漢\t",),
    ("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-",),
    ("'٣",),
    ("baa",),
    ('"',),
    ("848339",),
    ('\\"b',),
    ("aaaababaaaaaabaaaba",),
    ("\n_9\tb9",),
    ("bbaa",),
    ("\tz-",),
]


@pytest.mark.parametrize(("text",), CASES)
def test_contract(text: str) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((text,))
    result = is_build(text)
    assert type(result) is bool
    assert result == (all(is_identifier(part) for part in text.split(".")))
    assert (text,) == before
