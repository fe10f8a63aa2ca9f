"""Made by Holo: what is asked of `semver.ranges.print_comparators`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.print_version import print_version
from semver.ranges.print_comparators import print_comparators
from semver.types import Comparator, Version

CASES = [
    ([],),
    ([Comparator("<=", Version(0, 0, 0))],),
    ([Comparator("<=", Version(0, 0, 0)), Comparator("<", Version(0, 0, 0))],),
    ([Comparator("<", Version(0, 0, 0))],),
    (
        [
            Comparator("<", Version(0, 0, 0)),
            Comparator("<=", Version(0, 0, 0)),
            Comparator("<=", Version(0, 0, 0)),
        ],
    ),
    (
        [
            Comparator("<=", Version(0, 0, 0)),
            Comparator("<", Version(0, 0, 0)),
            Comparator("=", Version(0, 0, 0)),
            Comparator(">=", Version(0, 0, 0)),
            Comparator(">", Version(0, 0, 0)),
        ],
    ),
    (
        [
            Comparator(">", Version(1, 986, 3)),
            Comparator(">", Version(1, 986, 3)),
            Comparator(">", Version(1, 986, 3)),
            Comparator(">", Version(1, 986, 3)),
        ],
    ),
    ([Comparator(">=", Version(484032809734, 484032809734, 1))],),
    (
        [
            Comparator("<", Version(1, 1, 1)),
            Comparator("<", Version(1, 1, 1)),
            Comparator("<", Version(1, 1, 0)),
            Comparator("<", Version(1, 1, 1)),
            Comparator("<", Version(1, 1, 0)),
            Comparator(">=", Version(0, 1, 0)),
        ],
    ),
    (
        [
            Comparator("<", Version(2, 0, 53)),
            Comparator("<", Version(11, 195, 11)),
            Comparator("<", Version(53, 195, 11)),
            Comparator("<", Version(53, 195, 11)),
            Comparator(">=", Version(10, 195, 194)),
        ],
    ),
    ([Comparator("=", Version(0, 0, 0))],),
    (
        [
            Comparator(">", Version(7, 7, 7)),
            Comparator(">", Version(7, 7, 7)),
            Comparator(">", Version(7, 7, 7)),
            Comparator(">", Version(7, 7, 7)),
        ],
    ),
    (
        [
            Comparator(">=", Version(310783, 310783, 82416674929)),
            Comparator("=", Version(310783, 82038546845694358, 310783)),
            Comparator("=", Version(82416674929, 12, 12)),
            Comparator(">", Version(82416674929, 310783, 310783)),
        ],
    ),
    ([Comparator("<", Version(944666, 944666, 944666))],),
    (
        [
            Comparator(">", Version(1, 1, 1)),
            Comparator(">", Version(1, 1, 1)),
            Comparator(">", Version(1, 0, 1)),
            Comparator(">", Version(1, 1, 2)),
            Comparator(">", Version(1, 1, 2)),
            Comparator(">", Version(1, 1, 1)),
        ],
    ),
    ([Comparator("=", Version(1, 12, 0)), Comparator("=", Version(1, 12, 0))],),
    ([Comparator("<=", Version(1, 6, 62056650736902307))],),
    (
        [
            Comparator("<", Version(0, 0, 0)),
            Comparator("<", Version(0, 0, 0)),
            Comparator("<", Version(0, 0, 0)),
        ],
    ),
    (
        [
            Comparator("<", Version(11, 0, 11)),
            Comparator("=", Version(0, 565984853493, 0)),
            Comparator("<", Version(11, 0, 11)),
            Comparator("<", Version(4, 0, 0)),
        ],
    ),
    (
        [
            Comparator(">=", Version(4, 794636346560, 658311)),
            Comparator(">=", Version(4, 794636346560, 658311)),
        ],
    ),
    (
        [
            Comparator("=", Version(11, 197425, 197425)),
            Comparator("=", Version(10, 10, 10)),
            Comparator("=", Version(9, 10, 10)),
            Comparator("=", Version(10, 10, 10)),
            Comparator("=", Version(11, 11, 0)),
        ],
    ),
    ([Comparator(">", Version(1, 1, 1)), Comparator(">", Version(1, 1, 1))],),
    (
        [
            Comparator("<", Version(6, 6, 6)),
            Comparator("<", Version(411, 100367, 411)),
            Comparator("<", Version(6, 6, 6)),
            Comparator("<", Version(411, 100367, 411)),
        ],
    ),
    (
        [
            Comparator("<=", Version(1, 1, 1)),
            Comparator("<=", Version(1, 1, 1)),
            Comparator("<=", Version(1, 0, 1)),
            Comparator("<=", Version(1, 0, 1)),
        ],
    ),
    (
        [
            Comparator(">=", Version(702, 702, 702)),
            Comparator(">=", Version(702, 702, 703)),
            Comparator(">", Version(702, 702, 1)),
            Comparator(">=", Version(702, 702, 702)),
            Comparator(">=", Version(702, 8, 702)),
        ],
    ),
]


@pytest.mark.parametrize(("comparators",), CASES)
def test_contract(comparators: list[Comparator]) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((comparators,))
    result = print_comparators(comparators)
    assert type(result) is str
    assert result == (" ".join(one.operator + print_version(one.version) for one in comparators))
    assert (comparators,) == before
