"""Which parts of a lifted text do not compile: the compiler's own reports, traced back to what was lifted.

The writer leaves these parts out, or says less of them; the reasons are the compiler's words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.diagnostics.model import Severity
from holo.expr.canonical import canonical
from holo.syntax import tree
from holo.syntax.parse import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from holo.diagnostics.model import Diagnostic
    from holo.source import SourceFile, Span


def refused_parts(source: SourceFile, diagnostics: Sequence[Diagnostic]) -> dict[str, str]:
    """Return the parts in which errors stand, `PACKAGE:NAME/KIND/TEXT`, each with the first error's message.

    Kinds: `example`, `when`, `default`, `types`, `value`, `alias`, `attribute`, and `whole` for a declaration that is to be left
    out. What stands in no declaration is not among them.
    """
    errors = [one for one in diagnostics if one.severity is Severity.ERROR]
    if not errors:
        return {}
    found: dict[str, str] = {}
    placed = list(_declarations(parse(source).file.items, ""))
    for one in errors:
        for package, item in placed:
            if _holds(item.span, one.span):
                found.setdefault(f"{package}:{_part(item, one.span)}", one.message)
                break
    return found


def _declarations(items: Sequence[tree.Declaration], package: str) -> Iterator[tuple[str, tree.Declaration]]:
    for item in items:
        if isinstance(item, tree.Package):
            yield from _declarations(item.items, item.name.text)
        else:
            yield package, item


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start < max(outer.stop, outer.start + 1)


def _part(item: tree.Declaration, span: Span) -> str:
    match item:
        case tree.Function(name=name, parameters=parameters, clauses=clauses):
            for clause in clauses:
                if _holds(clause.span, span):
                    if isinstance(clause, tree.Example):
                        return f"{name.text}/example/{canonical(clause.expression.text)}"
                    if isinstance(clause, tree.Raises) and clause.when is not None:
                        return f"{name.text}/when/{canonical(clause.when.text)}"
            for one in parameters:
                if one.default is not None and _holds(one.default.span, span):
                    return f"{name.text}/default/{one.name.text}"
            types = [one.type for one in parameters] + [item.returns]
            if any(one is not None and _holds(one.span, span) for one in types):
                return f"{name.text}/types/"
            return f"{name.text}/whole/"
        case tree.Record(name=name, fields=fields):
            for field in fields:
                if field.default is not None and _holds(field.default.span, span):
                    return f"{name.text}/default/{field.name.text}"
            return f"{name.text}/whole/"
        case tree.Const(name=name, value=value):
            return f"{name.text}/{'whole' if value.text == '...' else 'value'}/"
        case tree.Alias(name=name):
            return f"{name.text}/alias/"
        case tree.Enum(name=name) | tree.Error(name=name):
            return f"{name.text}/whole/"
        case _:
            owner: tree.Name | None = getattr(item, "name", None)
            named = owner.text if owner is not None else ""
            for field in getattr(item, "fields", ()):
                if _holds(field.span, span):
                    return f"{named}/attribute/{field.name.text}"
            return f"{named}/whole/"
