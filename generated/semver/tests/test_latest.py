"""Made by Holo: what is asked of `semver.latest`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.equals import equals
from semver.latest import latest
from semver.rank import rank
from semver.types import Version


def test_example_1() -> None:
    """An example of the hologram."""
    assert latest([Version(1, 0, 0, ("rc", "1")), Version(1, 0, 0), Version(0, 9, 9)]) == Version(
        1, 0, 0
    )


def test_example_2() -> None:
    """A sealed example of the hologram."""
    assert latest([Version(1, 9, 0), Version(1, 11, 0), Version(1, 10, 0)]) == Version(1, 11, 0)


CASES = [
    ([Version(1, 0, 0, ("rc", "1")), Version(1, 0, 0), Version(0, 9, 9)],),
    ([Version(1, 9, 0), Version(1, 11, 0), Version(1, 10, 0)],),
    ([Version(1, 0, 0, ("rc", "1")), Version(1, 0, 0)],),
    ([Version(1, 10, 0), Version(1, 11, 0), Version(1, 10, 0)],),
    ([Version(1, 0, 0), Version(0, 9, 9)],),
    ([Version(1, 9, 0), Version(1, 11, 0), Version(1, 10, 0), Version(1, 10, 0)],),
    ([Version(1, 0, 0, ("rc", "1")), Version(1, 0, 0), Version(0, 9, 9), Version(0, 9, 9)],),
    ([Version(1, 9, 0), Version(0, 11, 0), Version(1, 10, 0)],),
    (
        [
            Version(1, 0, 0, ("rc", "1")),
            Version(1, 0, 0),
            Version(0, 9, 9),
            Version(1, 0, 0, ("rc", "1")),
        ],
    ),
    ([Version(1, 9, 0), Version(1, 11, 0), Version(1, 10, 0), Version(0, 11, 0)],),
    ([Version(0, 9, 9), Version(1, 0, 0), Version(1, 0, 0, ("rc", "1"))],),
    ([Version(1, 9, 0), Version(1, 10, 0), Version(1, 10, 0)],),
    ([Version(0, 0, 0, ("rc", "1")), Version(1, 0, 0), Version(0, 9, 9)],),
    ([Version(1, 9, 0), Version(2, 11, 0), Version(1, 10, 0)],),
    (
        [
            Version(1, 0, 0, ("rc", "1")),
            Version(1, 0, 0),
            Version(0, 9, 9),
            Version(0, 0, 0, ("rc", "1")),
        ],
    ),
    ([Version(1, 9, 0), Version(1, 11, 0), Version(1, 10, 0), Version(2, 11, 0)],),
    ([Version(1, 0, 0, ("rc",)), Version(1, 0, 0), Version(0, 9, 9)],),
    ([Version(1, 9, 0), Version(1, 12, 0), Version(1, 10, 0)],),
    (
        [
            Version(1, 0, 0, ("rc", "1")),
            Version(1, 0, 0),
            Version(0, 9, 9),
            Version(1, 0, 0, ("rc",)),
        ],
    ),
    ([Version(1, 9, 0), Version(1, 11, 0), Version(1, 10, 0), Version(1, 12, 0)],),
    ([Version(2, 0, 0, ("rc", "1")), Version(1, 0, 0), Version(0, 9, 9)],),
    ([Version(1, 9, 0), Version(1, 11, 0), Version(0, 10, 0)],),
    (
        [
            Version(1, 0, 0, ("rc", "1")),
            Version(1, 0, 0),
            Version(0, 9, 9),
            Version(2, 0, 0, ("rc", "1")),
        ],
    ),
    ([Version(1, 9, 0), Version(1, 11, 0), Version(1, 10, 0), Version(0, 10, 0)],),
    ([Version(1, 1, 1, ("a",), ("a",))],),
]


@pytest.mark.parametrize(("versions",), CASES)
def test_contract(versions: list[Version]) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((versions,))
    result = latest(versions)
    assert type(result) is Version
    assert all(rank(version) <= rank(result) for version in versions)
    assert equals(versions, result)[:1] == [result]
    assert (versions,) == before
