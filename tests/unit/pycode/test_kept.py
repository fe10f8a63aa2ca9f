from __future__ import annotations

import ast
from pathlib import Path

import pytest

from holo.pycode.kept import _as_it_stands, _rewritten

ROOT = Path(__file__).resolve().parents[3]
AS_THEY_STAND = [
    "def f(x: int) -> int:\n    return x\n",
    "import math\nfrom datetime import date\n\n\n# about f\ndef f(x: int) -> int:\n    # why\n    return x  # so\n",
    '"""A module."""\ndef f(\n    x: int,\n) -> int:\n\n    y = """\n\ntext"""\n    return x;\n',
    "async def f(é: str) -> str:\n\tif é:\n\t\treturn é\n\treturn 'é'\n",
    "def f() -> int:\n    @cache\n    def g() -> int:\n        return 1\n    return g()\n",
]
TO_BE_REWRITTEN = [
    "def f(x: int) -> int: return x\n",
    "def f(\n    x: int) -> int: return x\n",
    'def f(x: int) -> int:\n    """Say."""\n    return x\n',
    "import math as m\ndef f(x: int) -> int:\n    return m.ceil(x)\n",
    "def f(x: int) -> int:\n    return x\n# after\n",
]


@pytest.mark.parametrize("text", AS_THEY_STAND)
def test_what_need_not_change_is_what_a_rewrite_makes_of_it(text: str) -> None:
    """The short way and the long way give the same text."""
    assert _as_it_stands(text, ast.parse(text)) == _rewritten(text, ast.parse(text))


@pytest.mark.parametrize("text", TO_BE_REWRITTEN)
def test_what_must_change_is_rewritten(text: str) -> None:
    """The short way leaves alone what it cannot do."""
    assert _as_it_stands(text, ast.parse(text)) == ""


def test_shipped_bodies_take_the_same_text_both_ways() -> None:
    """Of the functions of the shipped packages, as they are written there, many take the short way, to the same end."""
    taken = 0
    for file in sorted((ROOT / "generated").glob("*/src/**/*.py")):
        text = file.read_text(encoding="utf-8")
        for node in ast.parse(text).body:
            plain = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not node.decorator_list
            if plain and ast.get_docstring(node) is not None and len(node.body) > 1:
                head = "\n".join(text.split("\n")[node.lineno - 1 : node.body[0].lineno - 1])
                rest = "\n".join(text.split("\n")[node.body[0].end_lineno or 0 : node.end_lineno])
                alone = f"{head}\n{rest}\n"
                short = _as_it_stands(alone, ast.parse(alone))
                taken += bool(short)
                assert short in {"", _rewritten(alone, ast.parse(alone))}, file
    assert taken >= 50
