"""Made by Holo: what is asked of `semver.ranges.print_range`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.ranges.expand import expand
from semver.ranges.print_comparators import print_comparators
from semver.ranges.print_range import print_range
from semver.types import Comparator, Range, Version


def test_example_1() -> None:
    """An example of the hologram."""
    assert (
        print_range(Range([expand("^1.2.3"), expand("~2.1")])) == ">=1.2.3 <2.0.0 || >=2.1.0 <2.2.0"
    )


CASES = [
    (
        Range(
            [
                [Comparator(">=", Version(1, 2, 3)), Comparator("<", Version(2, 0, 0))],
                [Comparator(">=", Version(2, 1, 0)), Comparator("<", Version(2, 2, 0))],
            ]
        ),
    ),
    (Range([[Comparator(">=", Version(1, 2, 3)), Comparator("<", Version(2, 0, 0))]]),),
    (Range([[Comparator(">=", Version(2, 1, 0)), Comparator("<", Version(2, 2, 0))]]),),
    (
        Range(
            [
                [Comparator(">=", Version(1, 2, 3)), Comparator("<", Version(2, 0, 0))],
                [Comparator(">=", Version(2, 1, 0)), Comparator("<", Version(2, 2, 0))],
                [Comparator(">=", Version(2, 1, 0)), Comparator("<", Version(2, 2, 0))],
            ]
        ),
    ),
    (
        Range(
            [
                [Comparator(">=", Version(1, 2, 3)), Comparator("<", Version(2, 0, 0))],
                [Comparator(">=", Version(2, 1, 0)), Comparator("<", Version(2, 2, 0))],
                [Comparator(">=", Version(1, 2, 3)), Comparator("<", Version(2, 0, 0))],
            ]
        ),
    ),
    (
        Range(
            [
                [Comparator(">=", Version(2, 1, 0)), Comparator("<", Version(2, 2, 0))],
                [Comparator(">=", Version(1, 2, 3)), Comparator("<", Version(2, 0, 0))],
            ]
        ),
    ),
    (
        Range(
            [
                [Comparator(">=", Version(1, 2, 3))],
                [Comparator(">=", Version(2, 1, 0)), Comparator("<", Version(2, 2, 0))],
            ]
        ),
    ),
    (
        Range(
            [
                [Comparator(">=", Version(1, 2, 3)), Comparator("<", Version(2, 0, 0))],
                [Comparator(">=", Version(2, 1, 0)), Comparator("<", Version(2, 2, 0))],
                [Comparator(">=", Version(1, 2, 3))],
            ]
        ),
    ),
    (
        Range(
            [
                [Comparator("<", Version(2, 0, 0))],
                [Comparator(">=", Version(2, 1, 0)), Comparator("<", Version(2, 2, 0))],
            ]
        ),
    ),
    (
        Range(
            [
                [Comparator(">=", Version(1, 2, 3)), Comparator("<", Version(2, 0, 0))],
                [Comparator(">=", Version(2, 1, 0)), Comparator("<", Version(2, 2, 0))],
                [Comparator("<", Version(2, 0, 0))],
            ]
        ),
    ),
    (
        Range(
            [
                [
                    Comparator(">=", Version(1, 2, 3)),
                    Comparator("<", Version(2, 0, 0)),
                    Comparator("<", Version(2, 0, 0)),
                ],
                [Comparator(">=", Version(2, 1, 0)), Comparator("<", Version(2, 2, 0))],
            ]
        ),
    ),
    (
        Range(
            [
                [
                    Comparator(">=", Version(1, 2, 3)),
                    Comparator("<", Version(2, 0, 0)),
                    Comparator(">=", Version(1, 2, 3)),
                ],
                [Comparator(">=", Version(2, 1, 0)), Comparator("<", Version(2, 2, 0))],
            ]
        ),
    ),
    (
        Range(
            [
                [Comparator(">=", Version(1, 2, 3)), Comparator("<", Version(2, 0, 0))],
                [Comparator(">=", Version(2, 1, 0))],
            ]
        ),
    ),
    (
        Range(
            [
                [Comparator(">=", Version(1, 2, 3)), Comparator("<", Version(2, 0, 0))],
                [Comparator(">=", Version(2, 1, 0)), Comparator("<", Version(2, 2, 0))],
                [Comparator(">=", Version(2, 1, 0))],
            ]
        ),
    ),
    (
        Range(
            [
                [Comparator(">=", Version(1, 2, 3)), Comparator("<", Version(2, 0, 0))],
                [Comparator("<", Version(2, 2, 0))],
            ]
        ),
    ),
    (
        Range(
            [
                [Comparator(">=", Version(1, 2, 3)), Comparator("<", Version(2, 0, 0))],
                [Comparator(">=", Version(2, 1, 0)), Comparator("<", Version(2, 2, 0))],
                [Comparator("<", Version(2, 2, 0))],
            ]
        ),
    ),
    (
        Range(
            [
                [Comparator(">=", Version(1, 2, 3)), Comparator("<", Version(2, 0, 0))],
                [
                    Comparator(">=", Version(2, 1, 0)),
                    Comparator("<", Version(2, 2, 0)),
                    Comparator("<", Version(2, 2, 0)),
                ],
            ]
        ),
    ),
    (
        Range(
            [
                [Comparator(">=", Version(1, 2, 3)), Comparator("<", Version(2, 0, 0))],
                [
                    Comparator(">=", Version(2, 1, 0)),
                    Comparator("<", Version(2, 2, 0)),
                    Comparator(">=", Version(2, 1, 0)),
                ],
            ]
        ),
    ),
    (Range([[Comparator("<=", Version(0, 0, 0))]]),),
    (Range([[Comparator("<", Version(0, 0, 0)), Comparator("<", Version(0, 3, 2))]]),),
    (
        Range(
            [
                [
                    Comparator(">", Version(7, 55041781503970055, 7)),
                    Comparator(">", Version(55041781503970055, 55041781503970055, 7)),
                    Comparator(">", Version(7, 55041781503970055, 7)),
                ]
            ]
        ),
    ),
    (
        Range(
            [
                [
                    Comparator("=", Version(12, 0, 0)),
                    Comparator("=", Version(0, 12, 0)),
                    Comparator("=", Version(12, 12, 0)),
                    Comparator("=", Version(12, 0, 0)),
                ]
            ]
        ),
    ),
    (
        Range(
            [
                [Comparator(">=", Version(2, 2, 3)), Comparator("<", Version(2, 0, 0))],
                [Comparator(">=", Version(2, 1, 0)), Comparator("<", Version(2, 2, 0))],
                [Comparator(">=", Version(1, 2, 3)), Comparator("<", Version(2, 0, 0))],
            ]
        ),
    ),
    (
        Range(
            [
                [Comparator(">", Version(0, 3, 3)), Comparator(">", Version(3, 0, 3))],
                [Comparator("<=", Version(0, 0, 493208129177))],
            ]
        ),
    ),
    (
        Range(
            [
                [
                    Comparator("=", Version(1, 832, 1)),
                    Comparator("=", Version(1, 832, 1)),
                    Comparator("<=", Version(7, 7, 0)),
                ]
            ]
        ),
    ),
]


@pytest.mark.parametrize(("wanted",), CASES)
def test_contract(wanted: Range) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((wanted,))
    result = print_range(wanted)
    assert type(result) is str
    assert result == (
        " || ".join(print_comparators(comparators) for comparators in wanted.alternatives)
    )
    assert (wanted,) == before
