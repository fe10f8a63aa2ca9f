"""Made by Holo: what is asked of `semver.ranges.held_place`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.ranges.held_place import held_place
from semver.ranges.numbers_of import numbers_of
from semver.ranges.operator_of import operator_of


def test_example_1() -> None:
    """An example of the hologram."""
    assert held_place("^0.2.3") == 1


def test_example_2() -> None:
    """An example of the hologram."""
    assert held_place("~1.2.3") == 1


CASES = [
    ("^0.2.3",),
    ("33.*.*",),
    ("~1.2.3",),
    ("80918916348967",),
    ("0.2.3",),
    ("2662",),
    ("^0.2.33333333",),
    ("9060312",),
    ("1.2.3",),
    ("=1",),
    ("~1.2.33333333",),
    ("8",),
    ("^0.2.333333333",),
    ("2",),
    ("1.9.0",),
    ("0",),
    ("2.0",),
    ("1",),
    ("0.7067177843137428",),
    ("84",),
    ("9.12.1",),
    ("234375469",),
    ("~1.2",),
    (">=0",),
    ("1.2.32",),
]


@pytest.mark.parametrize(("term",), CASES)
def test_contract(term: str) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((term,))
    result = held_place(term)
    assert type(result) is int
    assert result == (
        ([number > 0 for number in numbers_of(term)].index(True))
        if (operator_of(term) == "^" and any(numbers_of(term)))
        else (min(1, len(numbers_of(term)) - 1))
        if (operator_of(term) == "~")
        else (len(numbers_of(term)) - 1)
    )
    assert (term,) == before
