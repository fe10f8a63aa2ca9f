"""A definition that needs its own answer first never ends."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from holo.analysis.facts import Role
from holo.analysis.resolve import call_of
from holo.analysis.symbols import Kind
from holo.codes import Code
from holo.diagnostics.model import Diagnostic
from holo.syntax import tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from holo.analysis.facts import Bound, Facts
    from holo.analysis.symbols import Symbol

_ALWAYS = frozenset({Role.RETURNS, Role.REQUIRES, Role.RAISES, Role.FLOW, Role.STEP, Role.CONST})


def endless_calls(facts: Facts) -> Iterator[Diagnostic]:
    """Report functions and constants whose definitions come back to themselves whatever the values are."""
    edges: dict[str, list[tuple[str, Bound, ast.expr]]] = {}
    owners: dict[str, Symbol] = {}
    for placed in facts.whole:
        item = placed.item
        if not isinstance(item, tree.Function | tree.Const):
            continue
        symbol = facts.table.declared.get(item.span.start)
        # What the hologram does not define is called by no definition, and so never on a way back.
        if symbol is None or not (symbol.computable or symbol.kind is Kind.CONST):
            continue
        found = [
            (one.symbol.id, bound, one.use.node)
            for bound in _bounds(facts, item)
            if bound.declared
            for one in bound.declared
            if one.symbol.kind is Kind.CONST or one.symbol.computable
            if bound.role in _ALWAYS or one.symbol.id == symbol.id
            if _certain(bound.reading.node, one.use.call or one.use.node)
        ]
        if found:
            edges[symbol.id] = found
            owners[symbol.id] = symbol
    reported: set[str] = set()
    for start, symbol in owners.items():
        ring = _ring(start, edges)
        if not ring or reported & {id_ for id_, _, _ in ring}:
            continue
        reported.update(id_ for id_, _, _ in ring)
        _, bound, node = ring[0]
        names = [id_.rpartition(".")[2] for id_, _, _ in ring]
        way = f", by way of {' and '.join(f'`{name}`' for name in names[:-1])}" if len(names) > 1 else ""
        yield Diagnostic(
            Code.ENDLESS_CALL,
            f"`{symbol.name}` always needs itself{way}",
            bound.span(node),
            "Say when it stops: `… if … else …`, or rows of a table",
        )


def _bounds(facts: Facts, item: tree.Function | tree.Const) -> Iterator[Bound]:
    """Yield the expressions that are evaluated whenever the definition is."""
    raws: list[tree.Raw] = []
    if isinstance(item, tree.Const):
        raws.append(item.value)
    else:
        for clause in item.clauses:
            match clause:
                case tree.Returns():
                    raws.append(clause.expression)
                case tree.Requires():
                    raws.append(clause.condition)
                case tree.Raises():
                    raws.extend([clause.when] if clause.when is not None else [])
                case tree.Table() if clause.rows:
                    first = clause.rows[0]
                    raws.append(first.condition if first.condition is not None else first.value)
                case tree.Pipeline():
                    raws.append(clause.source)
                    raws.extend(call_of(step) for step in clause.steps)
                case _:
                    pass
    for raw in raws:
        bound = facts.expressions.get(raw.span.start)
        if bound is not None:
            yield bound


def _certain(root: ast.expr, wanted: ast.expr) -> bool:
    """Return whether evaluating `root` always evaluates `wanted`."""
    stack = [root]
    while stack:
        node = stack.pop()
        if node is wanted:
            return True
        if isinstance(node, ast.IfExp):
            stack.append(node.test)
        elif isinstance(node, ast.BoolOp):
            stack.append(node.values[0])
        elif isinstance(node, ast.Compare):
            stack.extend((node.left, node.comparators[0]))
        elif isinstance(node, ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp):
            stack.append(node.generators[0].iter)
        elif not isinstance(node, ast.Lambda):
            for child in ast.iter_child_nodes(node):
                if isinstance(child, ast.expr):
                    stack.append(child)
                elif isinstance(child, ast.keyword):
                    stack.append(child.value)
    return False


def _ring(start: str, edges: dict[str, list[tuple[str, Bound, ast.expr]]]) -> list[tuple[str, Bound, ast.expr]]:
    """Return the way from a definition back to itself, or nothing."""
    seen: set[str] = set()
    stack: list[tuple[str, list[tuple[str, Bound, ast.expr]]]] = [(start, [])]
    while stack:
        at, way = stack.pop()
        for edge in edges.get(at, ()):
            if edge[0] == start:
                return [*way, edge]
            if edge[0] not in seen and edge[0] in edges:
                seen.add(edge[0])
                stack.append((edge[0], [*way, edge]))
    return []
