"""Effects come in through ports, are listed in `uses`, and stand in no expression but inside `calls`."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from holo.analysis.facts import Role
from holo.analysis.known import Place, shape
from holo.analysis.resolve import call_of
from holo.analysis.symbols import Kind, Symbol
from holo.codes import Code
from holo.diagnostics.model import Diagnostic, Severity
from holo.syntax import tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from holo.analysis.facts import Bound, Facts, Scope


def ports(facts: Facts) -> Iterator[Diagnostic]:
    """Report calls of ports in expressions, `calls` out of place, and functions whose ports and `uses` disagree."""
    for bound in facts.expressions.values():
        if bound.locals or bound.words:
            yield from _expression(facts, bound)
    for placed in facts.whole:
        item = placed.item
        if isinstance(item, tree.Function) and item.kind != "law":
            yield from _function(facts, item)


def _expression(facts: Facts, bound: Bound) -> Iterator[Diagnostic]:
    heard: set[int] = set()
    for word in bound.words:
        if bound.role is not Role.ENSURES and bound.role is not Role.THEN:
            yield Diagnostic(
                Code.MISPLACED_WORD,
                "`calls` stands only in `ensures` and `then`",
                bound.span(word.node),
                "Say there what the port was told",
            )
        asked = word.call.args if word.call is not None and not word.call.keywords else ()
        if len(asked) == 1 and isinstance(asked[0], ast.Attribute):
            heard.add(id(asked[0]))
    taken = {id(use.node): use for use in bound.locals if _port(facts, bound.scope, bound.scope.variables[use.root])}
    for node, use in taken.items():
        if node not in heard and use.attributes:
            yield Diagnostic(
                Code.PORT_IN_EXPRESSION,
                f"`{use.root}.{use.attributes[0]}` is an effect: no expression calls it",
                bound.span(use.node),
                f"Write `calls({use.root}.{use.attributes[0]})` in an `ensures` to say what it is told",
            )
    for word in bound.words:
        asked = word.call.args if word.call is not None and not word.call.keywords else ()
        if len(asked) != 1 or id(asked[0]) not in taken:
            yield Diagnostic(
                Code.MISPLACED_WORD,
                "`calls` takes one function of a port",
                bound.span(word.call or word.node),
                "Write `calls(port.function)` with a parameter or given of a port's type",
            )


def _port(facts: Facts, scope: Scope, text: str) -> bool:
    if not text or "[" in text:
        return False
    known = shape(text, None, Place(facts.table, scope, {}))
    return isinstance(known, Symbol) and known.kind is Kind.PORT


def _function(facts: Facts, item: tree.Function) -> Iterator[Diagnostic]:
    taken: dict[str, tree.Parameter] = {}
    for parameter in item.parameters:
        bound = facts.types.get(parameter.type.span.start)
        if bound is not None and bound.port is not None:
            taken[bound.port.id] = parameter
    needed: set[str] = set()
    if not item.is_async:
        yield from _waits(facts, item)
    for clause in item.clauses:
        if isinstance(clause, tree.Uses):
            for name in clause.names:
                yield from _used(facts, item, name, taken, needed)
        elif isinstance(clause, tree.Pipeline):
            for step in clause.steps:
                bound_step = facts.expressions.get(call_of(step).span.start)
                for one in bound_step.declared if bound_step is not None else ():
                    needed.update(_ports_of(facts, one.symbol))
    for id_, parameter in taken.items():
        if id_ not in needed:
            port = id_.rpartition(".")[2]
            yield Diagnostic(
                Code.PORT_UNUSED,
                f"`{item.name.text}` takes `{parameter.name.text}` and uses no function of `{port}`",
                parameter.span,
                f"List what it calls: `uses {port}.…`",
                Severity.WARNING,
            )


def _waits(facts: Facts, item: tree.Function) -> Iterator[Diagnostic]:
    """Report what a body said in the hologram would have to wait for."""
    for raw in _said(item):
        bound = facts.expressions.get(raw.span.start)
        for use, symbol, _ in bound.declared if bound is not None else ():
            if symbol.is_async:
                message = f"`{item.name.text}` is not async and calls `{symbol.name}`, which is"
                place = bound.span(use.node) if bound is not None else raw.span
                hint = (
                    "Write an `async function` that `returns` it"
                    if item.kind == "flow"
                    else f"Write `async function {item.name.text}`"
                )
                yield Diagnostic(Code.ASYNC_IN_SYNC, message, place, hint)


def _said(item: tree.Function) -> Iterator[tree.Raw]:
    """Yield the expressions of a body that the hologram says."""
    for clause in item.clauses:
        match clause:
            case tree.Returns():
                yield clause.expression
            case tree.Table():
                for row in clause.rows:
                    yield from (raw for raw in (row.condition, row.value) if raw is not None)
            case tree.Pipeline():
                yield clause.source
                yield from (call_of(step) for step in clause.steps)
            case _:
                pass


def _used(
    facts: Facts, item: tree.Function, name: tree.Name, taken: dict[str, tree.Parameter], needed: set[str]
) -> Iterator[Diagnostic]:
    symbol = facts.targets.get(name.span.start)
    if symbol is None or symbol.kind is not Kind.FUNCTION:
        return
    if symbol.is_async and not item.is_async:
        message = f"`{item.name.text}` is not async and uses `{name.text}`, which is"
        yield Diagnostic(Code.ASYNC_IN_SYNC, message, name.span, f"Write `async function {item.name.text}`")
    owner = symbol.id.rpartition(".")[0]
    if owner.startswith("prelude.") or _is_port(facts, owner):
        if owner not in taken:
            port = owner.rpartition(".")[2]
            message = f"`{item.name.text}` uses `{name.text}` and takes no `{port}`"
            yield Diagnostic(Code.PORT_NOT_TAKEN, message, name.span, f"Add a parameter `{port.lower()}: {port}`")
        needed.add(owner)
        return
    for id_ in _ports_of(facts, symbol):
        if id_ not in taken:
            port = id_.rpartition(".")[2]
            message = f"`{item.name.text}` uses `{name.text}`, which takes a `{port}`, and takes none"
            yield Diagnostic(Code.PORT_NOT_TAKEN, message, name.span, f"Add a parameter `{port.lower()}: {port}`")
        needed.add(id_)


def _is_port(facts: Facts, id_: str) -> bool:
    owner = facts.table.by_id.get(id_)
    return owner is not None and owner.kind is Kind.PORT


def _ports_of(facts: Facts, symbol: Symbol) -> list[str]:
    """Return the ids of the ports that a function takes."""
    if symbol.kind is not Kind.FUNCTION:
        return []
    scope = facts.scopes.get(-1)
    assert scope is not None, "the scope of the file itself is always known"
    place = Place(facts.table, scope, {})
    shapes = (shape(slot.type, symbol, place) for slot in symbol.slots)
    return [one.id for one in shapes if isinstance(one, Symbol) and one.kind is Kind.PORT]
