"""Made by Holo: what is asked of `lending.holds.position`."""

from __future__ import annotations

from copy import deepcopy
from datetime import date

import pytest

from lending.holds.position import position
from lending.holds.waiting import waiting
from lending.types import Hold, Member, Title


def test_example_1() -> None:
    """An example of the hologram."""
    assert (
        position(
            [Hold("Emma", "bob", date(2026, 1, 2)), Hold("Emma", "ada", date(2026, 1, 1))],
            "Emma",
            "bob",
        )
        == 2
    )


def test_example_2() -> None:
    """An example of the hologram."""
    assert position([Hold("Flush", "ada", date(2026, 1, 1))], "Emma", "ada") is None


def test_example_3() -> None:
    """A sealed example of the hologram."""
    assert position([Hold("Emma", "eve", date(2026, 3, 1))], "Emma", "eve") == 1


CASES = [
    ([Hold("Emma", "bob", date(2026, 1, 2)), Hold("Emma", "ada", date(2026, 1, 1))], "Emma", "bob"),
    ([Hold("Flush", "ada", date(2026, 1, 1))], "Emma", "ada"),
    ([Hold("Emma", "eve", date(2026, 3, 1))], "Emma", "eve"),
    ([Hold("Emma", "bob", date(2026, 1, 2)), Hold("Emma", "ada", date(2026, 1, 1))], "bob", "bob"),
    ([Hold("Emma", "bob", date(2026, 1, 2))], "Emma", "bob"),
    (
        [Hold("Emma", "bob", date(2026, 1, 2)), Hold("Emma", "ada", date(2026, 1, 1))],
        "Emma",
        "Emma",
    ),
    (
        [
            Hold("Emma", "bob", date(2026, 1, 2)),
            Hold("Emma", "ada", date(2026, 1, 1)),
            Hold("Emma", "ada", date(2026, 1, 1)),
        ],
        "Emma",
        "bob",
    ),
    ([Hold("Emma", "ada", date(2026, 1, 1))], "Emma", "bob"),
    ([Hold("Emma", "eve", date(2026, 3, 1)), Hold("Emma", "eve", date(2026, 3, 1))], "Emma", "eve"),
    ([Hold("Emma", "bob", date(2026, 1, 2)), Hold("Emma", "ada", date(2026, 1, 1))], "Emm", "bob"),
    ([Hold("a", "a", date(2026, 1, 1))], "a", "a"),
    ([Hold("Emma", "bob", date(2026, 1, 2)), Hold("Emma", "ada", date(2026, 1, 1))], "Emma", "bo"),
    (
        [
            Hold("b", "b", date(2026, 1, 2)),
            Hold("a", "a", date(2026, 1, 1)),
            Hold("a", "a", date(2026, 1, 1)),
        ],
        "a",
        "a",
    ),
    (
        [Hold("Emma", "bob", date(2026, 1, 2)), Hold("Emma", "ada", date(2026, 1, 1))],
        "Emmaa",
        "bob",
    ),
    (
        [
            Hold("a", "a", date(2026, 1, 1)),
            Hold("b", "b", date(2026, 1, 2)),
            Hold("ab", "ab", date(2025, 12, 31)),
            Hold("A", "A", date(2024, 2, 29)),
            Hold("a", "a", date(2026, 2, 1)),
        ],
        "b",
        "b",
    ),
    ([], "Emma", "ada"),
    (
        [
            Hold("Flusha", "fLUSH", date(2026, 1, 2)),
            Hold("Flushaa", "fLUSH", date(2026, 1, 2)),
            Hold("Flusha", "fLUSH", date(2026, 1, 2)),
            Hold("Flusha", "Flusha", date(2026, 1, 2)),
        ],
        "Flusha",
        "fLUSH",
    ),
    ([Hold("Flush", "ada", date(2026, 1, 1))], "ada", "ada"),
    (
        [
            Hold("86841269611611620766", "86841269611611620766", date(2026, 3, 2)),
            Hold("86841269611611620766", "86841269611611620766", date(2026, 3, 2)),
        ],
        "86841269611611620766",
        "86841269611611620766",
    ),
    ([Hold("Flush", "ada", date(2026, 1, 1))], "Emma", "Emma"),
    ([Hold("boba", "7", date(2025, 4, 30)), Hold("boba", "7", date(2025, 4, 30))], "boba", "7"),
    ([Hold("Flush", "ada", date(2026, 1, 1))], "Emm", "ada"),
    (
        [
            Hold("Flus", "bbaabaa", date(2025, 12, 31)),
            Hold("Flus", "bbaabaa", date(2025, 12, 31)),
            Hold("Flus", "bbaabaa", date(2025, 12, 31)),
            Hold("Flas", "bbaabaa", date(2025, 12, 31)),
        ],
        "Flus",
        "bbaabaa",
    ),
    ([Hold("Flush", "ada", date(2026, 1, 1))], "Emma", "ad"),
    ([Hold("a", "a", date(2026, 1, 2)), Hold("A", "a", date(2026, 1, 2))], "a", "a"),
]


@pytest.mark.parametrize(("holds", "title", "member"), CASES)
def test_contract(holds: list[Hold], title: Title, member: Member) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((holds, title, member))
    result = position(holds, title, member)
    assert (type(result) is int) or (result is None)
    assert (result is None) == (member not in waiting(holds, title))
    assert result is None or 1 <= result <= len(waiting(holds, title))
    assert result is None or waiting(holds, title)[result - 1] == member
    assert result is None or member not in waiting(holds, title)[: result - 1]
    assert (holds, title, member) == before
