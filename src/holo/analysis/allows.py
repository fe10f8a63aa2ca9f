"""`allow H412 "why"` above a statement: what each silences, and which silence nothing.

Finds and applies them; whether a code exists is a rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from holo.codes import Code
from holo.diagnostics.model import Diagnostic, Severity
from holo.syntax import tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from holo.source import Span
    from holo.syntax.parse import Parsed


@dataclass(frozen=True, slots=True)
class AllowSpan:
    """One `allow`: its code, the statement that it stands above, and where the code is written."""

    code: str
    statement: Span
    span: Span


def allowed(parsed: Parsed) -> tuple[AllowSpan, ...]:
    """Return every `allow` of a file, in source order."""
    if "allow" not in parsed.source.text:
        return ()
    return tuple(
        AllowSpan(allow.code.text, statement.span, allow.code.span)
        for statement in _statements(parsed.file.items)
        for allow in getattr(statement, "allows", ())
    )


def _statements(items: Iterable[tree.Declaration]) -> Iterator[tree.Declaration | tree.Clause | tree.Given]:
    for item in items:
        yield item
        parts: tuple[object, ...]
        match item:
            case tree.Package():
                yield from _statements(item.items)
                continue
            case tree.Function():
                parts = item.clauses
            case tree.Glossary():
                parts = item.terms
            case tree.Record():
                parts = (*item.fields, *item.invariants)
            case tree.Class():
                parts = item.fields
            case tree.Port():
                parts = item.functions
            case tree.Failure():
                parts = (*item.given, *item.then)
            case _:
                continue
        yield from parts  # type: ignore[misc]  # all of them are statements


def silence(
    diagnostics: Iterable[Diagnostic], allows: Iterable[AllowSpan]
) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """Return the diagnostics that no `allow` silences, and a warning for each `allow` that silenced none.

    Give it everything that all stages said of the file: one that silences a later stage's report is not idle.
    """
    listed = tuple(allows)
    if not listed:
        return tuple(diagnostics), ()
    left: list[Diagnostic] = []
    busy: set[int] = set()
    for one in diagnostics:
        by = [
            number
            for number, allow in enumerate(listed)
            if allow.code == one.code.number
            and allow.statement.path == one.span.path
            and allow.statement.start <= one.span.start < max(allow.statement.stop, allow.statement.start + 1)
        ]
        busy.update(by)
        if not by:
            left.append(one)
    numbers = {code.number for code in Code}
    idle = tuple(
        Diagnostic(
            Code.IDLE_ALLOW,
            f"`allow {allow.code}` silences nothing",
            allow.span,
            "Remove it",
            Severity.WARNING,
        )
        for number, allow in enumerate(listed)
        if number not in busy and allow.code in numbers
    )
    return tuple(left), idle
