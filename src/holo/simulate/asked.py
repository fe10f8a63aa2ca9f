"""Read from an example what it says of a function that has no body yet.

`fine(loan, day) == 60` is run with a stand-in for the call: it remembers the arguments, and the value
that it is compared with. So the example is evaluated once, as it stands, and nothing is parsed anew.
"""

from __future__ import annotations

import ast
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar

from holo.expr.parse import ExprError, parse
from holo.expr.places import place
from holo.expr.world import NotComputable
from holo.ir import model as ir

if TYPE_CHECKING:
    from holo.expr.world import World


class Asked:
    """Stands for the result of one call; equal to everything, and remembers to what."""

    __slots__ = ("args", "example", "function", "values")
    __hash__: ClassVar[None]  # type: ignore[assignment]

    def __init__(self, function: str, args: tuple[object, ...]) -> None:
        """Remember the function's id and its arguments."""
        self.function = function
        self.args = args
        self.values: list[object] = []
        self.example: ir.Example | None = None

    def __eq__(self, other: object) -> bool:
        """Remember the value that the result is said to have."""
        self.values.append(other)
        return True


def says_value(expr: ir.Expr, function: ir.Function) -> bool:
    """Whether an example is `f(…) == value`, either way round, or several of them joined by `and`.

    `f(…)` and `not f(…)` say a value of a function that returns a `bool`, and so does `f(…) is None`.
    """
    name = _spelled(expr, function)
    return _shape(expr.source, name) or bool(_plainly(expr, function))


def _plainly(expr: ir.Expr, function: ir.Function) -> tuple[object, ...]:
    """Return the value that an example says without `==`, in a tuple of one; nothing where it says none."""
    node = parse(expr.source)
    name = _spelled(expr, function)
    match node:
        case ast.Compare(left=left, ops=[ast.Is()], comparators=[ast.Constant(value=None)]) if _calls(left, name):
            return (None,)
        case ast.UnaryOp(op=ast.Not(), operand=operand) if _calls(operand, name) and function.returns.source == "bool":
            return (False,)
        case ast.Call() if _calls(node, name) and function.returns.source == "bool":
            return (True,)
        case _:
            return ()


def asked(expr: ir.Expr, function: ir.Function, world: World, *, decided: bool) -> list[Asked]:
    """Run an example and return the calls of functions without body that it makes.

    Where the example does not say a value (`decided` is false) the first such call ends the run. Raises
    what the evaluation raises otherwise.
    """
    made: list[Asked] = []

    def answer(called: str, args: tuple[object, ...]) -> object:
        call = Asked(called, args)
        if called != function.id or any(isinstance(arg, Asked) for arg in args):
            raise NotComputable(called)
        made.append(call)
        if not decided:
            raise NotComputable(called)
        return call

    try:
        world.evaluate(expr, {}, call=answer)
    except NotComputable:
        if not made:
            raise
    if decided:
        plainly = _plainly(expr, function)
        for call in made:
            if plainly and not call.values:
                call.values.append(plainly[0])
            elif not call.values:
                _other_side(call, expr, function, world)
    return made


def part(expr: ir.Expr, node: ast.expr) -> ir.Expr:
    """Return a part of an expression as an expression of its own."""
    start, stop = place(node, expr.source)
    return ir.Expr(source=expr.source[start:stop], names=expr.names)


def sides(expr: ir.Expr) -> tuple[ir.Expr, ir.Expr] | None:
    """Return both sides of an expression that is one `==`."""
    match parse(expr.source):
        case ast.Compare(left=left, ops=[ast.Eq()], comparators=[right]):
            return part(expr, left), part(expr, right)
        case _:
            return None


def calls(expr: ir.Expr, function: ir.Function) -> bool:
    """Whether an expression is a call of a function."""
    return _calls(parse(expr.source), _spelled(expr, function))


def _other_side(call: Asked, expr: ir.Expr, function: ir.Function, world: World) -> None:
    # A record on the left answers the comparison itself, and the stand-in is not asked.
    both = sides(expr)
    if both is not None and _calls(parse(both[1].source), _spelled(expr, function)):
        call.values.append(world.evaluate(both[0], {}))


def _spelled(expr: ir.Expr, function: ir.Function) -> str:
    if expr.names.get(function.name) == function.id:
        return function.name
    return next((name for name, id_ in expr.names.items() if id_ == function.id), "")


@lru_cache(maxsize=512)
def _shape(text: str, name: str) -> bool:
    try:
        return bool(name) and _says(parse(text), name)
    except ExprError:
        return False


def _says(node: ast.expr, name: str) -> bool:
    match node:
        case ast.BoolOp(op=ast.And(), values=values):
            return all(_says(value, name) for value in values)
        case ast.Compare(left=left, ops=[ast.Eq()], comparators=[right]):
            return _calls(left, name) != _calls(right, name)
        case _:
            return False


def _calls(node: ast.expr, name: str) -> bool:
    if not isinstance(node, ast.Call):
        return False
    called = node.func
    return called.id == name if isinstance(called, ast.Name) else ast.unparse(called) == name
