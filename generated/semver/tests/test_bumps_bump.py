"""Made by Holo: what is asked of `semver.bumps.bump`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.bumps.bump import bump
from semver.bumps.lowered import lowered
from semver.core import core
from semver.rank import rank
from semver.types import Part, Version


def test_example_1() -> None:
    """An example of the hologram."""
    assert bump(Version(1, 9, 3), Part.patch) == Version(1, 9, 4)


def test_example_2() -> None:
    """An example of the hologram."""
    assert bump(Version(1, 9, 3), Part.minor) == Version(1, 10, 0)


def test_example_3() -> None:
    """An example of the hologram."""
    assert bump(Version(2, 0, 0, ("rc", "1")), Part.major) == Version(2, 0, 0)


def test_example_4() -> None:
    """A sealed example of the hologram."""
    assert bump(Version(1, 2, 0, ("beta",), ("7",)), Part.patch) == Version(1, 2, 0)


CASES = [
    (Version(1, 9, 3), Part.patch),
    (Version(1, 9, 3), Part.minor),
    (Version(2, 0, 0, ("rc", "1")), Part.major),
    (Version(1, 2, 0, ("beta",), ("7",)), Part.patch),
    (Version(0, 9, 3), Part.patch),
    (Version(1, 10, 3), Part.minor),
    (Version(2, 0, 0, ("r", "1")), Part.major),
    (Version(0, 2, 0, ("beta",), ("7",)), Part.patch),
    (Version(1, 9, 3), Part.major),
    (Version(1, 9, 4), Part.minor),
    (Version(2, 0, 0, ("rc", "1", "r")), Part.major),
    (Version(1, 2, 0, ("beta",), ("7",)), Part.major),
    (Version(1, 8, 3), Part.patch),
    (Version(0, 9, 3), Part.minor),
    (Version(2, 0, 0, ("rca", "1")), Part.major),
    (Version(1, 1, 0, ("beta",), ("7",)), Part.patch),
    (Version(2, 0, 0, ("rc", "1", "rca")), Part.major),
    (Version(1, 2, 0, ("beta",), ("7",)), Part.minor),
    (Version(1, 9, 2), Part.patch),
    (Version(1, 8, 3), Part.minor),
    (Version(2, 0, 0, ("RC", "1")), Part.major),
    (Version(1, 2, 0, (), ("7",)), Part.patch),
    (Version(2, 9, 3), Part.patch),
    (Version(2, 0, 0, ("rc", "1", "RC")), Part.major),
    (Version(1, 2, 0, ("beta",)), Part.patch),
]


@pytest.mark.parametrize(("version", "part"), CASES)
def test_contract(version: Version, part: Part) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((version, part))
    result = bump(version, part)
    assert type(result) is Version
    assert result == core(result) and rank(result) > rank(version)
    assert part == Part.patch or result.patch == 0
    assert part != Part.major or result.minor == 0
    assert part == Part.major or result.major == version.major
    assert part != Part.patch or result.minor == version.minor
    assert lowered(result, part) == result or rank(lowered(result, part)) <= rank(version)
    assert (version, part) == before
