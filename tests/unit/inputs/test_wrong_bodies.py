"""Wrong bodies that drawn inputs alone must tell from right ones: no example here shows what they get wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import permutations
from typing import TYPE_CHECKING, Any

import pytest

from holo.inputs.draw import draw
from tests.unit.inputs.worlds import made

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Case:
    """A function with its types, a right body and a wrong one."""

    name: str
    text: str
    right: Callable[..., Any]
    wrong: Callable[..., Any]


def _balanced(text: str) -> bool:
    depth = 0
    for letter in text:
        depth += 1 if letter == "(" else -1
        if depth < 0:
            return False
    return depth == 0


def _depth(text: str) -> int:
    depth = most = 0
    for letter in text:
        depth += 1 if letter == "(" else -1
        most = max(most, depth)
    return most


def _contains(row: list[int], part: list[int]) -> bool:
    return any(row[at : at + len(part)] == part for at in range(len(row) - len(part) + 1))


_BALANCED = """
function is_balanced(text: str) -> bool {
  returns text.count("(") == text.count(")") and all(text[:at].count("(") >= text[:at].count(")") for at in range(len(text)))
}
"""

CASES = [
    Case(
        "letter_of_a_const",
        'const XYZ: str = "xyz"\ntype Word = str where all(c in XYZ for c in it)\n'
        'function f(s: Word) -> int {\n  ensures result == len(s)\n  example f("x") == 1\n}',
        len,
        lambda s: -1 if "y" in s else len(s),
    ),
    Case(
        "every_letter",
        'type Low = str where all(c in "abcdefghijklmnopqrstuvwxyz" for c in it)\n'
        'function f(s: Low) -> str {\n  ensures result == s\n  example f("x") == "x"\n}',
        lambda s: s,
        lambda s: s.replace("q", ""),
    ),
    Case(
        "two_consts_of_letters",
        'const LOW: str = "aeiou"\nconst HIGH: str = "AEIOU"\ntype Vowels = str where all(c in LOW + HIGH for c in it)\n'
        'function f(s: Vowels) -> int {\n  ensures result == len(s)\n  example f("a") == 1\n}',
        len,
        lambda s: len(s.replace("O", "")),
    ),
    Case(
        "letters_of_a_set",
        'type Low = str where set(it) <= set("abcdwxyz")\n'
        'function f(s: Low) -> int {\n  ensures result == len(s)\n  example f("x") == 1\n}',
        len,
        lambda s: len(s) - s.count("w"),
    ),
    Case(
        "lower_case_letters",
        "type Low = str where it.isalpha() and it.isascii() and it.islower()\n"
        'function f(s: Low) -> int {\n  ensures result == len(s)\n  example f("x") == 1\n}',
        lambda s: sum(c in "aeiou" for c in s),
        lambda s: sum(c in "aeio" for c in s),
    ),
    Case(
        "digits_by_comparison",
        'type Digits = str where len(it) >= 1 and all("0" <= c <= "9" for c in it)\n'
        'function f(s: Digits) -> int {\n  ensures result == len(s)\n  example f("0") == 1\n}',
        lambda s: sum(map(int, s)),
        lambda s: sum(int(c) for c in s if c != "7"),
    ),
    Case(
        "binary_requires",
        'function f(s: str) -> int {\n  requires all(c in "01" for c in s)\n  ensures result == len(s)\n  example f("0") == 1\n}',
        lambda s: len(max(re.findall("1*", s), key=len)),
        lambda s: min(3, len(max(re.findall("1*", s), key=len))),
    ),
    Case(
        "palindromes",
        'type Low = str where all(c in "abcdefgh" for c in it)\n'
        'function f(s: Low) -> bool {\n  ensures result == (s == s[::-1])\n  example f("a")\n}',
        lambda s: s == s[::-1],
        lambda s: len(s) < 4,
    ),
    Case(
        "one_letter",
        'type Char = str where len(it) == 1 and it in "0123456789abcdefghijklmnopqrstuvwxyz"\n'
        'function f(s: Char) -> bool {\n  ensures result == (s in "aeiou")\n  example f("a")\n}',
        lambda s: s in "aeiou",
        lambda s: s in "aeio",
    ),
    Case(
        "pattern_of_a_date",
        'python re\ntype Day = str where re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", it) is not None\n'
        'function f(s: Day) -> str {\n  ensures result == s\n  example f("2026-01-02") == "2026-01-02"\n}',
        lambda s: s,
        lambda s: s if s.startswith("20") else "",
    ),
    Case(
        "pattern_of_alternatives",
        'python re\ntype Sign = str where re.fullmatch("(ab|cd)+x?", it) is not None\n'
        'function f(s: Sign) -> int {\n  ensures result == len(s)\n  example f("ab") == 2\n}',
        len,
        lambda s: len(s) - ("cdabcd" in s),
    ),
    Case(
        "ratio",
        'python re\ntype Ratio = str where re.fullmatch("[1-9][0-9]{0,3}/[1-9][0-9]{0,3}", it) is not None\n'
        'function f(x: Ratio) -> bool {\n  ensures result == (x == x)\n  example f("4/2")\n}',
        lambda x: int(x.split("/")[0]) % int(x.split("/")[1]) == 0,
        lambda x: x == "4/2",
    ),
    Case(
        "words_of_a_list",
        'const WORDS: list[str] = ["zero", "one", "two", "three", "four"]\n'
        'type Numbers = str where all(part in WORDS for part in it.split(" "))\n'
        'function f(s: Numbers) -> str {\n  ensures len(result) == len(s)\n  example f("one") == "one"\n}',
        lambda s: sorted(s.split(" ")),
        lambda s: sorted(set(s.split(" "))),
    ),
    Case(
        "letters_between_blanks",
        'type Spaced = str where all(len(part) == 1 and part in "abcxyz" for part in it.split(" "))\n'
        'function f(s: Spaced) -> int {\n  ensures result >= 1\n  example f("a") == 1\n}',
        lambda s: max(s.split(" ").count(part) for part in s.split(" ")),
        lambda s: min(2, max(s.split(" ").count(part) for part in s.split(" "))),
    ),
    Case(
        "digits_between_dots",
        'type Address = str where len(it.split(".")) == 4 and all(part.isdigit() and len(part) <= 3 for part in it.split("."))\n'
        'function f(s: Address) -> str {\n  ensures result == s\n  example f("1.2.3.4") == "1.2.3.4"\n}',
        lambda s: s.split(".")[2],
        lambda s: s.split(".")[2].lstrip("0") or "0",
    ),
    Case(
        "nested_brackets",
        _BALANCED + 'type Parens = str where all(c in "()" for c in it) and is_balanced(it) and len(it) <= 40\n'
        'function f(s: Parens) -> int {\n  ensures result >= 0\n  example f("(())()") == 2\n}',
        _depth,
        lambda s: min(3, _depth(s)),
    ),
    Case(
        "runs_of_blanks",
        'function f(s: str) -> str {\n  ensures len(result) <= len(s)\n  example f("a b") == "a_b"\n}',
        lambda s: re.sub(" {3,}", "-", s),
        lambda s: s,
    ),
    Case(
        "above_the_last_row",
        "type Grade = float where 0 <= it <= 4\nfunction f(g: Grade) -> str {\n"
        '  table {\n    g >= 4.0 -> "A+"\n    g > 3.7 -> "A"\n    otherwise -> "B"\n  }\n  example f(1.0) == "B"\n}',
        lambda g: g >= 4.0,
        lambda g: g > 3.95,
    ),
    Case(
        "one_high_bit",
        "function f(x: int, y: int) -> bool {\n  requires 0 <= x < 2 ** 31 and 0 <= y < 2 ** 31\n"
        "  ensures result == any(x ^ y == 2 ** i for i in range(31))\n  example f(1, 3)\n}",
        lambda x, y: (x ^ y).bit_count() == 1,
        lambda x, y: (x ^ y) in [2**i for i in range(6)],
    ),
    Case(
        "rotations",
        "function f(a: list[int], b: list[int]) -> bool {\n"
        "  ensures result == any(a[i:] + a[:i] == b for i in range(len(a) + 1))\n  example f([1, 2, 3], [2, 3, 1])\n}",
        lambda a, b: any(a[i:] + a[:i] == b for i in range(len(a) + 1)),
        lambda a, b: sorted(a) == sorted(b),
    ),
    Case(
        "reversed_texts",
        'function f(a: str, b: str) -> bool {\n  ensures result == (a == b[::-1])\n  example f("ab", "ba")\n}',
        lambda a, b: a == b[::-1],
        lambda a, b: sorted(a) == sorted(b),
    ),
    Case(
        "part_of_a_list",
        "function f(row: list[int], part: list[int]) -> bool {\n"
        "  ensures result == any(row[i:i + len(part)] == part for i in range(len(row) + 1))\n  example f([1, 2], [2])\n}",
        _contains,
        lambda row, part: len(part) < 2 and _contains(row, part),
    ),
    Case(
        "square_matrices",
        "type Square = list[list[int]] where len(it) >= 1 and all(len(row) == len(it) for row in it)\n"
        "function f(rows: Square) -> int {\n  ensures result == sum(sum(row) for row in rows)\n  example f([[1]]) == 1\n}",
        lambda rows: [list(row) for row in zip(*rows, strict=True)],
        lambda rows: [list(row) for row in zip(*rows, strict=True)] if len(rows) < 4 else rows,
    ),
    Case(
        "right_angles",
        "type Side = int where 1 <= it <= 1000\nfunction f(a: Side, b: Side, c: Side) -> bool {\n"
        "  ensures result == (a * a + b * b == c * c or a * a + c * c == b * b or b * b + c * c == a * a)\n"
        "  example f(3, 4, 5)\n}",
        lambda *s: any(x * x + y * y == z * z for x, y, z in permutations(s)),
        lambda *s: sorted(s) == [3, 4, 5],
    ),
    Case(
        "calls_of_one_example",
        "type Side = int where 1 <= it <= 1000\nfunction f(a: Side, b: Side) -> bool {\n"
        "  ensures result in [True, False]\n  example all(f(x, y) for x, y in [(4, 3), (8, 617)])\n}",
        lambda a, b: a == 8 and b == 618,
        lambda _a, _b: False,
    ),
    Case(
        "long_lists",
        "function f(row: list[int]) -> list[int] {\n  ensures result == sorted(row)\n  example f([2, 1]) == [1, 2]\n}",
        sorted,
        lambda row: sorted(row) if len(row) < 40 else row,
    ),
    Case(
        "rare_helper",
        "function is_cube(n: int) -> bool {\n  returns any(i ** 3 == abs(n) for i in range(abs(n) + 1))\n}\n"
        "function f(n: int) -> bool {\n  requires abs(n) <= 2000\n  ensures result == is_cube(n)\n  example not f(2)\n}",
        lambda n: round(abs(n) ** (1 / 3)) ** 3 == abs(n),
        lambda n: n in {0, 1, -1},
    ),
]


def told_apart(case: Case) -> list[tuple[Any, ...]]:
    """Return the drawn inputs on which the two bodies answer differently."""
    one = made(case.text)
    drawn = draw(one.function("f"), one.world, count=100)
    assert len(drawn.inputs) >= 30
    return [args for args in drawn.inputs if case.right(*args) != case.wrong(*args)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_inputs_tell_a_wrong_body_from_a_right_one(case: Case) -> None:
    """Among a hundred inputs is one on which the wrong body is wrong."""
    assert told_apart(case)
