"""Read from a contract which values are compared with each other, wherever in it that happens.

`{loan.due for loan in loans if today <= loan.due <= today + timedelta(days=days)}` makes `today` and the last day
worth trying for the field `due` of the elements of `loans`. A hint bounds nothing; it only makes boundaries likely.
Functions that the hologram says the body of are looked into.
"""

from __future__ import annotations

import ast
import copy
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from holo.expr.parse import ExprError, parse
from holo.inputs.harvest import contract
from holo.inputs.narrow import EACH, LENGTH, NEAR, TIMES, Limit
from holo.ir import model as ir

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from holo.inputs.narrow import Place

MOST: Final = 16
"""Hints that are kept of one function: each is worked out again for every input."""
_DEEP: Final = 2
_ALIKE: Final = frozenset({"sorted", "reversed", "list", "tuple", "set", "frozenset", "enumerate"})
"""What has the elements of its first argument."""


class _Scope(NamedTuple):
    """What names mean in one expression: a place in an argument, another expression, or a value that has no name outside."""

    places: Mapping[str, Place]
    stands_for: Mapping[str, ast.expr]
    inner: frozenset[str]
    names: Mapping[str, str]


def hints(function: ir.Function | ir.Law, node: Callable[[str], object]) -> tuple[Limit, ...]:
    """Return what the contract of a function compares parts of its arguments with; `node` finds declarations."""
    roots = frozenset(parameter.name for parameter in function.parameters)
    found: dict[tuple[object, ...], Limit] = {}
    reader = _Reader(roots, node)
    for expr in (
        contract(function)[: -len(function.examples) or None]
        if isinstance(function, ir.Function)
        else contract(function)
    ):
        try:
            parsed = parse(expr.source)
        except ExprError:
            continue
        scope = _Scope({name: (name, ()) for name in roots}, {}, frozenset({"result"}), expr.names)
        for limit in reader.read(parsed, scope, 0):
            assert limit.other is not None
            found.setdefault((limit.root, limit.path, limit.other.source), limit)
    return tuple(found.values())[:MOST]


