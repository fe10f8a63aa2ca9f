"""Made by Holo: what is asked of `semver.bumps.next_prerelease`."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

import pytest

from semver.bumps.can_follow import can_follow
from semver.bumps.next_prerelease import next_prerelease
from semver.bumps.numbered import numbered
from semver.bumps.serial import serial
from semver.rank import rank
from semver.types import Label, Version


def test_example_1() -> None:
    """An example of the hologram."""
    assert next_prerelease(Version(1, 0, 0, ("beta", "2")), "beta") == Version(
        1, 0, 0, ("beta", "3")
    )


def test_example_2() -> None:
    """An example of the hologram."""
    assert next_prerelease(Version(1, 0, 0), "rc") == Version(1, 0, 1, ("rc", "1"))


def test_example_3() -> None:
    """An example of the hologram."""
    assert next_prerelease(Version(1, 0, 0, ("alpha",)), "alpha") == Version(
        1, 0, 0, ("alpha", "1")
    )


def test_example_4() -> None:
    """A sealed example of the hologram."""
    assert next_prerelease(Version(1, 0, 0, ("rc", "1", "5"), ("x",)), "rc") == numbered(
        Version(1, 0, 0), "rc", 2
    )


CASES = [
    (Version(1, 0, 0, ("beta", "2")), "beta"),
    (Version(1, 0, 0), "rc"),
    (Version(1, 0, 0, ("alpha",)), "alpha"),
    (Version(1, 0, 0, ("rc", "1", "5"), ("x",)), "rc"),
    (Version(0, 0, 0, ("beta", "2")), "beta"),
    (Version(1, 0, 1), "rc"),
    (Version(1, 0, 0, ("alpha",), ("alpha",)), "alpha"),
    (Version(0, 0, 0, ("rc", "1", "5"), ("x",)), "rc"),
    (Version(1, 0, 0, ("alpha",)), "alphb"),
    (Version(1, 0, 0, ("beta",)), "beta"),
    (Version(1, 0, 0, ("rc",)), "rc"),
    (Version(1, 0, 0, ("alpha", "alpha")), "alpha"),
    (Version(1, 0, 0, ("rc", "1"), ("x",)), "rc"),
    (Version(1, 0, 0, ("beta", "2")), "bet"),
    (Version(1, 0, 0, ("alpha",)), "lpha"),
    (Version(2, 0, 0, ("beta", "2")), "beta"),
    (Version(1, 0, 0, (), ("rc",)), "rc"),
    (Version(1, 0, 0, ("rc", "1", "5")), "rc"),
    (Version(1, 0, 0, ("beta", "2")), "betaa"),
    (Version(1, 0, 0), "ra"),
    (Version(1, 0, 0, ("alpha",)), "alphaaaaaaaa"),
    (Version(1, 0, 0, ("rc", "1", "5"), ("x",)), "r"),
    (Version(1, 1, 1, ("a",), ("a",)), "a"),
    (Version(0, 0, 0), "b"),
    (Version(2, 2, 2, ("a", "b"), ("a", "b")), "ab"),
]


@pytest.mark.parametrize(("version", "label"), CASES)
def test_contract(version: Version, label: Label) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((version, label))
    result = next_prerelease(version, label)
    assert type(result) is Version
    assert serial(result) >= 1 and rank(result) > rank(version)
    assert result == numbered(
        version if can_follow(version, label) else replace(version, patch=version.patch + 1),
        label,
        serial(result),
    )
    assert serial(result) == 1 or rank(numbered(result, label, serial(result) - 1)) <= rank(version)
    assert (version, label) == before
