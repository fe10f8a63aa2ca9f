"""Analysed tree to IR: the same meaning, without the way it was written.

Declarations stand in order of their names, clauses in the order written. What has errors is left out,
and nothing else; nothing is checked here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from holo.ir import model as ir
from holo.ir.trusted import trusted
from holo.lowering.declarations import (
    lower_alias,
    lower_class,
    lower_const,
    lower_enum,
    lower_error,
    lower_failure,
    lower_opaque,
    lower_port,
    lower_record,
)
from holo.lowering.expressions import Expressions, Hole, said
from holo.lowering.functions import Refused, lower_function, lower_law
from holo.syntax import tree

if TYPE_CHECKING:
    from holo.analysis.analyze import Analyzed
    from holo.analysis.collect import Placed
    from holo.diagnostics.model import Diagnostic

_GROUPS = ("aliases", "consts", "enums", "records", "errors", "ports", "functions", "laws", "classes", "opaques")
_name = attrgetter("name")

_make_hologram = trusted(ir.Hologram)
_make_package = trusted(ir.Package)
_make_use = trusted(ir.Use)


@dataclass(frozen=True, slots=True)
class Lowered:
    """One file as IR; `diagnostics` are what only lowering could see.

    `whole` says that the IR holds all that is declared, here and in what is used: every name in it leads somewhere.
    """

    hologram: ir.Hologram
    diagnostics: tuple[Diagnostic, ...]
    whole: bool


@dataclass(slots=True)
class _Parts:
    """What the IR of one file is put together from."""

    packages: dict[str, dict[str, list[Any]]]
    rest: dict[str, list[Any]] = field(default_factory=dict)
    heads: dict[str, tree.Package] = field(default_factory=dict)

    def add(self, group: str, node: Any) -> None:
        """Keep a node that belongs to the whole hologram."""
        self.rest.setdefault(group, []).append(node)

    def sorted(self, group: str, key: str) -> tuple[Any, ...]:
        """Return the nodes of a group in the order of one attribute."""
        return tuple(sorted(self.rest.get(group, ()), key=attrgetter(key)))


def lower(analyzed: Analyzed) -> Lowered:
    """Return the IR of a file, without the declarations that have errors."""
    facts = analyzed.facts
    table, read = facts.table, Expressions(facts)
    parts = _Parts({"": {}, **{name: {} for name in sorted(table.packages)}})
    notes = _notes(analyzed, read)
    found: list[Diagnostic] = []
    whole = analyzed.whole
    for placed in table.items:
        if placed.item.span.start in analyzed.broken:
            continue
        try:
            _lower(placed, analyzed, read, parts, notes)
        except Hole:
            whole = False
        except Refused as refused:
            whole = False
            found.append(refused.diagnostic)
    header = table.header
    hologram = _make_hologram(
        name=table.hologram,
        version=header.version.text if header is not None else "",
        language=header.language if header is not None else 1,
        prose=tuple(parts.rest.get("prose", ())),
        uses=_uses(analyzed),
        python=tuple(sorted(set(parts.rest.get("python", ())))),
        terms=parts.sorted("terms", "name"),
        packages=_packages(table.hologram, parts),
        failures=parts.sorted("failures", "id"),
        requirements=parts.sorted("requirements", "id"),
        decisions=parts.sorted("decisions", "id"),
        chapters=parts.sorted("chapters", "title"),
        questions=parts.sorted("questions", "question"),
        code=table.code,
    )
    return Lowered(hologram, tuple(found), whole)


def _packages(hologram: str, parts: _Parts) -> tuple[ir.Package, ...]:
    packages: list[ir.Package] = []
    for name, groups in parts.packages.items():
        head = parts.heads.get(name)
        for group in groups.values():
            group.sort(key=_name)
        packages.append(
            _make_package(
                id=f"{hologram}.{name}" if name else hologram,
                name=name,
                doc=said(head.doc) if head is not None else "",
                span=head.span if head is not None else None,
                **{group: tuple(groups[group]) for group in _GROUPS if group in groups},
            )
        )
    return tuple(packages)


def _uses(analyzed: Analyzed) -> tuple[ir.Use, ...]:
    uses = [
        _make_use(
            hologram=exports.name,
            path=use.path.text,
            alias=use.alias.text if use.alias is not None else "" if use.only else exports.name,
            only=tuple(sorted({name.text for name in use.only})),
        )
        for use, exports in analyzed.facts.table.uses
        if exports is not None
    ]
    return tuple(sorted(uses, key=lambda one: (one.hologram, one.alias, one.only)))


def _notes(analyzed: Analyzed, read: Expressions) -> dict[str, tuple[str, ...]]:
    """Return the texts of `ticket` declarations by function, in the order of their words."""
    notes: dict[str, list[str]] = {}
    for placed in analyzed.facts.table.items:
        item = placed.item
        if isinstance(item, tree.Ticket) and item.span.start not in analyzed.broken:
            try:
                notes.setdefault(read.id(item.function), []).append(said(item.text))
            except Hole:
                continue
    return {id_: tuple(sorted(texts)) for id_, texts in notes.items()}


def _lower(
    placed: Placed, analyzed: Analyzed, read: Expressions, parts: _Parts, notes: dict[str, tuple[str, ...]]
) -> None:
    facts, item = analyzed.facts, placed.item
    symbol = facts.table.declared.get(item.span.start)
    if symbol is None:
        _lower_nameless(item, analyzed, read, parts)
        return
    id_ = symbol.id
    into = parts.packages[placed.package]
    match item:
        case tree.Function(kind="law"):
            into.setdefault("laws", []).append(lower_law(item, symbol, read))
        case tree.Function():
            into.setdefault("functions", []).append(lower_function(item, symbol, facts, read, notes.get(id_, ())))
        case tree.Record():
            into.setdefault("records", []).append(lower_record(item, id_, read))
        case tree.Class():
            into.setdefault("classes", []).append(lower_class(item, id_, read))
        case tree.Opaque():
            into.setdefault("opaques", []).append(lower_opaque(item, id_))
        case tree.Alias():
            into.setdefault("aliases", []).append(lower_alias(item, id_, read))
        case tree.Const():
            into.setdefault("consts", []).append(lower_const(item, id_, read))
        case tree.Enum():
            into.setdefault("enums", []).append(lower_enum(item, id_))
        case tree.Error():
            into.setdefault("errors", []).append(lower_error(item, id_, read))
        case tree.Port():
            into.setdefault("ports", []).append(lower_port(item, id_, read))
        case tree.Package():
            parts.heads[item.name.text] = item
        case tree.Failure():
            parts.add("failures", lower_failure(item, id_, facts, read))
        case tree.Requirement():
            by, shown = (tuple(sorted({read.id(name) for name in names})) for names in (item.by, item.shown))
            parts.add(
                "requirements",
                ir.Requirement(id=id_, name=symbol.name, text=said(item.text), by=by, shown=shown, span=item.span),
            )
        case tree.Decision():
            parts.add(
                "decisions",
                ir.Decision(
                    id=id_,
                    name=symbol.name,
                    title=said(item.title),
                    prose=said(item.prose),
                    rejects=tuple([said(one) for one in item.rejects]),
                    span=item.span,
                ),
            )
        case _:
            pass


def _lower_nameless(item: tree.Declaration, analyzed: Analyzed, read: Expressions, parts: _Parts) -> None:
    """Lower what no name leads to: prose, glossary, chapters, questions, Python modules."""
    match item:
        case tree.Prose():
            parts.add("prose", said(item.text))
        case tree.Python():
            for module in item.modules:
                parts.add("python", module.text)
        case tree.Glossary():
            terms = analyzed.facts.table.terms
            for term in item.terms:
                known = tuple([terms[one.text.lower()].name.text for one in term.see if one.text.lower() in terms])
                parts.add(
                    "terms",
                    ir.Term(name=term.name.text, definition=said(term.definition), see=known, span=term.span),
                )
        case tree.Chapter():
            parts.add("chapters", ir.Chapter(title=said(item.title), prose=said(item.prose), span=item.span))
        case tree.Open():
            about = tuple(sorted({read.id(name) for name in item.about}))
            parts.add("questions", ir.Question(question=said(item.question), about=about, span=item.span))
        case _:
            pass