class _Reader:
    def __init__(self, roots: frozenset[str], node: Callable[[str], object]) -> None:
        self.roots = roots
        self.node = node

    def read(self, node: ast.AST, scope: _Scope, deep: int) -> Iterator[Limit]:
        match node:
            case ast.Compare(left=left, comparators=rights):
                sides = [left, *rights]
                for one, other in pairwise(sides):
                    yield from self.compared(one, other, scope)
                    yield from self.compared(other, one, scope)
            case ast.GeneratorExp(generators=made) | ast.ListComp(generators=made) | ast.SetComp(generators=made):
                inside = self.within(made, scope)
                yield from self.parts((node.elt, *[test for each in made for test in each.ifs]), inside, deep)
                yield from self.parts([each.iter for each in made], scope, deep)
                return
            case ast.DictComp(key=key, value=value, generators=made):
                inside = self.within(made, scope)
                yield from self.parts((key, value, *[test for each in made for test in each.ifs]), inside, deep)
                return
            case ast.BinOp(left=left, op=ast.Mod() | ast.FloorDiv(), right=right):
                yield from self.compared(left, right, scope, TIMES)
            case ast.Lambda():
                return
            case ast.Call(func=ast.Name() | ast.Attribute() as called, args=args) if deep < _DEEP:
                yield from self.inlined(called, args, scope, deep)
            case _:
                pass
        yield from self.parts(ast.iter_child_nodes(node), scope, deep)

    def parts(
        self, nodes: Iterator[ast.AST] | list[ast.expr] | tuple[ast.expr, ...], scope: _Scope, deep: int
    ) -> Iterator[Limit]:
        for each in nodes:
            yield from self.read(each, scope, deep)

    def inlined(self, called: ast.expr, args: list[ast.expr], scope: _Scope, deep: int) -> Iterator[Limit]:
        """Look into the body of a function of the hologram, with its parameters standing for the arguments."""
        function = self.node(scope.names.get(ast.unparse(called), ""))
        if not isinstance(function, ir.Function) or function.body is None:
            return
        places: dict[str, Place] = {}
        stands_for: dict[str, ast.expr] = {}
        inner = set(scope.inner)
        for parameter, argument in zip(function.parameters, args, strict=False):
            place = self.place(argument, scope)
            outside = self.outside(argument, scope)
            if place is not None:
                places[parameter.name] = place
            if outside is not None:
                stands_for[parameter.name] = outside
            else:
                inner.add(parameter.name)
        for expr in contract(function):
            if any(scope.names.get(word, key) != key for word, key in expr.names.items()):
                continue  # one word, two meanings
            if any(example.expr is expr for example in function.examples):
                continue
            names = {**scope.names, **expr.names}
            try:
                yield from self.read(parse(expr.source), _Scope(places, stands_for, frozenset(inner), names), deep + 1)
            except ExprError:
                continue

    def within(self, made: list[ast.comprehension], scope: _Scope) -> _Scope:
        """Return what names mean inside a comprehension."""
        places, stands_for, inner = dict(scope.places), dict(scope.stands_for), set(scope.inner)
        for each in made:
            over = self.elements(
                each.iter, scope._replace(places=places, stands_for=stands_for, inner=frozenset(inner))
            )
            targets = each.target.elts if isinstance(each.target, ast.Tuple) else [each.target]
            if isinstance(each.target, ast.Tuple) and len(over) == 1:
                over = [None] * len(targets)
            for target, place in zip(targets, [*over, *[None] * len(targets)], strict=False):
                for name in (one.id for one in ast.walk(target) if isinstance(one, ast.Name)):
                    inner.add(name)
                    places.pop(name, None)
                    stands_for.pop(name, None)
                    if place is not None and isinstance(target, ast.Name):
                        places[name] = place
        return _Scope(places, stands_for, frozenset(inner), scope.names)

    def elements(self, node: ast.expr, scope: _Scope) -> list[Place | None]:
        """Return where the elements of an expression stand in the arguments: one place, or one for each part of a tuple."""
        match node:
            case ast.Call(func=ast.Name(id="zip"), args=args):
                return [(self.elements(arg, scope) or [None])[0] for arg in args]
            case ast.Call(func=ast.Name(id="enumerate"), args=[inside, *_]):
                return [None, *self.elements(inside, scope)]
            case ast.Call(func=ast.Attribute(value=inside, attr="items"), args=[]):
                return [*self.elements(inside, scope), None]
            case ast.Call(func=ast.Attribute(value=inside, attr="keys"), args=[]):
                return self.elements(inside, scope)
            case ast.Call(func=ast.Name(id=word), args=[inside, *_]) if word in _ALIKE:
                return self.elements(inside, scope)
            case ast.Subscript(value=inside, slice=ast.Slice()):
                return self.elements(inside, scope)
            case _:
                place = self.place(node, scope)
                return [None] if place is None else [(place[0], (*place[1], EACH))]

    def place(self, node: ast.expr, scope: _Scope) -> Place | None:
        match node:
            case ast.Name(id=name):
                return scope.places.get(name)
            case ast.Attribute(value=value, attr=attr):
                inside = self.place(value, scope)
                return None if inside is None else (inside[0], (*inside[1], attr))
            case ast.Subscript(value=value, slice=ast.Constant(value=int()) | ast.UnaryOp()):
                inside = self.place(value, scope)
                return None if inside is None else (inside[0], (*inside[1], EACH))
            case ast.Call(func=ast.Name(id="len"), args=[value]):
                inside = self.place(value, scope)
                return None if inside is None else (inside[0], (*inside[1], LENGTH))
            case _:
                return None

    def compared(self, one: ast.expr, other: ast.expr, scope: _Scope, op: str = NEAR) -> Iterator[Limit]:
        """Yield the hint that `one` is compared with, or divided by, `other`, where that is known before `one` is made."""
        place = self.place(one, scope)
        text = None if place is None else self.outside(other, scope)
        if place is None or text is None:
            return
        needs = {each.id for each in ast.walk(text) if isinstance(each, ast.Name)} & self.roots
        # Constants are worth trying everywhere, and `harvest` has them; not so what they divide.
        if (needs or op == TIMES) and place[0] not in needs:
            names = dict(scope.names)
            yield Limit(*place, op, ir.Expr(source=ast.unparse(text), names=names), frozenset(needs))

    def outside(self, node: ast.expr, scope: _Scope) -> ast.expr | None:
        """Return an expression in words that the whole function knows; None where it speaks of others."""
        words = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
        bound = {each.id for each in ast.walk(node) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)}
        if (words - bound - scope.stands_for.keys()) & scope.inner:
            return None
        if not words & scope.stands_for.keys():
            return node
        if bound & scope.stands_for.keys():
            return None
        return Replaced(scope.stands_for).visit(copy.deepcopy(node))  # type: ignore[no-any-return]  # an expression stays one


class Replaced(ast.NodeTransformer):
    """Puts expressions in the place of names."""

    def __init__(self, stands_for: Mapping[str, ast.expr]) -> None:
        """Remember what stands for which name."""
        self.stands_for = stands_for

    def visit_Name(self, node: ast.Name) -> ast.expr:
        """Return what stands for a name, or the name itself."""
        return self.stands_for.get(node.id, node)
