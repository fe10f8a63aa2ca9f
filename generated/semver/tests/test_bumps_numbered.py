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
            (
                "RC",
                "Ra",
                "RC",
                "r",
                "906031250239491",
                "906031250239491",
                "rc",
                "906031250239491",
                "RC",
                "906031250239491",
                "rca",
                "C",
            ),
            ("9060312a0239491", "9060312a0239491", "C", "r", "906031250239491", "906031250239491"),
        ),
        "C",
        0,
    ),
    (Version(0, 0, 0), "a", 10),
    (Version(0, 0, 0), "ab", 2),
    (Version(0, 0, 0), "b", 0),
    (Version(0, 0, 0), "bbbbbbbb", 0),
    (Version(0, 0, 0, ("RC", "RC", "RC"), ("1a", "1a", "a", "1a", "r")), "rc", 0),
    (Version(0, 0, 0), "rc", 1),
    (Version(0, 0, 1, ("rc", "rc", "rc", "rc"), ("rc", "rc", "rc")), "rc", 1),
    (Version(0, 0, 3, ("r", "r", "rrrrrrrr", "r", "r", "rrrrrrrr"), ("r",)), "1a", 0),
    (Version(0, 0, 3, ("r", "r", "rrrrrrrr", "r", "r", "rrrrrrrr"), ("r",)), "r", 0),
    (Version(0, 0, 3, ("rc", "1", "rc"), ("1", "0", "1a", "0")), "rc", 3),
    (Version(1, 0, 0), "1a", 2),
    (Version(1, 0, 0), "RC", 1),
    (Version(1, 0, 0), "aaba", 6),
    (Version(1, 0, 0), "c", 1),
    (Version(1, 0, 0), "c", 2),
    (Version(1, 0, 0), "r", 0),
    (Version(1, 0, 0), "r", 1),
    (Version(1, 0, 0), "rc", 2),
    (Version(1, 0, 0), "rc", 6),
    (Version(1, 0, 0, (), ("rc",)), "rc", 645743563453),
    (Version(1, 0, 0), "rca", 1),
    (Version(1, 0, 0), "rcccccccc", 6),
    (Version(1, 0, 0), "rcccccccc", 90),
    (Version(1, 0, 1), "rc", 1),
]


@pytest.mark.parametrize(("version", "label", "number"), CASES)
def test_contract(version: Version, label: Label, number: Number) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((version, label, number))
    result = numbered(version, label, number)
    assert type(result) is Version
    assert result == (replace(core(version), prerelease=(label, str(number))))
    assert (version, label, number) == before
