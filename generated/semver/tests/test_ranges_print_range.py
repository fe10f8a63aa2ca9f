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
    (
        Range(
            [
                [Comparator(">=", Version(0, 1, 0))],
                [Comparator(">=", Version(0, 1, 0)), Comparator(">=", Version(0, 0, 65536))],
                [Comparator(">=", Version(0, 1, 0)), Comparator(">=", Version(0, 0, 65536))],
            ]
        ),
    ),
    (
        Range(
            [
                [Comparator(">", Version(18, 1, 1))],
                [
                    Comparator("<=", Version(1, 0, 18)),
                    Comparator(">", Version(19, 2, 0)),
                    Comparator(">", Version(18, 4, 1)),
                ],
            ]
        ),
    ),
    (
        Range(
            [
                [Comparator("=", Version(1, 0, 0)), Comparator("=", Version(1, 0, 0))],
                [
                    Comparator(">", Version(0, 1, 1)),
                    Comparator(">", Version(0, 1, 1)),
                    Comparator(">", Version(0, 1, 1)),
                ],
            ]
        ),
    ),
    (
        Range(
            [
                [
                    Comparator("<=", Version(1, 0, 1)),
                    Comparator(">=", Version(1, 1, 1)),
                    Comparator(">=", Version(1, 1, 1)),
                    Comparator("=", Version(1, 1, 1)),
                ],
                [Comparator(">=", Version(1, 1, 1))],
            ]
        ),
    ),
    (
        Range(
            [
                [
                    Comparator("<", Version(4, 12, 2)),
                    Comparator("<", Version(3, 3, 4)),
                    Comparator("<", Version(4, 12, 2)),
                ]
            ]
        ),
    ),
    (
        Range(
            [
                [
                    Comparator(">", Version(79, 2, 79)),
                    Comparator(">", Version(79, 2, 79)),
                    Comparator(">", Version(79, 2, 79)),
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
