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
    ("0",),
    ("1.2.333333333333333",),
    ("1.2.33333333",),
    ("1.2.3",),
    ("9",),
    ("10",),
    ("111330",),
    ("11330",),
    ("121827",),
    ("15998919",),
    ("16050190443294311111111",),
    ("16050190443294311111112",),
    ("1605019044329431",),
    ("163230",),
    ("16323",),
    ("16886",),
    ("17",),
    ("1917",),
    ("21",),
    ("224",),
    ("225",),
    ("25944707235310",),
    ("271",),
    ("274",),
    ("275",),
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
