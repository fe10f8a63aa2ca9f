"""Made by Holo: what is asked of `semver.ranges.admits`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.ranges.admits import admits
from semver.ranges.holds import holds
from semver.ranges.invites import invites
from semver.types import Comparator, Version

CASES = [
    ([], Version(0, 0, 0)),
    ([Comparator("<=", Version(0, 0, 0))], Version(1, 1, 1, ("a",), ("a",))),
    ([Comparator("<=", Version(0, 0, 0))], Version(0, 0, 0)),
    (
        [Comparator("<=", Version(0, 0, 0)), Comparator("<", Version(0, 0, 0))],
        Version(2, 2, 2, ("a", "b"), ("a", "b")),
    ),
    (
        [],
        Version(
            88870068273505158,
            88870068273505158,
            0,
            (),
            ("bbbbbababbbbaababab", "bbbbbababbbbaababab", "bbbbbababbbbaababab"),
        ),
    ),
    ([Comparator("<", Version(0, 0, 0))], Version(3, 3, 3, ("b",), ("b",))),
    (
        [],
        Version(
            88870068273505158,
            88870068273505158,
            0,
            (),
            (
                "bbbbbababbbbaabababbbbbbbb",
                "bbbbbababbbbaabababbbbbbbb",
                "bbbbbababbbbaabababbbbbbbb",
            ),
        ),
    ),
    (
        [
            Comparator("<", Version(0, 0, 0)),
            Comparator("<=", Version(0, 0, 0)),
            Comparator("<=", Version(0, 0, 0)),
        ],
        Version(10, 10, 10, ("b", "a", "a"), ("b", "a", "a")),
    ),
    (
        [
            Comparator("<=", Version(0, 0, 0)),
            Comparator("<", Version(0, 0, 0)),
            Comparator("=", Version(0, 0, 0)),
            Comparator(">=", Version(0, 0, 0)),
            Comparator(">", Version(0, 0, 0)),
        ],
        Version(1, 1, 1, ("a", "b", "ab", "A"), ("a", "b", "ab", "A")),
    ),
    ([], Version(2, 2, 2, ("a", "b"), ("a", "b"))),
    (
        [Comparator("<=", Version(0, 0, 0)), Comparator("<", Version(0, 0, 0))],
        Version(3, 3, 3, ("b",), ("b",)),
    ),
    ([Comparator("<", Version(0, 0, 0))], Version(10, 10, 10, ("b", "a", "a"), ("b", "a", "a"))),
    (
        [
            Comparator(">=", Version(10, 91595523811012733, 91595523811012733)),
            Comparator("=", Version(3, 10, 91595523811012733)),
        ],
        Version(1, 91595523811012733, 91595523811012733, ("z",), ("z", "z")),
    ),
    (
        [Comparator("=", Version(22, 0, 0))],
        Version(0, 0, 0, ("aab", "aab", "aab", "aab"), ("aab", "aab", "aab")),
    ),
    ([], Version(2, 68, 68, ("bbbab", "0", "bbbab"), ("z-", "z-", "z-a", "3062686"))),
    (
        [
            Comparator("<=", Version(333157314443, 885, 885)),
            Comparator("<=", Version(333157314443, 885, 885)),
        ],
        Version(333157314443, 333157314443, 333157314443, (), ("-", "-")),
    ),
    (
        [
            Comparator("<=", Version(148225, 2, 353023358943)),
            Comparator(">=", Version(2, 2, 2)),
            Comparator("<=", Version(2, 2, 2)),
        ],
        Version(148225, 2, 2, (), ("bab", "bab")),
    ),
    ([], Version(0, 92, 0, ("b", "b"), ("b", "b"))),
    (
        [Comparator(">=", Version(68, 68, 1)), Comparator(">=", Version(1, 93, 68))],
        Version(
            68,
            68,
            68,
            ("10437483616", "104374836166", "1043748361666", "10437483616666", "104374836166666"),
            ("10437483616", "104374836166"),
        ),
    ),
    ([Comparator(">", Version(6, 0, 0))], Version(0, 0, 6, ("abababbababab",))),
    (
        [Comparator("<=", Version(15, 2, 2)), Comparator("<=", Version(15, 2, 2))],
        Version(92657352541813535, 2, 0, ("baabbbaa",), ("baabbbaa",)),
    ),
    (
        [Comparator("<", Version(22605, 22605, 1)), Comparator("<", Version(22605, 22605, 1))],
        Version(
            22605,
            22605,
            22605,
            ("baab", "baabbbbbbbb", "baabbbbbbbb", "aab", "aab", "baa"),
            ("baab", "baab"),
        ),
    ),
    (
        [
            Comparator("<=", Version(0, 539430079457, 743888241036)),
            Comparator("<=", Version(0, 539430079457, 743888241036)),
        ],
        Version(
            11, 0, 1, ("baabababbb", "baabababbb", "baabababbbb"), ("baabababbb", "baabababbbb")
        ),
    ),
    (
        [Comparator(">=", Version(1, 1, 0)), Comparator(">=", Version(1, 0, 0))],
        Version(1, 1, 488704524058, ("50983386",), ("50983386", "50983386")),
    ),
    ([], Version(12, 12, 2, ("2758", "2758", "2758a", "2758"), ("b", "205"))),
]


@pytest.mark.parametrize(("comparators", "version"), CASES)
def test_contract(comparators: list[Comparator], version: Version) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((comparators, version))
    result = admits(comparators, version)
    assert type(result) is bool
    assert result == (
        invites(comparators, version) and all(holds(one, version) for one in comparators)
    )
    assert (comparators, version) == before
