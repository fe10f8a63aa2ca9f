"""Made by Holo: what is asked of `semver.bumps.lowered`."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

import pytest

from semver.bumps.lowered import lowered
from semver.types import Part, Version

CASES = [
    (
        Version(0, 0, 0, ("8jpWXAR0q3EkQ", "lo", "loo", "looo", "loooo"), ("8jpWXAR0q3E",)),
        Part.minor,
    ),
    (
        Version(
            0,
            0,
            0,
            (
                "PPPaaaKKKKTTTT4444r",
                "PPPaaaKKKKTTTT4444r",
                "PPPaaaKKKKTTTT4444ra",
                "7OzYUYzO7",
                "PPPaaaKKKKTTTT4444r",
                "7OzYUYzO7",
            ),
            ("lsbHpB10Q", "bsbHpB10Q"),
        ),
        Part.major,
    ),
    (Version(0, 0, 1, ("SUUS",), ("muumm", "S", "Jaaa", "VV--")), Part.patch),
    (
        Version(
            0,
            0,
            0,
            ("lxx", "33T3TTTT3TTTTT3T3", "lxa", "2xa", "3T3TTTTT3TTTT3T33", "xxa"),
            ("33T3TTTT3TTTTT3T3",),
        ),
        Part.patch,
    ),
    (Version(1, 0, 0, (), ("BBBB",)), Part.major),
    (
        Version(
            1,
            0,
            1,
            ("UtbPfYahzNx",),
            (
                "UtbPfYahzNxUtbPfYahzNxUtbPfYahzNxUtbPfYahzNxUtbPfYahzNx",
                "4QC",
                "w-Gp",
                "UtbPfYahzNx",
            ),
        ),
        Part.major,
    ),
    (
        Version(
            1,
            0,
            1,
            ("UtbPfYahzNx",),
            (
                "UtbPfYahzNxUtbPfYahzNxUtbPfYahzNxUtbPfYahzNxUtbPfYahzNx",
                "4QC",
                "w-ap",
                "UtbPfYahzNx",
            ),
        ),
        Part.major,
    ),
    (Version(0, 0, 383517792428, ("VE", "c", "cc"), ("VE", "VEE", "ccc", "cccc")), Part.patch),
    (Version(0, 0, 41, ("finnif", "finnif"), ("finniffinnif", "finniffinniff")), Part.patch),
    (
        Version(
            0,
            0,
            46,
            ("2i2i", "JO", "JOOO", "JOO", "JOOOO"),
            ("IPkRYg", "IPkRYgg", "IPkRYggg", "IPkRYgggg", "oy", "oyy"),
        ),
        Part.patch,
    ),
    (Version(0, 0, 909, ("srs",), ("srss", "srs", "r")), Part.patch),
    (Version(0, 1, 0, ("O8v", "qeQVUBzot")), Part.patch),
    (
        Version(
            1,
            1,
            1,
            ("FF2xE", "rrrrrrrrrr", "FF2xE", "45xFF2xE4x15"),
            ("rrrrrrrrrr", "rrrrrrrrrr", "rrrrrrrrrr1", "FF2xE"),
        ),
        Part.major,
    ),
    (Version(1, 1, 1, ("K", "KKKKKKKK", "K"), ("K", "KKK")), Part.major),
    (Version(1, 1, 1, ("a", "b", "ab", "A"), ("a", "b", "ab", "A")), Part.major),
    (Version(1, 1, 1, ("a",), ("a",)), Part.major),
    (Version(0, 1, 717, ("O8v", "qeQVUBzot")), Part.patch),
    (
        Version(1, 2, 1, (), ("4444ooSSSSz6NNNNOO77", "4444ooSSSS4444ooSSSSz6NNNNOO77z6NNNNOO77")),
        Part.major,
    ),
    (Version(0, 300, 300, ("p", "p"), ("83", "29", "29", "29", "p", "p")), Part.minor),
    (Version(0, 300, 300, ("p", "p"), ("83", "829", "829", "829", "p", "p")), Part.minor),
    (Version(1, 320735985932, 1, ("vGvGvvYvGGvG", "GvGvvYvGGvG"), ("byb", "byb")), Part.major),
    (
        Version(
            1,
            662149,
            662149,
            ("CCf66C", "CCf66C", "CCf66CCCCCCCC", "CCf066C", "CCf66C", "Cf"),
            ("CCf66", "CCf66C", "CCf66C", "Cf66C", "CCf66C", "CCf66CCCf66C"),
        ),
        Part.major,
    ),
    (Version(1, 0, 0, ("5ooy5",), ("iiivvvWc--kkk", "5ooy5")), Part.minor),
    (
        Version(
            1,
            1,
            0,
            ("9DX", "9aX", "BcBcB", "9aX", "9aX"),
            ("BcBcB", "BcBcBcBBcB", "9D", "99", "989", "BcBBc"),
        ),
        Part.minor,
    ),
    (Version(2, 0, 0, (), ("BBBB",)), Part.major),
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
