"""Read an expression or a type as Python does, and refuse what is outside the closed subset.

`parse` and `parse_type` return Python's own nodes, from a bounded cache: nobody changes them. Positions
are those of the bracketed text, which `places` turns into characters. Never resolves a name.
"""

from __future__ import annotations

import ast
import re
import warnings
from functools import lru_cache
from keyword import iskeyword
from typing import TYPE_CHECKING

from holo.codes import Code
from holo.expr.places import offset
from holo.expr.restrict import ExprError, restrict, restrict_type
from holo.expr.signs import SIGNS, sign_at

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["MAX_LENGTH", "ExprError", "parse", "parse_type"]

MAX_LENGTH = 20_000
"""Characters of one expression."""

_CACHED = 2048
_WARNED = re.compile(r"\\|[0-9][aefino]")
_NAME = re.compile(r"[A-Za-z]\w*", re.ASCII)
_FRIENDLY = {
    "invalid syntax. Maybe you meant '==' or ':=' instead of '='?": (
        "`=` does not stand in an expression",
        "Write `==` to compare",
    ),
    "unexpected EOF while parsing": ("The expression ends too early", "Finish it on this line or inside brackets"),
    "unterminated string literal": ("A string is not closed", 'End the string with `"`'),
    "source code string cannot contain null bytes": (
        "The text holds a character that is no text",
        "Remove the invisible character",
    ),
    "too many nested parentheses": ("The brackets nest too deep", "Give the inner parts names of their own"),
}


@lru_cache(maxsize=_CACHED)
def parse(text: str) -> ast.expr:
    """Return the node of an expression of the subset; raise `ExprError` for anything else."""
    root = _read(text, "expression")
    restrict(root, text)
    return root


@lru_cache(maxsize=_CACHED)
def parse_type(text: str) -> ast.expr:
    """Return the node of a type of the subset; raise `ExprError` for anything else."""
    if _NAME.fullmatch(text) and not iskeyword(text):
        # Most types are one name, which needs no parser.
        return ast.Name(text, ast.Load(), lineno=1, col_offset=1, end_lineno=1, end_col_offset=1 + len(text))
    root = _read(text, "type")
    restrict_type(root, text)
    return root


def _read(text: str, what: str) -> ast.expr:
    if len(text) > MAX_LENGTH:
        raise ExprError(
            Code.LARGE_EXPRESSION,
            f"The {what} has {len(text):,} characters; {MAX_LENGTH:,} are allowed",
            0,
            len(text),
            "Split it with functions that have `returns`",
        )
    try:
        root = _quietly(_bracketed, text) if _WARNED.search(text) else _bracketed(text)
    except SyntaxError as error:
        raise _explained(error, text, what) from None
    except (RecursionError, MemoryError):
        raise ExprError(
            Code.LARGE_EXPRESSION,
            f"The {what} nests too deep",
            0,
            len(text),
            "Give the inner parts names of their own",
        ) from None
    except ValueError:
        raise ExprError(
            Code.BROKEN_EXPRESSION,
            f"The {what} holds a character that is no text",
            0,
            len(text),
            "Remove the invisible character",
        ) from None
    # A node that begins with the bracket put around the text is no whole expression: `a, b` or `a) + (b`.
    if root.col_offset == 0 and root.lineno == 1:
        raise _unwhole(root, text, what)
    return root


def _bracketed(text: str) -> ast.expr:
    return ast.parse(f"({text}\n)", mode="eval").body


def _quietly(read: Callable[[str], ast.expr], text: str) -> ast.expr:
    # Switching warnings off costs more than parsing, so it is done only where the parser could warn.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return read(text)


def _unwhole(root: ast.expr, text: str, what: str) -> ExprError:
    if isinstance(root, ast.Tuple):
        if not root.elts:
            return ExprError(Code.BROKEN_EXPRESSION, f"The {what} is missing", 0, len(text), f"Write the {what}")
        if root.elts[0].col_offset >= 1 and root.elts[-1].end_col_offset:
            return ExprError(
                Code.BAD_EXPRESSION, "A tuple stands without brackets", 0, len(text), "Write `(…)` around it"
            )
    if isinstance(root, ast.GeneratorExp):
        return ExprError(
            Code.BAD_EXPRESSION,
            "A generator stands alone",
            0,
            len(text),
            "Write a list, `[… for …]`, or make it the only argument of a call",
        )
    return ExprError(
        Code.BROKEN_EXPRESSION, "The brackets do not match", 0, len(text), "Open each bracket before it is closed"
    )


def _explained(error: SyntaxError, text: str, what: str) -> ExprError:
    message = error.msg or "invalid syntax"
    start = _at(text, error.lineno, error.offset)
    stop = max(_at(text, error.end_lineno or error.lineno, error.end_offset or error.offset), start)
    if start == stop:
        stop = min(start + 1, len(text))
        start = min(start, max(stop - 1, 0))
    for known, (says, hint) in _FRIENDLY.items():
        if message.startswith(known):
            return ExprError(Code.BROKEN_EXPRESSION, says, start, stop, hint)
    if not text.strip():
        return ExprError(Code.BROKEN_EXPRESSION, f"The {what} is missing", 0, len(text), f"Write the {what}")
    if message.startswith("unmatched") or "was never closed" in message or "does not match" in message:
        return ExprError(
            Code.BROKEN_EXPRESSION, "The brackets do not match", start, stop, "Close each bracket that was opened"
        )
    for place in (start - 1, start):
        sign = sign_at(text, place) if place >= 0 else ""
        if sign and sign != ",":
            at, end = place, place + len(sign)
            return ExprError(Code.BROKEN_EXPRESSION, f"`{sign}` stands in an expression", at, end, SIGNS[sign])
    detail = "" if message == "invalid syntax" else f": {message.removeprefix('invalid syntax. ')}"
    return ExprError(
        Code.BROKEN_EXPRESSION,
        f"The {what} is not Python{detail.rstrip('.')}",
        start,
        stop,
        f"Write one whole {what} of Python",
    )


def _at(text: str, line: int | None, column: int | None) -> int:
    # A syntax error counts characters from 1, a node bytes from 0.
    if line is None or column is None or line < 1:
        return 0
    start = offset(text, line, 0) if line > 1 else 0
    return min(max(start + column - (2 if line == 1 else 1), 0), len(text))
