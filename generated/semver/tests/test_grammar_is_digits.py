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
    ("848339",),
    ("b",),
    ("027",),
    ("ab",),
    ("0754706381206650300",),
    ("A",),
    ("285",),
    (" ",),
    ("111330",),
    ("0123456789a",),
    ("729",),
    ("baa",),
    ("7389305550",),
    (" ٣,\\",),
    ("7586",),
    ("ß",),
    ("6348967699300248945",),
    ("λ9🎲λ漢.' ",),
    ("3067537510074089",),
    ("🎲A\\漢\t",),
    ("485",),
]


@pytest.mark.parametrize(("text",), CASES)
def test_contract(text: str) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((text,))
    result = is_digits(text)
    assert type(result) is bool
    assert result == (text != "" and all(letter in "0123456789" for letter in text))
    assert (text,) == before
