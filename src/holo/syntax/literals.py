"""Strings and prose: their values, and their one canonical spelling.

A string has Python's short escapes; prose has none, since Markdown has its own backslashes.
"""

from __future__ import annotations

import re
from typing import Final

_ESCAPE = re.compile(r"\\(?:([\\\"'ntr])|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U(0010[0-9a-fA-F]{4}|000[0-9a-fA-F]{5}))")
_MEANING: Final = {"\\": "\\", '"': '"', "'": "'", "n": "\n", "t": "\t", "r": "\r"}
_SPELLED: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_SPECIAL = re.compile(r'[\\"\x00-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]')


def string_value(literal: str) -> str:
    """Return the value of `"…"`; a backslash that begins no escape stands for itself."""
    return _ESCAPE.sub(_unescape, literal[1:-1])


def _unescape(found: re.Match[str]) -> str:
    short, *numbers = found.groups()
    if short:
        return _MEANING[short]
    code = int(next(number for number in numbers if number), 16)
    return found.group() if 0xD800 <= code <= 0xDFFF else chr(code)


def string_literal(value: str) -> str:
    """Return the canonical spelling of a string's value."""
    return f'"{_SPECIAL.sub(_escape, value)}"'


def _escape(found: re.Match[str]) -> str:
    char = found.group()
    return _SPELLED.get(char) or (f"\\x{ord(char):02x}" if ord(char) < 256 else f"\\u{ord(char):04x}")


def prose_value(literal: str) -> str:
    '''Return the value of `"""…"""`: without common indentation, and without blank lines around it.'''
    body = literal[3:-3]
    if "\n" not in body:
        return body.strip()
    first, *rest = body.expandtabs(4).split("\n")
    lines = [first.strip(), *(line if line.strip() else "" for line in rest)]
    margin = min((len(line) - len(line.lstrip(" ")) for line in lines[1:] if line), default=0)
    lines[1:] = [line[margin:] for line in lines[1:]]
    while lines and not lines[0]:
        del lines[0]
    while lines and not lines[-1]:
        del lines[-1]
    if not lines:
        return ""
    lines[-1] = lines[-1].rstrip()
    return "\n".join(lines)


def prose_literal(value: str, indent: str) -> str:
    """Return the canonical spelling of prose: one line stays on one line, several stand between the marks."""
    if "\n" not in value and not value.endswith('"') and value:
        return f'"""{value}"""'
    lines = [f"{indent}{line}" if line else "" for line in value.split("\n")]
    return "\n".join(['"""', *lines, f'{indent}"""'])
