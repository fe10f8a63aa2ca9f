"""Shapes, ports and scenarios as the IR has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.analysis.rules.scenarios import called
from holo.analysis.symbols import Kind
from holo.ir import model as ir
from holo.ir.trusted import trusted
from holo.lowering.expressions import Hole, make_condition, make_expr, said
from holo.syntax import tree

if TYPE_CHECKING:
    from holo.analysis.facts import Facts
    from holo.lowering.expressions import Expressions

_make_alias = trusted(ir.Alias)
_make_const = trusted(ir.Const)
_make_enum = trusted(ir.Enum)
_make_member = trusted(ir.Member)
_make_error = trusted(ir.Error)
_make_field = trusted(ir.RecordField)
_make_record = trusted(ir.Record)


def lower_alias(item: tree.Alias, id_: str, read: Expressions) -> ir.Alias:
    """Return a named type."""
    return _make_alias(
        id=id_,
        name=item.name.text,
        base=read.type(item.base),
        where=read.optional(item.where),
        doc=said(item.doc),
        span=item.span,
    )


def lower_opaque(item: tree.Opaque, id_: str) -> ir.Opaque:
    """Return a type that is known by its annotation."""
    return ir.Opaque(id=id_, name=item.name.text, python=item.python.text, doc=said(item.doc), span=item.span)


def lower_class(item: tree.Class, id_: str, read: Expressions) -> ir.Class:
    """Return a class with its attributes in the order written."""
    bases = [
        make_expr(source=base.text, names=_named(base, read) if isinstance(base, tree.Name) else {}, span=base.span)
        for base in item.bases
    ]
    fields = [
        _make_field(name=one.name.text, type=read.type(one.type), doc=said(one.doc), span=one.span, untyped=one.untyped)
        for one in item.fields
    ]
    return ir.Class(
        id=id_, name=item.name.text, bases=tuple(bases), fields=tuple(fields), doc=said(item.doc), span=item.span
    )


def _named(name: tree.Name, read: Expressions) -> dict[str, str]:
    """Return what a name that stands alone leads to; one of Python's own leads nowhere."""
    symbol = read.target(name)
    return {name.text: symbol.id} if symbol.id and symbol.kind is not Kind.EXCEPTION else {}


def lower_const(item: tree.Const, id_: str, read: Expressions) -> ir.Const:
    """Return a named value."""
    return _make_const(
        id=id_,
        name=item.name.text,
        type=read.type(item.type),
        value=read.value(item.value) or read.expr(item.value),
        doc=said(item.doc),
        span=item.span,
    )


def lower_enum(item: tree.Enum, id_: str) -> ir.Enum:
    """Return a closed choice."""
    members = tuple([_make_member(name=one.name.text, doc=said(one.doc)) for one in item.members])
    return _make_enum(id=id_, name=item.name.text, members=members, doc=said(item.doc), span=item.span)


def lower_record(item: tree.Record, id_: str, read: Expressions) -> ir.Record:
    """Return a record; its invariants count in the order written."""
    return _make_record(
        id=id_,
        name=item.name.text,
        fields=tuple(
            [
                _make_field(
                    name=one.name.text,
                    type=read.type(one.type),
                    default=read.value(one.default),
                    doc=said(one.doc),
                    span=one.span,
                )
                for one in item.fields
            ]
        ),
        invariants=tuple(
            [
                make_condition(id=f"{id_}/invariant/{n}", expr=read.expr(one.condition), span=one.span)
                for n, one in enumerate(item.invariants)
            ]
        ),
        doc=said(item.doc),
        span=item.span,
    )


def lower_error(item: tree.Error, id_: str, read: Expressions) -> ir.Error:
    """Return an exception with its payload."""
    fields = tuple(
        [
            _make_field(
                name=one.name.text,
                type=read.type(one.type),
                default=read.value(one.default),
                span=one.span,
                untyped=one.untyped,
            )
            for one in item.parameters
        ]
    )
    return _make_error(id=id_, name=item.name.text, fields=fields, doc=said(item.doc), span=item.span)


def lower_port(item: tree.Port, id_: str, read: Expressions) -> ir.Port:
    """Return a port with its functions in order of their names."""
    functions = [
        ir.PortFunction(
            id=f"{id_}.{one.name.text}",
            name=one.name.text,
            is_async=one.is_async,
            parameters=read.parameters(one.parameters),
            returns=read.type(one.returns),
            raises=tuple([read.id(name) for name in one.raises]),
            doc=said(one.doc),
            span=one.span,
        )
        for one in item.functions
    ]
    functions.sort(key=lambda one: one.name)
    return ir.Port(id=id_, name=item.name.text, functions=tuple(functions), doc=said(item.doc), span=item.span)


def lower_failure(item: tree.Failure, id_: str, facts: Facts, read: Expressions) -> ir.Failure:
    """Return a scenario; raise `Hole` where its call is none."""
    when = facts.expressions.get(item.when.span.start)
    function = called(when) if when is not None else None
    if function is None:
        raise Hole
    return ir.Failure(
        id=id_,
        name=item.name.text,
        title=said(item.title),
        function=function.id,
        given=tuple([_given(one, facts, read) for one in item.given]),
        when=read.expr(item.when),
        then=tuple([_then(one, read) for one in item.then]),
        span=item.span,
    )


def _given(
    item: tree.Given, facts: Facts, read: Expressions
) -> ir.GivenValue | ir.GivenPort | ir.GivenFault | ir.GivenReply:
    match item:
        case tree.GivenValue():
            return ir.GivenValue(name=item.name.text, value=read.expr(item.value), span=item.span)
        case tree.GivenPort():
            bound = facts.types.get(item.type.span.start)
            if bound is None or bound.port is None:
                raise Hole
            return ir.GivenPort(name=item.name.text, port=bound.port.id, span=item.span)
        case tree.GivenFault():
            name, _, function = item.target.text.partition(".")
            return ir.GivenFault(
                name=name,
                function=function,
                error=read.id(item.error),
                payload=read.optional(item.payload),
                span=item.span,
            )
        case tree.GivenReply():
            name, _, function = item.target.text.partition(".")
            return ir.GivenReply(name=name, function=function, value=read.expr(item.value), span=item.span)


def _then(item: tree.ThenRaises | tree.ThenHolds, read: Expressions) -> ir.ThenRaises | ir.ThenHolds:
    if isinstance(item, tree.ThenRaises):
        return ir.ThenRaises(error=read.id(item.error), payload=read.optional(item.payload), span=item.span)
    return ir.ThenHolds(expr=read.expr(item.condition), span=item.span)
