"""Made by Holo: what is asked of `semver.ranges.best`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.equals import equals
from semver.ranges.best import best
from semver.ranges.expand import expand
from semver.ranges.satisfying import satisfying
from semver.rank import rank
from semver.types import Comparator, Range, Version


def test_example_1() -> None:
    """An example of the hologram."""
    assert best([Version(1, 9, 0), Version(2, 0, 0)], Range([expand("<2.0.0")])) == Version(1, 9, 0)


def test_example_2() -> None:
    """An example of the hologram."""
    assert best([Version(2, 0, 0)], Range([expand("<2.0.0")])) is None


def test_example_3() -> None:
    """A sealed example of the hologram."""
    assert best(
        [Version(1, 0, 0, (), ("b",)), Version(1, 0, 0, (), ("a",))], Range([expand("1.x")])
    ) == Version(1, 0, 0, (), ("b",))


CASES = [
    ([Version(2, 0, 0)], Range([[Comparator("<", Version(2, 0, 0))]])),
    ([Version(1, 9, 0), Version(2, 0, 0)], Range([[Comparator("<", Version(2, 0, 0))]])),
    ([], Range([[Comparator("<", Version(2, 0, 0))]])),
    (
        [Version(1, 0, 0, (), ("b",)), Version(1, 0, 0, (), ("a",))],
        Range([[Comparator(">=", Version(1, 0, 0)), Comparator("<", Version(2, 0, 0))]]),
    ),
    (
        [Version(2, 0, 0)],
        Range([[Comparator("<", Version(2, 0, 0)), Comparator("<", Version(2, 0, 0))]]),
    ),
    ([Version(1, 9, 0)], Range([[Comparator("<", Version(2, 0, 0))]])),
    (
        [Version(2, 0, 0)],
        Range(
            [
                [Comparator("<", Version(2, 0, 0))],
                [Comparator("<", Version(2, 0, 0)), Comparator("<", Version(2, 0, 0))],
            ]
        ),
    ),
    (
        [Version(1, 0, 0), Version(1, 0, 0, (), ("a",))],
        Range([[Comparator(">=", Version(1, 0, 0)), Comparator("<", Version(2, 0, 0))]]),
    ),
    ([Version(3, 0, 0)], Range([[Comparator("<", Version(2, 0, 0))]])),
    (
        [Version(1, 9, 0), Version(2, 0, 0)],
        Range([[Comparator("<", Version(2, 0, 0))], [Comparator("<", Version(2, 0, 0))]]),
    ),
    ([Version(2, 0, 0), Version(3, 0, 0)], Range([[Comparator("<", Version(2, 0, 0))]])),
    (
        [Version(1, 0, 0, (), ("b",)), Version(1, 0, 0, (), ("a",))],
        Range(
            [
                [
                    Comparator(">=", Version(1, 0, 0)),
                    Comparator("<", Version(2, 0, 0)),
                    Comparator(">=", Version(1, 0, 0)),
                ]
            ]
        ),
    ),
    ([Version(2, 1, 0)], Range([[Comparator("<", Version(2, 0, 0))]])),
    ([Version(1, 0, 0)], Range([[Comparator("<", Version(2, 0, 0))]])),
    ([Version(1, 1, 1, ("a",), ("a",))], Range([[Comparator("<=", Version(0, 0, 0))]])),
    (
        [Version(1, 0, 0, (), ("b",)), Version(1, 0, 0, (), ("a",)), Version(1, 0, 0)],
        Range([[Comparator(">=", Version(1, 0, 0)), Comparator("<", Version(2, 0, 0))]]),
    ),
    ([], Range([[Comparator("<=", Version(0, 0, 0))]])),
    (
        [Version(1, 9, 0), Version(2, 0, 0), Version(2, 0, 0)],
        Range([[Comparator("<", Version(2, 0, 0))]]),
    ),
    (
        [Version(0, 1, 1), Version(0, 1, 1)],
        Range(
            [
                [
                    Comparator(">=", Version(1, 1, 1)),
                    Comparator("<", Version(0, 1, 1)),
                    Comparator("<", Version(372515666864, 0, 16)),
                ]
            ]
        ),
    ),
    ([Version(2, 0, 0), Version(1, 0, 0)], Range([[Comparator("<", Version(2, 0, 0))]])),
    ([Version(21, 0, 0), Version(3, 0, 0)], Range([[Comparator("<", Version(2, 0, 0))]])),
    (
        [Version(2, 0, 0, (), ("b",)), Version(1, 0, 0, (), ("a",))],
        Range([[Comparator(">=", Version(1, 0, 0)), Comparator("<", Version(2, 0, 0))]]),
    ),
    (
        [Version(1, 0, 0, (), ("b",)), Version(1, 0, 0, (), ("a",))],
        Range([[Comparator(">=", Version(1, 1, 0))]]),
    ),
    (
        [Version(1, 9, 0), Version(2, 0, 0)],
        Range([[Comparator("<", Version(2, 0, 0)), Comparator("<", Version(2, 0, 0))]]),
    ),
    (
        [Version(617, 308, 617, ("MMMM", "w", "w", "w"), ("n",))],
        Range([[Comparator("<", Version(2, 0, 0))]]),
    ),
]


@pytest.mark.parametrize(("versions", "wanted"), CASES)
def test_contract(versions: list[Version], wanted: Range) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((versions, wanted))
    result = best(versions, wanted)
    assert (type(result) is Version) or (result is None)
    assert (result is None) == (satisfying(versions, wanted) == [])
    assert result is None or all(
        rank(version) <= rank(result) for version in satisfying(versions, wanted)
    )
    assert result is None or equals(satisfying(versions, wanted), result)[:1] == [result]
    assert (versions, wanted) == before
