"""One statement more in a hologram's text, and not one character besides."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from holo.authoring.patch import CannotPatch, Patched, add_declaration, add_statement
from holo.source import SourceFile
from holo.syntax.format import format_source

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT = """\
hologram shop "0.1.0" language 1

package sales "What is sold" {
    function tax(amount: int,
        rate: int) -> int {
        "The tax."
        ensures result >= 0   # never less
        example tax(
          1000, 20
        ) == 200   # a round one
        # nothing of negative amounts yet
    }

    function bare(x: int) -> int {
        "Nothing said of it."
    }
}
function short(x: int) -> int { returns x }
function empty(x: int) -> int {
}
flow through(x: int) -> int "By {braces}" { x -> short }
failure F1 "A" {
    when short(3)
    then result == 3 }
"""


def added(before: str, patched: Patched) -> list[str]:
    """Return the lines that a patch added, none of the others being touched."""
    old, new = before.splitlines(), patched.text.splitlines()
    start = next(at for at, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1])
    count = len(new) - len(old)
    assert old == new[:start] + new[start + count :]
    assert start + 1 == patched.line
    return new[start : start + count]


@pytest.mark.parametrize(
    ("function", "statement", "line", "above"),
    [
        ("shop.sales.tax", "example tax(3,4) ==  1", "        example tax(3, 4) == 1", "        ) == 200   # a round one"),
        ("shop.sales.tax", "requires amount>=0", "        requires amount >= 0", '        "The tax."'),
        ("shop.sales.tax", "ensures  result<9", "        ensures result < 9", "        ensures result >= 0   # never less"),
        ("shop.sales.bare", "example bare(1) == 1", "        example bare(1) == 1", '        "Nothing said of it."'),
        ("shop.sales.bare", "sealed example bare(1) == 1", "        sealed example bare(1) == 1", '        "Nothing said of it."'),
        ("shop.empty", "requires x > 0", "  requires x > 0", "function empty(x: int) -> int {"),
    ],
)  # fmt: skip
def test_a_statement_stands_behind_the_last_of_its_kind(function: str, statement: str, line: str, above: str) -> None:
    """Or below what comes before its kind, in the indentation of its block, in canonical form."""
    patched = add_statement(TEXT, function, statement)

    assert [line] == added(TEXT, patched)
    assert above == patched.text.splitlines()[patched.line - 2]


@pytest.mark.parametrize(
    ("function", "block"),
    [
        ("short", "function short(x: int) -> int {\n  returns x\n  example short(1) == 1\n}\n"),
        ("through", 'flow through(x: int) -> int "By {braces}" {\n  x -> short\n  example through(1) == 1\n}\n'),
    ],
)
def test_a_block_on_one_line_is_opened(function: str, block: str) -> None:
    """There is no room for a second statement."""
    patched = add_statement(TEXT, f"shop.{function}", f"example {function}(1) == 1")

    assert block in patched.text
    assert f"  example {function}(1) == 1" == patched.text.splitlines()[patched.line - 1]


def test_a_long_statement_breaks_where_the_formatter_breaks_it() -> None:
    """Its lines keep the indentation of the block."""
    numbers = ", ".join(str(10**20 + at) for at in range(6))
    patched = add_statement(TEXT, "shop.sales.tax", f"example tax([{numbers}], 1) == 2")

    lines = added(TEXT, patched)
    assert ["        example tax(", "          ["] == lines[:2]
    assert "        ) == 2" == lines[-1]


@pytest.mark.parametrize(
    "statement",
    [
        "example short(1) == 1\n  requires x > 0",
        "example short(1) == 1  # a comment of nobody's",
        "example short(1) == 1 }\nfunction other(x: int) -> int {",
        "example short(1) ==",
        'allow H314 "why"\n  example short(1) == 1',
        "table { otherwise -> 1 }",
    ],
)
def test_what_is_not_one_statement_is_refused(statement: str) -> None:
    """Nobody's words can smuggle in a second one."""
    with pytest.raises(CannotPatch):
        add_statement(TEXT, "shop.short", statement)


def test_a_text_with_errors_is_left_alone() -> None:
    """Where a statement would stand cannot be told."""
    with pytest.raises(CannotPatch, match="has errors"):
        add_statement(TEXT.replace("returns x", "returnz x"), "shop.short", "example short(1) == 1")


def test_an_unknown_function_is_refused() -> None:
    """It is named."""
    with pytest.raises(CannotPatch, match=r"`shop\.none`"):
        add_statement(TEXT, "shop.none", "example none(1) == 1")


def test_a_declaration_stands_behind_the_last_of_its_kind() -> None:
    """With a blank line between."""
    patched = add_declaration(TEXT, 'failure F2 "B" {\n when short(4)\n then result == 4\n}', near="shop.short")

    assert TEXT + '\nfailure F2 "B" {\n  when short(4)\n  then result == 4\n}\n' == patched.text
    assert 'failure F2 "B" {' == patched.text.splitlines()[patched.line - 1]


def test_the_first_of_its_kind_stands_behind_what_it_is_about() -> None:
    """Behind the package of its function."""
    before = TEXT[: TEXT.index("failure")]
    patched = add_declaration(before, 'failure F1 "B" {\n when bare(4)\n then result == 4\n}', near="shop.sales.bare")

    assert "}\n\nfailure F1" in patched.text
    assert patched.text.index("failure F1") < patched.text.index("function short")


def test_the_diff_shows_what_was_added() -> None:
    """And nothing else."""
    diff = add_statement(TEXT, "shop.sales.bare", "example bare(1) == 1", "specs/shop.holo").diff

    changed = [row for row in diff.splitlines() if row[:1] in "+-"]
    assert ["--- specs/shop.holo", "+++ specs/shop.holo", "+        example bare(1) == 1"] == changed


@pytest.mark.parametrize(
    "spec", sorted((Path(__file__).parents[3] / "specs").glob("*.holo")), ids=lambda path: path.stem
)
@pytest.mark.parametrize("statement", ["example {}(1) == 1", "requires 1 > 0"])
def test_every_function_of_the_shipped_holograms_takes_a_statement(spec: Path, statement: str) -> None:
    """And its text stays in canonical form, with nothing else touched."""
    text = spec.read_text(encoding="utf-8")
    keys = list(functions(text))
    assert keys

    for key in keys:
        made = statement.format(key.rpartition(".")[2])
        patched = add_statement(text, key, made)
        assert [made] == [line.strip() for line in added(text, patched)]
        assert patched.text == format_source(SourceFile("a.holo", patched.text)).text


def functions(text: str) -> Iterator[str]:
    """Yield the ids of the functions in a hologram without nested packages."""
    name = re.search(r"^hologram (\w+)", text, re.MULTILINE)
    assert name is not None
    package = name[1]
    for line in text.splitlines():
        found = re.match(r"(\s*)(package|(?:async )?function|flow) (\w+)[ \[(]", line)
        if line == "}":
            package = name[1]
        elif found and found[2] == "package":
            package = f"{name[1]}.{found[3]}"
        elif found and len(found[1]) <= 2 and not (found[1] and package == name[1]):
            yield f"{package}.{found[3]}"
