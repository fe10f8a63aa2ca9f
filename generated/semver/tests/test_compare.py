"""Made by Holo: what is asked of `semver.compare`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.compare import compare
from semver.rank import rank
from semver.types import Version


def test_example_1() -> None:
    """An example of the hologram."""
    assert compare(Version(1, 9, 0), Version(1, 10, 0)) == -1


def test_example_2() -> None:
    """An example of the hologram."""
    assert compare(Version(1, 0, 0, ("alpha", "1")), Version(1, 0, 0, ("alpha", "beta"))) == -1


def test_example_3() -> None:
    """An example of the hologram."""
    assert compare(Version(1, 0, 0, ("beta", "2")), Version(1, 0, 0, ("beta", "11"))) == -1


def test_example_4() -> None:
    """An example of the hologram."""
    assert compare(Version(1, 0, 0, (), ("20130313144700",)), Version(1, 0, 0)) == 0


CASES = [
    (Version(1, 0, 0, (), ("20130313144700",)), Version(1, 0, 0)),
    (Version(1, 1, 0, ("alpha", "1")), Version(1, 0, 0, ("alpha", "beta"))),
    (Version(1, 9, 0), Version(1, 10, 0)),
    (Version(1, 0, 0), Version(1, 0, 0)),
    (Version(1, 9, 0), Version(0, 10, 0)),
    (Version(1, 0, 0, ("alpha", "1")), Version(1, 0, 0, ("alpha", "beta"))),
    (Version(1, 9, 0), Version(1, 9, 0)),
    (Version(1, 0, 0, (), ("20130313144700",)), Version(0, 0, 0)),
    (Version(1, 0, 0, ("beta", "2")), Version(1, 0, 0, ("beta", "11"))),
    (Version(1, 1, 1, ("a",), ("a",)), Version(1, 1, 1, ("a",), ("a",))),
    (Version(1, 0, 1, ("alpha", "1")), Version(1, 0, 0, ("alpha", "beta"))),
    (Version(0, 9, 0), Version(1, 10, 0)),
    (Version(0, 0, 0), Version(0, 0, 0)),
    (Version(2, 9, 0), Version(1, 10, 0)),
    (Version(1, 0, 0, ("beta", "2", "2")), Version(1, 0, 0, ("beta", "11"))),
    (Version(2, 2, 2, ("a", "b"), ("a", "b")), Version(2, 2, 2, ("a", "b"), ("a", "b"))),
    (Version(2, 0, 0, (), ("20130313144700",)), Version(1, 0, 0)),
    (Version(0, 0, 0, (), ("20130313144700",)), Version(1, 0, 0)),
    (Version(3, 3, 3, ("b",), ("b",)), Version(3, 3, 3, ("b",), ("b",))),
    (Version(1, 0, 0, ("beta", "2")), Version(1, 0, 0, ("11", "beta"))),
    (Version(1, 0, 0, ("alpha", "1")), Version(1, 1, 0, ("alpha", "beta"))),
    (
        Version(10, 10, 10, ("b", "a", "a"), ("b", "a", "a")),
        Version(10, 10, 10, ("b", "a", "a"), ("b", "a", "a")),
    ),
    (Version(1, 1, 1, ("a",), ("a",)), Version(0, 0, 0)),
    (Version(1, 0, 0, ("beta", "2")), Version(1, 0, 0, ("beta", "11", "11"))),
    (
        Version(1, 1, 1, ("a", "b", "ab", "A"), ("a", "b", "ab", "A")),
        Version(1, 1, 1, ("a", "b", "ab", "A"), ("a", "b", "ab", "A")),
    ),
]


@pytest.mark.parametrize(("a", "b"), CASES)
def test_contract(a: Version, b: Version) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((a, b))
    result = compare(a, b)
    assert type(result) is int
    assert result == ((-1) if (rank(a) < rank(b)) else (1) if (rank(a) > rank(b)) else (0))
    assert (a, b) == before
