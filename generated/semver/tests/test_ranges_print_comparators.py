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
            Comparator(">=", Version(675, 675, 22)),
            Comparator("<=", Version(278, 484, 4)),
            Comparator("<", Version(4, 3375, 260)),
            Comparator("<", Version(4, 3375, 260)),
            Comparator("<", Version(484, 1, 3)),
        ],
    ),
    ([Comparator("<", Version(10, 10, 24)), Comparator("<", Version(10, 0, 96))],),
    (
        [
            Comparator(">", Version(67, 83, 0)),
            Comparator("=", Version(7, 720778541754, 7)),
            Comparator("=", Version(0, 1, 67)),
            Comparator("=", Version(67, 195, 67)),
            Comparator("=", Version(4489, 67, 71)),
        ],
    ),
    (
        [
            Comparator(">=", Version(11, 11, 11)),
            Comparator(">=", Version(11, 10, 511)),
            Comparator(">", Version(4, 4, 4)),
            Comparator(">=", Version(10, 30, 4)),
            Comparator(">", Version(121, 511, 1)),
            Comparator(">=", Version(11, 11, 11)),
        ],
    ),
    (
        [
            Comparator("<", Version(744734043595, 729771112948, 945703737422)),
            Comparator(">", Version(43, 729771112948, 0)),
        ],
    ),
    (
        [
            Comparator("<=", Version(1, 1, 1)),
            Comparator("<=", Version(1, 0, 1)),
            Comparator("<=", Version(1, 0, 1)),
            Comparator("<=", Version(1, 1, 1)),
            Comparator("<=", Version(1, 1, 1)),
        ],
    ),
    ([Comparator(">=", Version(87, 2, 0)), Comparator(">=", Version(87, 2, 0))],),
    (
        [
            Comparator(">=", Version(1055440017606, 0, 1)),
            Comparator("<", Version(537291, 76, 1585867)),
        ],
    ),
    (
        [
            Comparator(">=", Version(93108, 6, 1073834932)),
            Comparator(">=", Version(93108, 6, 1073834932)),
            Comparator(">=", Version(93108, 10, 93108)),
            Comparator(">=", Version(0, 0, 76556557725344228)),
        ],
    ),
    (
        [
            Comparator(">", Version(1, 1, 1)),
            Comparator(">=", Version(225, 33, 0)),
            Comparator(">", Version(1, 1, 1)),
            Comparator(">", Version(1, 11, 225)),
            Comparator(">", Version(1, 1, 1)),
        ],
    ),
    (
        [
            Comparator("=", Version(12, 29674417765540283, 144)),
            Comparator("=", Version(644122, 29674417765540283, 12)),
        ],
    ),
    (
        [
            Comparator("<=", Version(993, 993, 39316827892275042)),
            Comparator("<=", Version(993, 993, 39316827892275042)),
        ],
    ),
    (
        [
            Comparator("<=", Version(1, 89, 0)),
            Comparator("=", Version(0, 4, 735611)),
            Comparator("<=", Version(1, 89, 0)),
            Comparator("<=", Version(1, 89, 1)),
            Comparator(">", Version(9, 1, 89)),
            Comparator(">", Version(9, 1, 89)),
        ],
    ),
    ([Comparator("=", Version(0, 1, 682)), Comparator("=", Version(0, 0, 4194305))],),
    (
        [
            Comparator("<", Version(53464, 53464, 0)),
            Comparator("<=", Version(678214, 678214, 678214)),
            Comparator(">", Version(0, 678222, 53464)),
            Comparator(">", Version(678214, 678214, 0)),
        ],
    ),
    (
        [
            Comparator("<", Version(549755813889, 1, 1)),
            Comparator(">=", Version(9, 86, 300)),
            Comparator(">=", Version(85, 9, 85)),
        ],
    ),
    (
        [
            Comparator(">", Version(0, 539430079457, 743888241036)),
            Comparator(">", Version(0, 539430079457, 743888241036)),
            Comparator(">", Version(0, 539430079457, 743888241036)),
        ],
    ),
    ([Comparator("=", Version(0, 8192, 12))],),
    ([Comparator("<=", Version(1, 1, 2)), Comparator("<=", Version(1, 1, 2))],),
]


@pytest.mark.parametrize(("comparators",), CASES)
def test_contract(comparators: list[Comparator]) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((comparators,))
    result = print_comparators(comparators)
    assert type(result) is str
    assert result == (" ".join(one.operator + print_version(one.version) for one in comparators))
    assert (comparators,) == before
