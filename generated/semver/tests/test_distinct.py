"""Made by Holo: what is asked of `semver.distinct`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.distinct import distinct
from semver.equals import equals
from semver.types import Version


def test_example_1() -> None:
    """An example of the hologram."""
    assert distinct([Version(1, 0, 0, (), ("a",)), Version(2, 0, 0), Version(1, 0, 0)]) == [
        Version(1, 0, 0, (), ("a",)),
        Version(2, 0, 0),
    ]


def test_example_2() -> None:
    """A sealed example of the hologram."""
    assert len(distinct([Version(1, 0, 0), Version(1, 0, 0), Version(1, 0, 0, ("a",))])) == 2


CASES = [
    ([],),
    ([Version(1, 1, 1, ("a",), ("a",))],),
    ([Version(1, 0, 0, (), ("a",)), Version(2, 0, 0), Version(1, 0, 0)],),
    ([Version(0, 0, 0)],),
    ([Version(1, 0, 0), Version(1, 0, 0), Version(1, 0, 0, ("a",))],),
    ([Version(12, 12, 12, ("zzvv",), ("zzv",))],),
    ([Version(1, 0, 0, (), ("a",)), Version(2, 0, 0)],),
    ([Version(32767, 4681, 11, ("US",), ("X-X-X-X-X", "nPbPn"))],),
    ([Version(1, 0, 1), Version(1, 0, 0), Version(1, 0, 0, ("a",))],),
    (
        [
            Version(9, 9, 9, ("6J66JJ66JJ", "6J66JJ66JJ", "6"), ("6",)),
            Version(9, 9, 9, ("6J66JJ66JJ", "6J66JJ66JJ", "6"), ("6",)),
        ],
    ),
    ([Version(2, 0, 0), Version(1, 0, 0)],),
    ([Version(73, 73, 862, ("HH", "HHa", "HHb"), ("m9", "m9", "A"))],),
    ([Version(1, 0, 0), Version(1, 0, 0), Version(1, 0, 0, ("a",)), Version(1, 0, 1)],),
    (
        [
            Version(83968, 440274, 419840, ("ZOZZZZ", "S"), ("101", "101")),
            Version(83968, 440274, 419840, ("ZOZZZZ", "S"), ("101", "A101")),
        ],
    ),
    ([Version(1, 0, 0, (), ("a",)), Version(2, 0, 0), Version(1, 0, 0), Version(1, 0, 0)],),
    (
        [
            Version(3, 573353950477, 3, ("5s5", "5s5"), ("5s5",)),
            Version(3, 573353950477, 3, ("5s5", "5s5"), ("5s5",)),
        ],
    ),
    ([Version(1, 0, 0), Version(0, 0, 0), Version(1, 0, 0, ("a",))],),
    (
        [
            Version(736865839546, 736882616762, 719574, ("H8CU33UC8H", "H8CU33UC8H"), ("A",)),
            Version(736865839546, 736882616762, 719574, ("H8CU33UC8H", "H8CU33UC8H")),
        ],
    ),
    (
        [
            Version(1, 0, 0, (), ("a",)),
            Version(2, 0, 0),
            Version(1, 0, 0),
            Version(1, 0, 0, (), ("a",)),
        ],
    ),
    (
        [
            Version(843, 0, 362180, ("N", "h", "Lq"), ("jj", "KK", "h")),
            Version(843, 0, 362180, ("N", "h", "Lq"), ("jj", "KK", "h")),
        ],
    ),
    ([Version(1, 0, 0), Version(1, 0, 0), Version(1, 0, 0, ("a",)), Version(0, 0, 0)],),
    ([Version(1, 9729, 7, ("uu", "A", "AAA", "A"), ("b", "a"))],),
    ([Version(1, 0, 0), Version(2, 0, 0), Version(1, 0, 0, (), ("a",))],),
    ([Version(596300875589, 10, 16, (), ("O",))],),
    ([Version(1, 0, 0), Version(2, 0, 0), Version(1, 0, 0, ("a",))],),
]


@pytest.mark.parametrize(("versions",), CASES)
def test_contract(versions: list[Version]) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((versions,))
    result = distinct(versions)
    assert type(result) is list
    assert all(type(_each) is Version for _each in result)
    assert result == [
        version for i, version in enumerate(versions) if equals(versions[:i], version) == []
    ]
    assert (versions,) == before
