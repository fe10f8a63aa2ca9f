"""Made by Holo: what is asked of `semver.print_version`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.is_valid import is_valid
from semver.marked import marked
from semver.print_core import print_core
from semver.print_version import print_version
from semver.types import Version


def test_example_1() -> None:
    """An example of the hologram."""
    assert print_version(Version(1, 9, 0)) == "1.9.0"


def test_example_2() -> None:
    """An example of the hologram."""
    assert print_version(Version(1, 0, 0, ("alpha",), ("001",))) == "1.0.0-alpha+001"


CASES = [
    (Version(1, 9, 0),),
    (Version(1, 0, 0, ("alpha",), ("001",)),),
    (Version(0, 9, 0),),
    (Version(1, 0, 0, (), ("001",)),),
    (Version(1, 8, 0),),
    (Version(1, 0, 0, ("alpha",)),),
    (Version(2, 9, 0),),
    (Version(1, 0, 0, ("alph",), ("001",)),),
    (Version(1, 10, 0),),
    (Version(1, 0, 0, ("alpha",), ("00",)),),
    (Version(1, 9, 1),),
    (Version(1, 0, 0, ("alpha", "alph"), ("001",)),),
    (Version(1, 0, 0, ("alpha",), ("001", "00")),),
    (Version(1, 0, 0, ("alphaa",), ("001",)),),
    (Version(1, 0, 0, ("alpha",), ("001a",)),),
    (Version(1, 0, 0, ("alpha", "alphaa"), ("001",)),),
    (Version(1, 0, 0, ("alpha",), ("001", "001a")),),
    (Version(1, 0, 0, ("ALPHA",), ("001",)),),
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
            123,
            ("eeww", "DDD", "DDD", "EEWW", "DDD", "DDD"),
            ("DDD", "DD", "DDDDD", "DDDDDDD", "DDD", "001"),
        ),
    ),
]


@pytest.mark.parametrize(("version",), CASES)
def test_contract(version: Version) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((version,))
    result = print_version(version)
    assert type(result) is str
    assert is_valid(result)
    assert result == (
        print_core(version) + marked("-", version.prerelease) + marked("+", version.build)
    )
    assert (version,) == before
