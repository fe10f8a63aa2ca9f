"""The subset: what is read, what is refused, and where the blame falls."""

from __future__ import annotations

import ast

import pytest

from holo.codes import Code
from holo.expr.parse import MAX_LENGTH, ExprError, parse, parse_type

ACCEPTED = [
    "1",
    "a.b.c[1:2]",
    "f(x, *xs, key=1, **more)",
    "sum(x for x in xs if x)",
    "[x for row in rows for x in row]",
    "{a: b, **c}",
    "{*xs, 1}",
    "(a, *b)",
    "sorted(xs, key=lambda x: x.due)",
    "a if b else c",
    "not a and b or -c",
    "0 <= a <= b != c",
    "x is None or x is not None",
    "None is x",
    'f"{a!r:>10} {b:.2f}"',
    "a < 1.5",
    'b"ab"[0] ** 2 // 3 % 4 << 1 >> 1 & 1 | 2 ^ 3',
    "[\n  1,\n  2,  # two\n]",
    "fines.add(1)",
    "{(a, b): c for a, (b, *c) in xs}",
    '"it\'s"',
    'f"{a}" + "b"',
    "loans.now",
]

REFUSED = [
    ("(x := 1)", Code.BAD_EXPRESSION, "assignment", "x := 1"),
    ("await f()", Code.BAD_EXPRESSION, "await", "await f()"),
    ("[(yield)]", Code.BAD_EXPRESSION, "yield", "yield"),
    ("(x for x in xs)", Code.BAD_EXPRESSION, "generator", "(x for x in xs)"),
    ("x for x in xs", Code.BAD_EXPRESSION, "generator", "x for x in xs"),
    ("f((x for x in xs), 1)", Code.BAD_EXPRESSION, "generator", "(x for x in xs)"),
    ("_x + 1", Code.BAD_EXPRESSION, "`_x` begins with `_`", "_x"),
    ("a + b._c", Code.BAD_EXPRESSION, "`_c` begins with `_`", "b._c"),
    ("x.__class__", Code.BAD_EXPRESSION, "`__class__`", "x.__class__"),
    ("f(_a=1)", Code.BAD_EXPRESSION, "`_a`", "1"),
    ("[_ for _ in xs]", Code.BAD_EXPRESSION, "`_`", "_"),
    ("max(xs, key=lambda _: 1)", Code.BAD_EXPRESSION, "`_`", "lambda _: 1"),
    ("a is b", Code.BAD_EXPRESSION, "`is`", "a is b"),
    ("a is not 1", Code.BAD_EXPRESSION, "`is`", "a is not 1"),
    ("a == 1.5", Code.FLOAT_EQUALITY, "float", "a == 1.5"),
    ("-0.5 != a", Code.FLOAT_EQUALITY, "float", "-0.5 != a"),
    ("lambda x: x", Code.BAD_EXPRESSION, "lambda", "lambda x: x"),
    ("f(lambda x: x)", Code.BAD_EXPRESSION, "lambda", "lambda x: x"),
    ("f(by=lambda x: x)", Code.BAD_EXPRESSION, "lambda", "lambda x: x"),
    ("f(key=lambda x, y: x)", Code.BAD_EXPRESSION, "one argument", "lambda x, y: x"),
    ("f(key=lambda x=1: x)", Code.BAD_EXPRESSION, "one argument", "lambda x=1: x"),
    ('f"{a:{b}}"', Code.BAD_EXPRESSION, "format", 'f"{a:{b}}"'),
    ('"a".format(b)', Code.BAD_EXPRESSION, ".format", '"a".format'),
    ("x.format_map(b)", Code.BAD_EXPRESSION, ".format_map", "x.format_map"),
    ("date.today()", Code.IMPURE_EXPRESSION, "clock", "date.today"),
    ("datetime.now()", Code.IMPURE_EXPRESSION, "clock", "datetime.now"),
    ("[1].append(2)", Code.BAD_EXPRESSION, ".append", "[1].append"),
    ("x[1:2, 3]", Code.BAD_EXPRESSION, "slice", "1:2"),
    ("a @ b", Code.BAD_EXPRESSION, "`@`", "a @ b"),
    ("1j", Code.BAD_EXPRESSION, "complex", "1j"),
    ("...", Code.BAD_EXPRESSION, "`...`", "..."),
    ("a, b", Code.BAD_EXPRESSION, "tuple", "a, b"),
    ("[0 for x.y in xs]", Code.BAD_EXPRESSION, "no name", "x.y"),
    ("[x async for x in xs]", Code.BAD_EXPRESSION, "async", "x"),
    ('["a" "b"]', Code.BAD_EXPRESSION, "side by side", '"a" "b"'),
    ('[f"a" "b"]', Code.BAD_EXPRESSION, "side by side", 'f"a" "b"'),
    ("a) + (b", Code.BROKEN_EXPRESSION, "brackets", "a) + (b"),
    ("a)(b", Code.BROKEN_EXPRESSION, "brackets", "a)(b"),
    ("", Code.BROKEN_EXPRESSION, "missing", ""),
    ("  # why", Code.BROKEN_EXPRESSION, "missing", "  # why"),
    ("a = b", Code.BROKEN_EXPRESSION, "`=`", "a = b"),
    ("a +", Code.BROKEN_EXPRESSION, "not Python", "+"),
    ("a]", Code.BROKEN_EXPRESSION, "brackets", "]"),
    ("f(a", Code.BROKEN_EXPRESSION, "brackets", None),
    ("import os", Code.BROKEN_EXPRESSION, "not Python", None),
    ("a\0b", Code.BROKEN_EXPRESSION, "no text", None),
    ('"a', Code.BROKEN_EXPRESSION, "not closed", None),
    ("\udc80", Code.BROKEN_EXPRESSION, "no text", None),
]


