"""One spelling for each expression and type: spacing, quotes and line breaks.

Works on tokens, never on nodes, since printing nodes costs ten times as much and drops the brackets
that the author chose. The canonical text parses to the same nodes, and is its own canonical text.
"""

from __future__ import annotations

import ast
import re
import warnings
from functools import lru_cache
from typing import Final

__all__ = ["canonical", "quote"]

_TOKEN: Final = re.compile(
    r"""
    [ \t\n\f\r]+ | \\\n | \#[^\n]*
    | ((?:[rRbBfFuU]{0,2})(?:\"\"\"(?:[^\\]|\\.)*?\"\"\"|'''(?:[^\\]|\\.)*?'''
        |"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
    | [^\W\d]\w*
    | 0[xXoObB][0-9a-fA-F_]+ | (?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?[jJ]?
    | \*\*|//|<<|>>|<=|>=|==|!=|:=|->|\.\.\.|.)
    """,
    re.VERBOSE | re.DOTALL,
)
# Most texts are in order already, and one look tells: names, numbers, plain strings, calls and operators, each with
# the space it should have. What this does not know is taken apart token by token.
_NAME: Final = r"(?!(?:and|or|not|in|is|if|else|for|lambda|async|await|yield|from)\b)[^\W\d]\w*+"
_ATOM: Final = rf"(?:{_NAME}(?![\"'])|\d++(?:\.\d++)?+(?![\w.])|\"[^\"\\\n]*+\")"
_OPERAND: Final = rf"(?:not |-|[(\[])*+{_ATOM}(?:\.{_NAME}|\(\)|[)\]])*+"
_BETWEEN: Final = r"(?:, | (?:[=!<>]=|[<>|]|[-+%]|\*\*?|//?|and|or|in|not in|is|is not|if|else) |=|[(\[])(?!\Z)"
_TIDY: Final = re.compile(rf"(?:{_OPERAND}(?:{_BETWEEN}|\Z))++")
_PLAIN: Final = re.compile(r'"[^"\\\n]*"')
_BINARY: Final = frozenset("+ - * / // % @ ** << >> & | ^ < > <= >= == != := ->".split())
_PREFIX: Final = frozenset("+ - ~ * **".split())
_WORDS: Final = frozenset("and or not in is if else for lambda async await yield from".split())
_CONTROL: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


@lru_cache(maxsize=4096)
def canonical(text: str) -> str:
    """Return the one spelling of an expression or type; what is no expression comes back as tidy as it can be."""
    return text if _TIDY.fullmatch(text) else respelled(text)


def respelled(text: str) -> str:
    """Return the same, written anew."""
    out: list[str] = []
    opened: list[str] = []  # the open brackets: "(" call, "g" group, "[" list, "s" subscript, "{"
    lambdas: list[int] = []  # the depths at which a lambda waits for its colon
    operand = False  # whether the last part ends an operand
    glue = True  # whether the next part follows without a space
    last = ""
    add = out.append
    for found in _TOKEN.findall(text):
        part = found
        if not part:
            continue
        first = part[0]
        if first.isalpha() or first == "_":
            if part in _WORDS:
                if not glue:
                    add(" ")
                add(part)
                if part == "lambda":
                    lambdas.append(len(opened))
                operand = glue = False
                last = part
                continue
            if part[-1] in "\"'":
                part = _string(part)
        elif first in {'"', "'"}:
            if not _PLAIN.fullmatch(part):
                part = _string(part)
        elif first.isdigit() or (first == "." and len(part) > 1 and part != "..."):
            part = part.lower()
        elif first == ",":
            add(",")
            operand = glue = False
            last = ","
            continue
        elif first in "([{":
            if operand:
                opened.append("(" if first == "(" else "s")
            else:
                opened.append("g" if first == "(" else first)
                if not glue:
                    add(" ")
            add(first)
            operand = False
            glue = True
            last = first
            continue
        elif first in ")]}":
            kind = opened.pop() if opened else ""
            if last == "," and _droppable(kind, out):
                out.pop()
            add(first)
            operand = True
            glue = False
            last = first
            continue
        elif part == ".":
            if last.isdigit():
                add(" ")
            add(".")
            operand = False
            glue = True
            last = part
            continue
        elif part == "=":
            add("=")
            operand = False
            glue = True
            last = part
            continue
        elif part == ":":
            add(" :" if last == "," else ":")
            if lambdas and lambdas[-1] == len(opened):
                lambdas.pop()
                glue = False
            else:
                glue = bool(opened) and opened[-1] == "s"
            operand = False
            last = part
            continue
        elif part in _BINARY or part == "~":
            if operand:
                add(f" {part}")
                glue = False
            else:
                if not glue:
                    add(" ")
                add(part)
                glue = True
            operand = False
            last = part
            continue
        if not glue:
            add(" ")
        add(part)
        operand = True
        glue = False
        last = part
    return "".join(out)


def _droppable(kind: str, out: list[str]) -> bool:
    """Whether a trailing comma means nothing: not where it makes a tuple."""
    if kind in {"(", "[", "{"}:
        return True
    if kind not in {"g", "s"}:
        return False
    # A group or an index of several elements keeps being a tuple without it.
    depth = 0
    for part in reversed(out[:-1]):
        if part in {")", "]", "}"}:
            depth += 1
        elif part in {"(", "[", "{"}:
            if depth == 0:
                return False
            depth -= 1
        elif part == "," and depth == 0:
            return True
    return False


def _string(token: str) -> str:
    prefix = token[: min(token.find(q) for q in "\"'" if q in token)].lower()
    if "f" in prefix:
        return _formatted(token, prefix)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            value = ast.literal_eval(token)
    except (SyntaxError, ValueError):
        return token
    return quote(value)


def _formatted(token: str, prefix: str) -> str:
    """Give an f-string plain double quotes where that changes nothing else."""
    body = token[len(prefix) :]
    prefix = "".join(sorted(prefix))
    if body[0] == "'" and not body.startswith("'''") and '"' not in body and "\\" not in body:
        return f'{prefix}"{body[1:-1]}"'
    return prefix + body


def quote(value: str | bytes) -> str:
    """Write a string or bytes in double quotes, raw where only backslashes would need escapes."""
    if isinstance(value, bytes):
        return 'b"' + "".join(_byte(b) for b in value) + '"'
    if value.isprintable() and '"' not in value:
        if "\\" not in value:
            return f'"{value}"'
        if (len(value) - len(value.rstrip("\\"))) % 2 == 0:
            return f'r"{value}"'
    return '"' + "".join(_CONTROL.get(c) or (c if c.isprintable() else _escape(c)) for c in value) + '"'


def _byte(byte: int) -> str:
    character = chr(byte)
    known = _CONTROL.get(character)
    if known:
        return known
    return character if 32 <= byte < 127 else f"\\x{byte:02x}"


def _escape(character: str) -> str:
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
