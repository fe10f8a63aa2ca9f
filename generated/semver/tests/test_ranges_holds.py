"""Made by Holo: what is asked of `semver.ranges.holds`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.compare import compare
from semver.ranges.holds import holds
from semver.types import SIDES, Comparator, Version

CASES = [
    (Comparator(">=", Version(0, 0, 0)), Version(3, 3, 3, ("b",), ("b",))),
    (Comparator("<=", Version(0, 0, 0)), Version(1, 1, 1, ("a",), ("a",))),
    (Comparator(">", Version(0, 0, 0)), Version(10, 10, 10, ("b", "a", "a"), ("b", "a", "a"))),
    (Comparator("<", Version(0, 0, 0)), Version(0, 0, 0)),
    (Comparator(">=", Version(0, 0, 0)), Version(1, 1, 1, ("a",), ("a",))),
    (Comparator("=", Version(0, 0, 0)), Version(2, 2, 2, ("a", "b"), ("a", "b"))),
    (Comparator(">", Version(0, 0, 0)), Version(1, 1, 1, ("a",), ("a",))),
    (
        Comparator("<=", Version(0, 0, 0)),
        Version(1, 1, 1, ("a", "b", "ab", "A"), ("a", "b", "ab", "A")),
    ),
    (
        Comparator("<=", Version(788025983492, 325997320459, 325997320459, ("b", "b"))),
        Version(
            325997320459,
            1,
            325997320459,
            ("b", "86", "9", "b", "b", "87", "b", "b", "a", "b", "b", "859"),
            ("9", "0", "b", "9", "a"),
        ),
    ),
    (Comparator("<", Version(0, 0, 0)), Version(1, 1, 1, ("a",), ("a",))),
    (Comparator(">=", Version(11, 11, 11, ("bba",))), Version(11, 11, 11, ("bba",))),
    (Comparator("=", Version(0, 0, 0)), Version(1, 1, 1, ("a",), ("a",))),
    (
        Comparator(">", Version(89, 0, 0, ("aaabbba", "aaabbba"))),
        Version(89, 89, 1, ("a",), ("bb", "a", "a", "aaabbba")),
    ),
    (
        Comparator("<", Version(0, 0, 0, ("738", "7388"))),
        Version(0, 0, 0, ("738", "7388", "aaa", "aaaa", "aaa", "aaaa"), ("b", "bb", "bbb", "bbbb")),
    ),
    (
        Comparator(">=", Version(2, 2, 2, ("5",))),
        Version(2, 59293648535346628, 62056650736902307, ("5", "5"), ("5", "5", "5", "5")),
    ),
    (
        Comparator("=", Version(1, 1, 1, ("560", "560", "560a", "561"))),
        Version(1, 6, 804, ("560", "560", "5600", "aba", "560")),
    ),
    (
        Comparator(">=", Version(1057655621753, 1057655621753, 1057655621753)),
        Version(1057655621753, 1057655621753, 1057655621753),
    ),
    (
        Comparator(">=", Version(307508, 307508, 2, ("26",))),
        Version(0, 307508, 2, ("26", "26", "259", "26a"), ("26", "26", "026")),
    ),
    (
        Comparator("<", Version(1016639953293, 2, 83516, ("2", "9197299", "19"))),
        Version(83516, 1, 2, (), ("2", "0", "00", "00", "0", "aabbaaaaa")),
    ),
    (
        Comparator("<=", Version(11, 11, 11, ("7",))),
        Version(11, 944567, 0, ("7", "3053573452405", "7", "7"), ("7", "7")),
    ),
    (Comparator("<=", Version(2, 12, 2, ("aa", "aaa"))), Version(2, 12, 2, ("aa", "aaa"))),
    (
        Comparator(">", Version(579500479749, 579500479749, 579500479749)),
        Version(579500479749, 3, 579500479749, ("6695325", "66953250"), ("6695325", "b", "b", "b")),
    ),
    (Comparator(">=", Version(0, 1, 0)), Version(1, 0, 1, ("0", "0"))),
    (
        Comparator("<", Version(1, 0, 1, ("babbabbabbabbbbbbbaa",))),
        Version(1, 11, 0, ("aaaababbbaabababab",), ("bb", "babbabbabbabbbbbbbaa")),
    ),
    (
        Comparator("<=", Version(87072131668478635, 87072131668478635, 0)),
        Version(0, 0, 87072131668478635),
    ),
]


@pytest.mark.parametrize(("comparator", "version"), CASES)
def test_contract(comparator: Comparator, version: Version) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((comparator, version))
    result = holds(comparator, version)
    assert type(result) is bool
    assert result == (compare(version, comparator.version) in SIDES[comparator.operator])
    assert (comparator, version) == before
