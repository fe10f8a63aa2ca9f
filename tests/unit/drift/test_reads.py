"""What code says that a hologram can say."""

from __future__ import annotations

from holo.drift.heads import function_in
from holo.drift.reads import Reading, head_of, read_code


def read(body: str, head: str = "def f(n: int, k: str = 'a') -> int:") -> Reading:
    """Read a function of a body."""
    source = f"{head}\n" + "".join(f"    {line}\n" for line in body.splitlines())
    function = function_in(source, "f")
    assert function is not None
    return read_code(function, source)


def test_one_expression_is_a_returns() -> None:
    """As it is written, a docstring above it."""
    assert "returns n  * 2" == read('"""Doc."""\nreturn n  * 2').body


def test_cases_are_a_table() -> None:
    """With `elif` and `else`, or as one `if` behind the other."""
    wanted = "table {\nn < 1 -> 0\nn < 5 -> 1\notherwise -> 2\n}"

    assert wanted == read("if n < 1:\n    return 0\nif n < 5:\n    return 1\nreturn 2").body
    assert wanted == read("if n < 1:\n    return 0\nelif n < 5:\n    return 1\nelse:\n    return 2").body


def test_what_reckons_step_by_step_has_no_statement() -> None:
    """No hologram says loops and locals."""
    assert "" == read("m = n\nreturn m").body
    assert "" == read("if n:\n    return 1").body


def test_guards_are_read_with_their_conditions() -> None:
    """Those at the top; an error raised further down is named all the same."""
    found = read("if n < 0:\n    raise Low(n)\nif n == 7:\n    if k:\n        raise ValueError('k')\nreturn n")

    assert [("Low", "Low(n)", "n < 0")] == [(one.error, one.raised, one.condition) for one in found.guards]
    assert ("Low", "ValueError") == found.raises


def test_a_head_is_written_as_a_hologram_has_it() -> None:
    """Types, defaults, the result."""
    function = function_in("def f(n:int, k:str='a')->list[int]: ...", "f")
    assert function is not None

    assert "(n: int, k: str = 'a') -> list[int]" == head_of(function)
