"""Made by Holo: what is asked of `semver.print_core`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.print_core import print_core
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
                "411578156a938778408",
                "41157815659387784080",
                "41157815659387784081",
            ),
            ("41157815659387784080", "9694", "9694", "9694", "9694"),
        ),
    ),
    (
        Version(
            0, 0, 1, ("109", "110", "109", "110", "109"), ("109", "1090", "109", "1090", "10900")
        ),
    ),
    (
        Version(
            12,
            12,
            12,
            ("0", "0", "bbba", "bbba"),
            ("bbba", "868809189163489", "aaabbbabbbbbbaaaabba"),
        ),
    ),
    (Version(83, 83, 83, ("bab", "babb"), ("bab", "z", "zz", "zzz", "zzzz", "zzzzz")),),
    (Version(8, 8, 0, ("bbaabaab", "bbaabaab"), ("aabbbaa", "bbaabaab")),),
    (Version(759, 10, 759, ("z", "z"), ("z", "z")),),
    (Version(28, 1, 1, ("abbb", "bbb", "abbb"), ("abbb", "ABBB", "abbb", "abbb", "ABB", "abbb")),),
    (
        Version(
            0,
            0,
            0,
            ("abbbb", "abbbb", "ababb"),
            ("abbbb", "abbb", "abbbb", "abbbb", "abbbb", "abbbba"),
        ),
    ),
    (
        Version(
            1,
            1,
            1,
            (
                "3053573452405",
                "30535734524050",
                "3053573452405",
                "30535734524050a",
                "30535734524050aa",
                "30535734524049",
            ),
            ("3053573452405", "3053573452405", "3053573452405", "30535734524049"),
        ),
    ),
    (Version(10, 32, 32, ("baabaaabbbbbbbbaaaa",), ("baabaaabbbbbbbbaaaa", "aabba")),),
    (
        Version(
            87196269463585528,
            87196269463585528,
            87196269463585528,
            ("bba", "bba", "b", "bb", "b"),
            ("bba", "BBA", "bba", "BaA"),
        ),
    ),
    (
        Version(
            285,
            285,
            1,
            ("46", "7", "babaaabab", "babaaabab", "7", "7"),
            ("7", "babaaabab", "BABAAABAB", "babaaabab", "7", "0", "babaaababbbbbbbb"),
        ),
    ),
    (Version(6, 93386260015328742, 0, (), ("0", "0", "0", "0")),),
    (
        Version(
            1,
            1,
            1,
            ("aa", "aa", "aa", "aa", "3", "aa", "40", "3", "aa", "aa", "30", "41"),
            ("40", "41", "41", "410", "abb", "ABB", "aa", "ABB", "aa"),
        ),
    ),
    (
        Version(
            1, 74527659767720943, 276957, ("1965387", "19653870"), ("1965387", "1965387", "1965387")
        ),
    ),
    (
        Version(
            49124787644019437,
            49124787644019437,
            507430958903,
            ("4174", "41744", "417444"),
            ("4174", "41744", "4174", "41744", "417444", "4174444"),
        ),
    ),
    (Version(497665, 497665, 48, (), ("abaaabababbabbaab", "abaaabababbabbaab")),),
    (Version(647683, 5, 445, ("5712", "5712", "5712"), ("5712", "57120", "A", "05712")),),
    (Version(1, 1, 1, ("0", "0", "1", "0", "0"), ("b", "b", "b")),),
]


@pytest.mark.parametrize(("version",), CASES)
def test_contract(version: Version) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((version,))
    result = print_core(version)
    assert type(result) is str
    assert result == (f"{version.major}.{version.minor}.{version.patch}")
    assert (version,) == before
