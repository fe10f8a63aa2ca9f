"""Made by Holo: what is asked of `semver.rank`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.identifier_rank import identifier_rank
from semver.is_release import is_release
from semver.rank import rank
from semver.types import Version

CASES = [
    (Version(1, 1, 1, ("a",), ("a",)),),
    (Version(0, 0, 0),),
    (Version(2, 2, 2, ("a", "b"), ("a", "b")),),
    (Version(3, 3, 3, ("b",), ("b",)),),
    (Version(10, 10, 10, ("b", "a", "a"), ("b", "a", "a")),),
    (Version(1, 1, 1, ("a", "b", "ab", "A"), ("a", "b", "ab", "A")),),
    (Version(73, 73, 12, ("bbbabbba",), ("bbaab", "bbbabbba", "bbaab", "bbaaba", "027")),),
    (
        Version(
            0,
            914022362333,
            914022362333,
            (),
            ("0123456789a", "0123456789a", "0123456789a", "0123456789a"),
        ),
    ),
    (Version(2, 2, 2, ("97", "97", "97", "97", "97", "97"), ("-", "-")),),
    (
        Version(
            0,
            0,
            0,
            ("0123456789a", "0123456789a", "3893", "38930"),
            ("0123456789a", "b", "0123456789a", "0123456789a", "0123456789aa", "0123456789a"),
        ),
    ),
    (Version(1, 1, 310783, (), ("aabb", "aabb", "aabb")),),
    (Version(0, 968, 0, ("a", "aa", "aaa", "aaaa", "aaaaa", "a"), ("a", "aa")),),
    (Version(11, 11, 11, (), ("0123456789a",)),),
    (Version(1, 0, 1, ("ab", "abb", "abbb", "abbbb", "abbbbb")),),
    (
        Version(
            1,
            423009,
            98,
            ("0123456789a", "123456789a", "-0123456789a", "123456789a"),
            (
                "0123456789a",
                "0123456789a",
                "0123456789a",
                "00123456789a",
                "0123456789A",
                "0123456789a",
            ),
        ),
    ),
    (
        Version(
            0,
            0,
            0,
            ("49", "499", "4999"),
            (
                "0123456789",
                "01234567899",
                "012345678999",
                "0123456789999",
                "01234567899999",
                "012345678999999",
            ),
        ),
    ),
    (
        Version(
            350,
            350,
            1,
            (
                "930582357039342619",
                "9305823570393426190",
                "9305823570393426190",
                "930582357039342619",
            ),
            ("930582357039342619", "930582357039342620"),
        ),
    ),
    (Version(1, 1, 1, (), ("0123456789a",)),),
    (
        Version(
            894534668399,
            1,
            765260,
            ("5911824", "59118240", "5911824", "5911824", "5911824"),
            ("5911824", "5911824", "591a824", "591a824", "591182", "5911824"),
        ),
    ),
    (
        Version(
            590071,
            0,
            590071,
            ("0123456789a", "0123456789a", "0123456789a", "0123456789a"),
            ("0123456789a", "0123456789aaaaaaaa", "ba", "0123456789aaaaaaaa"),
        ),
    ),
    (Version(1, 1, 1, ("a", "a"), ("a",)),),
    (Version(10, 10, 10, ("88", "89", "8"), ("88", "8", "79", "880", "88", "-880")),),
    (Version(49, 938, 0, (), ("a", "aa", "a")),),
    (Version(550046431614, 66, 550046431614, (), ("012345678",)),),
    (Version(205, 205, 205, ("a",), ("baaa", "baaa")),),
]


@pytest.mark.parametrize(("version",), CASES)
def test_contract(version: Version) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((version,))
    result = rank(version)
    assert type(result) is tuple
    assert len(result) == 5
    assert type(result[0]) is int
    assert type(result[1]) is int
    assert type(result[2]) is int
    assert type(result[3]) is bool
    assert type(result[4]) is list
    assert all(
        (type(_each) is tuple)
        and (len(_each) == 3)
        and (type(_each[0]) is bool)
        and (type(_each[1]) is int)
        and (type(_each[2]) is str)
        for _each in result[4]
    )
    assert result == (
        (
            version.major,
            version.minor,
            version.patch,
            is_release(version),
            [identifier_rank(identifier) for identifier in version.prerelease],
        )
    )
    assert (version,) == before
