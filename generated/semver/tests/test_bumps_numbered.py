"""Made by Holo: what is asked of `semver.bumps.numbered`."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

import pytest

from semver.bumps.numbered import numbered
from semver.core import core
from semver.types import Label, Number, Version


def test_example_1() -> None:
    """An example of the hologram."""
    assert numbered(Version(1, 0, 0), "rc", 1) == Version(1, 0, 0, ("rc", "1"))


CASES = [
    (
        Version(
            0,
            0,
            0,
            ("-----w", "-----w", "-----w", "-----w"),
            (
                "vNTPlaDgrrgDal2TNv",
                "gl2NDrvavTNPrTlgDa",
                "uu7u7777u77777u7u",
                "vNTPlaDgragDal2TNv",
                "bBk",
            ),
        ),
        "6fFMUE3hz4V",
        0,
    ),
    (
        Version(
            0,
            0,
            0,
            ("-----w", "-----w", "-----w", "-----w"),
            (
                "vNTPlaDgrrgDal2TNv",
                "gl2NDrvavTNPrTlgDa",
                "uu7u7777u77777u7u",
                "vNTPlaDgragDal2TNv",
                "bBk",
            ),
        ),
        "6fFMUE3hz4V",
        1,
    ),
    (Version(0, 0, 0), "NiusOyvt", 1),
    (
        Version(
            0,
            0,
            0,
            ("-----w", "-----w", "-----w", "-----w"),
            (
                "vNTPlaDgrrgDal2TNv",
                "gl2NDrvavTNPrTlgDa",
                "uu7u7777u77777u7u",
                "vNTPlaDgragDal2TNv",
                "bBk",
            ),
        ),
        "Wwdw",
        0,
    ),
    (Version(0, 0, 0), "a", 10),
    (Version(0, 0, 0), "ab", 1026),
    (Version(0, 0, 0), "ab", 2),
    (Version(0, 0, 0), "b", 0),
    (Version(0, 0, 0, ("8888", "rgQBCb1MYtU"), ("8", "80")), "h", 0),
    (Version(0, 0, 0, ("S", "S"), ("SS",)), "qqqTT2222Bw", 3),
    (Version(0, 0, 0, ("S", "S"), ("SS",)), "qqqTT2222Bw", 742153349236),
    (Version(0, 0, 0), "rc", 1),
    (Version(0, 0, 0), "rcccccccc", 0),
    (Version(0, 0, 0, ("S", "S"), ("SS",)), "yH8Hl", 742153349236),
    (Version(0, 0, 981, ("dH", "dH"), ("dH", "dHH", "dHHH")), "5D55", 0),
    (Version(0, 0, 981, ("dH", "dH"), ("dH", "dHH", "dHHH")), "5D55", 1),
    (
        Version(
            0,
            1,
            1,
            ("HHHHHH", "HHHHHH", "HHHHHH", "HHHHHHHHHHHH", "HHHHHHHHHHH", "HHHHHH"),
            ("HHHH", "HHHHHH", "HHHHHH", "HHHHHHHHHHHHHHHHHHHHHHHHHHHHHH", "HHaH", "HHa"),
        ),
        "MMT",
        110423596354,
    ),
    (
        Version(
            0,
            1048576,
            930,
            ("PW6WP", "PW6WP", "PW6", "PWWWP"),
            ("PPW6WPP", "PPW6W", "PPW6WPP", "RC", "rcaPPW6WPP"),
        ),
        "PW6WP",
        0,
    ),
    (Version(0, 12, 12, (), ("Feo", "F", "Feo")), "G", 0),
    (Version(0, 2, 2, ("JJ",), ("QI", "lRllll", "JJJJ", "2")), "5CB5", 2),
    (Version(0, 2, 2, ("JJ",), ("QI", "lRllll", "JJJJ", "2")), "JJ", 2),
    (Version(0, 78754, 0, ("J", "J", "JJ"), ("J",)), "J", 11),
    (Version(1, 0, 0), "1a", 1),
    (Version(1, 0, 0), "DDDDDDDDD", 1),
    (Version(1, 0, 0), "L0dQMAU", 1),
]


@pytest.mark.parametrize(("version", "label", "number"), CASES)
def test_contract(version: Version, label: Label, number: Number) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((version, label, number))
    result = numbered(version, label, number)
    assert type(result) is Version
    assert result == (replace(core(version), prerelease=(label, str(number))))
    assert (version, label, number) == before
