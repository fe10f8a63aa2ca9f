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
    ([Version(1, 1, 0, (), ("b",)), Version(1, 0, 0, (), ("a",))],),
    (
        [
            Version(
                1, 1, 11, ("mmmmmmmmmmmmmm", "mmmmmmmmmmmmm"), ("mmmmmmmmmmmmmm", "mmmmmmmmmmmmmm")
            )
        ],
    ),
    ([Version(1, 10, 0), Version(1, 9, 0)],),
    ([Version(11, 121, 121, (), ("u",))],),
    ([Version(1, 0, 0, (), ("b",)), Version(1, 0, 0, (), ("a",)), Version(1, 1, 0, (), ("b",))],),
    ([Version(77074716529775524, 77074716529775524, 82, (), ("EoooAAAAZZZXXXuuu", "b"))],),
    ([Version(2, 1, 0), Version(1, 10, 0), Version(1, 9, 0), Version(1, 9, 0)],),
    ([Version(3, 4, 4, ("az", "FF", "ttt33330", "az", "F", "b", "9v", "ttt33330"), ("11",))],),
    ([Version(1, 0, 0, (), ("b",)), Version(0, 0, 0, (), ("a",))],),
    ([Version(1, 9729, 7, ("WW", "A", "AAA", "A"), ("6", "06"))],),
    ([Version(2, 1, 0), Version(1, 10, 0), Version(1, 9, 0), Version(2, 1, 0)],),
    (
        [
            Version(
                0,
                0,
                0,
                ("44", "44", "44", "bbb", "LN", "kKREByAMW", "LN", "4"),
                ("CChhhhhh", "LN", "44", "EByAMW"),
            )
        ],
    ),
    ([Version(1, 0, 0, (), ("b",)), Version(1, 0, 0, (), ("a",)), Version(0, 0, 0, (), ("a",))],),
    ([Version(150477435261, 50159145087, 150478483837, (), ("obo", "hCDVxd"))],),
    ([Version(1, 9, 0), Version(1, 10, 0), Version(2, 1, 0)],),
    ([Version(1, 0, 0, (), ("bbbbbbbb",))],),
    ([Version(1, 0, 0, (), ("b",)), Version(1, 0, 0)],),
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
