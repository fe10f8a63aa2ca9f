"""Third pass: `[[name]]` in prose and docs, and what each leads to.

Reads every text of a file that holds the mark; reports nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from holo.analysis import names
from holo.analysis.facts import Reference
from holo.analysis.symbols import PRELUDE, Kind
from holo.source import Span
from holo.syntax import tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from holo.analysis.collect import Table
    from holo.analysis.facts import Facts
    from holo.analysis.symbols import Symbol

_MARK = re.compile(r"\[\[([^\W_][\w .'-]*)(\]{1,2})")


def refer(facts: Facts) -> None:
    """Fill `facts.references`, and note which foreign names prose mentions."""
    text = facts.parsed.source.text
    if "[[" not in text:
        return
    path = facts.parsed.file.path
    for placed in facts.table.items:
        package = placed.item.name.text if isinstance(placed.item, tree.Package) else placed.package
        for one in texts(placed.item):
            if "[[" not in one.text:
                continue
            # Offsets count in the file, where prose is not yet dedented.
            for match in _MARK.finditer(text, one.body, one.span.stop):
                span = Span(path, match.start(1), match.end(1))
                if match[2] == "]":
                    facts.references.append(Reference(match[1], span, "", closed=False))
                    continue
                facts.references.append(_resolve(facts, match[1], package, span))


def texts(item: tree.Declaration) -> Iterator[tree.Text]:
    """Yield every doc, prose and title of a declaration, but not what stands inside a package."""
    match item:
        case tree.Prose():
            yield item.text
        case tree.Glossary():
            for term in item.terms:
                yield term.definition
        case tree.Enum():
            yield from _docs(item.doc, *(one.doc for one in item.members))
        case tree.Record():
            yield from _docs(item.doc, *(one.doc for one in item.fields))
        case tree.Port():
            yield from _docs(item.doc, *(one.doc for one in item.functions))
        case tree.Function():
            yield from _docs(item.doc, *(one.text for one in item.clauses if isinstance(one, tree.Logic)))
        case tree.Class():
            yield from _docs(item.doc, *(one.doc for one in item.fields))
        case tree.Alias() | tree.Opaque() | tree.Const() | tree.Error() | tree.Package():
            yield from _docs(item.doc)
        case tree.Failure():
            yield item.title
        case tree.Requirement() | tree.Ticket():
            yield item.text
        case tree.Decision():
            yield from (item.title, item.prose, *item.rejects)
        case tree.Chapter():
            yield from (item.title, item.prose)
        case tree.Open():
            yield item.question
        case tree.Header() | tree.Use() | tree.Python():
            pass


def _docs(*docs: tree.Text | None) -> Iterator[tree.Text]:
    return (doc for doc in docs if doc is not None)


def _resolve(facts: Facts, text: str, package: str, span: Span) -> Reference:
    table = facts.table
    words = text.lower()
    if words in table.terms:
        return Reference(text, span, table.terms[words].name.text)
    root, *rest = text.split(".")
    if words in table.broken_terms or root in table.broken:
        return Reference(text, span, text)
    symbol = table.visible[package].get(root)
    if symbol is None:
        inside = table.elsewhere.get(root, [])
        if len(inside) > 1:
            return Reference(text, span, "", tuple(f"{one.package}.{one.name}" for one in inside))
        symbol = inside[0] if inside else None
    if symbol is None or (symbol.kind in PRELUDE and rest):
        return Reference(text, span, "")
    return Reference(text, span, _inside(facts, table, symbol, tuple(rest)))


def _inside(facts: Facts, table: Table, symbol: Symbol, rest: tuple[str, ...]) -> str:
    """Return the id behind a dotted reference: through packages, then one field, member or port function."""
    found, taken = names.descend(symbol, rest)
    if found is None:
        return rest[taken - 1] if rest[taken - 1] in table.broken else ""
    if found.foreign:
        facts.mentioned.add(found.id)
    left = rest[taken:]
    if not left:
        return found.id or found.name
    inside = {*found.members, *(slot.name for slot in found.slots), *found.functions}
    known = len(left) == 1 and left[0] in inside and found.kind is not Kind.FUNCTION
    return f"{found.id}.{left[0]}" if known else ""
