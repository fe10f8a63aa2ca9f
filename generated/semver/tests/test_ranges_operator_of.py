"""Made by Holo: what is asked of `semver.ranges.operator_of`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.ranges.operator_of import operator_of


def test_example_1() -> None:
    """An example of the hologram."""
    assert operator_of(">=1.2") == ">="


CASES = [
    ("=1.2",),
    (">=1.2",),
    (" >=1.2",),
    (">",),
    (">=1.",),
    ("a",),
    ("<",),
    (">=1.2a",),
    ("",),
    (">0",),
    (">=1.2 ",),
    ("b",),
    (">.a~^A=",),
    (">=a.2",),
    ("ab",),
    ("~",),
    (">=1.a",),
    ("A",),
    ("=1.2=1.2=1.2=1.2=1.2=1.2=1.2=1.2=1.2=1.2",),
    (">=1.22222222",),
    (" ",),
    ("=1.2><>=^~a",),
    (">=١.2",),
    ("a=~a",),
    (">=².2",),
]


@pytest.mark.parametrize(("term",), CASES)
def test_contract(term: str) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((term,))
    result = operator_of(term)
    assert type(result) is str
    assert result == (term[: len(term) - len(term.lstrip("<>=^~"))])
    assert (term,) == before
