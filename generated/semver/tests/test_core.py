"""Made by Holo: what is asked of `semver.core`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.core import core
from semver.types import Version

CASES = [
    (Version(0, 0, 1082457672692, ("bba", "A0", "A0", "5", "A0"), ("bb", "BB", "BB", "bba", "B")),),
    (
        Version(
            0,
            0,
            3,
            ("2343", "abbb", "ABBB", "2343", "3684735801756360906", "bbb"),
            ("2343", "234", "2343", "343", "2343", "abbb"),
        ),
    ),
    (Version(0, 0, 9, ("a", "a", "a"), ("a", "a")),),
    (
        Version(
            0,
            1,
            1,
            ("84436", "84436", "84436", "b", "8443"),
            ("84436", "844359", "84436", "84436", "84437", "b"),
        ),
    ),
    (Version(0, 158726, 0, ("ba", "ba"), ("bab", "aabb")),),
    (Version(0, 158726, 1, ("ba", "ba"), ("bab", "aabb")),),
    (Version(0, 35723293546082893, 0, ("aab", "aab", "aab"), ("aabaabaaa", "aab")),),
    (Version(0, 4844867001723171, 171758029532, ("b", "b", "b")),),
    (Version(0, 965673, 0, ("aaaaa", "aaaaa", "aaaaa"), ("aaaaa", "9", "46", "46")),),
    (Version(1, 0, 0, ("0", "0", "993", "993"), ("993", "993", "a", "a")),),
    (Version(1, 1, 6, ("0A", "0A", "0A", "0A"), ("0A", "0A", "0")),),
    (Version(1, 103309, 1, ("99211", "992110"), ("99211", "99212", "99211", "99211", "99212")),),
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
    (Version(1, 54, 1, ("b", "b", "a", "b", "B", "b"), ("b", "874526422138", "0")),),
    (
        Version(
            10, 0, 10, ("7531", "aba", "aba"), ("344229322", "3442293222222222", "7531", "0587241")
        ),
    ),
    (Version(10, 10, 10, ("b", "a", "a"), ("b", "a", "a")),),
    (Version(10, 11, 10, ("b", "a", "a"), ("b", "a", "a")),),
    (Version(10, 807355897245, 971911, ("aa", "a", "aa"), ("754647803", "782649")),),
    (Version(119, 119, 119, ("333800", "4074182")),),
    (Version(12, 12, 12, ("9784", "9784", "9784", "9784", "9784"), ("9784", "a", "9784", "9785")),),
    (Version(120700, 87563884982568443, 390541, ("aa", "aa", "0", "0"), ("aa",)),),
    (Version(1382462, 54295, 17684, ("zA", "zA", "zA", "zA"), ("zA",)),),
    (
        Version(
            165,
            164,
            165,
            (
                "5257",
                "5257",
                "52570",
                "5257",
                "52570",
                "0-",
                "5257",
                "-0-",
                "52570",
                "5257",
                "0--------",
                "52571",
            ),
            ("5257", "5258", "5258", "52580", "52588888888"),
        ),
    ),
    (Version(2, 2, 2, ("a", "b"), ("a", "b")),),
    (Version(20, 0, 0, ("798", "798"), ("798", "798")),),
]


@pytest.mark.parametrize(("version",), CASES)
def test_contract(version: Version) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((version,))
    result = core(version)
    assert type(result) is Version
    assert result == (Version(version.major, version.minor, version.patch))
    assert (version,) == before
