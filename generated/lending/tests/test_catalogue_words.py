"""Made by Holo: what is asked of `lending.catalogue.words`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from lending.catalogue.words import words


def test_example_1() -> None:
    """An example of the hologram."""
    assert words("The Sea,  the sea") == ["the", "sea,", "the", "sea"]


CASES = [
    ("",),
    ("The Sea,  the sea",),
    ("a",),
    (" ",),
    ("The Sea,  the se",),
    ("b",),
    ("\n",),
    ("The Sea,  the seaa",),
    ("ab",),
    ("tHE sEA,  THE SEA",),
    ("A",),
    ("The Sea,  the sea ",),
    ("the",),
    (" The Sea,  the sea",),
    ("sea,",),
    ("The Sea,a the sea",),
    ("sea",),
    ("The Sea,  the seb",),
    ("th",),
    ("he Sea,  the sea",),
    ("sahs",),
    ("The Sea,  the seaaaaaaaa",),
    ("thea",),
    ("Ab🎲 Ab🎲 Ab🎲 Ab🎲 Ab🎲 Ab🎲 Ab🎲 Ab🎲 Ab🎲 Ab🎲 Ab🎲 Ab🎲 Ab🎲 Ab🎲 Ab🎲 ",),
    ("seSEA847SEAaaSEA7",),
]


@pytest.mark.parametrize(("text",), CASES)
def test_contract(text: str) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((text,))
    result = words(text)
    assert type(result) is list
    assert all(type(_each) is str for _each in result)
    assert result == (text.lower().split())
    assert (text,) == before
