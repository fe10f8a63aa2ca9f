"""Made by Holo: what is asked of `semver.ranges.satisfying`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.ranges.allows import allows
from semver.ranges.satisfying import satisfying
from semver.types import Comparator, Range, Version

CASES = [
    (
        [
            Version(724, 724, 183),
            Version(713427, 713427, 14012367043),
            Version(713427, 713427, 14012367043),
            Version(0, 6, 6, ("baabb",), ("baabb", "baabb", "62")),
        ],
        Range([[Comparator(">=", Version(713427, 713427, 14012367043))]]),
    ),
    (
        [Version(1, 1, 1, ("a",), ("a",)), Version(0, 0, 0)],
        Range([[Comparator("<=", Version(0, 0, 0))]]),
    ),
    ([Version(1, 1, 1, ("a",), ("a",))], Range([[Comparator("<=", Version(0, 0, 0))]])),
    ([Version(0, 0, 0)], Range([[Comparator("<=", Version(0, 0, 0))]])),
    ([], Range([[Comparator("<=", Version(0, 0, 0))]])),
    (
        [Version(0, 0, 0), Version(1, 1, 1, ("a",), ("a",)), Version(1, 1, 1, ("a",), ("a",))],
        Range([[Comparator("<=", Version(0, 0, 0))]]),
    ),
    ([], Range([[Comparator("<=", Version(235, 3, 235)), Comparator("=", Version(3, 3, 0))]])),
    (
        [
            Version(1, 1, 1, ("a",), ("a",)),
            Version(0, 0, 0),
            Version(2, 2, 2, ("a", "b"), ("a", "b")),
            Version(3, 3, 3, ("b",), ("b",)),
            Version(10, 10, 10, ("b", "a", "a"), ("b", "a", "a")),
        ],
        Range([[Comparator("<=", Version(0, 0, 0))]]),
    ),
    (
        [],
        Range(
            [
                [Comparator("<", Version(42529017294495742, 1, 1))],
                [Comparator("<", Version(847, 1, 1)), Comparator("<", Version(1, 847, 98))],
            ]
        ),
    ),
    (
        [Version(0, 0, 95629382025141292), Version(1, 1, 1, ("a",), ("a",)), Version(0, 0, 0)],
        Range([[Comparator("<=", Version(0, 0, 0))]]),
    ),
    (
        [],
        Range(
            [
                [Comparator("<", Version(42529017294495742, 1, 1))],
                [Comparator("<", Version(847, 1, 1)), Comparator("<", Version(1, 847, 98))],
                [Comparator("<", Version(847, 1, 1))],
            ]
        ),
    ),
    (
        [Version(1, 1, 1, ("a",), ("a",)), Version(0, 0, 0)],
        Range(
            [
                [Comparator("<=", Version(0, 0, 0))],
                [
                    Comparator("<", Version(360, 360, 492)),
                    Comparator("<", Version(360, 360, 6)),
                    Comparator("<", Version(360, 0, 360)),
                ],
            ]
        ),
    ),
    ([Version(0, 1, 1, ("a",), ("a",))], Range([[Comparator("<=", Version(0, 0, 0))]])),
    (
        [],
        Range(
            [
                [Comparator("<", Version(42529017294495742, 1, 1))],
                [Comparator("<", Version(847, 1, 1)), Comparator("<", Version(1, 847, 98))],
                [Comparator("<", Version(847, 1, 1)), Comparator("<", Version(1, 847, 98))],
            ]
        ),
    ),
    ([], Range([[Comparator("<", Version(0, 0, 0))]])),
]


@pytest.mark.parametrize(("versions", "wanted"), CASES)
def test_contract(versions: list[Version], wanted: Range) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((versions, wanted))
    result = satisfying(versions, wanted)
    assert type(result) is list
    assert all(type(_each) is Version for _each in result)
    assert result == ([version for version in versions if allows(wanted, version)])
    assert (versions, wanted) == before
