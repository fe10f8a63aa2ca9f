"""Made by Holo: what is asked of `semver.ranges.meaning`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.ranges.expand import expand
from semver.ranges.meaning import meaning
from semver.ranges.terms import terms
from semver.types import Comparator

CASES = [
    ("",),
    ("848339",),
    (" ",),
    ("285",),
    ("\n",),
    ("111330",),
    (" \n",),
    ("729",),
    ("7389305550",),
    ("7586",),
    ("6348967699300248945",),
    ("3067537510074089",),
    ("485",),
    ("864475",),
    ("1605019044329431",),
    ("88",),
    ("662082982153230282",),
    ("60",),
    ("271",),
    ("7",),
    ("1",),
    ("27808",),
    ("2",),
    ("40811551702840065",),
    ("603345235326759",),
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
