"""Whole domains, shown calls, patterns and the questions of a contract."""

from __future__ import annotations

import re

import pytest

from holo.inputs.choice import Seeded
from holo.inputs.draw import draw
from holo.inputs.facets import facets
from holo.inputs.letters import pieced, rearranged, written
from holo.inputs.pattern import matching
from holo.inputs.shown import shown_inputs
from tests.unit.inputs.worlds import made


@pytest.mark.parametrize(
    ("parameters", "count"),
    [
        ("a: bool, b: bool", 4),
        ("n: Small", 7),
        ("s: Letters", 7),
        ("row: Bits", 7),
        ("c: Char", 3),
        ("n: Small | None", 8),
        ("", 1),
    ],
)
def test_a_small_domain_is_tried_as_a_whole(parameters: str, count: int) -> None:
    """Every value there is comes once, and the draw says so."""
    one = made(
        "type Small = int where 0 <= it <= 6\n"
        'type Letters = str where all(c in "xy" for c in it) and len(it) <= 2\n'
        "type Bits = list[bool] where len(it) <= 2\n"
        'type Char = str where len(it) == 1 and it in "abc"\n'
        f"function f({parameters}) -> int {{\n  ensures result >= 0\n}}\n"
    )

    drawn = draw(one.function("f"), one.world)

    assert (True, count, count) == (drawn.whole, drawn.kept, len(drawn.inputs))


@pytest.mark.parametrize("parameters", ["n: int", "s: str", "row: list[bool]", "x: float"])
def test_a_domain_without_end_is_never_whole(parameters: str) -> None:
    """However many inputs there are, others were not tried."""
    one = made(f"function f({parameters}) -> int {{\n  ensures result >= 0\n}}\n")

    assert not draw(one.function("f"), one.world).whole


def test_what_could_not_be_made_was_tried() -> None:
    """A refinement that hardly anything fulfils shows in the number of tries."""
    one = made(
        "type Odd = int where it % 1000003 == 17\nfunction f(n: Odd) -> int {\n  ensures result == n\n  example f(17) == 17\n}\n"
    )

    drawn = draw(one.function("f"), one.world)

    assert drawn.kept < 20
    assert drawn.tried > 5 * drawn.kept


def test_every_call_of_an_example_is_shown() -> None:
    """Calls that an example makes one after the other are inputs, those in tests of a comprehension too."""
    one = made(
        "function f(a: int, b: int) -> int {\n  ensures result >= 0\n"
        "  example all(f(x, b=y) == v for x, y, v in [(1, 2, 3), (4, 5, 9)])\n"
        "  example [x for x in [7, 8] if f(x, x) == 14] == [7]\n  example f(0, 0) == 0\n}\n"
    )

    assert [(1, 2), (4, 5), (7, 7), (8, 8), (0, 0)] == list(shown_inputs(one.function("f"), one.world))


@pytest.mark.parametrize(
    "pattern",
    ["[A-Z]+", r"(\d{1,3}\.){3}\d{1,3}", "a|bc|d?e", r"(ab|c)\1", "[^abc]{2,4}", r"\w+@\w+\.(com|org)", "x{3,}y*z"],
)
def test_texts_of_a_pattern_match_it(pattern: str) -> None:
    """What is made of a pattern is matched by it, and is not always the same."""
    choice = Seeded(0)

    found = [matching(pattern, choice) for _ in range(40)]

    assert [] == [text for text in found if not re.fullmatch(pattern, text)]
    assert len(set(found)) > 1


def test_all_letters_are_dealt_before_one_comes_again() -> None:
    """No letter of an alphabet is forgotten."""
    choice = Seeded(3)

    assert sorted("abcdefghij") == sorted(choice.deal("abcdefghij") for _ in range(10))


def test_texts_of_letters_have_no_others() -> None:
    """Every way of writing keeps to its letters and its length."""
    choice = Seeded(1)

    texts = [written("xyz", size, choice) for size in range(12) for _ in range(10)]

    assert set("".join(texts)) == set("xyz")
    assert [size for size in range(12) for _ in range(10)] == list(map(len, texts))
    assert any(len(text) > 5 and text == text[::-1] and len(set(text)) > 1 for text in texts)


def test_valid_texts_are_put_together() -> None:
    """Two texts with brackets make one that is deeper, and one that is both."""
    choice = Seeded(0)

    found = {rearranged("()", ["(())"], choice) for _ in range(200)}

    assert {"()(())", "((()))"} <= found


def test_pieces_between_signs_are_exchanged() -> None:
    """A piece is left out, doubled or another one, and the signs stay."""
    found = {pieced("1.2.3", ["7.8"], Seeded(seed)) for seed in range(200)}

    assert {"1.2", "2.3", "1.1.2.3", "2.1.3", "7.2.3"} <= found


def test_questions_of_a_contract_look_into_helpers() -> None:
    """What a helper asks is asked with the arguments put in; what needs the result is not asked."""
    one = made(
        'function good(word: str) -> bool {\n  returns len(word) > 3 and any(c in word for c in "xyz")\n}\n'
        "function f(s: str) -> bool {\n  ensures result == good(s)\n}\n"
    )

    found = [expr.source for expr in facets(one.function("f"), one.world.node)]

    assert ["good(s)", "len(s) > 3", "any((c in s for c in 'xyz'))"] == found
