"""Made by Holo: what is asked of `semver.ranges.is_range`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.ranges.is_range import is_range
from semver.ranges.is_term import is_term
from semver.ranges.terms import terms


def test_example_1() -> None:
    """An example of the hologram."""
    assert is_range("1.x || >=2.5.0 <3 || 5.0.0 - 7.2.3")


def test_example_2() -> None:
    """An example of the hologram."""
    assert not is_range("1.x ||")


CASES = [
    ("1.x || >=2.5.0 <3 || 5.0.0 - 7.2.3",),
    ("1.x ||",),
    ("1.X || >=2.5.0 <3 || 5.0.0 - 7.2.3",),
    ("1.x || >=2.5.0 <3 || 5.0.0 - 7.2.",),
    ("1.x || >=2.5.0 <3 || 5.0.0 - 7.2.3 ",),
    ("+1.x ||",),
    (" 1.x || >=2.5.0 <3 || 5.0.0 - 7.2.3",),
    ("1.x || >=2.5.0 <3 || 5.0.0 - 7.2.3a",),
    ("1.x || >=2.5.0 <3 || 5.0.0 - 7.2.33333333",),
    ("-1.x ||",),
    ("1",),
    ("1_.x ||",),
    ("X",),
    ("1.x |",),
    ("8",),
    ("1.x ||a",),
    ("0",),
    ("1.x || >=2.5.0 <3a|| 5.0.0 - 7.2.3",),
    ("9060312",),
    ("1.X ||",),
    ("0 <3 || 5.0.0 - 7.2.3",),
    ("1.x || >=2.5.0 <3 || 5.0.0 - 7.2.a",),
    ("1.x || ",),
    (".x || >=2.5.0 <3 || 5.0.0 - 7.2.3",),
    (" 1.x ||",),
]


@pytest.mark.parametrize(("text",), CASES)
def test_contract(text: str) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((text,))
    result = is_range(text)
    assert type(result) is bool
    assert result == (
        all(
            terms(part) != [] and all(is_term(term) for term in terms(part))
            for part in text.split("||")
        )
    )
    assert (text,) == before
