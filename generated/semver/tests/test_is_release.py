"""Made by Holo: what is asked of `semver.is_release`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.is_release import is_release
from semver.types import Version

CASES = [
    (Version(0, 0, 0),),
    (Version(1, 1, 1, ("a",), ("a",)),),
    (Version(834229, 834229, 834229, (), ("567088697",)),),
    (Version(2, 2, 2, ("a", "b"), ("a", "b")),),
    (Version(0, 0, 0, (), ("z", "bb")),),
    (Version(3, 3, 3, ("b",), ("b",)),),
    (Version(28937285687733868, 28937285687733868, 28937285687733868, (), ("88", "88", "b")),),
    (Version(10, 10, 10, ("b", "a", "a"), ("b", "a", "a")),),
    (Version(4, 13, 59, (), ("04", "04")),),
    (Version(1, 1, 1, ("a", "b", "ab", "A"), ("a", "b", "ab", "A")),),
    (Version(3, 3, 3, (), ("91", "91", "9", "babbbb")),),
    (
        Version(
            3,
            414,
            414,
            ("ba", "b", "bab", "0", "bab", "ba"),
            (
                "a",
                "4280715",
                "0",
                "4280715",
                "4280716",
                "07547063812066503008",
                "0",
                "00",
                "07547063812066503008",
            ),
        ),
    ),
    (Version(4, 13, 59, (), ("-04", "-04")),),
    (Version(120700, 87563884982568443, 390541, ("aa", "aa", "0", "0"), ("aa",)),),
    (Version(4, 13, 59, (), ("04",)),),
    (Version(5, 5, 755108201835, ("aa", "aaa"), ("aa", "aaa", "aaaa")),),
    (Version(695, 695, 695, ("7", "aabbbaababbbaaaaaa")),),
    (Version(0, 4844867001723171, 171758029532, ("b", "b", "b")),),
    (Version(0, 158726, 0, ("ba", "ba"), ("bab", "aabb")),),
    (
        Version(
            70063771606592623,
            70063771606592623,
            12,
            ("bbaabbaabaabaabbb", "bbaabbaabaabaabbb", "bbaabbaabaabaabbb"),
        ),
    ),
    (Version(3, 307508, 3, ("3", "33", "333", "3333", "33333"), ("3", "33", "333", "3333")),),
    (Version(3, 1, 4, ("4", "4", "4", "5", "0", "5"), ("4", "4", "40", "39", "39", "40")),),
    (Version(777995, 777994, 777994, ("43167",), ("43167", "a", "43167")),),
    (Version(1, 1, 1, ("ab", "AB", "ABa", "ab"), ("ab", "ab", "abbbbbbbb", "aba")),),
    (
        Version(
            1,
            23,
            1,
            (
                "bbbb",
                "bbbb",
                "bbab",
                "bbbb",
                "bbbba",
                "bab",
                "bbbb",
                "bbbb",
                "abbabaab",
                "bbab",
                "bbbb",
                "3053573452405",
            ),
            ("abbabaab", "abbabaa", "3053573452405", "bbabaa", "abbabaab", "abbabaab", "-0-a0"),
        ),
    ),
]


@pytest.mark.parametrize(("version",), CASES)
def test_contract(version: Version) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((version,))
    result = is_release(version)
    assert type(result) is bool
    assert result == (version.prerelease == ())
    assert (version,) == before
