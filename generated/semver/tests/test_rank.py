"""Made by Holo: what is asked of `semver.rank`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.identifier_rank import identifier_rank
from semver.is_release import is_release
from semver.rank import rank
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
            41,
            ("eeww", "DDD", "DDD", "EEWW", "DDD", "DDD"),
            ("DDD", "DDD", "ddd", "ZUZ", "ddd", "012345678"),
        ),
    ),
    (Version(913, 1598, 0, ("S", "SSSSSSSS", "SStt", "St", "X", "X")),),
    (Version(0, 0, 55, ("G", "GG", "G", "GG", "G", "GGG"), ("G", "GG", "a", "3p", "GG", "3a")),),
    (
        Version(
            310783,
            310783,
            82416674929,
            ("5kPjg-od", "5kPjg-aod", "5kPjg-aod", "x", "do5g-aPkj", "VV"),
            ("00", "00", "000", "5kPjg-od", "VV", "L"),
        ),
    ),
    (
        Version(
            80, 81, 1, ("KF", "KF", "KF"), ("vn2AWsYruHOl", "NTc6M", "1q", "aI", "NTc6M", "NTc6M")
        ),
    ),
    (Version(0, 3, 0, (), ("fffffff",)),),
    (Version(0, 0, 0, ("y", "yy", "i"), ("i", "b", "QB")),),
    (Version(1, 3, 3, (), ("QQQQLLmmmmxxxx", "012345678", "vZcHU", "q")),),
    (
        Version(
            704010,
            704010,
            704010,
            ("TT", "TTT", "TTTT"),
            ("TT", "TT", "TTT", "77", "777", "WWWggWgWWW"),
        ),
    ),
    (Version(4294967295, 8589934590, 0, ("I", "II", "IIII", "2III", "IIaI")),),
    (Version(28, 28, 14, ("5G", "5GG", "5G", "5GG", "5GGG"), ("G",)),),
    (Version(1, 0, 0, ("ALAL", "e", "W", "zzYiii9OOOOllllrZJ"), ("W", "LALA")),),
    (
        Version(
            0,
            0,
            0,
            ("FsMmUxoQg6td0",),
            ("FsMmUxoQg6td0", "FsMmUxoQg6td0", "FsMmUxoQg6td0", "FsMmUxoQg6td0"),
        ),
    ),
    (
        Version(
            16777217, 1, 55041781503970055, ("Hq", "Nh"), ("5", "0123456789", "C21b3Bn", "-jEw8S")
        ),
    ),
    (Version(218, 218, 202, ("aa", "aa", "aa", "fI", "PP"), ("aaaa", "aaaa", "a")),),
    (Version(1, 185798, 4, ("kcK", "p", "kcK", "p"), ("p", "p")),),
    (Version(9, 1099511627785, 0, ("4",), ("vv", "vv")),),
    (Version(12, 12, 8, ("T", "VG", "VGG"), ("VG", "VGG", "VGGG", "VGGGG", "VGGGGG")),),
    (Version(0, 86914575849147454, 86914575849147454, ("R8pcXmvYn", "R8pcXmvYn"), ("W", "qq")),),
]


@pytest.mark.parametrize(("version",), CASES)
def test_contract(version: Version) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((version,))
    result = rank(version)
    assert type(result) is tuple
    assert len(result) == 5
    assert type(result[0]) is int
    assert type(result[1]) is int
    assert type(result[2]) is int
    assert type(result[3]) is bool
    assert type(result[4]) is list
    assert all(
        (type(_each) is tuple)
        and (len(_each) == 3)
        and (type(_each[0]) is bool)
        and (type(_each[1]) is int)
        and (type(_each[2]) is str)
        for _each in result[4]
    )
    assert result == (
        (
            version.major,
            version.minor,
            version.patch,
            is_release(version),
            [identifier_rank(identifier) for identifier in version.prerelease],
        )
    )
    assert (version,) == before
