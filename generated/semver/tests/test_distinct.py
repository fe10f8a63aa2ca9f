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
    ([Version(1, 0, 0), Version(1, 0, 0)],),
    ([Version(1, 0, 0, (), ("a",)), Version(2, 0, 0), Version(1, 0, 0)],),
    ([Version(1, 1, 1, ("a",), ("a",))],),
    ([Version(1, 0, 0), Version(1, 0, 0), Version(1, 0, 0, ("a",))],),
    ([Version(0, 0, 0)],),
    ([Version(1, 0, 0, (), ("a",)), Version(2, 0, 0)],),
    (
        [
            Version(1, 1, 1, ("bba", "aa"), ("0271427", "027a427", "027a427", "0271427")),
            Version(1, 1, 1, ("bba", "aa"), ("0271427", "027a427", "027a427", "0271427")),
        ],
    ),
    ([Version(2, 0, 0), Version(1, 0, 0)],),
    ([Version(405439659611, 405439659611, 405439659611, (), ("aa", "aa", "aa"))],),
    ([Version(1, 0, 0, (), ("a",)), Version(2, 0, 0), Version(1, 0, 0), Version(1, 0, 0)],),
    ([Version(0, 0, 3, ("a",), ("a",))],),
    (
        [
            Version(1, 0, 0, (), ("a",)),
            Version(2, 0, 0),
            Version(1, 0, 0),
            Version(1, 0, 0, (), ("a",)),
        ],
    ),
    ([Version(2, 2, 2, ("16", "16", "16", "16"), ("16", "16", "78"))],),
    ([Version(1, 0, 0), Version(2, 0, 0), Version(1, 0, 0, (), ("a",))],),
    ([Version(54, 54, 54, ("a", "A"), ("a",)), Version(54, 54, 54, ("a", "A"), ("a",))],),
    ([Version(0, 0, 0, (), ("a",)), Version(2, 0, 0), Version(1, 0, 0)],),
    ([Version(7, 7, 44, ("A",), ("A", "A", "A")), Version(7, 7, 44, ("A",), ("A", "A", "A"))],),
    (
        [
            Version(1, 0, 0, (), ("a",)),
            Version(2, 0, 0),
            Version(1, 0, 0),
            Version(0, 0, 0, (), ("a",)),
        ],
    ),
    ([Version(3, 3, 3, ("bb",), ("bb", "bb", "9")), Version(3, 3, 3, ("bb",), ("bb", "bb", "9"))],),
    ([Version(1, 0, 0), Version(2, 0, 0), Version(1, 0, 0)],),
    ([Version(476232, 4, 4, ("A", "a"), ("A", "A", "A"))],),
    ([Version(2, 0, 0, (), ("a",)), Version(2, 0, 0), Version(1, 0, 0)],),
    ([Version(1, 1, 1), Version(1, 1, 1)],),
    (
        [
            Version(1, 0, 0, (), ("a",)),
            Version(2, 0, 0),
            Version(1, 0, 0),
            Version(2, 0, 0, (), ("a",)),
        ],
    ),
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
