"""Made by Holo: what is asked of `semver.core`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.core import core
from semver.types import Version

CASES = [
    (Version(0, 0, 67, ("aCya", "WWWWWWWWWWWW")),),
    (Version(0, 0, 68, ("aCya", "WWWWWWWWWWWW")),),
    (Version(0, 1, 30469073891402100, ("db4yy4bd", "db4yy4bd"), ("d", "b4yy")),),
    (
        Version(
            0,
            12,
            0,
            ("55", "P03CvR", "FssF", "P03CvR"),
            ("lb7w4UcU4w7bl", "lb7w4UcU4w7bllb7w4UcU4w7bl"),
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
            0,
            6,
            1,
            (
                "555555555555555555i",
                "555505555555555555i",
                "5555555555b5555555i",
                "555555555555555555i",
                "55555555555555555",
                "555555555555555555a",
            ),
            ("Pf", "bf", "blE3", "3Elb", "b", "DQy"),
        ),
    ),
    (
        Version(
            0,
            696549,
            696549,
            ("cr", "RC", "rc", "cc", "rc", "rc"),
            ("ZJkgYs", "aaaba", "z", "z", "za", "za"),
        ),
    ),
    (Version(0, 769, 0, ("tttttttttt", "pHr9", "U"), ("mQ",)),),
    (Version(1, 0, 1, ("9", "9"), ("nY6", "qq")),),
    (Version(1, 1, 5, ("e", "e"), ("IIxx", "yyQQQQyy")),),
    (Version(1, 1, 87776, ("i51Iv",), ("i51Iv",)),),
    (Version(1, 2, 1, ("wixiwxwx", "wixiwxwx", "aixiwxwx"), ("wixi", "wixi", "wixiwxwx", "wixi")),),
    (
        Version(
            1,
            2,
            10,
            ("OlNhb6--6bhNlO", "YYYY11zzooooIImvvfff", "OlNhb6--6bhNlO"),
            ("OlNhb6--6bhNlO", "QQQ", "YYYY11zzooooIImvvfff"),
        ),
    ),
    (
        Version(
            1,
            353023358943,
            353023358943,
            ("SS9vvSSS9vSvS9Svv9v9", "oIth"),
            ("S9vvSSS9", "S9vvSSS0", "S9vvSSS9", "S9vvSSS0", "2", "S9vvSSS00000000"),
        ),
    ),
    (
        Version(
            1,
            9,
            54446712693353289,
            ("eX2q", "eX2"),
            ("PPPPPPPPPPPPPPPPPPP", "PPPPPPPPPPPPPPPPPP", "PPPPPPPPPPPPPPPPPPP"),
        ),
    ),
    (
        Version(
            10,
            8202,
            10,
            ("EEEEEE", "EEEEEE", "x2", "dCq", "EEE", "xa"),
            ("Cq", "Cqq", "q", "Cq", "bq", "BBBBrr"),
        ),
    ),
    (Version(1073741823, 1073741823, 1073741823, ("PP", "PP", "PPP"), ("JJ", "JJJ")),),
    (Version(1073741823, 1073741824, 1073741824, ("PP", "PP", "PPP"), ("JJ", "JJJ")),),
    (
        Version(
            137438953472,
            68719476736,
            68719476752,
            ("AqORC", "AqORCa", "x0x0x0x0x0x0x0x", "x0x0x0x0x0x0x0x", "AqOR"),
            ("XmXXmmmm", "mmmmXXmX"),
        ),
    ),
    (
        Version(
            14034758875883146,
            14034758875883146,
            14034758875883146,
            ("4N", "4N", "4NN", "4NNN"),
            ("0798970", "VV"),
        ),
    ),
    (Version(171101, 171101, 171101, ("aCaCaCaCaCC",)),),
    (
        Version(
            172, 134002056310, 172, ("0", "0", "0", "0", "D", "a"), ("6", "66", "QQ", "Q", "QQQQQQ")
        ),
    ),
    (
        Version(
            19,
            57,
            1043,
            ("TnT", "TnT", "TnTa", "nnT", "nT"),
            ("TnTTnTTnTTnTTnT", "D-qNg-D", "D-qNg-", "TnTTnTTTnTTnTTnTTnTTnTnTTnTTnT", "D-qNg-D"),
        ),
    ),
    (Version(2, 0, 3, ("V", "Y13TSUZ", "bdbbdbbdbbdbb", "TSUZ"), ("dbbdbbdbb", "ov9", "Y13TSUZ")),),
    (Version(2, 10, 601, ("444444424", "-"), ("444", "445")),),
]


@pytest.mark.parametrize(("version",), CASES)
def test_contract(version: Version) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((version,))
    result = core(version)
    assert type(result) is Version
    assert result == (Version(version.major, version.minor, version.patch))
    assert (version,) == before
