"""The one canonical form of a hologram.

Keeps every comment and the author's order, changes no meaning, and is idempotent. A file with mistakes is left
as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from holo.diagnostics.model import Severity
from holo.syntax.layout.lines import merge, written
from holo.syntax.layout.printer import Printer
from holo.syntax.parse import at_once, parse
from holo.syntax.scan import comments

if TYPE_CHECKING:
    from holo.diagnostics.model import Diagnostic
    from holo.source import SourceFile


@dataclass(frozen=True, slots=True)
class Formatted:
    """A file in canonical form; with mistakes, the file as it was and the mistakes."""

    text: str
    diagnostics: tuple[Diagnostic, ...]


def format_source(source: SourceFile) -> Formatted:
    """Return a hologram in canonical form."""
    # `expr` imports the parser of Python, which a mere parse does not need.
    from holo.expr.canonical import canonical

    read = at_once(source, keep_later=True)
    if read is None:
        parsed = parse(source)
        if parsed.diagnostics:
            return Formatted(source.text, parsed.diagnostics)
        read = (parsed.file.items, [])
    items, problems = read
    if any(one.severity is Severity.ERROR for one in problems):
        return Formatted(source.text, tuple(problems))
    said = comments(source.path, source.text)
    printer = Printer(source.text, said, canonical)
    printer.declarations(items, 0)
    outside = [one for one in said if one.span.start not in printer.consumed]
    return Formatted(written(merge(printer.lines, outside), source.text), tuple(problems))
