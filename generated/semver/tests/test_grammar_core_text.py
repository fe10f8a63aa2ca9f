"""Made by Holo: what is asked of `semver.grammar.core_text`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.grammar.core_text import core_text

CASES = [
    ("a",),
    ("",),
    ("ab",),
    ("b",),
    ("+",),
    ("27993",),
    ("A",),
    ("-",),
    ("131456201314562013145620131456201314562013145620131456201314",),
    (" ",),
    ("+a",),
    (
        '"漢ß "漢ß "漢ß "漢ß "漢ß "漢ß "漢ß "漢ß "漢ß "漢ß "漢ß "漢ß "漢ß "漢ß "漢ß "漢ß "漢ß "漢ß "漢ß "漢ß "漢ß "漢ß "漢ß "漢ß ',
    ),
    (".",),
    ("-a",),
    ("b b b b b b b b b b b b b b b b b b b b b b b b ",),
    ("0",),
    ("-A+-",),
    ("baa",),
    ("a+Aa+",),
    ("-aa-a",),
    ("ß .",),
    ("_",),
    ("+a A+a-A   A -   ",),
    ("89++++a",),
    ("A-a-A",),
]


@pytest.mark.parametrize(("text",), CASES)
def test_contract(text: str) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((text,))
    result = core_text(text)
    assert type(result) is str
    assert result == (text.partition("+")[0].partition("-")[0])
    assert (text,) == before
