"""Text to tree, with every mistake as a diagnostic.

A file without mistakes is read in one go. Where that gets stuck, `recover` reads it declaration by
declaration. Never raises, and reads no file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from holo.codes import Code
from holo.diagnostics.model import Diagnostic, Severity
from holo.source import Span
from holo.syntax import tree
from holo.syntax.build import Builder
from holo.syntax.machine import Machine
from holo.syntax.scan import comments, may_be_deep

if TYPE_CHECKING:
    from holo.source import SourceFile

WORDS: Final = 3_500
"""What one mind holds at once; twice as many are an error."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A file as read: its tree without what could not be read, and what is wrong with it."""

    source: SourceFile
    file: tree.File
    diagnostics: tuple[Diagnostic, ...]
    words: int


def parse(source: SourceFile) -> Parsed:
    """Read a hologram."""
    words = len(source.text.split())
    items, found = at_once(source) or _recovered(source)
    found = sorted((*found, *_length(source, words)), key=lambda one: one.span.start)
    return Parsed(source, tree.File(source.path, items, comments(source.path, source.text)), tuple(found), words)


def at_once(
    source: SourceFile, *, keep_later: bool = False
) -> tuple[tuple[tree.Declaration, ...], list[Diagnostic]] | None:
    """Read a file without mistakes; None for one that has some, or very deep brackets."""
    text = _ended(source)
    if may_be_deep(text):
        return None
    builder = Builder(source.path, keep_later=keep_later)
    machine = Machine(builder.actions())
    items = None if machine.run(text, 0, len(text)) else machine.finish()
    return None if items is None else (items, builder.problems)


def _recovered(source: SourceFile) -> tuple[tuple[tree.Declaration, ...], list[Diagnostic]]:
    # Recovery takes 15 ms to import, and most files have no mistake.
    from holo.syntax.recover import recover

    return recover(source.path, _ended(source))


def _ended(source: SourceFile) -> str:
    return source.text if source.text.endswith("\n") else source.text + "\n"


def _length(source: SourceFile, words: int) -> list[Diagnostic]:
    if words <= WORDS:
        return []
    stop = source.text.find("\n")
    span = Span(source.path, 0, len(source.text) if stop < 0 else stop)
    message = f"The file has {words:,} words; {WORDS:,} are what one mind holds at once"
    hint = "Split it into files joined by `use`"
    if words > 2 * WORDS:
        return [Diagnostic(Code.TOO_LONG_FILE, message, span, hint)]
    return [Diagnostic(Code.LONG_FILE, message, span, hint, Severity.WARNING)]
