"""Inputs that are too large to say anything: where the contract itself cannot be computed, or a number is absurd.

A body that gives no answer there is not at fault by that alone. Nothing here accepts anything: whoever leaves an
input out counts it, and says so.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from holo.expr.parse import ExprError, parse
from holo.expr.stopped import OutOfFuel, Stopped
from holo.expr.values import Record
from holo.ir import model as ir
from holo.sandbox.outcome import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from holo.expr.world import World
    from holo.inputs.draw import Drawn
    from holo.sandbox.outcome import Outcome
    from holo.verify.trial import Trial

ABSURD = 10_000
"""Whole numbers beyond this one are tried, and nobody must count up to them."""

ENOUGH = 10
"""So many inputs are evidence, however many others were too large; the verdict counts those that were."""

FEW = 5
"""Fewer inputs than that are no evidence, unless there are no others."""

THIN = 20
"""Fewer inputs than that are little evidence, and a verdict says so."""

_NO_ROOM = ("the answer has", "not plain data: a whole number of", "not plain data: a Decimal of")


def enough(said: int, tried: int) -> bool:
    """Whether inputs that say something are evidence, where the others were too large to."""
    return said >= ENOUGH or (said >= FEW and 2 * said >= tried)


def too_few(drawn: Drawn, wanted: int) -> bool:
    """Whether a draw is no evidence: nothing was kept, or fewer than `wanted` of a domain that has others."""
    return drawn.kept == 0 or (drawn.kept < min(FEW, wanted) and not drawn.whole)


def how_few(drawn: Drawn) -> str:
    """Say that the inputs are all there are, or that only a few were found; empty where there are many."""
    if drawn.whole:
        return "the one input that there is" if drawn.kept == 1 else f"all {drawn.kept} inputs that there are"
    return f"only {drawn.kept} different inputs were found" if drawn.kept < THIN else ""


def starved(outcome: Outcome) -> bool:
    """Whether a call came to no answer for want of time, memory, depth or room alone."""
    match outcome.kind:
        case Kind.TIMED_OUT | Kind.MEMORY:
            return True
        case Kind.RAISED:
            return outcome.error in {"RecursionError", "MemoryError"}
        case Kind.PROTOCOL:
            return outcome.message.startswith(_NO_ROOM)
        case _:
            return False


def absurd(arguments: Sequence[object]) -> bool:
    """Whether a whole number in some arguments is larger than anybody counts."""
    return any(map(_absurd, arguments))


def _absurd(value: object) -> bool:
    match value:
        case bool():
            return False
        case int():
            return abs(value) > ABSURD
        case list() | tuple() | set() | frozenset():
            return any(map(_absurd, value))
        case dict():
            return any(_absurd(key) or _absurd(entry) for key, entry in value.items())
        case Record():
            return any(_absurd(getattr(value, name)) for name in type(value)._fields)
        case _:
            return False


def beyond(trial: Trial, arguments: Sequence[object]) -> str:
    """Return why the contract of the function on trial cannot be computed for some arguments, empty where it can.

    That is: a `raises`, what `returns` or `table` says, or a part of an `ensures` in which no `result` stands needs more
    than its fuel. What has no value for another reason is no matter of size.
    """
    function, world = trial.function, trial.world
    variables = {parameter.name: value for parameter, value in zip(function.parameters, arguments, strict=True)}
    try:
        for clause in function.raises:
            if clause.when is not None and _value(world, clause.when, variables):
                return ""
        if function.body is not None:
            _run(trial, tuple(arguments))
        for condition in function.ensures:
            try:
                node = parse(condition.expr.source)
            except ExprError:
                continue
            _probe(world, condition.expr, node, variables)
    except OutOfFuel as stopped:
        return stopped.message
    return ""


def _value(world: World, expr: ir.Expr, variables: Mapping[str, object]) -> object:
    """Return the value of an expression, None where it has none. Raises `OutOfFuel`."""
    try:
        return world.evaluate(expr, variables)
    except OutOfFuel:
        raise
    except Stopped:
        return None


def _run(trial: Trial, arguments: tuple[object, ...]) -> None:
    try:
        trial.world.run(trial.function.id, arguments)
    except OutOfFuel:
        raise
    except Stopped:
        return


def _probe(world: World, expr: ir.Expr, node: ast.expr, variables: Mapping[str, object]) -> object:
    """Compute the parts of an expression that can be computed without a result, as far as they count."""
    names = {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)}
    bound = {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name) and isinstance(inner.ctx, ast.Store)}
    known = variables.keys() | expr.names.keys()
    if "result" not in names and names - bound <= known | _BUILTIN:
        if isinstance(node, ast.Name | ast.Constant | ast.Attribute):
            return None
        return _value(world, ir.Expr(source=ast.unparse(node), names=expr.names), variables)
    match node:
        case ast.BoolOp(op=op, values=values):
            for each in values:
                found = _probe(world, expr, each, variables)
                if isinstance(found, bool) and found is isinstance(op, ast.Or):
                    break
        case ast.IfExp(test=test, body=body, orelse=orelse):
            found = _probe(world, expr, test, variables)
            if isinstance(found, bool):
                _probe(world, expr, body if found else orelse, variables)
        case ast.GeneratorExp(generators=[first, *_]) | ast.ListComp(generators=[first, *_]):
            _probe(world, expr, first.iter, variables)
        case _:
            for child in ast.iter_child_nodes(node):
                if isinstance(child, ast.expr):
                    _probe(world, expr, child, variables)
    return None


_BUILTIN = frozenset(
    "abs all any bool bytes chr dict divmod enumerate float frozenset int isinstance len list max min ord pow range "
    "repr reversed round set sorted str sum tuple zip date datetime time timedelta Decimal Fraction replace".split()
)
