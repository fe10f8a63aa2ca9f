"""Where a node of a parsed expression stands in the text.

Python counts columns in UTF-8 bytes and lines from 1; a hologram counts characters from 0. The text
was parsed inside one bracket, so the first line is off by one. Knows positions only, never meaning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ast


def place(node: ast.expr | ast.keyword, text: str) -> tuple[int, int]:
    """Return the half-open range of characters that `node` takes in `text`."""
    start = offset(text, node.lineno, node.col_offset)
    stop = offset(text, node.end_lineno or node.lineno, node.end_col_offset or node.col_offset)
    return start, max(start, stop)


def offset(text: str, line: int, column: int) -> int:
    """Return the character offset of a line (from 1) and a column in bytes of the bracketed text."""
    if line == 1:
        column -= 1
        if text.isascii():
            return min(max(column, 0), len(text))
    at = 0
    for _ in range(line - 1):
        end = text.find("\n", at)
        if end < 0:
            return len(text)
        at = end + 1
    if text.isascii():
        return min(at + max(column, 0), len(text))
    end = text.find("\n", at)
    row = text[at:] if end < 0 else text[at:end]
    return at + len(row.encode("utf-8", "surrogatepass")[: max(column, 0)].decode("utf-8", "ignore"))


def segment(node: ast.expr, text: str, limit: int = 60) -> str:
    """Return what stands in `text` for `node` on one line, shortened in the middle beyond `limit` characters."""
    start, stop = place(node, text)
    words = " ".join(text[start:stop].split())
    if len(words) <= limit:
        return words
    return f"{words[: limit * 2 // 3]} … {words[-limit // 4 :]}"
