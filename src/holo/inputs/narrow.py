"""Read from a condition what it says about single values, so that values can be made to fit.

`requires 0 <= day < 8 and all(loan.copy != copy for loan in loans)` becomes limits on `day` and on the
field `copy` of each element of `loans`. What cannot be read this way is left out: the condition itself
is always asked again of the finished value, so nothing here can make a wrong value pass.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from holo.expr.parse import ExprError, parse
from holo.ir import model as ir

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LENGTH: Final = "#length"
EACH: Final = "#each"
SOME: Final = "#some"
NEAR: Final = "#near"
TIMES: Final = "#times"
"""No bounds: the other side is a value worth trying, or worth trying many times over (`hints`)."""

Path: TypeAlias = tuple[str, ...]
Place: TypeAlias = tuple[str, Path]


@dataclass(frozen=True, slots=True)
class Limit:
    """`root` at `path` stands in relation `op` to `other`, which speaks of the roots in `needs`.

    `op` is one of `< <= > >= == != in`, `not in`, `true`, `false`, `NEAR` and `TIMES`; `other` is None for `true` and `false`.
    A path is made of field names and of `#length`, `#each` and `#some`.
    """

    root: str
    path: Path
    op: str
    other: ir.Expr | None
    needs: frozenset[str] = frozenset()


_OPS: Final[dict[type[ast.cmpop], str]] = {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.In: "in",
    ast.NotIn: "not in",
    ast.Is: "==",
    ast.IsNot: "!=",
}
_MIRROR: Final = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}
_NOT: Final = {
    "<": ">=",
    "<=": ">",
    ">": "<=",
    ">=": "<",
    "==": "!=",
    "!=": "==",
    "in": "not in",
    "not in": "in",
    "true": "false",
    "false": "true",
}


def limits(expr: ir.Expr, roots: Iterable[str]) -> tuple[Limit, ...]:
    """Return what `expr` says about the variables `roots`, one limit for each comparison that can be read."""
    try:
        node = parse(expr.source)
    except ExprError:
        return ()
    names = frozenset(roots)
    return tuple(_Reader(expr, names).read(node, {name: (name, ()) for name in names}))


class _Reader:
    def __init__(self, expr: ir.Expr, roots: frozenset[str]) -> None:
        self.expr = expr
        self.roots = roots

    def read(self, node: ast.expr, places: Mapping[str, Place]) -> list[Limit]:
        match node:
            case ast.BoolOp(op=ast.And(), values=values):
                return [limit for value in values for limit in self.read(value, places)]
            case ast.Compare(left=left, ops=ops, comparators=rights):
                found: list[Limit] = []
                for op, right in zip(ops, rights, strict=True):
                    found += self.compare(left, _OPS[type(op)], right, places)
                    left = right
                return found
            case ast.UnaryOp(op=ast.Not(), operand=ast.Compare(left=left, ops=[op], comparators=[right])):
                return self.compare(left, _NOT[_OPS[type(op)]], right, places)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                place = self.place(operand, places)
                return [] if place is None else [Limit(*place, "false", None)]
            case ast.Call(func=ast.Name(id="all" | "any" as word), args=[ast.GeneratorExp() | ast.ListComp() as made]):
                return self.quantified(word, made, places)
            case _:
                place = self.place(node, places)
                return [] if place is None else [Limit(*place, "true", None)]

    def quantified(self, word: str, made: ast.GeneratorExp | ast.ListComp, places: Mapping[str, Place]) -> list[Limit]:
        if len(made.generators) != 1:
            return []
        over = made.generators[0]
        within = self.place(over.iter, places)
        if within is None or not isinstance(over.target, ast.Name) or (word == "all" and over.ifs):
            return []
        root, path = within
        inner = {**places, over.target.id: (root, (*path, EACH if word == "all" else SOME))}
        found = [limit for node in (made.elt, *over.ifs) for limit in self.read(node, inner)]
        # Only what is said of the element itself holds for each of them: `other` must not be an element.
        found = [limit for limit in found if limit.path[: len(path) + 1] == inner[over.target.id][1]]
        if word == "any":
            found.append(Limit(root, (*path, LENGTH), ">", ir.Expr(source="0")))
        return found

    def compare(self, left: ast.expr, op: str, right: ast.expr, places: Mapping[str, Place]) -> list[Limit]:
        found: list[Limit] = []
        here = self.place(left, places)
        there = self.place(right, places)
        if here is not None:
            found += self.limit(here, op, right, places)
        if there is not None:
            if op in _MIRROR:
                found += self.limit(there, _MIRROR[op], left, places)
            else:
                root, path = there
                found += (
                    self.limit((root, (*path, SOME)), "==", left, places)
                    if op == "in"
                    else self.limit((root, (*path, EACH)), "!=", left, places)
                )
        return found

    def limit(self, place: Place, op: str, other: ast.expr, places: Mapping[str, Place]) -> list[Limit]:
        free = {node.id for node in ast.walk(other) if isinstance(node, ast.Name)}
        inner = places.keys() - self.roots
        if free & inner:
            return []
        needs = free & self.roots
        if place[0] in needs:
            return []
        text = ast.unparse(other)
        return [Limit(*place, op, ir.Expr(source=text, names=self.expr.names), frozenset(needs))]

    def place(self, node: ast.expr, places: Mapping[str, Place]) -> Place | None:
        match node:
            case ast.Name(id=name):
                return places.get(name)
            case ast.Attribute(value=value, attr=attr):
                inside = self.place(value, places)
                return None if inside is None else (inside[0], (*inside[1], attr))
            case ast.Call(func=ast.Name(id="len"), args=[value]):
                inside = self.place(value, places)
                return None if inside is None else (inside[0], (*inside[1], LENGTH))
            case _:
                return None
