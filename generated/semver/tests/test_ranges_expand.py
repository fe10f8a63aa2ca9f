"""Made by Holo: what is asked of `semver.ranges.expand`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.ranges.above import above
from semver.ranges.expand import expand
from semver.ranges.floor import floor
from semver.ranges.numbers_of import numbers_of
from semver.ranges.operator_of import operator_of
from semver.types import Comparator, Version


def test_example_1() -> None:
    """An example of the hologram."""
    assert expand("^1.2.3") == [
        Comparator(">=", Version(1, 2, 3)),
        Comparator("<", Version(2, 0, 0)),
    ]


def test_example_2() -> None:
    """An example of the hologram."""
    assert expand("~1.2.3") == [
        Comparator(">=", Version(1, 2, 3)),
        Comparator("<", Version(1, 3, 0)),
    ]


def test_example_3() -> None:
    """An example of the hologram."""
    assert expand("1.x") == [Comparator(">=", Version(1, 0, 0)), Comparator("<", Version(2, 0, 0))]


CASES = [
    ("1.2.3",),
    ("^1.2.3",),
    (">=1.2.30",),
    ("~1.2.3",),
    ("X",),
    ("1.x",),
    ("1.9.0",),
    ("~1.2.33333333",),
    ("*",),
    ("1.X",),
    (">0",),
    ("80918916348967",),
    ("<1.X",),
    ("2662",),
    ("<12",),
    ("9060312",),
    ("9.12.1",),
    ("=1",),
    ("1.12.9",),
    ("8",),
    ("0.9.1",),
    ("0",),
    ("x",),
    ("84",),
    ("=1.2.3",),
]


@pytest.mark.parametrize(("term",), CASES)
def test_contract(term: str) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((term,))
    result = expand(term)
    assert type(result) is list
    assert all(type(_each) is Comparator for _each in result)
    assert result == (
        ([Comparator(">=", Version(0, 0, 0))])
        if (numbers_of(term) == [])
        else ([Comparator(operator_of(term), floor(term))])
        if (operator_of(term) in [">=", "<"])
        else ([Comparator(">=", floor(term)), Comparator("<", above(term))])
        if (operator_of(term) in ["^", "~"])
        else ([Comparator(operator_of(term) or "=", floor(term))])
        if (len(numbers_of(term)) == 3)
        else ([Comparator(">=", above(term))])
        if (operator_of(term) == ">")
        else ([Comparator("<", above(term))])
        if (operator_of(term) == "<=")
        else ([Comparator(">=", floor(term)), Comparator("<", above(term))])
    )
    assert (term,) == before
