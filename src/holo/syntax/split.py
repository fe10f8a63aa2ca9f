"""Splits a text at its declarations, before anything is parsed.

A declaration's word in column 1, or at its package's indentation, begins a declaration whatever is open, so that
one unclosed brace costs one declaration. Only files with mistakes are split.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from holo.syntax.words import DECLARATIONS, PLACES, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(
    r'^([ \t]*)(?:(\})|("{3})|((?:async[ \t]+)?[^\W\d]\w*)(?![ \t]*(?::|-?->|[.(\[,]|[-+*/<>=!]))(?=([^\n]*)))',
    re.MULTILINE,
)
_MARK = re.compile(r'"{3}|"(?:[^"\\\n]|\\.)*+"|\'(?:[^\'\\\n]|\\.)*+\'|\#[^\n]*+')
_SURE = re.compile(
    r"^[ \t]*(?:(?:async[ \t]+)?function[ \t]+[\w.]+[ \t]*[\[(]|(?:law|flow)[ \t]+\w+[ \t]*[\[(]|type[ \t]+\w+[ \t]*="
    r"|(?:record|class|enum|port|package)[ \t]+[\w.]+[^\n]*\{|const[ \t]+\w+[ \t]*:|error[ \t]+\w+[ \t]*\(|glossary[ \t]*\{"
    r'|(?:failure|decision|requirement)[ \t]+\w+[ \t]+"|chapter[ \t]+")',
    re.MULTILINE,
)
"""The head of a declaration beyond doubt, even inside what looks like prose."""

TOP: Final = 0
INSIDE: Final = 1
CLOSING: Final = 2


@dataclass(frozen=True, slots=True)
class Unit:
    """One declaration: its range, and whether it stands at top level, in a package, or closes one.

    `loose` items stand in a package without indentation, whose end only its brace shows.
    """

    start: int
    stop: int
    place: int
    word: str
    loose: bool = False


def split(text: str) -> list[Unit]:
    """Return the declarations of a text, in order; together they are the whole of it, but for what stands before."""
    prose = _prose(text)
    starts = [one[0] for one in prose]
    found: list[tuple[int, int, str, bool]] = []
    head = item = -1  # the indentation of the open package, and of what stands in it
    loose = False
    for line in _LINE.finditer(text):
        at = line.end(1)
        behind = bisect_right(starts, at) - 1
        if behind >= 0 and starts[behind] < at < prose[behind][1]:
            continue
        indent = len(line.group(1).expandtabs(4))
        close, mark, word, rest = line.group(2), line.group(3), line.group(4) or "", line.group(5) or ""
        if close:
            if head >= 0 and indent == head and not loose and item != head:
                found.append((at, CLOSING, "}", False))
                head = -1
            continue
        if mark:
            word = '"""'
        if head >= 0 and item < 0 and not loose:
            loose = indent == head
            item = indent
        if indent == 0 and not loose:
            if not (mark or _begins(word, rest, top=True)):
                continue
            found.append((at, TOP, word, False))
            head = item = -1
        elif head >= 0 and indent == item:
            if not (mark or _begins(word, rest, top=False)):
                continue
            found.append((at, INSIDE, word, loose))
            continue
        else:
            continue
        if word == "package":
            head, item, loose = indent, -1, False
    return [
        Unit(at, found[number + 1][0] if number + 1 < len(found) else len(text), place, word, loose)
        for number, (at, place, word, loose) in enumerate(found)
    ]


def _begins(word: str, rest: str, *, top: bool) -> bool:
    """Say whether a word begins a declaration, or looks like a misspelt one that does."""
    word = word.rpartition(" ")[2]
    if word in DECLARATIONS:
        return word != "allow" or rest.lstrip().startswith("H")
    if word in PLACES or not rest.strip():
        return False
    return bool(nearest(word, DECLARATIONS)) and ("{" in rest or top)


def _prose(text: str) -> list[tuple[int, int]]:
    """Return the ranges of prose; one that never closes ends before the next sure declaration."""
    if text.count('"""') % 2:
        return list(_broken_prose(text))
    return _marks(text, 0)[0]


def _marks(text: str, start: int) -> tuple[list[tuple[int, int]], int]:
    """Return the closed ranges of prose from `start`, and where one opens that never closes."""
    found: list[tuple[int, int]] = []
    opened = -1
    at = start
    while True:
        if opened >= 0:
            close = text.find('"""', at)
            if close < 0:
                return found, opened
            found.append((opened, close + 3))
            opened, at = -1, close + 3
            continue
        mark = _MARK.search(text, at)
        if mark is None:
            return found, -1
        at = mark.end()
        if mark.group() == '"""':
            opened = mark.start()


def _broken_prose(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    while True:
        ranges, opened = _marks(text, at)
        for start, stop in ranges:
            sure = _SURE.search(text, start, stop)
            if sure is not None:
                yield start, sure.start()
                at = sure.start()
                break
            yield start, stop
        else:
            if opened >= 0:
                sure = _SURE.search(text, opened)
                yield opened, sure.start() if sure is not None else len(text)
                if sure is not None:
                    at = sure.start()
                    continue
            return
