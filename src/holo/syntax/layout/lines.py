"""Lines of canonical text, each with the place in the source that it comes from; and how they become text.

Comments are merged in by place: that is all a line has to know about them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from holo.syntax.tree import Comment

_MARK = re.compile(r"""[A-Za-z]{0,2}(?:"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+')|[()\[\]{},]|\b(?:for|if|and|or)\b""")

INDENT: Final = "  "
WIDTH: Final = 110


@dataclass(slots=True)
class Line:
    """One statement or part of one, without indentation; `start` is where it begins in the source.

    `declares` marks the first line of a declaration, `tall` one of a declaration with several lines.
    """

    depth: int
    text: str
    start: int
    opens: bool = False
    closes: bool = False
    declares: bool = False
    tall: bool = False
    comment: bool = False
    apart: bool = False


def merge(lines: Sequence[Line], comments: Sequence[Comment]) -> list[Line]:
    """Put comments among the lines: on a line of their own before what follows, or behind what stands before them."""
    merged: list[Line] = []
    at = 0
    for comment in comments:
        start = comment.span.start
        while at < len(lines) and lines[at].start <= start:
            merged.append(lines[at])
            at += 1
        before = merged[-1] if merged else None
        if comment.own_line or before is None or before.comment:
            after = lines[at] if at < len(lines) else None
            depth = 0 if after is None else after.depth + after.closes
            merged.append(Line(depth, comment.text, start, comment=True))
        else:
            before.text += f"  {comment.text}"
    merged.extend(lines[at:])
    return merged


def written(lines: Sequence[Line], source: str) -> str:
    """Return the text of lines: at most one blank line where the author had some, one around tall declarations."""
    _set_apart(lines, source)
    out: list[str] = []
    before: Line | None = None
    for line in lines:
        if before is not None and not before.opens and not line.closes and (line.apart or _gap(source, line.start)):
            out.append("")
        out.append(INDENT * line.depth + line.text)
        before = line
    return "\n".join(out) + "\n" if out else ""


def _set_apart(lines: Sequence[Line], source: str) -> None:
    """Mark the first line of each declaration that stands beside a tall one, or the comment that stands on it."""
    tall_at: dict[int, bool] = {}  # by depth: whether the declaration before is tall
    for number, line in enumerate(lines):
        if line.opens:
            tall_at.pop(line.depth + 1, None)
        if not line.declares:
            continue
        if line.depth in tall_at and (line.tall or tall_at[line.depth]):
            first = number
            while first and lines[first - 1].comment and not _gap(source, lines[first].start):
                first -= 1
            lines[first].apart = True
        tall_at[line.depth] = line.tall


def _gap(source: str, start: int) -> bool:
    """Say whether the author left a blank line above a place."""
    line = source.rfind("\n", 0, start) + 1
    if source[line:start].strip() or line == 0:
        return False
    above = source.rfind("\n", 0, line - 1) + 1
    return not source[above : line - 1].strip()


def fitted(text: str, depth: int) -> str:
    """Return a line's text, broken inside its brackets when it is too long."""
    if len(text) + len(INDENT) * depth <= WIDTH or "\n" in text:
        return text
    first, *rest = _broken(text, depth)
    return "\n".join([first[1], *(INDENT * (depth + extra) + part for extra, part in rest)])


def _broken(text: str, depth: int) -> Iterator[tuple[int, str]]:
    """Yield the parts of a long line, each with how much deeper it stands."""
    group = None if len(text) + len(INDENT) * depth <= WIDTH else _widest_group(text)
    if group is None:
        yield 0, text
        return
    start, stop = group
    yield 0, text[: start + 1]
    for part in _parts(text[start + 1 : stop], depth + 1):
        for extra, piece in _broken(part, depth + 1):
            yield extra + 1, piece
    yield from _broken(text[stop:], depth)


def _widest_group(text: str) -> tuple[int, int] | None:
    """Return where the widest outermost bracket of a line opens and closes."""
    best: tuple[int, int] | None = None
    opened: list[int] = []
    for found in _MARK.finditer(text):
        mark = found.group()
        if mark in "([{":
            opened.append(found.start())
        elif mark in ")]}" and opened:
            start, stop = opened.pop(), found.start()
            if not opened and stop - start > 2 and (best is None or stop - start > best[1] - best[0]):
                best = (start, stop)
    return best


def _parts(inside: str, depth: int) -> list[str]:
    """Split what stands in brackets: at its commas; else, where it is too long, before `for`, `if`, `and`, `or`."""
    whole = inside.strip()
    marks = list(_outermost(whole))
    cuts = [at + 1 for at, mark in marks if mark == ","]
    if not cuts and len(whole) + len(INDENT) * depth > WIDTH:
        cuts = [at for at, mark in marks if mark == "for"] or [at for at, mark in marks if mark in {"if", "and", "or"}]
    return [part for begin, end in pairwise([0, *cuts, len(whole)]) if (part := whole[begin:end].strip())]


def _outermost(text: str) -> Iterator[tuple[int, str]]:
    """Yield the commas and words outside the brackets and strings of a text."""
    depth = 0
    for found in _MARK.finditer(text):
        mark = found.group()
        if mark in "([{":
            depth += 1
        elif mark in ")]}":
            depth -= 1
        elif not depth and mark[0] not in "\"'":
            yield found.start(), mark
