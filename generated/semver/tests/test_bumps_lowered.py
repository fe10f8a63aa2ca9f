"""Made by Holo: what is asked of `semver.bumps.lowered`."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

import pytest

from semver.bumps.lowered import lowered
from semver.types import Part, Version

CASES = [
    (
        Version(
            0,
            0,
            0,
            ("4702", "4702", "470", "4703", "4699", "4702"),
            ("4702", "47020", "470199", "4702", "4702", "-4702"),
        ),
        Part.patch,
    ),
    (
        Version(
            0,
            0,
            0,
            ("5", "55", "555", "5555", "55555", "555555"),
            ("5", "55", "555", "5555", "55555", "555555"),
        ),
        Part.major,
    ),
    (Version(0, 0, 0, ("a", "a", "16", "6", "6", "a"), ("16", "a")), Part.patch),
    (Version(0, 0, 0, ("ab", "ab", "16", "6", "6", "ab"), ("16", "ab")), Part.patch),
    (Version(0, 0, 0, ("ab", "ab", "16", "6", "6", "ab"), ("160", "16", "ab")), Part.patch),
    (Version(0, 0, 0, ("bb", "bbbbbbbbb", "bbbbbbbb", "b", "bbbbbbbba"), ("bb",)), Part.patch),
    (Version(0, 0, 0, ("bba", "bba"), ("bba", "bba")), Part.patch),
    (Version(0, 0, 0, ("bba", "bbbbbbbbb", "bbbbbbbb", "b", "bbbbbbbba"), ("bba",)), Part.patch),
    (
        Version(
            0,
            0,
            1,
            ("bbbaabbababaabb", "bbbaabbababaabb"),
            ("bbbaabbababaabb", "bbbaabbababaabb", "BBBAABBABABAABB", "bbbaabbababaab"),
        ),
        Part.patch,
    ),
    (Version(0, 0, 100601, ("ABB", "ABB"), ("ABB", "ABB", "aa", "ABB")), Part.minor),
    (Version(0, 0, 100601, ("abb", "abb"), ("abb", "abb", "aa", "abb")), Part.minor),
    (Version(1, 1, 1, ("a",), ("a",)), Part.major),
    (
        Version(1, 1, 1, ("babba", "babbaaaaaaaa"), ("babba", "babba", "babba", "abab", "baaba")),
        Part.major,
    ),
    (Version(1, 1, 1, ("bbbb", "30"), ("bbbb", "ba")), Part.major),
    (
        Version(
            0, 2, 2, ("220", "2a0", "b"), ("782649", "7826490", "782650", "782649", "782649", "b")
        ),
        Part.minor,
    ),
    (
        Version(
            0, 2, 2, ("220", "2a0", "b"), ("782649", "7826490", "782650", "782649", "782649", "b")
        ),
        Part.patch,
    ),
    (
        Version(
            0, 2, 2, ("220", "2a0", "b"), ("782649", "7826490", "782650", "782649", "782649", "b")
        ),
        Part.major,
    ),
    (Version(0, 27792361658905833, 0, ("4080", "4080", "4080"), ("4080",)), Part.minor),
    (Version(0, 27792361658905833, 0, ("4080", "4080", "4080"), ("4080",)), Part.major),
    (
        Version(1, 35047571487964048, 1, ("9", "9", "9", "0", "10"), ("a", "bababbabbab", "a")),
        Part.major,
    ),
    (
        Version(
            0,
            54039727263820966,
            54039727263820966,
            (
                "aba",
                "aba",
                "34422932",
                "aaa",
                "aba",
                "4422932",
                "aba",
                "abaaaaaaaa",
                "aab",
                "AAA",
                "aaa",
                "aba",
            ),
            ("aab", "aabbbbbbbb", "aab", "ab", "aba"),
        ),
        Part.patch,
    ),
    (
        Version(
            0,
            54039727263820966,
            54039727263820966,
            (
                "aba",
                "aba",
                "34422932",
                "aaa",
                "aba",
                "4422932",
                "aba",
                "abaaaaaaaa",
                "aab",
                "AAA",
                "aaa",
                "aba",
            ),
            ("aab", "aabbbbbbbb", "aab", "ab", "aba"),
        ),
        Part.major,
    ),
    (Version(1, 1, 0, ("4852",)), Part.minor),
    (
        Version(
            1,
            0,
            0,
            ("564", "564", "z", "564", "a", "564", "564", "564", "564"),
            (
                "564",
                "564",
                "5639",
                "5639",
                "564",
                "5639",
                "565",
                "564a",
                "564",
                "172184869",
                "565a",
                "172184869",
            ),
        ),
        Part.minor,
    ),
    (Version(1, 1, 1), Part.minor),
]


@pytest.mark.parametrize(("version", "part"), CASES)
def test_contract(version: Version, part: Part) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((version, part))
    result = lowered(version, part)
    assert type(result) is Version
    assert result == (
        (replace(version, major=max(0, version.major - 1)))
        if (part == Part.major)
        else (replace(version, minor=max(0, version.minor - 1)))
        if (part == Part.minor)
        else (replace(version, patch=max(0, version.patch - 1)))
    )
    assert (version, part) == before
