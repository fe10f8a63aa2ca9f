"""Free names: what a text needs from elsewhere."""

from __future__ import annotations

import pytest

from holo.pycode.imports import MisplacedError, expression_names, module_names, rewrite


def free(source: str) -> list[str]:
    """Return the free chains of some statements."""
    return [".".join(use.parts) for use in module_names(source).free]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("def f(a):\n    return a + b\n", ["b"]),
        ("def f(a):\n    b = 1\n    return b\n", []),
        ("def f(a=b):\n    return [x for x in xs if x.y > z.w]\n", ["b", "xs", "z.w"]),
        ("def f(a: T) -> U:\n    v: W = a\n", ["T", "U", "W"]),
        ("def f():\n    def g(x):\n        nonlocal y\n        y = x\n    y = 0\n    return g\n", []),
        ("def f():\n    return (lambda q: q + r)(1)\n", ["r"]),
        ("def f():\n    [y := 1 for _ in xs]\n    return y\n", ["xs"]),
        ("def f():\n    for a, (b, *c) in d: pass\n    return a, b, c\n", ["d"]),
        ("def f():\n    try: g()\n    except E as e: raise e\n", ["g", "E"]),
        ("def f(x):\n    match x:\n        case P(a=1) as p: return p\n        case [h, *t]: return h, t\n        case {'k': v, **r}: return v, r\n", ["P"]),
        ("def f():\n    from m import n\n    import o.p\n    return n, o\n", []),
        ("def f():\n    return f'{fines.fine(1)} {x!r:>{w}}'\n", ["fines.fine", "x", "w"]),
        ("def f():\n    with a as b: return b.c.d\n", ["a"]),
        ("def f():\n    return {k: v for k, v in k.items()}\n", ["k.items"]),
    ],
)  # fmt: skip
def test_free_names_follow_python_s_scopes(source: str, expected: list[str]) -> None:
    """A name is free when nothing around it binds it."""
    assert sorted(expected) == sorted(free(source))


def test_names_are_found_after_letters_of_several_bytes() -> None:
    """Offsets count bytes, so that text before a name does not matter."""
    source = 'f("é", fines.fine(x)) + fines.fine(y)'

    made = rewrite(source, expression_names(source), lambda use: (2, "fine") if use.root == "fines" else None)

    assert 'f("é", fine(x)) + fine(y)' == made


def test_expressions_may_break_their_line() -> None:
    """An expression of two lines is still one."""
    source = "[\n  a.b,\n  c]"

    assert "[\n  z,\n  c]" == rewrite(
        source, expression_names(source), lambda use: (2, "z") if use.root == "a" else None
    )


def test_calls_know_their_range() -> None:
    """The range of a call reaches over its arguments."""
    source = "a + later(b(1))"

    found = {use.root: use.call for use in expression_names(source).free}

    assert {"a": None, "later": (4, 15), "b": (10, 14)} == found


def test_misplaced_names_are_refused() -> None:
    """Where the text is not what Python says it is, nothing is put in its place."""
    names = expression_names("abc + d")

    with pytest.raises(MisplacedError):
        rewrite("xyz + d", names, lambda _: (1, "n"))
