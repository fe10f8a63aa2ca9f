"""Made by Holo: what is asked of `semver.grammar.build_text`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.grammar.build_text import build_text


def test_example_1() -> None:
    """An example of the hologram."""
    assert build_text("1.0.0-beta+exp.sha.5114f85") == "exp.sha.5114f85"


CASES = [
    ("+a",),
    ("1.0.0-beta+exp.sha.5114f85",),
    ("a",),
    ("1+2",),
    ("1.0.0-beta+exp.sha.5114f8",),
    ("",),
    ("+1",),
    ("1.0.0-beta+exp.sha.5114f85a",),
    ("b",),
    ("+8",),
    ("1.0.0-BETA+EXP.SHA.5114F85",),
    ("ab",),
    ("+4",),
    ("1.0.0-beta+exp.sha.5114f85 ",),
    ("A",),
    (" 1.0.0-beta+exp.sha.5114f85",),
    (" ",),
    ("1.0.0-beta+exa.sha.5114f85",),
    ("+",),
    ("1.0.0-beta+exp.sha.5114f8a",),
    ("exp.sha.5114f85",),
    (".0.0-beta+exp.sha.5114f85",),
    ("exp.sha.5114f8",),
    ("1.0.0-beta+exp.sha.5114f855555555",),
    ("s4hs",),
]


@pytest.mark.parametrize(("text",), CASES)
def test_contract(text: str) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((text,))
    result = build_text(text)
    assert type(result) is str
    assert result == (text.partition("+")[2])
    assert (text,) == before
