"""Made by Holo: what is asked of `semver.ranges.allows`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.ranges.admits import admits
from semver.ranges.allows import allows
from semver.ranges.expand import expand
from semver.types import Comparator, Range, Version


def test_example_1() -> None:
    """An example of the hologram."""
    assert allows(Range([expand("^1.2.3")]), Version(1, 9, 0))


def test_example_2() -> None:
    """An example of the hologram."""
    assert not allows(Range([expand("<2.0.0")]), Version(2, 0, 0, ("rc", "1")))


CASES = [
    (
        Range([[Comparator(">=", Version(1, 2, 3)), Comparator("<", Version(2, 0, 0))]]),
        Version(1, 9, 0),
    ),
    (Range([[Comparator("<", Version(2, 0, 0))]]), Version(2, 0, 0, ("rc", "1"))),
    (
        Range(
            [
                [Comparator(">=", Version(1, 2, 3)), Comparator("<", Version(2, 0, 0))],
                [Comparator(">=", Version(1, 2, 3)), Comparator("<", Version(2, 0, 0))],
            ]
        ),
        Version(1, 9, 0),
    ),
    (Range([[Comparator("<", Version(2, 0, 0))]]), Version(2, 0, 0, ("rc", "1", "1"))),
    (
        Range([[Comparator(">=", Version(1, 2, 3)), Comparator("<", Version(2, 0, 0))]]),
        Version(1, 8, 0),
    ),
    (
        Range([[Comparator(">=", Version(1, 2, 3)), Comparator("<", Version(2, 0, 0))]]),
        Version(0, 9, 0),
    ),
    (Range([[Comparator(">=", Version(1, 2, 3))]]), Version(1, 9, 0)),
    (Range([[Comparator("<", Version(2, 0, 0))]]), Version(2, 0, 0, ("rc", "1", "rc"))),
    (
        Range(
            [
                [Comparator(">=", Version(1, 2, 3)), Comparator("<", Version(2, 0, 0))],
                [Comparator(">=", Version(1, 2, 3))],
            ]
        ),
        Version(1, 9, 0),
    ),
    (Range([[Comparator("<", Version(2, 0, 0))]]), Version(2, 0, 0, ("1", "rc"))),
    (
        Range([[Comparator(">=", Version(1, 2, 3)), Comparator("<", Version(2, 0, 0))]]),
        Version(1, 10, 0),
    ),
    (Range([[Comparator("<", Version(2, 0, 0))]]), Version(2, 0, 0)),
    (Range([[Comparator("<", Version(2, 0, 0))]]), Version(1, 9, 0)),
    (Range([[Comparator("<", Version(2, 0, 0))]]), Version(2, 0, 0, ("r", "1"))),
    (
        Range([[Comparator(">=", Version(1, 2, 3)), Comparator("<", Version(2, 0, 0))]]),
        Version(1, 9, 1),
    ),
    (
        Range([[Comparator(">=", Version(1, 2, 3)), Comparator("<", Version(2, 0, 0))]]),
        Version(2, 9, 0),
    ),
    (
        Range(
            [
                [Comparator(">=", Version(1, 2, 3)), Comparator("<", Version(2, 0, 0))],
                [Comparator("<", Version(2, 0, 0))],
            ]
        ),
        Version(1, 9, 0),
    ),
    (Range([[Comparator("<", Version(2, 0, 0))]]), Version(2, 0, 0, ("rc", "1", "r"))),
    (
        Range(
            [
                [
                    Comparator(">=", Version(1, 2, 3)),
                    Comparator("<", Version(2, 0, 0)),
                    Comparator("<", Version(2, 0, 0)),
                ]
            ]
        ),
        Version(1, 9, 0),
    ),
    (Range([[Comparator("<", Version(2, 0, 0))]]), Version(2, 0, 0, ("rca", "1"))),
    (Range([[Comparator("<=", Version(0, 0, 0))]]), Version(0, 0, 0)),
    (Range([[Comparator("<", Version(2, 0, 0))]]), Version(2, 0, 0, ("rc", "1", "rca"))),
    (
        Range([[Comparator(">=", Version(1, 2, 3)), Comparator("<", Version(2, 1, 1))]]),
        Version(1, 8, 1),
    ),
    (Range([[Comparator("<", Version(2, 0, 0))]]), Version(2, 0, 0, ("RC", "1"))),
    (Range([[Comparator(">=", Version(2, 2, 3))]]), Version(2, 9, 0)),
]


@pytest.mark.parametrize(("wanted", "version"), CASES)
def test_contract(wanted: Range, version: Version) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((wanted, version))
    result = allows(wanted, version)
    assert type(result) is bool
    assert result == (any(admits(comparators, version) for comparators in wanted.alternatives))
    assert (wanted, version) == before
