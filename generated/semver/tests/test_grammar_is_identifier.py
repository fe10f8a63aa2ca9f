"""Made by Holo: what is asked of `semver.grammar.is_identifier`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.grammar.is_identifier import is_identifier
from semver.types import LETTERS


def test_example_1() -> None:
    """An example of the hologram."""
    assert is_identifier("x-y-z") and not is_identifier("alpha_beta")


CASES = [
    ("alpha_beta",),
    ("x-y-z",),
    ("alpha_bet",),
    ("x-y-",),
    ("alpha_betaa",),
    ("x-y-za",),
    ("ALPHA_BETA",),
    ("X-Y-Z",),
    ("x-y-z ",),
    ("x-a-z",),
    ("alpha_beta ",),
    ("alphaabeta",),
    (" x-y-z",),
    ("x-y-a",),
    (" alpha_beta",),
    ("-y-z",),
    ("alpha_betb",),
    ("x-y-zzzzzzzz",),
    ("lpha_beta",),
    ("a",),
    ("alpha_betaaaaaaaa",),
    ("b",),
    ("",),
    ("ab",),
    (" ",),
]


@pytest.mark.parametrize(("text",), CASES)
def test_contract(text: str) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((text,))
    result = is_identifier(text)
    assert type(result) is bool
    assert result == (text != "" and all(letter in LETTERS for letter in text))
    assert (text,) == before
