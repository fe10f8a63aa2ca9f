"""What Holo says in a file that is somebody else's: a marked block in a text, one entry in a JSON object.

From text to text; writes nothing. All outside the block or entry stays to the letter, line ends included. A file in which the
place cannot be found for certain is refused, never guessed at.
"""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from typing import Any

BEGIN = "holo:begin"
END = "holo:end"
_SAYS = "`holo export` writes what stands between these two lines"


class CannotMark(Exception):
    """A text in which Holo's part has no certain place; `reason` says why."""

    def __init__(self, reason: str) -> None:
        """Keep the reason."""
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Comment:
    """How a format writes a comment of one line."""

    left: str
    right: str = ""

    def line(self, word: str, says: str = "") -> str:
        """Return a comment with one word, and what it says."""
        return f"{self.left} {word}{f' ({says})' if says else ''}{f' {self.right}' if self.right else ''}"


HTML = Comment("<!--", "-->")
HASH = Comment("#")


def with_block(text: str, block: str, comment: Comment, head: str = "") -> str:
    r"""Return a text with Holo's block in it: in the place of the one that is there, else below all else.

    `head` is what a new file begins with. Line ends are the text's own, `\n` in a new one. Raises `CannotMark`.
    """
    ends = "\r\n" if "\r\n" in text else "\n"
    lines = [comment.line(BEGIN, _SAYS), block.strip("\n"), comment.line(END)]
    made = "\n".join(lines).replace("\n", ends)
    mark = re.escape(comment.left)
    begins = [found.start() for found in re.finditer(rf"^{mark} {BEGIN}\b", text, re.MULTILINE)]
    stops = [found.end() for found in re.finditer(rf"^{mark} {END}\b[^\r\n]*", text, re.MULTILINE)]
    if not begins and not stops:
        above = text if text.strip() else head.replace("\n", ends)
        missing = 2 if not above.endswith("\n") else 1 if not above.endswith(("\n\n", "\n\r\n")) else 0
        gap = ends * missing if above.strip() else ""
        return f"{above}{gap}{made}{ends}"
    if len(begins) != 1 or len(stops) != 1 or begins[0] > stops[0]:
        raise CannotMark(f"its marks `{BEGIN}` and `{END}` do not stand there once each, in this order")
    return text[: begins[0]] + made + text[stops[0] :]


def with_toml_block(text: str, block: str, table: str) -> str:
    """Return a TOML text with a block that defines one table; as it is, where its user has defined that table.

    Raises `CannotMark` where neither can be.
    """
    without = with_block(text, "", HASH)
    try:
        if _has(tomllib.loads(without), table):
            return text
        made = with_block(text, block, HASH)
        found, wanted = _at(tomllib.loads(made), table), _at(tomllib.loads(block), table)
    except tomllib.TOMLDecodeError as error:
        raise CannotMark(f"it would be no valid TOML with `[{table}]` in it: {error}") from None
    if found != wanted:
        raise CannotMark(f"what follows the block would belong to `[{table}]`: end the block with a table of your own")
    return made


def with_entry(text: str, path: tuple[str, str], value: dict[str, Any]) -> str:
    """Return a JSON text in which `path`, an object's name and a key in it, is there; all else stays as it is written.

    An entry that is there is its user's, whatever it says. Raises `CannotMark` for what is no JSON object.
    """
    name, key = path
    if not text.strip():
        return json.dumps({name: {key: value}}, indent=2) + "\n"
    try:
        whole = json.loads(text)
    except ValueError:
        raise CannotMark("it is no plain JSON (comments are none)") from None
    if not isinstance(whole, dict) or not isinstance(whole.get(name, {}), dict):
        raise CannotMark(f"it is no JSON object with an object `{name}`")
    if key in whole.get(name, {}):
        return text
    ends = "\r\n" if "\r\n" in text else "\n"
    start = _value_at(text, text.index("{"), name)
    if start is None:
        made = _inserted(text, text.index("{"), f'"{name}": {_indented({key: value}, 1)}', 1, empty=not whole)
    else:
        made = _inserted(text, start, f'"{key}": {_indented(value, 2)}', 2, empty=not whole[name])
    made = made.replace("\r\n", "\n").replace("\n", ends)
    if json.loads(made) != {**whole, name: {**whole.get(name, {}), key: value}}:
        raise CannotMark(f"the place of `{key}` in `{name}` is not certain")
    return made


def _has(found: Any, table: str) -> bool:
    """Say whether a TOML document defines a table."""
    for name in table.split("."):
        if not isinstance(found, dict) or name not in found:
            return False
        found = found[name]
    return True


def _at(found: Any, table: str) -> Any:
    for name in table.split("."):
        found = found[name]
    return found


def _indented(value: dict[str, Any], depth: int) -> str:
    return json.dumps(value, indent=2).replace("\n", "\n" + "  " * depth)


def _inserted(text: str, brace: int, member: str, depth: int, *, empty: bool) -> str:
    """Put a member first into the object that opens at a brace."""
    rest = text[brace + 1 :]
    starts_line = rest.lstrip(" \t")[:1] in {"\r", "\n"}
    if empty:
        tail, rest = "\n" + "  " * (depth - 1), rest.lstrip()
    elif starts_line:
        tail = ","
    else:
        tail, rest = ",\n" + "  " * depth, rest.lstrip()
    return f"{text[: brace + 1]}\n{'  ' * depth}{member}{tail}{rest}"


def _value_at(text: str, brace: int, key: str) -> int | None:
    """Return where the value of a key begins in the object that opens at a brace; the last, where it is there twice."""
    at, found = brace + 1, None
    while True:
        at = _past_space(text, at)
        if text[at] == "}":
            return found
        if text[at] == ",":
            at += 1
            continue
        name, at = json.JSONDecoder().raw_decode(text, at)
        at = _past_space(text, _past_space(text, at) + 1)
        if name == key:
            found = at
        at = _end(text, at)


def _end(text: str, at: int) -> int:
    return json.JSONDecoder().raw_decode(text, at)[1]


def _past_space(text: str, at: int) -> int:
    while text[at] in " \t\r\n":
        at += 1
    return at
