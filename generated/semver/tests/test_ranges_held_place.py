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
    ("848339",),
    ("~1.2.3",),
    ("285",),
    ("0.2.3",),
    ("111330",),
    ("^0.2.33333333",),
    ("729",),
    ("1.2.3",),
    ("7389305550",),
    ("~1.2.33333333",),
    ("7586",),
    ("^0.2.333333333333333",),
    ("6348967699300248945",),
    ("^0.2.3333333",),
    ("0",),
    ("~1.2.3333333",),
    ("3067537510074089",),
    ("1.2.33333333",),
    ("485",),
    ("0.2.33333333",),
    ("864475",),
    ("~1.2.333333333333333",),
    ("1605019044329431",),
    ("0.2.333333333333333",),
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
