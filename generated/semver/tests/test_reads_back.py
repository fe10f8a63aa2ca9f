"""Made by Holo: what is asked of `semver.reads_back`."""

from __future__ import annotations

import pytest

from semver.parse import parse
from semver.print_version import print_version
from semver.types import Version

CASES = [
    (Version(1, 1, 1, ("a",), ("a",)),),
    (Version(0, 0, 0),),
    (Version(2, 2, 2, ("a", "b"), ("a", "b")),),
    (Version(3, 3, 3, ("b",), ("b",)),),
    (Version(10, 10, 10, ("b", "a", "a"), ("b", "a", "a")),),
    (Version(1, 1, 1, ("a", "b", "ab", "A"), ("a", "b", "ab", "A")),),
    (
        Version(
            414,
            3,
            3,
            (
                "41157815659387784080",
                "41157815659387784081",
                "4115781565938778408",
                "a",
                "a",
                "41157815659387784080",
            ),
            (
                "41157815659387784080",
                "41157815659387784080",
                "9",
                "41157815659387784080",
                "41157815659387784081",
            ),
        ),
    ),
    (Version(9, 0, 47, ("-a", "-", "b", "a", "aa", "-a"), ("b", "-a", "-aa", "027", "-")),),
    (
        Version(
            27093840897143322,
            880531557489,
            0,
            ("a", "a", "bbbaabbaaabbbbabaaba"),
            ("bbbaabbaaabbbbabaab",),
        ),
    ),
    (
        Version(
            317373,
            17917093206396190,
            11,
            ("7", "7", "7", "738930", "738930"),
            ("7", "7", "7", "7", "0", "69"),
        ),
    ),
    (
        Version(
            171758029532,
            1,
            513619627471,
            ("b", "b", "-", "b", "b", "b"),
            ("b", "b", "a", "30675375100740899"),
        ),
    ),
    (Version(526818, 3, 0, ("6", "6", "6", "59", "-"), ("6", "6", "-a", "-a", "6", "6")),),
    (Version(159, 0, 22669, (), ("b", "b", "b", "bbbbaaa")),),
    (
        Version(
            1,
            1,
            10,
            ("A", "A", "Aa", "-", "-a", "a"),
            ("697747354000250402", "697747354a00250402", "697747354a00250402a"),
        ),
    ),
    (
        Version(
            315958,
            315958,
            315958,
            ("a", "-", "ba", "a", "a", "ba", "bbaaaaab", "a", "ba"),
            ("ba", "ba", "6", "a", "BA", "ba"),
        ),
    ),
    (Version(0, 0, 0, ("ba", "-", "ba", "a", "aa"), ("baa", "baaa", "baaa")),),
    (Version(1, 1, 9, (), ("07616",)),),
    (Version(10, 217157, 456342997245, (), ("baabaaab", "baabaaab", "baabaaab", "baabaaab")),),
    (
        Version(
            565984853493,
            565984853493,
            0,
            ("bb", "bb", "bbb", "bbbb"),
            ("z", "0829", "08299", "082999", "0829999", "08299999"),
        ),
    ),
    (Version(0, 23, 23, (), ("78", "78")),),
    (Version(93444277142620989, 726, 726, ("a0za", "a0za")),),
    (Version(813, 812, 812, ("77", "77", "77", "77", "77"), ("77", "77", "77")),),
    (Version(46314, 46314, 46314, ("aaabaaa", "a", "583"), ("aaabaaa", "37", "37", "aaabaaa")),),
    (
        Version(
            313741853433,
            313741853433,
            313741853433,
            ("5257", "5257", "52570", "5257", "52570"),
            ("5257", "a", "a"),
        ),
    ),
    (Version(33, 33, 320069, ("8466",), ("8466", "abab", "8466")),),
]


@pytest.mark.parametrize(("version",), CASES)
def test_law(version: Version) -> None:
    """What is printed can be read again."""
    assert parse(print_version(version)) == version
