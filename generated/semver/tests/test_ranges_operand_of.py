"""Made by Holo: what is asked of `semver.ranges.operand_of`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.ranges.operand_of import operand_of


def test_example_1() -> None:
    """An example of the hologram."""
    assert operand_of(">=1.2") == "1.2"


CASES = [
    ("",),
    ("a",),
    (">=1.2",),
    ("<>=^~",),
    ("b",),
    (">=1.",),
    ("<>=^",),
    ("A",),
    (">=1.2a",),
    ("<",),
    (" ",),
    (">=1.2 ",),
    (">",),
    ("<>=^~a",),
    (" >=1.2",),
    ("<=<",),
    ("1",),
    (">=a.2",),
    (">>",),
    ("\\",),
    (">=1.a",),
    ("~",),
    ("2",),
    ("=1.2",),
    ("6",),
]


@pytest.mark.parametrize(("term",), CASES)
def test_contract(term: str) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((term,))
    result = operand_of(term)
    assert type(result) is str
    assert result == (term.lstrip("<>=^~"))
    assert (term,) == before
