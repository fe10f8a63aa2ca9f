"""Change a function that a hologram has: its signature, and statements that are put in other words or struck.

Works on text alone. What is not named stays as it is written, comments too; a text in its one form stays in it. What the
new text means is for whoever compiles it to say.
"""

from __future__ import annotations

import io
import tokenize
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from holo.authoring.patch import CannotPatch, function_of, parsed_text
from holo.diagnostics.model import Severity
from holo.source import SourceFile
from holo.syntax import tree
from holo.syntax.format import format_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_WORDS: Final[dict[type, str]] = {
    tree.Requires: "requires",
    tree.Raises: "raises",
    tree.Ensures: "ensures",
    tree.Example: "example",
    tree.Returns: "returns",
    tree.Table: "table",
    tree.Pipeline: "pipeline",
}


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of a function as it is written: its range in the text and its expressions' ranges."""

    start: int
    stop: int
    text: str
    expressions: tuple[tuple[int, int], ...]


def statements(text: str, function: str, path: str = "spec.holo") -> dict[str, Statement]:
    """Return the statements of a function by kind and number: `ensures/0`, `example/2`, `returns/0`.

    Raises `CannotPatch` for a text with errors, or without the function.
    """
    found, _ = function_of(parsed_text(text, path), function)
    counts: dict[str, int] = {}
    made: dict[str, Statement] = {}
    for clause in found.clauses:
        word = _WORDS.get(type(clause))
        if word is None:
            continue
        number = counts[word] = counts.get(word, -1) + 1
        span = clause.span
        made[f"{word}/{number}"] = Statement(
            span.start, span.stop, text[span.start : span.stop], tuple(_expressions(clause))
        )
    return made


def amend(
    text: str,
    function: str,
    path: str = "spec.holo",
    *,
    head: str = "",
    changes: Mapping[str, str | None] | None = None,
) -> str:
    """Return a text in which a function has another head and other statements.

    `head` is what stands between its name and its block, `(a: int) -> int`, empty for the one it has; `changes` has the new
    text of a statement by its name, None for one that is struck. Raises `CannotPatch`.
    """
    parsed = parsed_text(text, path)
    found, _ = function_of(parsed, function)
    known = statements(text, function, path)
    edits: list[tuple[int, int, str]] = []
    for name, fresh in (changes or {}).items():
        one = known[name]
        edits.append((one.start, one.stop, _indented(text, one, fresh)) if fresh is not None else _struck(text, one))
    if head:
        assert found.returns is not None, function
        named = found.type_parameters[-1].span.stop if found.type_parameters else found.name.span.stop
        start, stop = text.index("(", named), found.returns.span.stop
        if "#" in text[start:stop]:
            raise CannotPatch(f"A comment stands inside the signature of `{function}`: change it by hand")
        edits.append((start, stop, head))
    after = text
    for start, stop, fresh in sorted(edits, reverse=True):
        after = after[:start] + fresh + after[stop:]
    before = format_source(SourceFile(path, text)).text
    made = format_source(SourceFile(path, after))
    errors = [one for one in made.diagnostics if one.severity is Severity.ERROR]
    if errors:
        raise CannotPatch(f"{errors[0].code.number} {errors[0].message}")
    after = made.text if before == text else after
    if len(parsed_text(after, path).file.comments) != len(parsed.file.comments):
        raise CannotPatch(f"A comment of `{function}` would be lost: change it by hand")
    return after


def renamed(expression: str, words: Mapping[str, str]) -> str:
    """Put other names in the place of some variables of an expression; attributes, keywords and strings stay."""
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(f"({expression})").readline))
    except (tokenize.TokenError, IndentationError, SyntaxError):
        return expression
    lines = f"({expression})".split("\n")
    for at in range(len(tokens) - 1, -1, -1):
        token = tokens[at]
        fresh = words.get(token.string) if token.type == tokenize.NAME else None
        if fresh is None or (at and tokens[at - 1].string == "."):
            continue
        if tokens[at + 1].string == "=":
            continue
        row, column = token.start
        lines[row - 1] = lines[row - 1][:column] + fresh + lines[row - 1][token.end[1] :]
    return "\n".join(lines)[1:-1]


def _expressions(clause: object) -> Iterator[tuple[int, int]]:
    match clause:
        case tree.Requires(condition=raw) | tree.Ensures(condition=raw):
            yield raw.span.start, raw.span.stop
        case tree.Example(expression=raw) | tree.Returns(expression=raw):
            yield raw.span.start, raw.span.stop
        case tree.Raises():
            for one in (clause.payload, clause.when):
                if one is not None:
                    yield one.span.start, one.span.stop
        case tree.Table():
            for row in clause.rows:
                for one in (row.condition, row.value):
                    if one is not None:
                        yield one.span.start, one.span.stop
        case _:
            return


def _indented(text: str, one: Statement, fresh: str) -> str:
    """Return a table in the indentation of the statement whose place it takes; others are in their own lines already."""
    indent = text[text.rfind("\n", 0, one.start) + 1 : one.start]
    if indent.strip() or not fresh.startswith("table"):
        return fresh
    first, *rows = fresh.split("\n")
    return "\n".join([first, *(f"{indent}  {row.strip()}" for row in rows[:-1]), f"{indent}{rows[-1].strip()}"])


def _struck(text: str, one: Statement) -> tuple[int, int, str]:
    start = text.rfind("\n", 0, one.start) + 1
    end = text.find("\n", one.stop)
    end = len(text) if end < 0 else end
    rest = text[one.stop : end].strip()
    if text[start : one.start].strip() or (rest and not rest.startswith("#")):
        return one.start, one.stop, ""
    if rest:
        return one.start, one.stop + (end - one.stop) - len(text[one.stop : end].lstrip()), ""
    return start, min(end + 1, len(text)), ""
