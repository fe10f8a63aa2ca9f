"""Made by Holo: what is asked of `semver.is_release`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.is_release import is_release
from semver.types import Version

CASES = [
    (Version(0, 0, 0),),
    (Version(1, 1, 1, ("a",), ("a",)),),
    (Version(2, 26, 0, (), ("AA",)),),
    (Version(2, 2, 2, ("a", "b"), ("a", "b")),),
    (Version(42, 617, 42, (), ("o9Fkc8hKA", "SLjS", "SLjS", "Y6m")),),
    (Version(3, 3, 3, ("b",), ("b",)),),
    (Version(7, 1, 6, (), ("ddd", "ddd")),),
    (Version(10, 10, 10, ("b", "a", "a"), ("b", "a", "a")),),
    (Version(261, 1, 1),),
    (Version(1, 1, 1, ("a", "b", "ab", "A"), ("a", "b", "ab", "A")),),
    (Version(7, 1, 5, (), ("ddd", "ddd")),),
    (
        Version(
            414,
            72733038712970457,
            171396,
            ("MMMMMMMM", "MMMMMMMM", "wwgggwgg", "RKdeDZUSXG3u05kPj", "MMMMMMM", "MMMMMMMM"),
            ("RKdeDZUSXG3u05kPj", "wggg", "ggwg", "wgga", "RKdeDZUSXG3u05kPj", "RKdeDZUSXG3u05kPj"),
        ),
    ),
    (
        Version(
            7,
            7,
            49052,
            ("nn", "nn", "nn", "nn", "n", "nnnnnnnnn"),
            ("xV", "bV", "xVxV", "nn", "xVxV", "xVx"),
        ),
    ),
    (
        Version(
            0,
            24003274792286821,
            24003274792286821,
            ("FLL", "FLLFLL", "yyyyyy", "LLF", "4CEEC4", "FLa"),
            ("FLL", "LLF", "fll", "4CEEC4", "fll", "fll"),
        ),
    ),
    (
        Version(
            395,
            427,
            1,
            ("cc9sss222t", "cc9sss222t", "Aqrp", "2", "HH", "cc9sss222t"),
            ("Aqrp", "Aqrp", "c9sss222t", "cc222t", "cc9ss", "cc9sss222t"),
        ),
    ),
    (
        Version(
            1,
            2,
            10,
            ("OlNhb6--6bhNlO", "YYYY11zzooooIImvvfff", "OlNhb6--6bhNlO"),
            ("OlNhb6--6bhNlO", "QQQ", "YYYY11zzooooIImvvfff"),
        ),
    ),
    (Version(4, 0, 4, ("iii", "T78Na"), ("e8", "A7iA7iA", "vO")),),
    (Version(776886361929, 776886361929, 32, ("b", "bb", "bb", "bb", "bb"), ("Jg", "MyU", "MyU")),),
    (Version(32768, 1, 1, ("QDuV", "QDuV"), ("W", "Kj3", "W", "SSSl")),),
    (Version(1, 0, 1, ("9", "9"), ("nY6", "qq")),),
    (
        Version(
            827780724774, 827780724790, 827780724773, ("0B0", "B", "B"), ("00B", "FRCRC", "FRCRC")
        ),
    ),
    (
        Version(
            2147483649,
            2147483649,
            2147483649,
            ("-h1dX", "22", "s", "I4w"),
            ("I4w", "2", "prcHkmEtof", "2222", "I4w", "995955559"),
        ),
    ),
    (Version(1073741823, 1073741824, 1073741824, ("PP", "PP", "PPP"), ("JJ", "JJJ")),),
    (Version(0, 0, 0, ("3AA", "8", "88", "8")),),
    (
        Version(
            3, 73535128775744386, 1, ("yU", "yU", "yU"), ("Uy", "Uya", "yU", "Uy", "jjjjjjjjjjj")
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
