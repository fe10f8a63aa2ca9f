"""Made by Holo: what is asked of `semver.marked`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.marked import marked
from semver.types import Identifier

CASES = [
    ("", ()),
    ("a", ("a",)),
    ("a", ()),
    ("b", ("a", "b")),
    (" ", ()),
    ("ab", ("b",)),
    ("4", ()),
    ("A", ("b", "a", "a")),
    (" ßb -zb", ()),
    (" ", ("a", "b", "ab", "A")),
    ("  ", ()),
    ("", ("a", "b")),
    (" ßb -z", ()),
    ("b", ("b",)),
    ("  ßb -zb", ()),
    ("ab", ("b", "a", "a")),
    (".", ()),
    (".", ("a", "b")),
    (".a", ("b",)),
    ("b", ("b", "a", "a")),
    ("ab", ("a", "b", "ab", "A")),
    ("A", ("a",)),
    ("a", ("b",)),
    ("", ("b", "a", "a")),
    (".a", ("ba", "ba", "ba", "ba", "ba", "ba", "ba")),
]


@pytest.mark.parametrize(("mark", "identifiers"), CASES)
def test_contract(mark: str, identifiers: tuple[Identifier, ...]) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((mark, identifiers))
    result = marked(mark, identifiers)
    assert type(result) is str
    assert result == (mark + ".".join(identifiers) if identifiers != () else "")
    assert (mark, identifiers) == before
