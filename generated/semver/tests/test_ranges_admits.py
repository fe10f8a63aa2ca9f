"""Made by Holo: what is asked of `semver.ranges.admits`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.ranges.admits import admits
from semver.ranges.holds import holds
from semver.ranges.invites import invites
from semver.types import Comparator, Version

CASES = [
    ([], Version(0, 0, 0)),
    ([Comparator("<=", Version(0, 0, 0))], Version(1, 1, 1, ("a",), ("a",))),
    ([Comparator("<=", Version(0, 0, 0))], Version(0, 0, 0)),
    (
        [Comparator("<=", Version(0, 0, 0)), Comparator("<", Version(0, 0, 0))],
        Version(2, 2, 2, ("a", "b"), ("a", "b")),
    ),
    ([Comparator("<", Version(0, 0, 0))], Version(3, 3, 3, ("b",), ("b",))),
    (
        [
            Comparator("<", Version(0, 0, 0)),
            Comparator("<=", Version(0, 0, 0)),
            Comparator("<=", Version(0, 0, 0)),
        ],
        Version(10, 10, 10, ("b", "a", "a"), ("b", "a", "a")),
    ),
    (
        [
            Comparator("<=", Version(0, 0, 0)),
            Comparator("<", Version(0, 0, 0)),
            Comparator("=", Version(0, 0, 0)),
            Comparator(">=", Version(0, 0, 0)),
            Comparator(">", Version(0, 0, 0)),
        ],
        Version(1, 1, 1, ("a", "b", "ab", "A"), ("a", "b", "ab", "A")),
    ),
    ([], Version(2, 2, 2, ("a", "b"), ("a", "b"))),
    (
        [Comparator("<=", Version(0, 0, 0)), Comparator("<", Version(0, 0, 0))],
        Version(3, 3, 3, ("b",), ("b",)),
    ),
    ([Comparator("<", Version(0, 0, 0))], Version(10, 10, 10, ("b", "a", "a"), ("b", "a", "a"))),
    (
        [
            Comparator("<", Version(397, 794, 1588)),
            Comparator("=", Version(397, 794, 826)),
            Comparator("<", Version(397, 794, 1588)),
            Comparator("<", Version(397, 794, 1588)),
        ],
        Version(794, 794, 794, ("Y", "ruH", "OlNOl")),
    ),
    (
        [Comparator(">=", Version(0, 0, 0))],
        Version(1, 0, 885, ("SQwdz7hB", "SQwdz7hB", "SQwdz7hB"), ("tItI", "rr", "NN")),
    ),
    (
        [Comparator("<", Version(0, 0, 0)), Comparator("<", Version(0, 0, 0))],
        Version(
            0, 0, 0, ("3j3", "a", "j33", "OeabaDO"), ("OeabaDO", "OeabaO", "j", "yX", "zOeabaDO")
        ),
    ),
    (
        [Comparator(">=", Version(0, 0, 1))],
        Version(
            0,
            0,
            0,
            ("iq22qi", "iq22qi", "0199J", "iq22qi", "iq22qia", "iq22qi"),
            ("C", "C", "iq22qi", "iq022qi", "iq-022qi"),
        ),
    ),
    (
        [
            Comparator(">", Version(80062487144986647, 80062487144986647, 0)),
            Comparator(">", Version(3, 0, 80062487144986647)),
        ],
        Version(
            0,
            0,
            1,
            ("uu", "FkEFkE", "uuuu", "FkEFkE", "uuuu"),
            ("FkEFkE", "kkEFkE", "YYxxxxYY", "Yxx", "xxYY"),
        ),
    ),
    (
        [Comparator(">", Version(1, 2, 4)), Comparator("<", Version(5, 211124, 211124))],
        Version(1, 1, 2, ("Iq", "6", "Iq", "666", "6"), ("66", "Iq")),
    ),
    (
        [
            Comparator(">", Version(271, 3, 100729)),
            Comparator(">", Version(271, 3, 100729)),
            Comparator(">", Version(271, 3, 100729, ("ooo",))),
        ],
        Version(270, 54, 3, (), ("KA", "KAKA", "KKAKAA", "KKAKKAKAAKAA", "KAKAAAAAAAA")),
    ),
    (
        [Comparator("=", Version(3, 3, 3))],
        Version(3, 3, 792337299392, ("yyYYi55", "yyYYi55", "P0"), ("P0",)),
    ),
    (
        [
            Comparator(">", Version(0, 0, 1)),
            Comparator(">", Version(0, 0, 1)),
            Comparator(">", Version(0, 0, 1)),
            Comparator("<", Version(57, 8, 9)),
            Comparator(">", Version(0, 0, 1)),
        ],
        Version(0, 0, 16777216, ("bu", "uu", "bbuu", "bu"), ("7", "77")),
    ),
    ([], Version(1, 1, 87595080044848064, ("9-9-9-9", "-9999--", "pNpp"), ("f",))),
    (
        [Comparator("<=", Version(889421, 889416, 1))],
        Version(889417, 889417, 3, ("kk",), ("9vb1cfdQqUH-EIAtT6", "9vb1cfdQqUH-EIAtT6")),
    ),
    (
        [
            Comparator("<=", Version(83508407990177214, 83508407990177215, 83508407990177215)),
            Comparator("<=", Version(16701681598035443, 83508406916435391, 495964)),
        ],
        Version(83508407990177215, 83508406916435391, 83508407990177214, ("JJJJJgJ", "dd")),
    ),
    (
        [
            Comparator("=", Version(1, 2, 0)),
            Comparator("=", Version(1, 2, 0)),
            Comparator("=", Version(1, 2, 0)),
            Comparator(">=", Version(53, 1, 7)),
        ],
        Version(
            0, 1, 1, ("XXXDXDXXDXXDXDXD", "XXXDXDXXDXXXXXDXDXXDXXDXDXDDXDXD"), ("ssss", "ssssa")
        ),
    ),
    (
        [],
        Version(
            1,
            1073741825,
            1,
            ("6QNOjpixKr3ln", "6QNOjpixKr3", "6QNOjpixKr3ln", "6QNOjpixKr3ln"),
            ("ASASAS", "L-", "Y7k"),
        ),
    ),
    (
        [
            Comparator(">=", Version(1, 717, 442912185810)),
            Comparator(">=", Version(1, 717, 442912185810)),
            Comparator(">=", Version(1, 1, 1)),
        ],
        Version(442912185810, 885824371620, 885824371619, ("MBM",)),
    ),
]


@pytest.mark.parametrize(("comparators", "version"), CASES)
def test_contract(comparators: list[Comparator], version: Version) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((comparators, version))
    result = admits(comparators, version)
    assert type(result) is bool
    assert result == (
        invites(comparators, version) and all(holds(one, version) for one in comparators)
    )
    assert (comparators, version) == before
