"""Functions, flows and laws as the IR has them; the ids of their clauses count in the order written."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from holo.analysis.reading import Reading
from holo.analysis.resolve import call_of
from holo.analysis.symbols import Kind
from holo.codes import Code
from holo.diagnostics.model import Diagnostic
from holo.expr.canonical import canonical
from holo.expr.places import place
from holo.ir import model as ir
from holo.ir.trusted import trusted
from holo.lowering.expressions import Hole, make_condition, make_expr, said
from holo.syntax import tree

if TYPE_CHECKING:
    from holo.analysis.facts import Bound, Facts
    from holo.analysis.symbols import Symbol
    from holo.lowering.expressions import Expressions
    from holo.source import Span

_make_raises = trusted(ir.Raises)
_make_example = trusted(ir.Example)
_make_row = trusted(ir.Row)
_make_function = trusted(ir.Function)


class Refused(Exception):
    """A function that analysis accepts and the IR cannot say: the report says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        """Keep the report."""
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def lower_function(
    item: tree.Function, symbol: Symbol, facts: Facts, read: Expressions, notes: tuple[str, ...]
) -> ir.Function:
    """Return a function or flow; raise `Hole` or `Refused` where it cannot be said."""
    id_ = symbol.id
    requires: list[ir.Condition] = []
    ensures: list[ir.Condition] = []
    raises: list[ir.Raises] = []
    examples: list[ir.Example] = []
    uses: list[str] = []
    logic = ""
    body: ir.Returns | ir.Table | ir.Flow | None = None
    expr = read.expr
    for clause in item.clauses:
        match clause:
            case tree.Ensures(condition, span):
                ensures.append(make_condition(id=f"{id_}/ensures/{len(ensures)}", expr=expr(condition), span=span))
            case tree.Requires(condition, span):
                requires.append(make_condition(id=f"{id_}/requires/{len(requires)}", expr=expr(condition), span=span))
            case tree.Example(expression, sealed, span):
                examples.append(
                    _make_example(id=f"{id_}/example/{len(examples)}", expr=expr(expression), sealed=sealed, span=span)
                )
            case tree.Raises(error, payload, when, span):
                raises.append(
                    _make_raises(
                        id=f"{id_}/raises/{len(raises)}",
                        error=read.id(error),
                        payload=read.optional(payload),
                        when=read.optional(when),
                        span=span,
                    )
                )
            case tree.Uses(names):
                uses.extend(read.id(name) for name in names)
            case tree.Logic(text):
                logic = said(text)
            case tree.Returns(expression, span):
                body = ir.Returns(expr=expr(expression), span=span)
            case tree.Table(rows, span):
                body = ir.Table(
                    rows=tuple(
                        [
                            _make_row(when=read.optional(row.condition), value=expr(row.value), span=row.span)
                            for row in rows
                        ]
                    ),
                    span=span,
                )
            case tree.Pipeline():
                body = lower_flow(clause, facts, read)
    if item.returns is None:
        raise Hole
    return _make_function(
        id=id_,
        name=symbol.name,
        doc=said(item.doc),
        logic=logic,
        is_async=item.is_async,
        type_parameters=symbol.generic,
        parameters=read.parameters(item.parameters),
        returns=read.type(item.returns),
        uses=tuple(dict.fromkeys(uses)),
        requires=tuple(requires),
        raises=tuple(raises),
        ensures=tuple(ensures),
        examples=tuple(examples),
        body=body,
        notes=notes,
        span=item.span,
        described=bool(facts.table.code),
        owner=id_.rpartition(".")[0] if symbol.binding else "",
        binding=symbol.binding,  # type: ignore[arg-type]  # one of the three, or nothing
    )


def lower_law(item: tree.Function, symbol: Symbol, read: Expressions) -> ir.Law:
    """Return a law; raise `Hole` where it cannot be said."""
    id_ = symbol.id
    requires = [one for one in item.clauses if isinstance(one, tree.Requires)]
    ensures = [one for one in item.clauses if isinstance(one, tree.Ensures)]
    return ir.Law(
        id=id_,
        name=symbol.name,
        doc=said(item.doc),
        parameters=read.parameters(item.parameters),
        requires=tuple(
            [
                make_condition(id=f"{id_}/requires/{n}", expr=read.expr(one.condition), span=one.span)
                for n, one in enumerate(requires)
            ]
        ),
        ensures=tuple(
            [
                make_condition(id=f"{id_}/ensures/{n}", expr=read.expr(one.condition), span=one.span)
                for n, one in enumerate(ensures)
            ]
        ),
        span=item.span,
    )


def lower_flow(clause: tree.Pipeline, facts: Facts, read: Expressions) -> ir.Flow:
    """Return a pipeline, with the nested call that means the same."""
    source = read.expr(clause.source)
    text, names = source.source, dict(source.names)
    steps: list[ir.Step] = []
    for step in clause.steps:
        raw = call_of(step)
        bound = facts.expressions.get(raw.span.start)
        if bound is None:
            raise Hole
        head = step.function.text
        inside = canonical(raw.text)[len(head) + 1 : -1]
        text = f"{head}({text}, {inside})" if inside else f"{head}({text})"
        names.update(bound.names)
        steps.append(_step(bound, step, raw))
    expr = make_expr(source=canonical(text), names=names, span=clause.span)
    return ir.Flow(source=source, steps=tuple(steps), expr=expr, span=clause.span)


def _step(bound: Bound, step: tree.Step, raw: tree.Raw) -> ir.Step:
    node = bound.reading.node
    symbol = next((one.symbol for one in bound.declared if one.use.call is node), None)
    if symbol is None or symbol.kind is not Kind.FUNCTION or not isinstance(node, ast.Call):
        raise Hole
    given = {slot.name: one for slot, one in zip(symbol.slots[1:], node.args, strict=False)}
    given.update((keyword.arg, keyword.value) for keyword in node.keywords if keyword.arg is not None)
    arguments: list[ir.Expr] = []
    for slot in symbol.slots[1:]:
        if slot.name not in given:
            break
        arguments.append(_part(bound, raw, given.pop(slot.name)))
    if given:
        skipped = next(iter(given))
        message = f"The step gives `{skipped}` and leaves out what stands before it"
        hint = "Give the arguments in the order of the parameters"
        raise Refused(Diagnostic(Code.CALL_MISMATCH, message, step.span, hint))
    return ir.Step(function=symbol.id, arguments=tuple(arguments), span=step.span)


def _part(bound: Bound, raw: tree.Raw, node: ast.expr) -> ir.Expr:
    """Return one argument with the names that stand in it."""
    start, stop = place(node, raw.text)
    span: Span = bound.span(node)
    roots = {use.root for use in Reading(node).free}
    names = {name: id_ for name, id_ in bound.names.items() if name.partition(".")[0] in roots}
    return make_expr(source=canonical(raw.text[start:stop]), names=names, span=span)
