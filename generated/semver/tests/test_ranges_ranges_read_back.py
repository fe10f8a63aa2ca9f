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
                [Comparator(">", Version(935323467260, 233074080774, 1))],
                [
                    Comparator(">", Version(1, 6, 0)),
                    Comparator("=", Version(55665424865890132, 694, 2082)),
                ],
            ]
        ),
    ),
    (
        Range(
            [
                [Comparator("<", Version(81, 1073741905, 81)), Comparator("<", Version(1, 27, 0))],
                [
                    Comparator("<", Version(1, 80, 27)),
                    Comparator("=", Version(0, 283, 0)),
                    Comparator("<", Version(1, 80, 27)),
                ],
            ]
        ),
    ),
    (
        Range(
            [
                [Comparator("=", Version(1, 3, 222))],
                [Comparator("=", Version(94, 1, 222)), Comparator("=", Version(1, 3, 222))],
                [Comparator("=", Version(94, 1, 222)), Comparator("=", Version(1, 3, 222))],
            ]
        ),
    ),
    (
        Range(
            [
                [Comparator("<", Version(80, 1073741905, 80)), Comparator("<", Version(1, 27, 0))],
                [
                    Comparator("<", Version(1, 80, 27)),
                    Comparator("=", Version(0, 283, 0)),
                    Comparator("<", Version(1, 80, 27)),
                ],
            ]
        ),
    ),
    (
        Range(
            [
                [
                    Comparator("<", Version(0, 7, 1)),
                    Comparator("<", Version(1, 110752417710, 7)),
                    Comparator(">=", Version(0, 6, 0)),
                    Comparator(">=", Version(7, 0, 6)),
                    Comparator("<", Version(7, 99585844918501259, 7)),
                ]
            ]
        ),
    ),
    (
        Range(
            [
                [Comparator(">=", Version(7, 1031, 1031)), Comparator(">=", Version(7, 1031, 1))],
                [Comparator(">=", Version(7, 133, 1)), Comparator("=", Version(1, 1048709, 1))],
            ]
        ),
    ),
    (Range([[Comparator("=", Version(0, 0, 0))]]),),
    (
        Range(
            [
                [
                    Comparator(">", Version(1, 6, 0)),
                    Comparator("=", Version(55665424865890132, 694, 2082)),
                ],
                [Comparator(">", Version(935323467260, 233074080774, 1))],
            ]
        ),
    ),
    (
        Range(
            [
                [Comparator(">", Version(1, 0, 1)), Comparator(">", Version(1, 238736, 1))],
                [
                    Comparator(">", Version(1, 238736, 1)),
                    Comparator(">", Version(1, 424453177044, 424453177044)),
                    Comparator("<=", Version(3, 1, 1)),
                ],
            ]
        ),
    ),
    (
        Range(
            [
                [
                    Comparator(">", Version(1, 1, 1)),
                    Comparator("=", Version(4, 5, 3)),
                    Comparator(">=", Version(12, 50, 2)),
                ],
                [Comparator(">", Version(12, 8, 12)), Comparator("=", Version(4, 5, 3))],
            ]
        ),
    ),
    (
        Range(
            [
                [Comparator(">=", Version(1, 1, 1)), Comparator(">=", Version(1, 1, 1))],
                [Comparator(">=", Version(1, 1, 8)), Comparator(">=", Version(1, 1, 8))],
                [Comparator(">=", Version(1, 69657505322737673, 69657505322737673))],
            ]
        ),
    ),
]


@pytest.mark.parametrize(("wanted",), CASES)
def test_law(wanted: Range) -> None:
    """A range that is printed can be read again."""
    assert parse_range(print_range(wanted)) == wanted
