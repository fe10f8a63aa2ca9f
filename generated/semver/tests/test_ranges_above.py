"""Made by Holo: what is asked of `semver.ranges.above`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.ranges.above import above
from semver.ranges.held_place import held_place
from semver.ranges.numbers_of import numbers_of
from semver.types import Version


def test_example_1() -> None:
    """An example of the hologram."""
    assert above("^1.2.3") == Version(2, 0, 0)


CASES = [
    ("0.0.7067177843137428",),
    ("^0.2.3",),
    ("0.70671770.7067177843137428843137428",),
    ("0.7067177777777",),
    ("0.70671778431374.8",),
    ("0.7067177843137420.70671778431374288",),
    ("0.7067177843137428.7067177843137428",),
    ("0.70671778431374280.7067177843137428",),
    ("<=0.706717784313742812",),
    ("0.70671778431374283",),
    ("0.70671778431374288888888",),
    ("0.706717784313742",),
    ("0.70671778431374",),
    ("0.706717",),
    ("1.9",),
    (">=1.2.3333333",),
    ("1.23",),
    ("1.2",),
    ("9",),
    ("101",),
    ("1110",),
    ("1740635",),
    ("17",),
    ("2.9",),
    ("2.19.1",),
]


@pytest.mark.parametrize(("term",), CASES)
def test_contract(term: str) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((term,))
    result = above(term)
    assert type(result) is Version
    assert result == (
        (Version(numbers_of(term)[0] + 1, 0, 0))
        if (held_place(term) == 0)
        else (Version(numbers_of(term)[0], numbers_of(term)[1] + 1, 0))
        if (held_place(term) == 1)
        else (Version(numbers_of(term)[0], numbers_of(term)[1], numbers_of(term)[2] + 1))
    )
    assert (term,) == before
