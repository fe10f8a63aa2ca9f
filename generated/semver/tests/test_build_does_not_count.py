"""Made by Holo: what is asked of `semver.build_does_not_count`."""

from __future__ import annotations

from dataclasses import replace

import pytest

from semver.compare import compare
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
            1,
            1,
            1,
            ("5", "0", "5", "5", "5", "babbabaaa", "babbabaaa", "0", "396947751", "1", "6", "5"),
            (
                "aaaababaaaaaabaaabab",
                "aaaababaaaaaabaaaba",
                "AAAABABAAAAAABAAABA",
                "0225",
                "aaaababaaaaaabaaabab",
                "aaaababaaaaaabaaabab",
            ),
        ),
    ),
    (
        Version(
            160864, 160864, 160864, ("bb", "bb"), ("07547063812066503008", "075470638120665030088")
        ),
    ),
    (
        Version(
            3,
            0,
            0,
            ("aba", "ba", "ab", "aba", "baa", "AB", "aba"),
            (
                "aba",
                "266237582571734",
                "2662375825717340",
                "aba",
                "26623758257173400",
                "aba",
                "aba",
            ),
        ),
    ),
    (Version(2, 2, 99, ("ba",)),),
    (Version(2, 2, 2, ("a", "a"), ("a", "a", "a", "a")),),
    (Version(0, 0, 0, ("77", "769", "7"), ("bb", "b", "a")),),
    (Version(1, 1, 1, ("0z", "0za", "00za", "0z", "0za"), ("78", "78a", "78a")),),
    (Version(319713, 319713, 319713, ("-", "-")),),
    (
        Version(
            823429,
            823429,
            0,
            ("21532302821691972", "215323028216919722", "2153230282169197222"),
            (
                "21532302821691972",
                "215323028216919722",
                "21532302821691972",
                "21532302821691972",
                "215323028216919722",
            ),
        ),
    ),
    (
        Version(
            32, 32, 32, ("b", "bb", "aabbaaaaa", "b"), ("aabbaaaaa", "aabbaaaaaa", "aabbaaaaaaa")
        ),
    ),
    (
        Version(
            242,
            197425,
            197425,
            ("b", "b", "B", "ba", "a"),
            ("a", "a", "278081", "278081", "aaaaaaaa"),
        ),
    ),
    (
        Version(
            2,
            0,
            0,
            ("aa", "aa", "aa", "b", "b", "b", "bbbbbbbb", "aaa", "aa", "b", "a", "a"),
            (
                "0-a",
                "bbabb",
                "0-aaaaaaaa",
                "-aaaaaaaa",
                "bbabbbbbbbbb",
                "0-aaaaaaaaaaaaaaa",
                "bbabbbbbbbb",
                "0-AAAAAAAA",
                "0-AAAAAAAA",
            ),
        ),
    ),
    (Version(1, 9, 1, ("bba", "ba", "a", "bba"), ("42",)),),
    (Version(0, 0, 0, ("44", "44"), ("44", "44")),),
    (
        Version(
            40769982894862024,
            40769982894862024,
            392102,
            ("4174", "4174", "4174"),
            ("4174", "417", "4169", "417"),
        ),
    ),
    (
        Version(
            6,
            6,
            6,
            ("aabaab", "aabaab", "aabaab", "aabaab"),
            ("AABAAB", "AABAAB", "AABAAB", "AABAABa"),
        ),
    ),
    (Version(89, 89, 89, ("5", "9703795830002379318"), ("5a", "0063")),),
    (Version(701249, 701249, 2, ("ababbabb", "ababbabb", "ababbabb"), ("ababbabb", "aabaabaaa")),),
    (Version(4, 7, 7, ("A", "A", "a", "A", "8", "a"), ("A", "b-", "Aa", "b-")),),
]


@pytest.mark.parametrize(("version",), CASES)
def test_law(version: Version) -> None:
    """Build metadata changes no precedence."""
    assert compare(version, replace(version, build=())) == 0
