"""Made by Holo: what is asked of `semver.grammar.is_core`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.grammar.is_core import is_core
from semver.grammar.is_number import is_number

CASES = [
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
    ("baa",),
    (" ٣,\\",),
    ("ß",),
    ("λ9🎲λ漢.' ",),
    ("848339",),
    ("🎲A\\漢\t",),
    ("aaaababaaaaaabaaaba",),
    ("'٣",),
    ("bbaa",),
    ('"',),
    ("027",),
    ("0754706381206650300",),
]


@pytest.mark.parametrize(("text",), CASES)
def test_contract(text: str) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((text,))
    result = is_core(text)
    assert type(result) is bool
    assert result == (text.count(".") == 2 and all(is_number(part) for part in text.split(".")))
    assert (text,) == before
