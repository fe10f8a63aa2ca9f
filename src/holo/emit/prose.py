"""Docstrings: prose of the hologram and contracts in short, as Python text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from holo.ir import model as ir

INDENT = "    "
_REFERENCE = re.compile(r"\[\[([^\[\]]+)\]\]")


def docstring(text: str, sections: Sequence[tuple[str, Sequence[str]]] = (), indent: str = "") -> list[str]:
    """Return the lines of a docstring: prose first, then each section that has lines."""
    lines = plain(text).strip().splitlines() or ["No words."]
    for title, rows in sections:
        if rows:
            lines += ["", f"{title}:", *(f"{INDENT}{row}" for row in rows)]
    lines = [escape(line.rstrip()) for line in lines]
    if len(lines) == 1:
        return [f'{indent}"""{_closed(lines[0])}"""']
    return [f'{indent}"""{lines[0]}', *(f"{indent}{line}" if line else "" for line in lines[1:]), f'{indent}"""']


def plain(text: str) -> str:
    """Return prose without the brackets of references."""
    return _REFERENCE.sub(r"`\1`", text)


def first_line(text: str) -> str:
    """Return the first sentence or line of prose, for lists."""
    return next((line.strip() for line in plain(text).splitlines() if line.strip()), "")


def comment(text: str, indent: str = "") -> list[str]:
    """Return prose as comment lines."""
    return [f"{indent}# {line.rstrip()}".rstrip() for line in plain(text).strip().splitlines()]


def contract(function: ir.Function) -> list[tuple[str, list[str]]]:
    """Return the sections that say a function's contract in short."""
    return [
        ("Requires", [one_line(each.expr.source) for each in function.requires]),
        ("Raises", [raising(each) for each in function.raises]),
        ("Ensures", [one_line(each.expr.source) for each in function.ensures]),
    ]


def raising(clause: ir.Raises) -> str:
    """Return one `raises` in words."""
    what = clause.error.rpartition(".")[2] if clause.payload is None else one_line(clause.payload.source)
    return what if clause.when is None else f"{what}: when {one_line(clause.when.source)}"


def one_line(source: str) -> str:
    """Return an expression without line breaks."""
    return " ".join(source.split())


def escape(text: str) -> str:
    """Return text as it stands between triple quotes."""
    return text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')


def _closed(text: str) -> str:
    return text[:-1] + '\\"' if text.endswith('"') and not text.endswith('\\"') else text


def block(lines: Iterable[str]) -> str:
    """Return lines as text that ends with a line end."""
    return "\n".join(lines).rstrip("\n") + "\n"
