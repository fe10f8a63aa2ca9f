"""Made by Holo: what is asked of `semver.bumps.can_follow`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.bumps.can_follow import can_follow
from semver.grammar.is_digits import is_digits
from semver.identifier_rank import identifier_rank
from semver.is_release import is_release
from semver.types import Label, Version


def test_example_1() -> None:
    """An example of the hologram."""
    assert can_follow(Version(1, 0, 0, ("alpha", "1")), "beta")


def test_example_2() -> None:
    """An example of the hologram."""
    assert not can_follow(Version(1, 0, 0, ("alpha", "beta")), "alpha")


CASES = [
    (Version(1, 0, 0, ("alpha", "1")), "beta"),
    (Version(1, 0, 0, ("alpha", "beta")), "alpha"),
    (Version(0, 0, 0, ("alpha", "1")), "beta"),
    (Version(1, 0, 0, ("alpha", "beta"), ("alpha",)), "alpha"),
    (Version(1, 0, 0, ("alpha", "1")), "alpha"),
    (Version(1, 0, 0, ("alpha", "beta")), "alaha"),
    (Version(1, 0, 0, ("alpha",)), "beta"),
    (Version(1, 0, 0, ("alpha", "beta", "beta")), "alpha"),
    (Version(1, 0, 0, ("alpha", "beta")), "alphb"),
    (Version(1, 0, 0, ("alpha", "beta", "alpha")), "alpha"),
    (Version(2, 0, 0, ("alpha", "1")), "beta"),
    (Version(1, 0, 0, ("beta", "alpha")), "alpha"),
    (Version(1, 0, 0, ("alpha", "1")), "bet"),
    (Version(1, 0, 0), "alpha"),
    (Version(1, 0, 0, ("alpha", "beta")), "lpha"),
    (Version(1, 0, 0, ("alpha", "1")), "BETA"),
    (Version(1, 1, 0, ("alpha", "1")), "beta"),
    (Version(1, 0, 0, ("alpha", "beta", "alph")), "alpha"),
    (Version(1, 0, 0, ("alpha", "1")), "betaa"),
    (Version(1, 0, 0, ("alphaa", "beta")), "alpha"),
    (Version(1, 0, 0, ("alpha", "beta")), "alphaaaaaaaa"),
    (Version(0, 0, 0), "b"),
    (Version(1, 0, 1, ("alpha", "1")), "beta"),
    (Version(3, 3, 3, ("b",), ("b",)), "A"),
    (Version(1, 0, 0, ("alph", "beta")), "alpha"),
]


@pytest.mark.parametrize(("version", "label"), CASES)
def test_contract(version: Version, label: Label) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((version, label))
    result = can_follow(version, label)
    assert type(result) is bool
    assert result == (
        (False)
        if (is_release(version))
        else (identifier_rank(version.prerelease[0]) < identifier_rank(label))
        if (version.prerelease[0] != label)
        else (True)
        if (len(version.prerelease) == 1)
        else (is_digits(version.prerelease[1]))
    )
    assert (version, label) == before
