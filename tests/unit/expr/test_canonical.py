"""One spelling."""

from __future__ import annotations

import ast
import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holo.expr.canonical import canonical, quote, respelled
from tests.unit.expr.expressions import EXPRESSIONS, expressions


def tree(text: str) -> str:
    """Return the nodes of an expression as text."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.dump(ast.parse(f"({text}\n)", mode="eval")).replace(", kind='u'", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a+b*-c", "a + b * -c"),
        ("f( x ,y=1,*a,**b )", "f(x, y=1, *a, **b)"),
        ("x [ 1 : -2 ]", "x[1:-2]"),
        ("x[i+1:j , ::2]", "x[i + 1:j, ::2]"),
        ("{'a':1,**b}", '{"a": 1, **b}'),
        ("sorted(xs,key=lambda x:x.due)", "sorted(xs, key=lambda x: x.due)"),
        ("not(a)", "not (a)"),
        ("a if(b)else c", "a if (b) else c"),
        ("[\n  1,\n  2,  # two\n]", "[1, 2]"),
        ("(a,)", "(a,)"),
        ("(a,b,)", "(a, b)"),
        ("f(a,)", "f(a)"),
        ("x[a,]", "x[a,]"),
        ("x[a,b,]", "x[a, b]"),
        ("(f(a, b),)", "(f(a, b),)"),
        ("a<b<=c!=d", "a < b <= c != d"),
        ("2**-x", "2 ** -x"),
        ("~-+x", "~-+x"),
        ("a - -b", "a - -b"),
        ("'it\\'s'", '"it\'s"'),
        ("'say \"x\"'", '"say \\"x\\""'),
        ("'''a\nb'''", '"a\\nb"'),
        ("'\\\\d+'", 'r"\\d+"'),
        ("R'\\d'", 'r"\\d"'),
        ("u'a'", '"a"'),
        ("B'\\x00a'", 'b"\\x00a"'),
        ("F'{a}'", 'f"{a}"'),
        ("0XFF + 1E5 + .5", "0xff + 1e5 + .5"),
        ("1 .real", "1 .real"),
        ("a . b", "a.b"),
        ("x is not None", "x is not None"),
        ("a not  in b", "a not in b"),
        ("tuple[int,...]", "tuple[int, ...]"),
        ("int|None", "int | None"),
        ("[*a,*b]", "[*a, *b]"),
        ("f(*a)", "f(*a)"),
        ("{x:y for x,y in z}", "{x: y for x, y in z}"),
        ("x[lambda: 1]", "x[lambda: 1]"),
        ("f(key=lambda x: x[1:2])", "f(key=lambda x: x[1:2])"),
        ("f(a)(b)[c]", "f(a)(b)[c]"),
        ("'a'.join(x)", '"a".join(x)'),
        ("a\\\n+b", "a + b"),
        ("print", "print"),
        ("-1", "-1"),
        ("(-1)", "(-1)"),
        ("a==-1", "a == -1"),
        ("returned>loan.due", "returned > loan.due"),
        ("[]", "[]"),
        ("{}", "{}"),
        ("()", "()"),
        ("f()", "f()"),
    ],
)
def test_spelling(text: str, expected: str) -> None:
    """Spacing, quotes and line breaks have one form, and the nodes stay."""
    assert expected == canonical(text)
    assert tree(text) == tree(expected)
    assert expected == canonical(expected)


@pytest.mark.parametrize("text", EXPRESSIONS)
def test_corpus_keeps_its_meaning(text: str) -> None:
    """The canonical text has the same nodes and is its own canonical text."""
    once = canonical(text)

    assert tree(text) == tree(once)
    assert once == canonical(once)
    assert "\n" not in once


@settings(max_examples=150, deadline=None)
@given(expressions())
def test_random_expressions_keep_their_meaning(text: str) -> None:
    """Stretched over lines or as written, one expression has one spelling."""
    once = canonical(text)

    assert once == canonical(text.replace(" ", " \n  "))

    assert tree(text) == tree(once)
    assert once == canonical(once)


PIECES = """a|b1|1|2.5|"x"|not |-|(|)|[|]|()|, |,| == |==| + |+| and | not in | is |in|for|.x|.|=| |if| if |'y'|{|:|f""".split(
    "|"
)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
def test_a_look_that_finds_no_fault_is_right(text: str) -> None:
    """What is taken for canonical at one look is what writing it anew gives."""
    assert respelled(text) == canonical(text)


@pytest.mark.parametrize("text", ["a +", "f(", ")", "'open", "a ? b", "", "\0", "x[", ",", "= =", "f'{'"])
def test_what_is_no_expression_is_no_failure(text: str) -> None:
    """Anything has a canonical text, and it is stable."""
    once = canonical(text)

    assert once == canonical(once)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "a",
        'say "x"',
        "a\\d",
        "\\",
        "\\\\",
        "tab\t",
        "é",
        "\x00",
        "\u2028",
        '\\"',
        "\U0001f600",
        b'\xff\n"',
        "\udc80",
    ],
)
def test_quoted_text_is_read_back(value: str | bytes) -> None:
    """What is written evaluates to the value."""
    assert value == ast.literal_eval(quote(value))
