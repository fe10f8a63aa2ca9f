"""What stands in the file of a function, and what of its hologram has moved."""

from __future__ import annotations

import pytest

from holo.drift.sides import Code, Side, changed_names, code_side, contract_moved
from holo.pycode.digest import body_digest

BODY = "def f(n: int) -> int:\n    m = n + 1\n    return m\n"
LOCKED = body_digest(BODY)


def side(text: str | None, *, present: bool = True, opened: bool = False) -> Side:
    """Return what stands in a file with a text."""
    return code_side("f", text, LOCKED, present=present, opened=opened)


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        BODY.replace("n + 1", "(n  +  1)  # one more"),
        BODY.replace(":\n", ':\n    """Add."""\n', 1),
        f"\n\n{BODY}\n# the end\n",
    ],
)
def test_layout_comments_and_docstrings_are_no_change(text: str) -> None:
    """The body is the one that was accepted."""
    assert Code.SAME is side(text).code


@pytest.mark.parametrize(
    "text", [BODY.replace("1", "2"), BODY.replace("m", "k"), BODY.replace("n: int", "n: int = 0"), f"@cache\n{BODY}"]
)
def test_other_code_is_a_change(text: str) -> None:
    """A renamed local, too: whether it matters is for the judge to say."""
    assert Code.CHANGED is side(text).code


def test_a_definition_beside_the_function_has_not_changed_it() -> None:
    """It is named, and the function is the one that was accepted."""
    found = side(f"class K:\n    pass\n\n\n{BODY}\n\ndef g():\n    return 1\n")

    assert (Code.SAME, ("K", "g")) == (found.code, found.beside)


def test_what_is_missing_open_or_broken_is_told_apart() -> None:
    """None of them is a body."""
    assert Code.MISSING is side(None, present=False).code
    assert Code.OPEN is side(None, opened=True).code
    assert Code.BROKEN is side("def f(:").code
    assert Code.BROKEN is side("def g(): ...").code


def test_the_part_of_the_contract_that_moved_is_named() -> None:
    """Its own text, or what it calls."""
    assert "" == contract_moved("s", {"a.g": "1"}, "s", {"a.g": "1"})
    assert contract_moved("s", {}, "t", {}).startswith("its own text")
    assert "the contract of `a.g`" == contract_moved("s", {"a.g": "1"}, "s", {"a.g": "2"})
    assert "the contract of `a.g`" == contract_moved("s", {}, "s", {"a.g": "2"})


def test_names_of_a_module_that_changed_are_listed() -> None:
    """Added, changed, taken away; what is offered counts, docstrings do not."""
    before = '"""A."""\nA = 1\n\nclass B:\n    """Doc."""\n    x: int = 0\n\n__all__ = ["A", "B"]\n'

    assert "" == changed_names(before, before.replace("Doc.", "Other."))
    assert "`B` is changed" == changed_names(before, before.replace("= 0", "= 1"))
    assert "`C` is new" == changed_names(before, f"{before}C = 1\n")
    assert "it is no Python any more" == changed_names(before, "class")
