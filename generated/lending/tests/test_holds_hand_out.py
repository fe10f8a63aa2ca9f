"""Made by Holo: what is asked of `lending.holds.hand_out`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from lending.holds.hand_out import hand_out
from lending.types import CopyId, Member


def test_example_1() -> None:
    """An example of the hologram."""
    assert hand_out([9, 4], ["eve", "ada", "bob"]) == {"eve": 4, "ada": 9}


def test_example_2() -> None:
    """An example of the hologram."""
    assert hand_out([3], []) == {}


def test_example_3() -> None:
    """A sealed example of the hologram."""
    assert hand_out([5, 6, 1], ["bob", "ada"]) == {"bob": 1, "ada": 5}


CASES = [
    ([3], []),
    ([9], ["eve", "ada", "bob"]),
    ([9, 4], ["eve", "ada", "bob"]),
    ([3, 4], []),
    ([4], ["eve", "ada", "bob"]),
    ([5, 6, 1], ["bob", "ada"]),
    ([], []),
    ([1], ["a"]),
    ([6, 1], ["bob", "ada"]),
    ([1], []),
    ([2], ["b"]),
    ([9, 4], ["eve", "ada"]),
    ([], ["a", "b"]),
    ([1, 2], ["b"]),
    ([5, 6, 1], ["boba", "ada"]),
    ([40], []),
    ([2], ["b", "a"]),
    ([9, 4], ["ada", "bob"]),
    ([22, 4], []),
    (
        [3],
        [
            "a",
            "dAdd",
            "dAad",
            "Aad",
            "Ada",
            "bo",
            "58235703934261973",
            'é🎲, .a\\a_9\n\n"',
            'é🎲, .a\\a_9\n\n"é🎲, .a\\a_9\n\n"',
            "dAaddAad",
            "be",
            "ev",
            'é🎲, .9\\a_9\n\n"',
            " a",
            "ev ",
            " a ",
            "BOB",
            "_9\n",
            "dAdddAdddAdd",
        ],
    ),
    ([5, 6, 1], ["bob", "ada", "boba"]),
    ([11, 5], []),
    (
        [5],
        [
            "bob",
            "漢٣é漢٣é漢٣é漢٣é漢٣é漢٣é漢٣é漢٣é漢٣é漢٣é漢٣é漢٣é漢٣é漢٣é漢٣é漢٣é漢٣é漢٣é漢٣é漢٣é漢٣é漢٣é漢٣é漢٣é",
            "evea",
            "adaa",
            "evbba",
            "ad",
        ],
    ),
    ([5, 6, 1], ["BOB", "ada"]),
    ([], ["'\"漢", "漢\"'", '"漢', "bo2", "ada", "d"]),
]


@pytest.mark.parametrize(("copies", "queue"), CASES)
def test_contract(copies: list[CopyId], queue: list[Member]) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((copies, queue))
    result = hand_out(copies, queue)
    assert type(result) is dict
    assert all((type(_each) is str) and (_each.strip() != "") for _each in result)
    assert all((type(_each) is int) and (_each > 0) for _each in result.values())
    assert list(result) == queue[: len(copies)]
    assert list(result.values()) == sorted(copies)[: len(queue)]
    assert (copies, queue) == before
