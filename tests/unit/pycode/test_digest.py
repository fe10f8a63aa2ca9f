"""Fingerprints of bodies: what counts and what does not."""

from __future__ import annotations

import pytest

from holo.pycode.digest import body_digest, same_code

CODE = "def f(a: int) -> int:\n    return a + 1\n"


@pytest.mark.parametrize(
    "other",
    [
        "def f(a: int) -> int:\n    # why\n    return (a + 1)\n",
        'def f(a: int) -> int:\n    """Words."""\n    return a + 1\n',
        "def f(\n  a : int,\n) -> int:\n\n\n  return a+1",
    ],
)
def test_layout_does_not_count(other: str) -> None:
    """Comments, docstrings, brackets and white space change no digest."""
    assert body_digest(CODE) == body_digest(other)


@pytest.mark.parametrize(
    "other",
    [
        "def f(a: int) -> int:\n    return a + 2\n",
        "def f(b: int) -> int:\n    return b + 1\n",
        "def f(a: float) -> int:\n    return a + 1\n",
        "async def f(a: int) -> int:\n    return a + 1\n",
        "from x import a\ndef f(a: int) -> int:\n    return a + 1\n",
    ],
)
def test_code_counts(other: str) -> None:
    """Names, values, types and imports do."""
    assert not same_code(CODE, other)


def test_order_of_imports_does_not_count() -> None:
    """What sorts imports changes no code; importing something else does."""
    one, other, third = "import b\nfrom a import D, c\n", "from a import c\nfrom a import D\nimport b\n", "import b\n"

    assert body_digest(one) == body_digest(other)
    assert body_digest(one) != body_digest(third)


def test_text_that_is_no_python_has_a_digest() -> None:
    """A broken file is known by its text."""
    assert body_digest("def (") == body_digest("def (")
    assert body_digest("def (") != body_digest("def  (")
