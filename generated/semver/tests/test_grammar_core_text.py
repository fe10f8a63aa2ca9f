"""Made by Holo: what is asked of `semver.grammar.core_text`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.grammar.core_text import core_text

CASES = [
    ("",),
    ("a",),
    ("ab",),
    ("+",),
    ("b",),
    ("baa",),
    ("-",),
    ("A",),
    (" ٣,\\",),
    ("+a",),
    (" ",),
    ("λ9🎲λ漢.' ",),
    ("-a",),
    ("ß",),
    ("848339",),
    ("-b.0",),
    (".",),
    ("🎲A\\漢\t",),
    ("-a ",),
    ('"',),
    ("aaaababaaaaaabaaaba",),
    ("-7389305550",),
    ("🎲",),
    ("'٣",),
    (",",),
]


@pytest.mark.parametrize(("text",), CASES)
def test_contract(text: str) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((text,))
    result = core_text(text)
    assert type(result) is str
    assert result == (text.partition("+")[0].partition("-")[0])
    assert (text,) == before
