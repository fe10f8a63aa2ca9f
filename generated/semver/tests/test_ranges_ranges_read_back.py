"""Made by Holo: what is asked of `semver.ranges.ranges_read_back`."""

from __future__ import annotations

import pytest

from semver.ranges.parse_range import parse_range
from semver.ranges.print_range import print_range
from semver.types import Comparator, Range, Version

CASES = [
    (Range([[Comparator("<=", Version(0, 0, 0))]]),),
    (
        Range(
            [
                [Comparator(">=", Version(3, 3, 41)), Comparator(">=", Version(41, 41, 41))],
                [
                    Comparator(">=", Version(3, 56, 3)),
                    Comparator(">", Version(41, 0, 0)),
                    Comparator("<=", Version(41, 3, 0)),
                ],
            ]
        ),
    ),
    (Range([[Comparator("=", Version(59, 59, 174730)), Comparator("<=", Version(59, 92, 59))]]),),
    (
        Range(
            [
                [Comparator("=", Version(198365017388, 198365017388, 23991253509782918))],
                [
                    Comparator("=", Version(0, 198365017388, 23991253509782918)),
                    Comparator("<=", Version(1, 198365017388, 0)),
                    Comparator("<=", Version(1, 198365017388, 0)),
                ],
            ]
        ),
    ),
    (
        Range(
            [
                [Comparator("<=", Version(0, 67, 1))],
                [
                    Comparator("=", Version(67, 67, 1)),
                    Comparator(">", Version(300304, 1, 67)),
                    Comparator("=", Version(1, 0, 66)),
                    Comparator(">", Version(67, 300304, 1)),
                ],
            ]
        ),
    ),
    (
        Range(
            [
                [
                    Comparator("=", Version(8, 38, 8)),
                    Comparator("=", Version(8, 38, 97825101020036426)),
                ],
                [Comparator("=", Version(38, 38, 38)), Comparator("=", Version(38, 8, 38))],
            ]
        ),
    ),
    (
        Range(
            [
                [Comparator("<", Version(3, 44, 44)), Comparator("<", Version(44, 68, 2))],
                [Comparator(">=", Version(68, 2, 67)), Comparator(">=", Version(67, 602, 9))],
                [Comparator("=", Version(215, 53, 9)), Comparator("<", Version(3, 44, 44))],
            ]
        ),
    ),
    (
        Range(
            [
                [Comparator("<", Version(3, 44, 44)), Comparator("<", Version(44, 68, 2))],
                [Comparator(">=", Version(68, 2, 67)), Comparator(">=", Version(67, 602, 9))],
                [Comparator("<", Version(3, 44, 44)), Comparator("=", Version(215, 53, 9))],
            ]
        ),
    ),
    (
        Range(
            [
                [
                    Comparator("<", Version(7, 7, 78)),
                    Comparator("<", Version(78, 7, 7)),
                    Comparator(">", Version(7, 7, 7)),
                ],
                [Comparator("<", Version(78, 7, 48)), Comparator("<", Version(78, 7, 7))],
            ]
        ),
    ),
    (Range([[Comparator("<", Version(0, 0, 0))]]),),
]


@pytest.mark.parametrize(("wanted",), CASES)
def test_law(wanted: Range) -> None:
    """A range that is printed can be read again."""
    assert parse_range(print_range(wanted)) == wanted
