"""Files with mistakes: what is found, what is left, and that nothing breaks."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holo.syntax import tree
from tests.syntax_support import HEADER, holograms, parsed

CASES = Path(__file__).parents[2] / "golden" / "cases" / "parse"

SEEDED = {
    "one": (4, 8, 12, 13, 14, 16, 19, 20, 21, 22, 25, 28, 34, 35, 36, 37, 38, 41, 45, 49, 50, 54, 61, 64),
    "two": (2, 8, 11, 12, 14, 17, 22, 25, 28, 33, 35, 37, 38, 41, 42, 43, 47, 48, 49, 55, 58, 60, 62, 64, 68, 69, 70, 73, 75, 80, 83),
    "three": (3, 4, 5, 6, 7, 9, 11, 13, 14, 15, 20, 21, 22, 25, 28, 29, 33, 40, 42, 43, 44, 45, 48, 51, 52, 56, 62, 64, 67, 71, 73, 78, 81),
}  # fmt: skip
"""Where mistakes were put into the three files, by line."""


@pytest.mark.parametrize("name", SEEDED)
def test_independent_mistakes_are_reported_in_one_run(name: str) -> None:
    """Nine of ten seeded mistakes are reported at their lines, and at most two reports are about nothing."""
    found = parsed((CASES / f"many_mistakes_{name}.holo").read_text(encoding="utf-8").partition("\n# expect:\n")[0])
    lines = {found.source.position(one.span.start).line for one in found.diagnostics}
    seeded = set(SEEDED[name])

    assert len(seeded & lines) >= 0.9 * len(seeded)
    assert len(lines - seeded) <= 2


def test_good_clauses_survive_beside_a_broken_one() -> None:
    """A function keeps the clauses that could be read."""
    found = parsed(HEADER + "function f(a: int) -> int {\n  requires a >\n  ensure a > 0\n  example f(1) == 1\n}\n")

    function = found.file.items[1]
    assert isinstance(function, tree.Function)
    assert 2 == len(found.diagnostics)
    assert ["Ensures", "Example"] == [type(one).__name__ for one in function.clauses]


def test_unclosed_brace_costs_one_declaration() -> None:
    """What follows an unclosed block is read as if it were closed."""
    found = parsed(HEADER + "record A {\n  x: int\n\nrecord B {\n  y: int\n}\n")

    assert ["H003"] == [one.code.number for one in found.diagnostics]
    assert ["demo", "A", "B"] == [one.name.text for one in found.file.items if hasattr(one, "name")]


def test_declaration_with_a_broken_head_is_left_out_but_read() -> None:
    """Its clauses are checked, and it is not in the tree."""
    found = parsed(HEADER + "function f(a int) -> int {\n  requires a >\n}\nconst A: int = 1\n")

    assert [2, 3] == [found.source.position(one.span.start).line for one in found.diagnostics]
    assert ["Header", "Const"] == [type(one).__name__ for one in found.file.items]


def test_misspelt_word_has_a_fix() -> None:
    """The word that is meant is offered as an edit."""
    found = parsed(HEADER + "tipe A = int\n")

    fix = found.diagnostics[0].fix
    assert fix is not None
    assert ("type", "tipe") == (fix.text, found.source.text[fix.span.start : fix.span.stop])


def test_reports_end_at_a_hundred() -> None:
    """Nobody reads more, and reading on costs time."""
    found = parsed(HEADER + "type\n" * 5000)

    assert 100 == len([one for one in found.diagnostics if one.code.number == "H002"])


HARD = {
    "nothing": "",
    "comments alone": "# a\n# b",
    "nested brackets": HEADER + "const A: int = " + "(" * 5000 + "1" + ")" * 5000 + "\n",
    "opening brackets": "([{" * 20_000,
    "unclosed prose": HEADER + '"""\nnever closed',
    "unclosed string": HEADER + 'const A: str = "never closed',
    "unclosed brace": HEADER + "record A {",
    "quotes": '"' * 50_001,
    "prose marks": '"""\n' * 5_001,
    "apostrophes": "'" * 50_000,
    "zeros": "\0" * 50_000,
    "tabs": HEADER + "record A {\n\tx:\tint\n}\n",
    "mark of byte order": "\ufeff" + HEADER,
    "long sum": HEADER + "const A: int = " + "1 + " * 20_000 + "\n",
    "unclosed clauses": HEADER + "function f() -> int {\n" + "  requires (\n" * 5_000 + "}\n",
    "unknown clauses": HEADER + "function f() -> int {\n" + "  foo bar\n" * 5_000 + "}\n",
    "broken heads": HEADER + "function f( -> int {\n" * 5_000,
    "commas": HEADER + "python " + "a,\n" * 20_000,
    "words": "a b c " * 20_000,
    "garbage": "".join(chr(32 + (i * 7919 + i // 13 * 31) % 95) if i % 61 else "\n" for i in range(100_000)),
    "braces": "{\n" * 20_000 + "}\n" * 20_000,
    "blank lines": HEADER + "const A: int = 1" + "\n" * 100_000 + "+ 2",
}


@pytest.mark.parametrize("name", HARD)
def test_hard_input_is_read_in_linear_time(name: str) -> None:
    """No text raises, none hangs, and no span leaves the text."""
    text = HARD[name]
    before = process_time()

    found = parsed(text)

    assert process_time() - before < 5  # it takes milliseconds; what is not linear takes minutes
    assert all(0 <= one.span.start <= one.span.stop <= len(text) for one in found.diagnostics)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(holograms(), st.data())
def test_any_edit_is_survived(text: str, data: st.DataObject) -> None:
    """Whatever is cut from a hologram or put into it, there is a result, and every span lies inside the text."""
    at = data.draw(st.integers(0, len(text)))
    cut = data.draw(st.sampled_from([0, 1, 1, 3, 40]))
    put = data.draw(st.sampled_from(["", "{", "}", "(", ")", '"', '"""', "\n", "#", ",", "->", "=", " x ", "\0", "'"]))
    broken = text[:at] + put + text[at + cut :]

    found = parsed(broken)

    assert all(0 <= one.span.start <= one.span.stop <= len(broken) for one in found.diagnostics)
    assert all(0 <= one.span.start <= one.span.stop <= len(broken) for one in found.file.items)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.text(alphabet="af_ \n\t{}()[]\",#:=->+0é'", max_size=200))
def test_any_text_is_survived(text: str) -> None:
    """Any text has a result."""
    found = parsed(text)

    assert all(0 <= one.span.start <= one.span.stop <= len(text) for one in found.diagnostics)
