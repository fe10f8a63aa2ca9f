"""How far a broken statement reaches: its brackets, its line ends, and what begins the next one.

Works on text alone; says nothing of what is wrong.
"""

from __future__ import annotations

import re
from typing import Final

from holo.syntax.words import BLOCKS

_WORD = re.compile(r"[^\W\d]\w*")
BLANK = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*")
PIECE = re.compile(
    r"""(?P<text>"{3}(?:[^"]|"(?!""))*+"{3}|"(?!"")(?:[^"\\\n]|\\.)*+"|'(?:[^'\\\n]|\\.)*+')|(?P<comment>\#[^\n]*+)"""
    r"""|(?P<prose>"{3})|(?P<quote>["'])|(?P<opens>[(\[{])|(?P<closes>[)\]}])|(?P<line>\n)|(?P<code>[^\s"'#()\[\]{}]++)"""
)
LABEL = re.compile(r"[^\W\d]\w*[ \t]*:(?!=)")
_DANGLING = re.compile(r"(?:\\|(?<!-)>|[-+*/%<=&|^]=|[-+*/%<&|^]|\b(?:and|or|not|in|is|if))$")
LEADING = re.compile(r"(?:and|or|in|is)\b|[+*/%<>=&|^.]|-(?!>)")
_STATEMENT = re.compile(r"""[^\W\d]\w*[ \t]+(?!(?:and|or|in|is|if|not|for)\b)[\w"'(\[{]""")
PAIRS: Final = {"(": ")", "[": "]", "{": "}"}


def end_of_statement(text: str, start: int, stop: int, block: str) -> tuple[int, bool]:
    """Return where a statement ends, and whether its brackets were all closed there.

    A statement goes on inside brackets, after a comma, and before a line that begins with `else`. Where brackets
    stay open it is its first line.
    """
    open_: list[str] = []
    last = chunk = ""
    limit = min(stop, start + 20_000)
    for piece in PIECE.finditer(text, start, limit):
        kind = piece.lastgroup
        if kind == "opens":
            open_.append(piece.group())
        elif kind == "closes":
            if not open_:
                if piece.group() == "}":
                    return piece.start(), True
            elif PAIRS[open_[-1]] == piece.group():
                open_.pop()
            elif piece.group() == "}":
                break
        elif kind == "line":
            rest = _WORD.match(text, BLANK.match(text, piece.start()).end(), limit)  # type: ignore[union-attr]  # matches always
            word = rest.group() if rest else ""
            fresh = rest is not None and _begins(text, rest, block)
            if not open_:
                onward = last == "," or word == "else" or goes_on(text, chunk, piece.start(), limit, block)
                if fresh or not onward:
                    return piece.start(), True
            elif "{" not in open_ and fresh:
                break
            continue
        if kind != "comment":
            chunk = piece.group()
            last = chunk[-1]
    if not open_ and limit == stop:
        return stop, True
    line = text.find("\n", start, stop)
    return (stop if line < 0 else line), False


def goes_on(text: str, chunk: str, line: int, limit: int, block: str) -> bool:
    """Say whether an expression goes on behind the end of a line, as authors of other languages write it."""
    at = BLANK.match(text, line).end()  # type: ignore[union-attr]  # matches always
    if at >= limit or text[at] == "}" or _STATEMENT.match(text, at):
        return False
    if _DANGLING.search(chunk):
        return True
    return LEADING.match(text, at) is not None and not (text[at] == "-" and block in {"rows", "flow_clauses"})


def _begins(text: str, word: re.Match[str], block: str) -> bool:
    """Say whether a line that begins with a word begins a statement, whatever stands above it."""
    if block == "fields" and LABEL.match(text, word.start()):
        return True
    if block == "rows" and word.group() == "else":
        return True
    return word.group() in BLOCKS[block] and text[word.end() : word.end() + 1] in {" ", "\t"}


def block_start(text: str, start: int, stop: int) -> int:
    """Return where the `{` of a declaration's head is, or -1."""
    depth = 0
    for piece in PIECE.finditer(text, start, stop):
        kind = piece.lastgroup
        if kind == "opens":
            if not depth and piece.group() == "{":
                return piece.start()
            depth += 1
        elif kind == "closes":
            depth -= 1
        elif kind == "line" and depth <= 0:
            break
    line = text.find("\n", start, stop)
    head = text[start : stop if line < 0 else line].partition("#")[0].rstrip()
    return start + len(head) - 1 if head.endswith("{") else -1
