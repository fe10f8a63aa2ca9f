"""Small changes of a body: which there are, which are left out, and which are chosen."""

from __future__ import annotations

import ast

import pytest

from holo.pycode.bytecode import same_bytecode
from holo.pycode.mutate import Operator, mutants, spread


def changed(body: str, operator: Operator, *errors: str) -> set[str]:
    """Return what the changes of one kind put in the place of a body's lines."""
    source = "def f(a: int, b: int) -> int:\n" + "".join(f"    {line}\n" for line in body.splitlines())
    return {one.after for one in mutants(source, errors).mutants if one.operator is operator}


@pytest.mark.parametrize(
    ("body", "operator", "after"),
    [
        ('return "x"', Operator.CONSTANT, {'return ""'}),
        ("return True", Operator.CONSTANT, {"return False"}),
        ("return a + 3", Operator.OFF_BY_ONE, {"return a + 4", "return a + 2"}),
        ("return a[b]", Operator.OFF_BY_ONE, {"return a[b + 1]", "return a[b - 1]"}),
        ("return a < b", Operator.BOUNDARY, {"return a <= b"}),
        ("return a >= b", Operator.BOUNDARY, {"return a > b"}),
        ("return a < b", Operator.COMPARISON, {"return a >= b"}),
        ("return a in b", Operator.COMPARISON, {"return a not in b"}),
        ("return a - b", Operator.ARITHMETIC, {"return a + b"}),
        ("return a and b", Operator.LOGIC, {"return a or b"}),
        ("return not a", Operator.LOGIC, {"return a"}),
        ("return a if b else 7", Operator.BRANCH, {"return a", "return 7"}),
        (
            "return [x for x in a if x]",
            Operator.BRANCH,
            {"return [x for x in a if True]", "return [x for x in a if False]"},
        ),
        ("return min(a, b)", Operator.CALL, {"return max(a, b)"}),
        ("return sorted(a, key=b)", Operator.CALL, {"return list(a, key=b)", "return sorted(a)"}),
        ("return g(a, b)", Operator.ARGUMENTS, {"return g(b, a)"}),
        ("raise A(a)", Operator.EXCEPTION, {"raise B(a)"}),
        ("a.send(b)\nreturn a", Operator.STATEMENT, {"pass"}),
        ("for x in a:\n    g(x)\nreturn a", Operator.LOOP, {"for x in ():", "break"}),
        ("c = a\nc += b\nc += b\nreturn c", Operator.RETURN, {"return c"}),
    ],
    ids=lambda value: value.value if isinstance(value, Operator) else None,
)
def test_each_kind_of_change_is_made(body: str, operator: Operator, after: set[str]) -> None:
    """A kind of change gives exactly its mutants."""
    assert after == changed(body, operator, "A", "B")


def test_every_mutant_is_python_and_differs() -> None:
    """What comes out parses, keeps its signature and is never the body itself."""
    source = (
        "def f(a: int, b: int = 3) -> int:\n"
        "    total = 0\n"
        "    for at in range(a):\n"
        "        if at % 2 == 0 and at != b:\n"
        "            total += at\n"
        "        elif at > 9:\n"
        "            break\n"
        "    return total if total < 100 else -1\n"
    )

    found = mutants(source).mutants

    assert len(found) > 25
    assert {"def f(a: int, b: int = 3) -> int:"} == {one.source.splitlines()[0] for one in found}
    assert {True} == {ast.dump(ast.parse(one.source)) != ast.dump(ast.parse(source)) for one in found}


def test_a_mutant_says_where_it_differs() -> None:
    """Line, and the lines on either side."""
    found = mutants("def f(a: int) -> int:\n    b = a\n    return b < 2\n").mutants

    assert (3, "return b < 2", "return b <= 2") in [(one.line, one.before, one.after) for one in found]


def test_no_two_mutants_are_the_same_code() -> None:
    """Two changes that say one thing are one mutant."""
    found = mutants("def f(a: int) -> bool:\n    return not a == 1\n").mutants

    assert len(found) == len({ast.dump(ast.parse(one.source)) for one in found})


def test_what_python_compiles_to_the_same_is_left_out_and_counted() -> None:
    """A branch that can never be taken may be dropped by anybody."""
    found = mutants("def f(a: int) -> int:\n    return a if True else 2\n")

    assert 3 == found.same  # `2` may be `3` or `1`, or not there at all
    assert {"return a if False else 2", "return 2"} == {one.after for one in found.mutants}


def test_the_words_of_an_error_are_no_constant() -> None:
    """Nobody promises what an error says."""
    assert set() == changed('raise ValueError(f"no {a}")', Operator.CONSTANT)


def test_a_sample_is_spread_over_the_kinds() -> None:
    """Where fewer are wanted than there are, every kind has its turn before one has two."""
    source = "def f(a: int, b: int) -> bool:\n    return (a + 1) * (b + 2) - 3 * 4 + 5 < g(a, b) and a == b\n"
    found = mutants(source).mutants
    kinds = {one.operator for one in found}

    chosen = spread(found, len(kinds), 0)

    assert kinds == {one.operator for one in chosen}
    assert chosen == spread(found, len(kinds), 0)
    assert any(chosen != spread(found, len(kinds), seed) for seed in range(1, 5))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("x = 2 + 3", "x = 5", True),
        ("if False:\n    x = 1", "pass", True),
        ("x = 1", "x = 1.0", False),
        ("x = 1", "x = True", False),
        ("def f():\n    return 1", "def f():\n    return 2", False),
        ("x = (", "x = (", False),
    ],
)
def test_same_bytecode(one: str, other: str, *, same: bool) -> None:
    """Equal instructions prove that two texts are one; equal values of other types do not."""
    assert same is same_bytecode(one, other)
