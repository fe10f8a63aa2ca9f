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
            100,
            2,
            82,
            ("MMMMMMMM", "MMMMMMMM", "wwgggwgg", "RKdeDZUSXG3u05kPj", "MMMMMMM", "MMMMMMMM"),
            ("nx",),
        ),
    ),
    (Version(2, 2, 11, ("VVV", "VVV"), ("VVV",)),),
    (
        Version(
            1,
            2,
            2,
            ("LFy4", "LFy4CELFy4CE", "b9", "c9", "LFy4CE", "LFy4CE"),
            ("4CE", "LFy4CELFy4CE", "y4CE", "LFy4CELFy4CE", "4CE", "ssss"),
        ),
    ),
    (
        Version(
            3,
            3,
            85,
            ("2tAAt2", "ttAAt2", "q", "q", "WWprWrWWrprprWWpprWr", "WprWrWWrprprWWpprW"),
            ("HO", "HO"),
        ),
    ),
    (Version(2, 2, 82416674929, ("ll", "NhhhNNhhN", "b6", "NhhhN")),),
    (Version(0, 0, 1, ("-", "11Y")),),
    (
        Version(
            10,
            30,
            11,
            ("zoImvfa", "zoImvfazoImvfa", "zoImvfazoImvfa", "zoImvfa"),
            ("QBJiT78", "QBJiT78"),
        ),
    ),
    (Version(0, 0, 0, ("II", "II", "II", "X8aze"), ("aze", "I")),),
    (Version(0, 0, 1, ("vtP", "tvtP"), ("lH-SNxqyA7hOoTg", "lH-SNxqyA7hOoTg")),),
    (Version(1, 1, 1, ("JJJJJJJJ", "JJJJJJJJJ"), ("MU", "MUU", "MUUU", "MUUUU", "MUUUUU")),),
    (Version(0, 1, 855820, ("rs",), ("iFi",)),),
    (Version(0, 272741, 0, ("wG",), ("wG",)),),
    (Version(12, 144, 2, ("f", "f"), ("f", "f", "f", "a", "a", "f")),),
    (Version(2, 4, 947472804842),),
    (Version(151129825671, 0, 151129825671, ("kK1kK1k", "kK1kK1k"), ("kK1kK1kK1kK1kk", "EE")),),
    (Version(1, 1, 0, (), ("94",)),),
    (Version(4, 4, 3, ("cRW0", "5dVnZmjCB2upL3bg9czPt"), ("cRW0",)),),
    (Version(635, 2, 603, ("WW33JW3J",), ("WW33WW33JW3JJW3J", "A8qUjfnkknfjUq8A")),),
    (Version(46, 110, 2, ("2X", "llll"), ("ZZZeee", "BM", "llll", "BM")),),
]


@pytest.mark.parametrize(("version",), CASES)
def test_law(version: Version) -> None:
    """Build metadata changes no precedence."""
    assert compare(version, replace(version, build=())) == 0