@pytest.mark.parametrize("text", ACCEPTED)
def test_what_is_in_the_subset_is_read(text: str) -> None:
    """The node is the one that Python reads."""
    expected = ast.dump(ast.parse(f"({text}\n)", mode="eval").body)

    assert expected == ast.dump(parse(text))


@pytest.mark.parametrize(("text", "code", "says", "blamed"), REFUSED)
def test_what_is_outside_is_refused_with_place_and_hint(text: str, code: Code, says: str, blamed: str | None) -> None:
    """A refusal names the fault, spans exactly what is wrong and says what to do."""
    with pytest.raises(ExprError) as refused:
        parse(text)

    error = refused.value
    assert code is error.code
    assert says in error.message
    assert 0 <= error.start <= error.stop <= len(text)
    assert blamed is None or blamed == text[error.start : error.stop]
    assert error.hint
    assert not error.message.endswith(".")


@pytest.mark.parametrize(
    "text",
    [
        "(" * 5000 + "1" + ")" * 5000,
        "[" * 5000 + "]" * 5000,
        "(" * 5000,
        "-" * 5000 + "1",
        "not " * 4000 + "a",
        "a" + ".b" * 5000,
        "1" + "+1" * 5000,
        "f(" * 150 + ")" * 150,
        "1" * 30_000,
        "x" * (MAX_LENGTH + 1),
    ],
)
def test_depth_and_length_are_bounded(text: str) -> None:
    """However deep or long, the answer is a refusal, never a failure of ours."""
    with pytest.raises(ExprError):
        parse(text)


def test_place_counts_characters_in_a_text_of_several_lines() -> None:
    """Columns in bytes and lines after the first are turned into offsets of characters."""
    text = 'f("äöü",\n  "é" + _x)'

    with pytest.raises(ExprError) as refused:
        parse(text)

    assert "_x" == text[refused.value.start : refused.value.stop]


def test_an_invalid_escape_warns_nobody(recwarn: pytest.WarningsRecorder) -> None:
    """A pattern with a lone backslash is the author's business."""
    parse(r'"\d+"')

    assert [] == list(recwarn)


@pytest.mark.parametrize(
    "text",
    [
        "int",
        "None",
        "money.Cents",
        "list[Loan]",
        "dict[str, list[int]]",
        "tuple[int, str]",
        "tuple[int, ...]",
        "int | None",
        "set[A | b.C]",
    ],
)
def test_types_of_the_subset_are_read(text: str) -> None:
    """A type is Python's own expression."""
    assert ast.dump(ast.parse(text, mode="eval").body) == ast.dump(parse_type(text))


@pytest.mark.parametrize(
    ("text", "blamed", "hint"),
    [
        ("1", "1", "declared name"),
        ('"Loan"', '"Loan"', "without quotes"),
        ("int or str", "int or str", "A | B"),
        ("[int]", "[int]", "list[T]"),
        ("f(x)", "f(x)", "declared name"),
        ("tuple[..., int]", "...", "tuple[T, ...]"),
        ("list[int, ...]", "...", "tuple[T, ...]"),
        ("a.b[int]", "a.b[int]", "take arguments"),
        ("tuple[()]", "tuple[()]", "between the brackets"),
        ("dict[str, (int, str)]", "(int, str)", "tuple[A, B]"),
        ("_T", "_T", "letter"),
        ("a._T", "a._T", "letter"),
        ("int + str", "int + str", "A | B"),
    ],
)
def test_types_outside_the_subset_are_refused(text: str, blamed: str, hint: str) -> None:
    """A refusal shows what stands in place of a type."""
    with pytest.raises(ExprError) as refused:
        parse_type(text)

    error = refused.value
    assert blamed == text[error.start : error.stop]
    assert hint in error.hint


@pytest.mark.parametrize("text", ["list[" * 150 + "int" + "]" * 150, "int" + " | int" * 5000, "", "a, b"])
def test_types_are_bounded_too(text: str) -> None:
    """Depth is refused for types as for expressions."""
    with pytest.raises(ExprError):
        parse_type(text)
