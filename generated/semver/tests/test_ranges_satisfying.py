"""Made by Holo: what is asked of `semver.ranges.satisfying`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.ranges.allows import allows
from semver.ranges.satisfying import satisfying
from semver.types import Comparator, Range, Version

CASES = [
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
    (
        [Version(650, 6, 10, ("pp", "yppppppppp"), ("TJ", "11"))],
        Range(
            [
                [Comparator(">", Version(0, 6, 10))],
                [
                    Comparator(">", Version(0, 6, 10)),
                    Comparator(">", Version(0, 6, 10)),
                    Comparator(">", Version(6, 6, 65)),
                ],
            ]
        ),
    ),
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
                [Comparator("<", Version(2147483652, 1, 10))],
                [Comparator("<", Version(2147483652, 1, 10))],
                [Comparator("<", Version(2147483652, 1, 10))],
            ]
        ),
    ),
    (
        [Version(0, 0, 0), Version(2, 2, 2, ("a",), ("a",)), Version(2, 2, 2, ("a",), ("a",))],
        Range([[Comparator("<=", Version(0, 0, 0))]]),
    ),
    (
        [
            Version(1, 235, 1),
            Version(8, 10, 1, ("yy", "OO", "cb-cb-cb-cb-cb-c", "7"), ("yy", "poop")),
        ],
        Range(
            [
                [
                    Comparator(">=", Version(245167582957, 0, 245167582957)),
                    Comparator(">=", Version(245167582957, 0, 245167582957)),
                ]
            ]
        ),
    ),
    (
        [],
        Range(
            [
                [
                    Comparator(">", Version(0, 0, 1073741824)),
                    Comparator(">", Version(0, 1, 0)),
                    Comparator("=", Version(0, 5, 0)),
                ]
            ]
        ),
    ),
    (
        [],
        Range(
            [
                [Comparator("<", Version(429427, 63, 99954442105693635))],
                [
                    Comparator("=", Version(63, 214713, 886)),
                    Comparator("<=", Version(423483, 938949, 3755796)),
                    Comparator("=", Version(423483, 423483, 35)),
                ],
            ]
        ),
    ),
    (
        [],
        Range(
            [
                [Comparator("<", Version(2147483652, 1, 10))],
                [Comparator("<", Version(2147483652, 1, 10))],
                [Comparator("<", Version(2147483652, 1, 10))],
                [Comparator("<", Version(2147483652, 1, 10))],
            ]
        ),
    ),
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
