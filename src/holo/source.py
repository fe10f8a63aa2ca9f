"""Source text and places in it.

The one room that reads holograms from disk. It decodes and measures; it never parses.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 8 * 1024 * 1024


class Span(NamedTuple):
    """Half-open range of character offsets in one source file."""

    path: str
    start: int
    stop: int


class Position(NamedTuple):
    """A place as people count it: line and column from 1, columns in characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class SourceFile:
    r"""One text with the path under which messages name it.

    `text` has no byte-order mark and only `\n` line ends; offsets count its characters.
    """

    path: str
    text: str
    _starts: list[int] = field(default_factory=list, repr=False, compare=False)

    def position(self, offset: int) -> Position:
        """Return line and column of a character offset."""
        if not self._starts:
            self._starts.append(0)
            at = self.text.find("\n")
            while at >= 0:
                self._starts.append(at + 1)
                at = self.text.find("\n", at + 1)
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """Return the text of a line counted from 1, without its line end."""
        self.position(0)
        if not 1 <= number <= len(self._starts):
            return ""
        start = self._starts[number - 1]
        stop = self.text.find("\n", start)
        return self.text[start:] if stop < 0 else self.text[start:stop]


class Unreadable(Exception):
    """A file that cannot be a hologram: `reason` says why, `hint` what to do."""

    def __init__(self, reason: str, hint: str) -> None:
        """Keep the two sentences apart, since a diagnostic shows them apart."""
        super().__init__(reason)
        self.reason = reason
        self.hint = hint


def decode(data: bytes) -> str:
    r"""Return the text of a hologram's bytes; raise `Unreadable` for what is no text.

    A byte-order mark is dropped, CRLF and CR become `\n`.
    """
    if len(data) > MAX_BYTES:
        size = len(data) / 1024 / 1024
        raise Unreadable(
            f"The file has {size:.0f} MiB; a hologram is one short text", "Split it into files joined by `use`"
        )
    if b"\0" in data:
        raise Unreadable("The file is binary", "Name a hologram: a UTF-8 text that ends in `.holo`")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"The file is not UTF-8: byte {error.start} is 0x{data[error.start]:02x}", "Save it as UTF-8"
        ) from None
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text


def read(path: Path, shown: str) -> SourceFile:
    """Read one hologram from disk, under the path that messages show.

    Raises `Unreadable` for what is no text, `OSError` where the system refuses.
    """
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise Unreadable(
            f"The file has {size / 1024 / 1024:.0f} MiB; a hologram is one short text",
            "Split it into files joined by `use`",
        )
    return SourceFile(shown, decode(path.read_bytes()))
