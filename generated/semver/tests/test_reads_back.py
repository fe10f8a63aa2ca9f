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
            72733038712970457,
            171396,
            ("eeww", "DDD", "DDD", "EEWW", "DDD", "DDD"),
            ("DDDDDD", "DDDDDD", "DDDDDDDD", "DDDDDDDDDD", "DDD", "DDDDDD"),
        ),
    ),
    (
        Version(
            498, 0, 0, ("Z", "Z", "Z", "Z", "Za", "Z"), ("Z", "Z", "Za", "SUSSU", "aa", "babbb")
        ),
    ),
    (
        Version(
            329856260523,
            34,
            61445914173710267,
            ("tXG3p", "tXG3p", "tXGX3p", "XG3p", "tXG-p", "x05x05x"),
            ("kPPPkkkP", "a", "kPPPkkkPkPPPkkkP", "bkPPPkkkPkPPPkkkP", "tXtXG3pG3p", "tXtXG3pG3p"),
        ),
    ),
    (
        Version(
            18,
            817293877354,
            17,
            ("jg-o", "jg-oooooooo", "d", "d", "jg-oooooooo", "jg-ooooooo"),
            ("VL", "L", "-", "VLVL", "-a", "a"),
        ),
    ),
    (Version(0, 0, 0, ("FKF", "4", "CE", "mmmm", "2n"), ("E", "44444", "4")),),
    (Version(0, 0, 0, ("AW", "Yr", "Yr"), ("Yr", "uHOl", "Yr", "N")),),
    (
        Version(
            855820,
            855820,
            855820,
            ("-a", "cTcccc", "--aa", "6", "-a"),
            ("M", "-", "q1RaIfyibQbiyfIaR1q"),
        ),
    ),
    (
        Version(
            155365,
            155365,
            155365,
            ("BJhzhJB", "78xu2V5", "V5", "M", "BJhzhJB", "Ig"),
            ("M", "9", "TFWvAlPLH-m", "0000000000000"),
        ),
    ),
    (Version(1, 261299, 1, ("JXz", "JXXz", "z", "z"), ("ZU", "ZU")),),
    (
        Version(
            82260731762,
            82260731762,
            82260731763,
            ("yYGarhN3C", "yYGarhN3C", "a", "qBBBBBBq", "yYGarhN3C", "yYGarhN3CyYGarhN3C"),
            ("a", "yY", "yYGarhN3CyYGarhN3C"),
        ),
    ),
    (Version(10, 1073741834, 1, (), ("1", "1", "1", "ttttt8")),),
    (Version(7, 7, 33554432, ("ib",), ("sssddd",)),),
    (Version(1, 2, 1, ("c6",), ("c6",)),),
    (Version(12, 12, 8, ("KnK", "D", "44444p4", "fw"), ("KnK", "RSSSkkEeOO7777", "Qd")),),
    (Version(11169183106034746, 11169183106034746, 0, ("6", "66"), ("H", "HH", "HHH", "HHHH")),),
    (Version(49, 1070783474392, 535391737196, ("rWVZfPU",), ("rWVZfPU",)),),
    (Version(16, 0, 0, ("GGGBGGGGGB", "GGGBGGGGGB"), ("EE",)),),
    (Version(0, 1, 0, ("AN", "AANN", "NA", "Aa"), ("J", "J", "c9c", "c9c", "AN")),),
    (
        Version(
            1,
            4,
            129,
            ("T", "TT", "T", "TT", "T", "T"),
            ("-", "4gxsaQu5qeo", "4gxsaQu5qeo7", "4gxsaQu5qeoa", "T", "i"),
        ),
    ),
]


@pytest.mark.parametrize(("version",), CASES)
def test_law(version: Version) -> None:
    """What is printed can be read again."""
    assert parse(print_version(version)) == version
