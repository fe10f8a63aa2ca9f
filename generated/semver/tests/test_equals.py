"""Made by Holo: what is asked of `semver.equals`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.equals import equals
from semver.rank import rank
from semver.types import Version

CASES = [
    (
        [
            Version(4, 4, 4, ("abababbababab",), ("abababbababab", "abababbababab")),
            Version(4, 4, 4, ("abababbababab",), ("abababbababab", "abababbababab")),
        ],
        Version(4, 4, 4, ("abababbababab",), ("abababbababab", "abababbababab")),
    ),
    ([Version(1, 1, 1, ("a",), ("a",))], Version(1, 1, 1, ("a",), ("a",))),
    ([], Version(0, 0, 0)),
    (
        [
            Version(0, 0, 0, (), ("aa", "aa")),
            Version(0, 0, 0, ("aa", "aa"), ("aa", "aa")),
            Version(0, 0, 0, ("aa", "aa"), ("aa", "aa")),
            Version(0, 0, 0, (), ("aa", "aa")),
            Version(0, 0, 0, (), ("aa", "aa")),
        ],
        Version(0, 0, 0, (), ("aa", "aa")),
    ),
    (
        [Version(762419, 762419, 720866, ("abaabaaaabaaa", "56708"), ("abb", "abaabaaaabaaa"))],
        Version(762419, 762419, 720866, ("abaabaaaabaaa", "56708"), ("abb", "abaabaaaabaaa")),
    ),
    (
        [Version(1, 1, 1, ("a",), ("a",)), Version(0, 0, 0)],
        Version(2, 2, 2, ("a", "b"), ("a", "b")),
    ),
    (
        [Version(0, 0, 0, ("77", "77"), ("77", "77", "77"))],
        Version(0, 0, 0, ("77", "77"), ("77", "77", "77")),
    ),
    ([Version(0, 0, 0)], Version(3, 3, 3, ("b",), ("b",))),
    (
        [Version(3, 80, 1, ("40", "399")), Version(80, 80, 80, ("9",), ("40", "9"))],
        Version(80, 80, 80, ("9",), ("40", "9")),
    ),
    (
        [Version(0, 0, 0), Version(1, 1, 1, ("a",), ("a",)), Version(1, 1, 1, ("a",), ("a",))],
        Version(10, 10, 10, ("b", "a", "a"), ("b", "a", "a")),
    ),
    ([Version(0, 0, 0, ("1491819",))], Version(0, 0, 0, ("1491819",))),
    ([Version(1, 1, 1, ("a",), ("a",))], Version(0, 0, 0)),
    (
        [Version(0, 1, 1, ("a", "a", "a", "a"), ("a",)), Version(0, 0, 0, ("a",))],
        Version(0, 0, 0, ("a",)),
    ),
    ([], Version(2, 2, 2, ("a", "b"), ("a", "b"))),
    ([Version(1, 1, 1, ("ab",), ("ab",))], Version(1, 1, 1, ("ab",), ("ab",))),
    ([Version(1, 1, 1, ("a",), ("a",)), Version(0, 0, 0)], Version(3, 3, 3, ("b",), ("b",))),
    (
        [Version(3, 79, 1, ("40", "399")), Version(79, 79, 79, ("9",), ("40", "9"))],
        Version(79, 79, 79, ("9",), ("40", "9")),
    ),
    ([Version(0, 0, 0)], Version(10, 10, 10, ("b", "a", "a"), ("b", "a", "a"))),
    (
        [Version(212, 212, 212, (), ("a", "a"))],
        Version(212, 212, 212, ("a", "aaaaaaaa", "A"), ("a", "aa", "aa", "a", "a", "a")),
    ),
    (
        [Version(953, 953, 0, (), ("z",))],
        Version(953, 953, 0, ("a", "a", "a", "a", "aa", "z", "a", "z", "a"), ("z",)),
    ),
    (
        [
            Version(0, 0, 0, ("a",)),
            Version(0, 1, 0, ("a",)),
            Version(0, 2, 0, ("a",)),
            Version(0, 2, 0, ("bbbbbaab",)),
            Version(2, 2, 0, ("a",)),
            Version(0, 2, 0, ("bbbbbaab",)),
        ],
        Version(0, 0, 0, ("bbbbbbaab",), ("a", "bbbbbaab")),
    ),
    (
        [
            Version(3, 3, 3, ("-",), ("-", "a")),
            Version(3, 3, 3, ("-",), ("-", "a")),
            Version(4, 3, 3, ("-",), ("-", "a")),
            Version(3, 2, 3, ("-",), ("-", "a")),
        ],
        Version(3, 3, 3, ("78514296", "-", "a", "a")),
    ),
    ([], Version(34, 34, 34, ("aabbaaaaa", "aabbaaaaa", "8693", "8693"))),
    ([], Version(12, 13, 29, ("81348",))),
    ([Version(7, 546215, 1, ("bab", "bab"), ("baba",))], Version(7, 7, 546215, (), ("bab", "bab"))),
]


@pytest.mark.parametrize(("versions", "version"), CASES)
def test_contract(versions: list[Version], version: Version) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((versions, version))
    result = equals(versions, version)
    assert type(result) is list
    assert all(type(_each) is Version for _each in result)
    assert result == ([other for other in versions if rank(other) == rank(version)])
    assert (versions, version) == before
