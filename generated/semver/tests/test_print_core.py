"""Made by Holo: what is asked of `semver.print_core`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.print_core import print_core
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
    (Version(498, 0, 0, ("Z", "Z", "Z", "Z", "Za", "Z"), ("Z", "ZZ", "Z", "ZZZZ", "Za", "Z")),),
    (
        Version(
            4,
            16,
            16,
            ("U", "U", "a", "S", "S", "U"),
            ("S", "S", "SS", "SSSSSSSS", "SSSS", "SSSSSSSSSS"),
        ),
    ),
    (
        Version(
            8, 902395419686, 7, ("odd", "odd", "odd"), ("L", "V", "FK", "V", "4CEm9vn2AWsY", "odd")
        ),
    ),
    (Version(697963, 501, 697962, ("r", "r", "uuu"), ("r", "r", "r", "r")),),
    (
        Version(
            777107592230,
            777107592230,
            3108430368920,
            ("OlN", "TTccTccTc", "NlO", "lN", "6Mq1RaIfyi"),
            ("bQBb", "JhJ", "z7", "z", "bQBb", "80"),
        ),
    ),
    (
        Version(
            134217728,
            1,
            1,
            ("Wd8", "tg", "8Wd", "tg"),
            ("zrz", "kii", "99", "5LFBn1AhZjpRc6", "Tq"),
        ),
    ),
    (
        Version(
            719878132749,
            719877084173,
            719878132749,
            ("22", "222", "2222"),
            ("G", "GG", "oooOOsKKK", "oooOOsKKK", "oooOOsKKKK", "SS"),
        ),
    ),
    (
        Version(
            796769688441,
            0,
            796769688441,
            ("ll", "ll", "llll", "wmaX4E7Yu", "wmaX4E7Ya"),
            ("wYu", "ffff", "ffff", "ffaf", "C", "ffaf"),
        ),
    ),
    (Version(0, 3, 0, ("IM", "IIMM", "IM", "IMIMIM"), ("Q", "Q")),),
    (
        Version(
            351754459075,
            54557195707896293,
            54557195707896293,
            ("J", "xxxxx-x", "yH", "3NP"),
            ("UUvUUUUU", "3NP"),
        ),
    ),
    (Version(0, 0, 11, ("e", "e", "E"), ("uo", "uo", "MIOdM", "MIadM", "8r", "nnnnnnnn7")),),
    (
        Version(
            343,
            53301754838,
            941559839657,
            ("yP", "Py", "WW"),
            ("WW", "WWWW", "WWWW", "WWWWWW", "WWa"),
        ),
    ),
    (Version(9, 9, 10, ("fUEf", "fUEf"), ("fUEf", "fUEf", "fUEa")),),
    (
        Version(
            4,
            7,
            720778541754,
            ("jjjjjjj", "jjjjjj", "jjjjj"),
            ("jjjjjjj", "jjjjjjj", "NepNepNepNep"),
        ),
    ),
    (
        Version(
            505,
            505,
            1,
            ("RHhqx6s", "HHhqx6s", "cc", "RHhqx6s", "tS9iTYk5A", "FFa"),
            ("3L", "CmC", "GKwwJG", "Cma", "Cmaaaaaaaa", "aaaaCmaaaa"),
        ),
    ),
    (Version(114, 3, 3, ("-4", "-4", "-4", "-4"), ("ZZZ", "ZZZ")),),
    (Version(578, 578, 524, ("Xg",), ("l", "Xg")),),
    (
        Version(
            1,
            0,
            1,
            (
                "1100000001100110010",
                "1100000001100110011",
                "1100000001100110010",
                "1100000001100111010",
                "1100000001100110010",
                "1000000",
            ),
            ("B2b", "v", "v", "v", "v", "V"),
        ),
    ),
]


@pytest.mark.parametrize(("version",), CASES)
def test_contract(version: Version) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((version,))
    result = print_core(version)
    assert type(result) is str
    assert result == (f"{version.major}.{version.minor}.{version.patch}")
    assert (version,) == before
