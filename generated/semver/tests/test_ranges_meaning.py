"""Made by Holo: what is asked of `semver.ranges.meaning`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.ranges.expand import expand
from semver.ranges.meaning import meaning
from semver.ranges.terms import terms
from semver.types import Comparator

CASES = [
    ("x",),
    ("",),
    ("0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 ",),
    (">1",),
    (" ",),
    ("7",),
    (">2",),
    ("                        ",),
    ("8",),
    ("*",),
    ("\t\n",),
    ("91595523811012733",),
    ("X",),
    ("\t\n ",),
    ("2",),
    ("9.12.1",),
    ("   ",),
    ("6",),
    (">1 ",),
    ("  ",),
    ("585826",),
    ("<7",),
    ("                       ",),
    ("234375469",),
    ("29.12.1",),
]


@pytest.mark.parametrize(("text",), CASES)
def test_contract(text: str) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((text,))
    result = meaning(text)
    assert type(result) is list
    assert all(type(_each) is Comparator for _each in result)
    assert result == ([comparator for term in terms(text) for comparator in expand(term)])
    assert (text,) == before
