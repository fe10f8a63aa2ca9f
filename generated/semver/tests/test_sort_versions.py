"""Made by Holo: what is asked of `semver.sort_versions`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.equals import equals
from semver.rank import rank
from semver.sort_versions import sort_versions
from semver.types import Version


def test_example_1() -> None:
    """An example of the hologram."""
    assert sort_versions([Version(2, 1, 0), Version(1, 10, 0), Version(1, 9, 0)]) == [
        Version(1, 9, 0),
        Version(1, 10, 0),
        Version(2, 1, 0),
    ]


def test_example_2() -> None:
    """An example of the hologram."""
    assert sort_versions([Version(1, 0, 0, (), ("b",)), Version(1, 0, 0, (), ("a",))])[0].build == (
        "b",
    )


CASES = [
    ([],),
    ([Version(1, 0, 0, (), ("b",))],),
    ([Version(2, 1, 0), Version(1, 10, 0), Version(1, 9, 0)],),
    ([Version(1, 0, 0, (), ("a",))],),
    ([Version(1, 0, 0, (), ("b",)), Version(1, 0, 0, (), ("a",))],),
    ([Version(1, 1, 1, ("a",), ("a",))],),
    ([Version(2, 1, 0), Version(1, 10, 0)],),
    ([Version(0, 0, 0)],),
    ([Version(1, 10, 0), Version(1, 9, 0)],),
    ([Version(78, 78, 2, ("19089577", "1908957", "a"), ("19089577", "19089577", "B"))],),
    ([Version(2, 1, 0), Version(1, 10, 0), Version(1, 9, 0), Version(1, 9, 0)],),
    ([Version(3, 3, 3, ("ba", "ba", "ba", "ba"), ("A", "a", "2"))],),
    ([Version(2, 1, 0), Version(1, 10, 0), Version(1, 9, 0), Version(2, 1, 0)],),
    ([Version(1, 91595523811012733, 91595523811012733, ("7",), ("7", "7", "7"))],),
    ([Version(1, 9, 0), Version(1, 10, 0), Version(2, 1, 0)],),
    ([Version(0, 3, 0, ("A", "abbb", "abbb"), ("abbb",))],),
    ([Version(1, 1, 0), Version(1, 10, 0), Version(1, 9, 0)],),
    (
        [
            Version(
                141, 28114248337038102, 141, ("aabbbababaaba", "aabbbababaaba"), ("aabbbababaaba",)
            )
        ],
    ),
    ([Version(2, 1, 0), Version(1, 10, 0), Version(1, 9, 0), Version(1, 1, 0)],),
    ([Version(8, 8, 3, ("aa", "aa"), ("aa",))],),
    ([Version(2, 0, 0), Version(1, 10, 0), Version(1, 9, 0)],),
    ([Version(1, 0, 0)],),
    ([Version(2, 1, 0), Version(1, 10, 0), Version(1, 9, 0), Version(2, 0, 0)],),
    ([Version(1, 23991253509782918, 0)],),
    ([Version(3, 1, 0), Version(1, 10, 0), Version(1, 9, 0)],),
]


@pytest.mark.parametrize(("versions",), CASES)
def test_contract(versions: list[Version]) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((versions,))
    result = sort_versions(versions)
    assert type(result) is list
    assert all(type(_each) is Version for _each in result)
    assert len(result) == len(versions)
    assert all(rank(a) <= rank(b) for a, b in zip(result, result[1:]))
    assert all(equals(result, version) == equals(versions, version) for version in versions)
    assert (versions,) == before
