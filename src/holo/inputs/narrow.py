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
from holo.inputs.letters import UNIVERSE
from holo.ir import model as ir

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LENGTH: Final = "#length"
EACH: Final = "#each"
SOME: Final = "#some"
NEAR: Final = "#near"
TIMES: Final = "#times"
"""No bounds: the other side is a value worth trying, or worth trying many times over (`hints`)."""

LETTERS: Final = "#letters"
MATCH: Final = "#match"
SQUARE: Final = "#square"
EVEN: Final = "#even"
SHAPES: Final = frozenset({LETTERS, MATCH, SQUARE, EVEN})
"""No bounds either: which letters a text is made of, a pattern that it has with the way to ask it, a list of lists each as
long as itself, and one of lists all as long as the first."""
PARTS: Final = "#parts:"
PARTS_AT: Final = "#parts at:"
"""Steps to the pieces of a text, followed by what stands between them: the text itself, or an expression for it."""
_KINDS: Final = {
    "isalpha": "c.isalpha()",
    "isdigit": "c.isdigit()",
    "isdecimal": "c.isdecimal()",
    "isnumeric": "c.isnumeric()",
    "isalnum": "c.isalnum()",
    "isspace": "c.isspace()",
    "isascii": "c.isascii()",
    "isprintable": "c.isprintable()",
    "isidentifier": "c.isalnum() or c == '_'",
    "islower": "not c.isupper()",
    "isupper": "not c.islower()",
}
"""What must be true of each letter where a text answers such a question with yes."""
_EMPTY_TOO: Final = frozenset({"isascii", "isprintable"})

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
            case ast.BoolOp(op=ast.Or(), values=values):
                return self.one_of(values, places)
            case ast.Call(func=ast.Name(id="all" | "any" as word), args=[ast.GeneratorExp() | ast.ListComp() as made]):
                return [*self.quantified(word, made, places), *self.sieved(word, made, places)]
            case ast.Call(func=ast.Name(id="bool"), args=[inside]):
                return self.read(inside, places)
            case ast.Call(func=ast.Attribute(value=value, attr=attr), args=[]) if attr in _KINDS:
                return self.kind(value, attr, places)
            case ast.Call(func=ast.Attribute(value=ast.Call(func=ast.Name(id="set"), args=[inside]), attr="issubset")):
                return self.inside(inside, node.args[0], places) if node.args else []
            case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr=asked), args=[pattern, value, *_]):
                place = self.place(value, places)
                pair = ast.Tuple([ast.Constant(asked), pattern], ast.Load())
                return [] if place is None else self.limit(place, MATCH, pair, places)
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

    def one_of(self, values: list[ast.expr], places: Mapping[str, Place]) -> list[Limit]:
        """Read `it == a or it == b`, all of one place."""
        found: list[ast.expr] = []
        where: set[Place] = set()
        for value in values:
            match value:
                case ast.Compare(left=left, ops=[ast.Eq()], comparators=[right]):
                    place = self.place(left, places)
                    if place is None:
                        return []
                    where.add(place)
                    found.append(right)
                case _:
                    return []
        return self.limit(where.pop(), "in", ast.List(found, ast.Load()), places) if len(where) == 1 else []

    def kind(self, value: ast.expr, attr: str, places: Mapping[str, Place]) -> list[Limit]:
        """Read `it.isalpha()` and the like: what is true of every letter, of which there is at least one."""
        place = self.place(value, places)
        if place is None:
            return []
        found = [Limit(*place, LETTERS, self.sieve(_KINDS[attr], "c"))]
        root, path = place
        return found if attr in _EMPTY_TOO else [*found, Limit(root, (*path, LENGTH), ">", ir.Expr(source="0"))]

    def inside(self, made: ast.expr, letters: ast.expr, places: Mapping[str, Place]) -> list[Limit]:
        """Read `set(it) <= letters`."""
        place = self.place(made, places)
        return [] if place is None else self.limit((place[0], (*place[1], EACH)), "in", letters, places)

    def sieved(self, word: str, made: ast.GeneratorExp | ast.ListComp, places: Mapping[str, Place]) -> list[Limit]:
        """Read `all(… for letter in it)` as the letters that may stand in it, should it be a text."""
        if word != "all" or len(made.generators) != 1:
            return []
        over = made.generators[0]
        place = self.place(over.iter, places)
        if place is None or not isinstance(over.target, ast.Name):
            return []
        free = {node.id for node in ast.walk(made.elt) if isinstance(node, ast.Name)}
        free |= {node.id for test in over.ifs for node in ast.walk(test) if isinstance(node, ast.Name)}
        if free & (places.keys() - {over.target.id}) or over.target.id not in free:
            return []
        asked = [f"not ({ast.unparse(test)})" for test in over.ifs]
        return [Limit(*place, LETTERS, self.sieve(" or ".join([*asked, f"({ast.unparse(made.elt)})"]), over.target.id))]

    def sieve(self, condition: str, name: str) -> ir.Expr:
        return ir.Expr(source=f"[{name} for {name} in {UNIVERSE!r} if {condition}]", names=self.expr.names)

    def compare(self, left: ast.expr, op: str, right: ast.expr, places: Mapping[str, Place]) -> list[Limit]:
        found: list[Limit] = []
        match left, right:
            case ast.Call(func=ast.Name(id="set"), args=[made]), _ if op in {"<=", "<"}:
                return self.inside(made, right, places)
            case ast.Call(func=ast.Attribute(value=ast.Name(id="re"))), ast.Constant(value=None) if op == "!=":
                return self.read(left, places)
            case _:
                pass
        found += self.tied(left, op, right, places)
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

    def tied(self, left: ast.expr, op: str, right: ast.expr, places: Mapping[str, Place]) -> list[Limit]:
        """Read `len(row) == len(it)` and `len(row) == len(it[0])` where rows are the elements of `it`."""
        if op != "==":
            return []
        for one, other in ((left, right), (right, left)):
            row = self.place(one, places)
            if row is None or row[1][-2:] != (EACH, LENGTH):
                continue
            match other:
                case ast.Call(func=ast.Name(id="len"), args=[ast.Subscript(value=whole)]) if self.place(
                    whole, places
                ) == (
                    row[0],
                    row[1][:-2],
                ):
                    return [Limit(row[0], row[1][:-1], EVEN, None)]
                case _ if self.place(other, places) == (row[0], (*row[1][:-2], LENGTH)):
                    return [Limit(row[0], row[1][:-1], SQUARE, None)]
        return []

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
            case ast.Call(func=ast.Attribute(value=value, attr="split" | "splitlines" as word), args=args) if (
                len(args) < 2
            ):
                inside = self.place(value, places)
                step = _step(word, args)
                return None if inside is None else (inside[0], (*inside[1], step))
            case _:
                return None


def _step(word: str, args: list[ast.expr]) -> str:
    match args:
        case []:
            return PARTS + ("\n" if word == "splitlines" else " ")
        case [ast.Constant(value=str() as sign)]:
            return PARTS + sign
        case _:
            return PARTS_AT + ast.unparse(args[0])
