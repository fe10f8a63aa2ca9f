"""Made by Holo: what is asked of `semver.marked`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.marked import marked
from semver.types import Identifier

CASES = [
    ("", ("b",)),
    ("", ()),
    ("a", ("a",)),
    ("a", ()),
    ("b", ("a", "b")),
    (" ", ()),
    ("ab", ("b",)),
    ("Aa.aA", ()),
    ("A", ("b", "a", "a")),
    ("bb", ()),
    (" ", ("a", "b", "ab", "A")),
    ("bbbbbbbbb", ()),
    ("", ("a", "b")),
    ("aAaAaAaAaAaAaAa", ()),
    ("b", ("b",)),
    ("6", ()),
    ("ab", ("b", "a", "a")),
    (".", ("a", "b")),
    (".a", ("b",)),
    ("b", ("b", "a", "a")),
    ("ab", ("a", "b", "ab", "A")),
    ("A", ("a",)),
    ("a", ("b",)),
    ("", ("b", "a", "a")),
    (
        ".a",
        (
            "d",
            "a",
            "8",
            "A",
            "9",
            "aa",
            "d",
            "9",
            "a",
            "aaa",
            "aaa",
            "89",
            "a",
            "89",
            "d",
            "pp",
            "a",
            "aaaaaaaaa",
            "pp",
            "a",
            "a",
            "aaaaaaaaaaaaaaaaaa",
            "dd",
            "dddddddd",
        ),
    ),
]


@pytest.mark.parametrize(("mark", "identifiers"), CASES)
def test_contract(mark: str, identifiers: tuple[Identifier, ...]) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((mark, identifiers))
    result = marked(mark, identifiers)
    assert type(result) is str
    assert result == (mark + ".".join(identifiers) if identifiers != () else "")
    assert (mark, identifiers) == before
