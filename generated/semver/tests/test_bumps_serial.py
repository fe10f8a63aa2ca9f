"""Made by Holo: what is asked of `semver.bumps.serial`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.bumps.serial import serial
from semver.grammar.is_digits import is_digits
from semver.types import Version


def test_example_1() -> None:
    """An example of the hologram."""
    assert serial(Version(1, 0, 0, ("beta", "11"))) == 11


CASES = [
    (Version(1, 0, 0, ("beta", "11")),),
    (Version(1, 0, 0, ("beta",)),),
    (Version(0, 0, 0, ("beta", "11")),),
    (Version(1, 0, 0, ("beta", "11", "beta")),),
    (Version(2, 0, 0, ("beta", "11")),),
    (Version(1, 0, 0, ("11", "beta")),),
    (Version(1, 1, 0, ("beta", "11")),),
    (Version(1, 0, 0),),
    (Version(1, 0, 1, ("beta", "11")),),
    (Version(1, 0, 0, ("beta", "11", "bet")),),
    (Version(1, 0, 0, ("11",)),),
    (Version(1, 0, 0, ("beta", "11", "betaa")),),
    (Version(1, 0, 0, ("beta", "11", "11")),),
    (Version(1, 0, 0, ("beta", "11", "BETA")),),
    (Version(1, 0, 0, ("bet", "11")),),
    (Version(1, 0, 0, ("beta", "11a")),),
    (Version(1, 0, 0, ("betaa", "11")),),
    (Version(1, 0, 0, ("beta", "11", "11a")),),
    (Version(1, 0, 0, ("BETA", "11")),),
    (Version(1, 1, 1, ("a",), ("a",)),),
    (Version(1, 0, 0, ("beta", "1")),),
    (Version(0, 0, 0),),
    (Version(1, 0, 0, ("beta", "11", "1")),),
    (Version(2, 2, 2, ("a", "b"), ("a", "b")),),
    (Version(76556557725344228, 12, 1, ("yo6FSSF6oy", "11")),),
]


@pytest.mark.parametrize(("version",), CASES)
def test_contract(version: Version) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((version,))
    result = serial(version)
    assert type(result) is int
    assert result == (
        (0)
        if (version.prerelease == ())
        else (int(version.prerelease[-1]))
        if (is_digits(version.prerelease[-1]))
        else (0)
    )
    assert (version,) == before
