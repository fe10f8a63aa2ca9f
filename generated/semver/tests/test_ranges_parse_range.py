"""Made by Holo: what is asked of `semver.ranges.parse_range`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.ranges.expand import expand
from semver.ranges.is_range import is_range
from semver.ranges.meaning import meaning
from semver.ranges.parse_range import parse_range
from semver.types import Comparator, NotARange, Range, Version


def test_example_1() -> None:
    """An example of the hologram."""
    assert parse_range("=1.2.3 || >2") == Range(
        [[Comparator("=", Version(1, 2, 3))], [Comparator(">=", Version(3, 0, 0))]]
    )


def test_example_2() -> None:
    """A sealed example of the hologram."""
    assert parse_range("^0.2.3 || ~1.2 || *") == Range(
        [expand("^0.2.3"), expand("~1.2"), expand("*")]
    )


def test_example_3() -> None:
    """A sealed example of the hologram."""
    assert parse_range("1.2.3 - 2.3") == Range(
        [[Comparator(">=", Version(1, 2, 3)), Comparator("<", Version(2, 4, 0))]]
    )


def test_scenario_F3() -> None:
    """An alternative that says nothing"""
    with pytest.raises(NotARange) as caught:
        parse_range("^1.2.3 ||")
    assert type(caught.value) is NotARange
    assert caught.value.args == (NotARange("^1.2.3 ||")).args


CASES = [
    ("^1.2.3 ||",),
    ("=1.2.3 || >2",),
    ("=1.2.3 || >",),
    ("^0.2.3 || ~1.2 || *",),
    ("^1.2.3 |a",),
    ("1.2.3 - 2.3",),
    ("^+0.2.3 || ~1.2 || *",),
    ("=1.2.3 || >2 ",),
    ("1.2.3 - 2.",),
    ("1.2.3 - 2.3 ",),
    ("=1.2.3 || >2a",),
    (" =1.2.3 || >2",),
    ("1.2.3 ||",),
    (" 1.2.3 - 2.3",),
    ("^-0.2.3 || ~1.2 || *",),
    ("^0.2.3",),
    ("1.2.3 - 2.3a",),
    ("~1.2",),
    ("^1.2.3 |||||||||",),
    ("*",),
    ("^0_.2.3 || ~1.2 || *",),
    ("9007547",),
    ("^١.2.3 ||",),
    ("6503",),
    ("^0.2.3 || ~1.2 || ",),
]


@pytest.mark.parametrize(("text",), CASES)
def test_contract(text: str) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((text,))
    if not is_range(text):
        with pytest.raises(NotARange) as caught:
            parse_range(text)
        assert type(caught.value) is NotARange
        assert caught.value.args == (NotARange(text)).args
        return
    result = parse_range(text)
    assert type(result) is Range
    assert result.alternatives == [meaning(part) for part in text.split("||")]
    assert (text,) == before
