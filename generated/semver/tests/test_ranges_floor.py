"""Made by Holo: what is asked of `semver.ranges.floor`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.grammar.prerelease_text import prerelease_text
from semver.ranges.floor import floor
from semver.ranges.numbers_of import numbers_of
from semver.types import Version


def test_example_1() -> None:
    """An example of the hologram."""
    assert floor("1.2") == Version(1, 2, 0)


def test_example_2() -> None:
    """An example of the hologram."""
    assert floor(">=1.0.0-rc.1") == Version(1, 0, 0, ("rc", "1"))


CASES = [
    ("=1.0.0-10.1a",),
    ("=1.0.0-4.1",),
    (">=1.0.0-A",),
    (">=1.0.0-RC.-a",),
    (">=1.0.0-RC.-aa",),
    (">=1.0.0-RC.1",),
    ("=1.0.0-RC.1111111",),
    (">=1.0.0-RC.11111111",),
    (">=1.0.0-RC.1a",),
    ("=1.0.0-RC.AAAAAAAA",),
    (">=1.0.0-a",),
    (">=1.0.0-aa",),
    ("=1.0.0-r",),
    (">=1.0.0-rc.11",),
    ("=1.0.0-rc.111111",),
    (">=1.0.0-rc.11111111",),
    (">=1.0.0-rc.111111111111111",),
    (">=1.0.0-rc.11111111a",),
    (">=1.0.0-rc.1XRCXRC",),
    (">=1.0.0-rc.1aa",),
    (">=1.0.0-rc.1aaaaaaaa",),
    (">=1.0.0-rc.1b",),
    ("1.0.0-rc.b1.0.0-rc.b1.0.0-rc.b",),
    ("=1.0.0-rc",),
    ("1.1.12",),
]


@pytest.mark.parametrize(("term",), CASES)
def test_contract(term: str) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((term,))
    result = floor(term)
    assert type(result) is Version
    assert result == (
        Version(
            (numbers_of(term) + [0])[0],
            (numbers_of(term) + [0, 0])[1],
            (numbers_of(term) + [0, 0, 0])[2],
            tuple(prerelease_text(term).split(".")) if prerelease_text(term) != "" else (),
        )
    )
    assert (term,) == before
