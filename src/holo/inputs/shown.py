"""The calls that examples show: all of them, also those that an example makes one after the other.

`all(f(word) == wanted for word, wanted in [("a", 1), ("b", 2)])` shows two inputs. Nothing here runs a body.
"""

from __future__ import annotations

import ast
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Final

from holo.expr.parse import ExprError, parse
from holo.expr.stopped import Stopped
from holo.ir import model as ir

if TYPE_CHECKING:
    from collections.abc import Iterator

    from holo.expr.world import World

MOST: Final = 200
"""Calls of one example that are listened to."""


def shown_inputs(function: ir.Function, world: World) -> Iterator[tuple[object, ...]]:
    """Yield the arguments of each call of `function` in its examples, in order."""
    for example in function.examples:
        yield from islice(_calls(example.expr, function, world), MOST)


def _calls(expr: ir.Expr, function: ir.Function, world: World) -> list[tuple[object, ...]]:
    found: list[tuple[object, ...]] = []

    def answer(called: str, args: tuple[object, ...]) -> object:
        if called == function.id:
            found.append(args)
        return None

    try:
        node = parse(expr.source)
    except ExprError:
        return []
    for asked in _alone(node, expr, function.id, ()):
        # What comes of a call is not known here: a call with another call in it shows nothing.
        with suppress(Stopped):
            world.evaluate(ir.Expr(source=asked, names=expr.names), {}, call=answer, replaced=(function.id,))
    return found


def _alone(node: ast.AST, expr: ir.Expr, key: str, around: tuple[ast.comprehension, ...]) -> Iterator[str]:
    """Yield for each call of a function the call alone, in what goes round it."""
    match node:
        case ast.Lambda():
            return
        case ast.GeneratorExp() | ast.ListComp() | ast.SetComp() | ast.DictComp():
            inside = around
            for each in node.generators:
                yield from _alone(each.iter, expr, key, inside)
                inside = (*inside, each)
            parts = [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
            for part in (*[test for each in node.generators for test in each.ifs], *parts):
                yield from _alone(part, expr, key, inside)
            return
        case ast.Call(func=ast.Name() | ast.Attribute() as called) if expr.names.get(ast.unparse(called)) == key:
            made = ast.ListComp(node, [_quiet(each, expr, key) for each in around]) if around else node
            yield ast.unparse(made)
        case _:
            pass
    for child in ast.iter_child_nodes(node):
        yield from _alone(child, expr, key, around)


def _quiet(each: ast.comprehension, expr: ir.Expr, key: str) -> ast.comprehension:
    """Return what goes round without the tests that ask the function itself."""
    tests = [test for test in each.ifs if not any(_asks(inner, expr, key) for inner in ast.walk(test))]
    return ast.comprehension(each.target, each.iter, tests, each.is_async)


def _asks(node: ast.AST, expr: ir.Expr, key: str) -> bool:
    return isinstance(node, ast.Call) and expr.names.get(ast.unparse(node.func)) == key
