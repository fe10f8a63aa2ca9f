"""Made by Holo: what is asked of `semver.equals`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.equals import equals
from semver.rank import rank
from semver.types import Version

CASES = [
    ([Version(1, 1, 1, ("a",), ("a",))], Version(1, 1, 1, ("a",), ("a",))),
    ([], Version(0, 0, 0)),
    (
        [Version(464088, 464088, 464087, ("2JYOX3DCFTrKdVu", "FTrKdVu"), ("a", "p1pp", "JYOX3"))],
        Version(464088, 464088, 464087, ("2JYOX3DCFTrKdVu", "FTrKdVu"), ("a", "p1pp", "JYOX3")),
    ),
    (
        [Version(1, 1, 1, ("a",), ("a",)), Version(0, 0, 0)],
        Version(2, 2, 2, ("a", "b"), ("a", "b")),
    ),
    ([Version(2, 297922871902, 2)], Version(2, 297922871902, 2)),
    ([Version(0, 0, 0)], Version(3, 3, 3, ("b",), ("b",))),
    (
        [
            Version(11, 3, 5, ("mxxm", "HHH"), ("2M", "3", "HHH", "JSJS")),
            Version(11, 11, 5, (), ("3333", "qan")),
            Version(0, 11, 3, ("z",)),
            Version(11, 0, 935583, ("55",)),
        ],
        Version(11, 11, 5, (), ("3333", "qan")),
    ),
    (
        [Version(0, 0, 0), Version(1, 1, 1, ("a",), ("a",)), Version(1, 1, 1, ("a",), ("a",))],
        Version(10, 10, 10, ("b", "a", "a"), ("b", "a", "a")),
    ),
    ([Version(58, 3, 29)], Version(58, 3, 29)),
    ([Version(1, 1, 1, ("a",), ("a",))], Version(0, 0, 0)),
    (
        [
            Version(1, 0, 5, ("9Sa9Sa9Sa", "Sa9", "9Sa9Sa9Sa")),
            Version(5, 0, 5, ("9Sa9Sa9Sa", "Sa9", "9Sa9Sa9Sa")),
            Version(0, 0, 0, (), ("y",)),
        ],
        Version(0, 0, 0, (), ("y",)),
    ),
    ([], Version(2, 2, 2, ("a", "b"), ("a", "b"))),
    ([Version(1, 1, 1, ("a",), ("a",)), Version(14, 196, 94951)], Version(1, 1, 1, ("a",), ("a",))),
    ([Version(1, 1, 1, ("a",), ("a",)), Version(0, 0, 0)], Version(3, 3, 3, ("b",), ("b",))),
    ([Version(0, 0, 0)], Version(10, 10, 10, ("b", "a", "a"), ("b", "a", "a"))),
    (
        [Version(4, 2, 8292, ("S", "SS", "Z", "tX"), ("ee",))],
        Version(
            100,
            2,
            41,
            ("eeww", "DDD", "DDD", "EEWW", "DDD", "DDD"),
            ("DDD", "DDD", "ddd", "ZUZ", "ddd", "a"),
        ),
    ),
    (
        [],
        Version(
            3,
            3,
            3,
            ("a",),
            (
                "Jhz78h870hJ",
                "Jhz78h870hJ",
                "Jhz78h870hJJhz78h870hJ",
                "0Jhz78h870hJJhz78h870hJ",
                "a",
                "a",
            ),
        ),
    ),
    (
        [],
        Version(
            0,
            0,
            0,
            ("GGl", "GGll", "GGlll", "GGl", "GGll", "GGlll"),
            ("D7A", "8S", "8SS", "8SSS", "8SSSS"),
        ),
    ),
    ([], Version(1, 1, 800662608428, ("YzYzYzY",), ("B2J", "a"))),
    (
        [Version(3, 3, 9, ("QuH-yn3T", "QuH-yn3TT"), ("ooo",)), Version(2, 1, 6, ("p",), ("p",))],
        Version(394996571963, 1, 1, ("p",)),
    ),
    (
        [Version(137995893796, 36, 4, ("SwSSw", "33", "ncby", "DYsV41f"), ("SwSSw",))],
        Version(2, 2, 8, ("ncby",), ("33", "cby")),
    ),
    (
        [
            Version(11, 3, 243384),
            Version(903, 947, 243352, ("XI5",), ("9", "99", "999", "0000N0NN0N00000N")),
        ],
        Version(1, 3, 6, ("a", "aa", "aaa", "aaaa"), ("mmtCCxxxxli",)),
    ),
    (
        [Version(78754, 78754, 78754, ("qrHP7a",), ("K",))],
        Version(78754, 78754, 78754, ("KKLKLLKLKKKLL", "KKLKLLKLKKKLL")),
    ),
    (
        [],
        Version(
            0,
            0,
            0,
            ("TWT", "TWTT", "TWTTT"),
            ("TWT", "TWTT", "TWTTT", "TWTTTT", "TWTTTTT", "TWTTTTTT"),
        ),
    ),
    (
        [],
        Version(274877906945, 65289813497922550, 274877906945, (), ("h", "h", "h", "h", "h", "h")),
    ),
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
