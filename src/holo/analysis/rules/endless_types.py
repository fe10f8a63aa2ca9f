"""Records that need one of themselves to be made, and types that stand for themselves."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from holo.codes import Code
from holo.diagnostics.model import Diagnostic
from holo.expr.parse import parse_type
from holo.syntax import tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from holo.analysis.facts import Facts


def endless_types(facts: Facts) -> Iterator[Diagnostic]:
    """Report records and enums that can have no value, and aliases that come back to themselves."""
    aliases: dict[str, tree.Alias] = {}
    records: dict[str, tree.Record] = {}
    for placed in facts.whole:
        item = placed.item
        if isinstance(item, tree.Enum) and not item.members:
            message = f"Enum `{item.name.text}` has no member"
            yield Diagnostic(Code.ENDLESS_TYPE, message, item.name.span, "Name what it can be")
        if isinstance(item, tree.Alias | tree.Record):
            symbol = facts.table.declared.get(item.span.start)
            if symbol is not None:
                if isinstance(item, tree.Alias):
                    aliases[symbol.id] = item
                else:
                    records[symbol.id] = item
    ringed = [id_ for id_ in aliases if _comes_back(facts, id_, aliases)]
    for id_ in ringed:
        name = aliases[id_].name
        message = f"Type `{name.text}` stands for itself"
        yield Diagnostic(Code.ENDLESS_TYPE, message, name.span, "Make it a record, which may hold others of its kind")
    empty = _without_value(facts, {id_: one for id_, one in aliases.items() if id_ not in ringed}, records)
    for id_ in empty:
        name = records[id_].name
        message = f"`{name.text}` cannot be made without another `{name.text}`"
        yield Diagnostic(Code.ENDLESS_TYPE, message, name.span, "Make the field `… | None`, or a list")


def _comes_back(facts: Facts, start: str, aliases: dict[str, tree.Alias]) -> bool:
    seen: set[str] = set()
    stack = [start]
    while stack:
        bound = facts.types.get(aliases[stack.pop()].base.span.start)
        for id_ in bound.names.values() if bound is not None else ():
            if id_ == start:
                return True
            if id_ in aliases and id_ not in seen:
                seen.add(id_)
                stack.append(id_)
    return False


def _without_value(facts: Facts, aliases: dict[str, tree.Alias], records: dict[str, tree.Record]) -> list[str]:
    """Return the records that no finite number of steps can make."""
    open_: set[str] = {
        id_
        for id_, record in records.items()
        if any(
            id2 in records or id2 in aliases
            for one in record.fields
            if (bound := facts.types.get(one.type.span.start)) is not None
            for id2 in bound.names.values()
        )
    }
    moved = True
    while moved and open_:
        made = {
            id_ for id_ in open_ if all(_can_be_made(facts, one.type, aliases, open_) for one in records[id_].fields)
        }
        open_ -= made
        moved = bool(made)
    return [id_ for id_ in records if id_ in open_]


def _can_be_made(facts: Facts, raw: tree.Raw, aliases: dict[str, tree.Alias], open_: set[str]) -> bool:
    bound = facts.types.get(raw.span.start)
    if bound is None or not bound.names:
        return True
    return _possible(facts, parse_type(raw.text), bound.names, aliases, open_)


def _possible(
    facts: Facts, node: ast.expr, names: dict[str, str], aliases: dict[str, tree.Alias], open_: set[str]
) -> bool:
    match node:
        case ast.BinOp(left=left, right=right):
            return any(_possible(facts, one, names, aliases, open_) for one in (left, right))
        case ast.Subscript(value=ast.Name(id="tuple"), slice=ast.Tuple(elts=parts)):
            if any(isinstance(one, ast.Constant) and one.value is ... for one in parts):
                return True
            return all(_possible(facts, one, names, aliases, open_) for one in parts)
        case ast.Subscript(value=ast.Name(id="tuple"), slice=one):
            return _possible(facts, one, names, aliases, open_)
        case ast.Name() | ast.Attribute():
            id_ = names.get(ast.unparse(node), "")
            if id_ in aliases:
                return _can_be_made(facts, aliases[id_].base, aliases, open_)
            return id_ not in open_
        case _:
            return True
