"""Made by Holo: what is asked of `semver.grammar.prerelease_text`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.grammar.prerelease_text import prerelease_text


def test_example_1() -> None:
    """An example of the hologram."""
    assert prerelease_text("1.0.0-x-y-z.--") == "x-y-z.--"


def test_example_2() -> None:
    """An example of the hologram."""
    assert prerelease_text("1.0.0+a-b") == ""


CASES = [
    ("-a",),
    ("1.0.0-x-y-z.--",),
    ("1.0.0+a-b",),
    ("-0",),
    ("1.0.0-x-y-z.-",),
    ("+1.0.0+a-b",),
    ("-b",),
    ("1.0.0-x-y-z.--a",),
    ("1_.0.0+a-b",),
    ("-1.0.0+a-b",),
    ("1.0.0+a-",),
    ("1.0.0-X-Y-Z.--",),
    ("1.0.0+a-ba",),
    ("1.0.0-x-y-z.-- ",),
    ("1.0.0+A-B",),
    (" 1.0.0-x-y-z.--",),
    ("1.0.0+a-b ",),
    ("1.0.0-xay-z.--",),
    (" 1.0.0+a-b",),
    ("1.0.0-x-y-z.-a",),
    ("1.0.a+a-b",),
    (".0.0-x-y-z.--",),
    ("1.0.0+a-a",),
    ("1.0.0-x-y-z.---------",),
    (".0.0+a-b",),
]


@pytest.mark.parametrize(("text",), CASES)
def test_contract(text: str) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((text,))
    result = prerelease_text(text)
    assert type(result) is str
    assert result == (text.partition("+")[0].partition("-")[2])
    assert (text,) == before
