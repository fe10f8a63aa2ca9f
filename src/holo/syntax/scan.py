"""One quick look over a text, before and beside the grammar: comments, prose, how deep brackets nest.

Knows strings, prose, comments and brackets; no statement.
"""

from __future__ import annotations

import re
from typing import Final

from holo.source import Span
from holo.syntax.tree import Comment

MAX_DEPTH: Final = 100
"""Python's own parser gives up near 200."""

_TO_COMMENT = re.compile(
    r"""(?:[^"'\#]++|"{3}(?:[^"]|"(?!""))*+"{3}|"(?!"")(?:[^"\\\n]|\\.)*+"|""|'(?:[^'\\\n]|\\.)*+'|["'])*+(\#[^\n]*+)"""
)
"""Everything up to a comment, and the comment."""

_BRACKETS_ONLY: Final = bytes(code for code in range(256) if code not in b"()[]{}")
_BRACKET = re.compile(
    r"""(?:"{3}(?:[^"]|"(?!""))*+"{3}|"(?:[^"\\\n]|\\.)*+"|'(?:[^'\\\n]|\\.)*+'|\#[^\n]*+)|(?P<opens>[(\[{])|(?P<closes>[)\]}])"""
)


def comments(path: str, text: str) -> tuple[Comment, ...]:
    """Return the comments of a text, in order."""
    if "#" not in text:
        return ()
    found: list[Comment] = []
    at = 0
    while (match := _TO_COMMENT.match(text, at)) is not None:
        start, at = match.span(1)
        said = match.group(1).rstrip()
        line = text.rfind("\n", 0, start) + 1
        found.append(Comment(said, Span(path, start, start + len(said)), not text[line:start].strip()))
    return tuple(found)


def may_be_deep(text: str) -> bool:
    """Say whether brackets may nest deeper than `MAX_DEPTH`; a no is sure, and costs next to nothing."""
    left = text.encode("utf-8", "replace").translate(None, _BRACKETS_ONLY)
    for _ in range(MAX_DEPTH // 2):
        if len(left) < MAX_DEPTH // 2:
            return False
        shorter = left.replace(b"()", b"").replace(b"[]", b"").replace(b"{}", b"")
        if len(shorter) == len(left):
            break
        left = shorter
    return len(left) >= MAX_DEPTH // 2


def too_deep(text: str, start: int, stop: int) -> int:
    """Return where brackets first nest deeper than `MAX_DEPTH` in a range, or -1."""
    depth = 0
    for found in _BRACKET.finditer(text, start, stop):
        kind = found.lastgroup
        if kind == "opens":
            depth += 1
            if depth > MAX_DEPTH:
                return found.start()
        elif kind == "closes":
            depth = max(0, depth - 1)
    return -1


_BRACE = re.compile(r"""(?:"{3}(?:[^"]|"(?!""))*+"{3}|"(?:[^"\\\n]|\\.)*+"|'(?:[^'\\\n]|\\.)*+'|\#[^\n]*+)|[{}]""")


def extra_brace(text: str, start: int, stop: int) -> int:
    """Return where a `}` closes more than a range opened, or -1."""
    depth = 0
    for found in _BRACE.finditer(text, start, stop):
        mark = found.group()
        if mark == "{":
            depth += 1
        elif mark == "}":
            depth -= 1
            if depth < 0:
                return found.start()
    return -1
