"""Made by Holo: what is asked of `semver.identifier_rank`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.grammar.is_digits import is_digits
from semver.identifier_rank import identifier_rank
from semver.types import Identifier


def test_example_1() -> None:
    """An example of the hologram."""
    assert identifier_rank("2") < identifier_rank("11")


def test_example_2() -> None:
    """An example of the hologram."""
    assert identifier_rank("999") < identifier_rank("alpha")


CASES = [
    ("2",),
    ("11",),
    ("999",),
    ("alpha",),
    ("1a",),
    ("alph",),
    ("2a",),
    ("1",),
    ("-999",),
    ("alphaa",),
    ("111111111",),
    ("ALPHA",),
    ("1000",),
    ("9989",),
    ("a",),
    ("011",),
    ("9990",),
    ("alaha",),
    ("b",),
    ("ab",),
    ("A",),
    ("0123456789",),
    ("11a",),
    ("MM",),
    ("bb",),
]


@pytest.mark.parametrize(("identifier",), CASES)
def test_contract(identifier: Identifier) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((identifier,))
    result = identifier_rank(identifier)
    assert type(result) is tuple
    assert len(result) == 3
    assert type(result[0]) is bool
    assert type(result[1]) is int
    assert type(result[2]) is str
    assert result == (
        (False, int(identifier), "") if is_digits(identifier) else (True, 0, identifier)
    )
    assert (identifier,) == before
