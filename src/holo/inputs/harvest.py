"""Collect the constants that a contract speaks of, with their neighbours.

A limit of five books is worth trying with four, five and six. What is found is sorted by exact type,
in the order of the text, each value once. Nothing here runs a function of the hologram.
"""

from __future__ import annotations

import ast
import math
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import chain, islice, pairwise
from typing import TYPE_CHECKING, Final

from holo.expr.parse import ExprError, parse
from holo.expr.stopped import Stopped
from holo.ir import model as ir

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from holo.expr.world import World

_MAKERS: Final[dict[str, Callable[..., object]]] = {
    "date": date,
    "datetime": datetime,
    "time": time,
    "timedelta": timedelta,
    "Decimal": Decimal,
    "Fraction": Fraction,
}
_SHORT: Final = 12  # a longer list of constants says nothing of each of them
_MANY: Final = 60  # texts and numbers within lists and tuples of constants, at most
_BOUNDS: Final = 16
_DEEP: Final = 2
"""How many calls away from the contract constants are still looked for."""


def harvest(function: ir.Function | ir.Law, world: World) -> dict[type, tuple[object, ...]]:
    """Return the constants of a contract by exact type: the values written first, then their neighbours."""
    written: dict[type, dict[object, None]] = {}
    called = {function.id}
    waiting = [(contract(function), 0)]
    for exprs, depth in waiting:
        for expr in exprs:
            for value in constants(expr, world):
                written.setdefault(type(value), {})[value] = None
            if depth < _DEEP:
                for id_ in expr.names.values():
                    node = world.node(id_) if id_ not in called else None
                    if isinstance(node, ir.Function) and node.body is not None:
                        called.add(id_)
                        waiting.append((outside(node), depth + 1))
    found: dict[type, tuple[object, ...]] = {}
    for kind, values in written.items():
        near = dict(values)
        for value in values:
            for neighbour in (*neighbours(value), *beside(value)):
                near[neighbour] = None
        if kind is float:
            ends = sorted(value for value in values if isinstance(value, float) and math.isfinite(value))[:_BOUNDS]
            near.update(dict.fromkeys((low + high) / 2 for low, high in pairwise(ends)))
        found[kind] = tuple(near)
    return found


def beside(value: object) -> Iterator[object]:
    """Yield what lies so close to a number that a careless comparison takes it for the same."""
    if isinstance(value, float) and math.isfinite(value):
        yield from (math.nextafter(value, -math.inf), math.nextafter(value, math.inf))
        yield from (value - 0.01, value + 0.01, value - 1e-9, value + 1e-9)


def contract(function: ir.Function | ir.Law) -> list[ir.Expr]:
    """Return every expression that a function's or law's contract is made of, examples last."""
    found = [condition.expr for condition in (*function.requires, *function.ensures)]
    if isinstance(function, ir.Law):
        return found
    return [*found, *_said(function), *[example.expr for example in function.examples]]


def outside(function: ir.Function) -> list[ir.Expr]:
    """Return what callers of a function can see of it: when it may be called, what it raises, what it means."""
    return [*[condition.expr for condition in function.requires], *_said(function)]


def _said(function: ir.Function) -> list[ir.Expr]:
    found: list[ir.Expr] = []
    for raises in function.raises:
        found += [expr for expr in (raises.when, raises.payload) if expr is not None]
    match function.body:
        case None:
            pass
        case ir.Returns(expr=expr) | ir.Flow(expr=expr):
            found.append(expr)
        case ir.Table(rows=rows):
            for row in rows:
                found += (row.value,) if row.when is None else (row.when, row.value)
    return found


def constants(expr: ir.Expr, world: World) -> Iterator[object]:
    """Yield the literals of an expression, the dates and numbers made of literals, and the consts it names."""
    try:
        node = parse(expr.source)
    except ExprError:
        return
    yield from _within(node, expr.names, world)


def _within(node: ast.AST, names: dict[str, str], world: World) -> Iterator[object]:
    made = _literal(node)
    if made is not None:
        yield made
        return
    if isinstance(node, ast.Name | ast.Attribute):
        id_ = names.get(node.id if isinstance(node, ast.Name) else ast.unparse(node))
        if id_ is not None and isinstance(world.node(id_), ir.Const):
            try:
                value = world.constant(id_)
            except Stopped:
                return
            yield from _singles(value)
            return
    for child in ast.iter_child_nodes(node):
        yield from _within(child, names, world)


def _singles(value: object) -> Iterator[object]:
    """Yield a single value, or those of a list, of pairs too: `part in WILDCARDS` is worth trying with each of them."""
    if isinstance(value, (*_MAKERS.values(), int, str, float, bytes)):  # type: ignore[arg-type]
        yield value
    elif isinstance(value, list | tuple | dict) and len(value) <= _MANY:
        found = islice(chain.from_iterable(_flat(one) for one in value), _MANY)
        yield from found


def _flat(value: object) -> Iterator[object]:
    if isinstance(value, list | tuple) and len(value) <= _SHORT:
        for one in value:
            if not isinstance(one, list | tuple | dict):
                yield from _singles(one)
    elif not isinstance(value, dict):
        yield from _singles(value)


def _literal(node: ast.AST) -> object | None:
    match node:
        case ast.Constant(value=value) if value is not None and not isinstance(value, bool):
            return value
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            inner = _literal(operand)
            return -inner if isinstance(inner, int | float | Decimal | Fraction | timedelta) else None
        case ast.Call(func=ast.Name(id=name), args=args, keywords=keywords) if name in _MAKERS:
            values = [_literal(arg) for arg in args]
            named = {keyword.arg: _literal(keyword.value) for keyword in keywords if keyword.arg}
            if None in values or None in named.values():
                return None
            try:
                return _MAKERS[name](*values, **named)
            except (ValueError, TypeError, ArithmeticError):
                return None
        case _:
            return None


def neighbours(value: object) -> Iterator[object]:
    """Yield what lies right beside a value: one more and one less, a day before and after, a text longer and shorter."""
    match value:
        case bool():
            yield not value
        case int():
            yield from (value - 1, value + 1)
        case float():
            yield from (value - 0.5, value + 0.5)
        case Decimal():
            if value.is_finite():
                step = Decimal(1).scaleb(min(0, int(value.as_tuple().exponent)))
                yield from (value - step, value + step)
        case Fraction():
            yield from (value - Fraction(1, 2), value + Fraction(1, 2))
        case str():
            yield from (value[:-1], value + "a", value.swapcase())
        case bytes():
            yield from (value[:-1], value + b"a")
        case datetime():
            yield from _shifted(value, timedelta(days=1), timedelta(seconds=1))
        case date():
            yield from _shifted(value, timedelta(days=1))
        case timedelta():
            yield from _shifted(value, timedelta(days=1), timedelta(seconds=1))
        case time():
            yield value.replace(second=(value.second + 1) % 60)
        case _:
            return


def _shifted(value: date | timedelta, *steps: timedelta) -> Iterator[object]:
    for step in steps:
        for by in (-step, step):
            try:
                yield value + by
            except OverflowError:
                continue
