"""Made by Holo: what is asked of `semver.ranges.terms`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.ranges.terms import terms


def test_example_1() -> None:
    """An example of the hologram."""
    assert terms("1.2 - 2.3.4") == [">=1.2", "<=2.3.4"]


CASES = [
    ("",),
    ("1.2 - 2.3.4",),
    ("a",),
    (" ",),
    ("1.2 - 2.3.",),
    ("b",),
    ("\n",),
    ("1.2 - 2.3.4a",),
    ("ab",),
    ("1.2 - 2.3.4 ",),
    ("A",),
    (" 1.2 - 2.3.4",),
    (">=",),
    ("1.2 -a2.3.4",),
    ("<=",),
    ("1.2 - 2.3.a",),
    (">=1.2",),
    (".2 - 2.3.4",),
    ("<=2.3.4",),
    ("1.2 - 2.3.44444444",),
    (" -",),
    ("١.2 - 2.3.4",),
    (">=a",),
    ("².2 - 2.3.4",),
    ("34>3",),
]


@pytest.mark.parametrize(("text",), CASES)
def test_contract(text: str) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((text,))
    result = terms(text)
    assert type(result) is list
    assert all(type(_each) is str for _each in result)
    assert result == (
        ([">=" + text.partition(" - ")[0].strip(), "<=" + text.partition(" - ")[2].strip()])
        if (" - " in text)
        else (text.split())
    )
    assert (text,) == before
