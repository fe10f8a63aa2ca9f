"""How two heads of one function differ, in words."""

from __future__ import annotations

import pytest

from holo.drift.heads import differences, function_in, renames

CASES = [
    ("def f(a: int) -> int: ...", "def f( a:int )->int: ...", []),
    ("def f(a: int) -> int: ...", "def f(a: int, b: str) -> int: ...", ["the parameter `b` is new"]),
    ("def f(a: int, b: str) -> int: ...", "def f(a: int) -> int: ...", ["the parameter `b` is gone"]),
    ("def f(a: int) -> int: ...", "def f(b: int) -> int: ...", ["`a` is now called `b`"]),
    (
        "def f(a: int, b: int) -> int: ...",
        "def f(b: int, a: int) -> int: ...",
        ["the parameters stand in another order: `b`, `a`"],
    ),
    ("def f(a: int = 1) -> int: ...", "def f(a: int = 2) -> int: ...", ["the default of `a` is `2` and not `1`"]),
    ("def f(a: int = 1) -> int: ...", "def f(a: int) -> int: ...", ["`a` has no default any more (it was `1`)"]),
    ("def f(a: int) -> int: ...", "def f(a: int = 1) -> int: ...", ["`a` has the default `1`"]),
    ("def f(a: int) -> int: ...", "def f(a: str) -> int: ...", ["`a` is `str` and not `int`"]),
    ("def f(a: int) -> int: ...", "def f(a: int) -> str: ...", ["the result is `str` and not `int`"]),
    ("def f(a: int) -> int: ...", "def f(*, a: int) -> int: ...", ["`a` is passed in another way"]),
    ("def f() -> int: ...", "async def f() -> int: ...", ["it is `async` now"]),
    ("def f() -> int: ...", "@cache\ndef f() -> int: ...", ["it is decorated with `@cache`"]),
]


@pytest.mark.parametrize(("before", "after", "said"), CASES, ids=lambda one: str(one)[:30])
def test_each_change_of_a_head_is_said_once(before: str, after: str, said: list[str]) -> None:
    """Layout is no change; everything that a caller sees is."""
    one, two = function_in(before, "f"), function_in(after, "f")
    assert one is not None
    assert two is not None

    assert said == list(differences(one, two))


def test_two_functions_of_a_name_are_none() -> None:
    """Which of them is meant nobody can tell."""
    assert function_in("def f(): ...\ndef f(): ...", "f") is None


def test_what_swaps_places_is_not_renamed() -> None:
    """A name that is still there was moved."""
    assert {} == renames(["a", "b"], ["b", "a"])
    assert {"a": "c"} == renames(["a", "b"], ["c", "b"])
