"""How a report is shown: rich text with the line and a caret, or the JSON that `language.md` fixes.

Takes sources through a function, since a report may concern any file; never reads one itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from holo.diagnostics.model import Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from holo.source import SourceFile

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}


@dataclass(frozen=True, slots=True)
class Placed:
    """A diagnostic with its place counted in lines and columns from 1: what leaves the process.

    `excerpt` is the line of the source at which it points; `severity` a word.
    """

    code: str
    severity: str
    message: str
    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    hint: str
    fix: dict[str, Any] | None
    excerpt: str

    def as_json(self) -> dict[str, Any]:
        """Return the object that `--format json` prints for it."""
        return {
            "code": self.code,
            "severity": self.severity,
            "message": self.message,
            "path": self.path,
            "line": self.line,
            "column": self.column,
            "end_line": self.end_line,
            "end_column": self.end_column,
            "hint": self.hint,
            "fix": self.fix,
        }


def place(found: Diagnostic, source: SourceFile) -> Placed:
    """Give a diagnostic its lines and columns in its source."""
    size = len(source.text)
    start = min(max(found.span.start, 0), size)
    stop = min(max(found.span.stop, start), size)
    first, last = source.position(start), source.position(stop)
    fix = None
    if found.fix is not None:
        begin, end = source.position(found.fix.span.start), source.position(found.fix.span.stop)
        fix = {
            "title": found.fix.title,
            "text": found.fix.text,
            "line": begin.line,
            "column": begin.column,
            "end_line": end.line,
            "end_column": end.column,
        }
    return Placed(
        found.code.number,
        found.severity.value,
        found.message,
        found.span.path,
        first.line,
        first.column,
        last.line,
        last.column,
        found.hint,
        fix,
        source.line(first.line),
    )


def place_all(found: Iterable[Diagnostic], source_of: Callable[[str], SourceFile]) -> tuple[Placed, ...]:
    """Place diagnostics and put them in order of file, place and code, each once."""
    placed: dict[tuple[object, ...], Placed] = {}
    rows = [place(one, source_of(one.span.path)) for one in found]
    rows.sort(key=lambda row: (row.path, row.line, row.column, row.code, row.message))
    for row in rows:
        placed.setdefault((row.path, row.line, row.column, row.code, row.message), row)
    return tuple(placed.values())


def as_text(rows: Sequence[Placed], *, colour: bool) -> str:
    """Return the form for people: message, place, the line with a caret, the hint."""

    def paint(text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if colour else text

    out: list[str] = []
    for row in rows:
        tint = next(c for s, c in _COLOURS.items() if s.value == row.severity)
        out.append(
            f"{paint(row.path, '1')}:{row.line}:{row.column}: {paint(f'{row.severity} {row.code}', tint)} {row.message}"
        )
        if row.severity == Severity.NOTE.value:
            continue  # a note is for the record: one line of it is enough
        if row.excerpt.strip():
            out.extend(_excerpt(row, tint if colour else ""))
        if row.hint:
            out.append(f"  {paint('help:', '32')} {row.hint}")
    return "\n".join(out)


def _excerpt(row: Placed, tint: str) -> tuple[str, str]:
    width = 160
    line, column = row.excerpt, row.column
    stop = row.end_column if row.end_line == row.line else len(line) + 1
    if len(line) > width:
        cut = max(0, column - 40)
        line, column, stop = line[cut : cut + width], column - cut, stop - cut
    gutter = str(row.line)
    lead = "".join("\t" if c == "\t" else " " for c in line[: column - 1])
    carets = "^" * max(1, min(stop, len(line) + 1) - column)
    if tint:
        carets = f"\x1b[{tint}m{carets}\x1b[0m"
    return f"  {gutter} | {line}", f"  {' ' * len(gutter)} | {lead}{carets}"
