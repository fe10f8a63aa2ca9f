"""The inputs that decide a set of conditions: products of boundary values.

Where every condition compares parameters, or fields of them, with constants, the values beside those
constants stand for all others, and what holds for none of them holds for no input (`exact`). Where a
condition says more than that, the same inputs are only good witnesses.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Final, TypeAlias

from holo.expr.parse import ExprError, parse
from holo.expr.show import ordered
from holo.expr.stopped import Stopped
from holo.expr.types import Container, Named, NoneType, Plain, Type, Union
from holo.expr.values import Record
from holo.inputs.near import rebuilt
from holo.inputs.small import smalls_of, spread
from holo.ir import model as ir

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from holo.expr.world import World

MOST: Final = 3000
"""Inputs of one product that are looked at; a larger product decides nothing."""

_LOOSE: Final = 5
"""Values tried of a parameter of which more is said than constants can tell."""

_NOTHING: Final[dict[str, object]] = {}
LENGTH: Final = "#length"
Place: TypeAlias = tuple[str, ...]
_EQUAL: Final = (ast.Eq, ast.NotEq, ast.In, ast.NotIn, ast.Is, ast.IsNot)


@dataclass(frozen=True, slots=True)
class Domain:
    """One column of values a parameter; `exact` when their product decides the conditions it was made from."""

    columns: tuple[tuple[object, ...], ...]
    exact: bool

    def inputs(self) -> Iterator[tuple[object, ...]]:
        """Yield the inputs of the product."""
        if all(self.columns):
            yield from islice(spread(self.columns), MOST)


def domain(
    function: ir.Function | ir.Law,
    conditions: Sequence[ir.Expr],
    world: World,
    variables: Mapping[str, object] = _NOTHING,
) -> Domain:
    """Return the boundary inputs for `conditions` and the `requires` of a function; `variables` are as good as constants."""
    atoms = _Atoms(world, variables)
    generic = function.type_parameters if isinstance(function, ir.Function) else ()
    types = {p.name: world.type(p.type, generic) for p in function.parameters}
    for expr in (*conditions, *(condition.expr for condition in function.requires)):
        atoms.read(expr, {name: (name,) for name in types})
    columns = tuple(tuple(_column(atoms, (name,), type_, world)) for name, type_ in types.items())
    size = 1
    for column in columns:
        size *= len(column)
    return Domain(columns, atoms.exact and size <= MOST)


class _Atoms:
    """The constants that each place is compared with."""

    def __init__(self, world: World, variables: Mapping[str, object]) -> None:
        self.world = world
        self.variables = variables
        self.exact = True
        self.constants: dict[Place, dict[object, None]] = {}
        self.ordered: set[Place] = set()
        self.loose: set[str] = set()

    def read(self, expr: ir.Expr, places: dict[str, Place]) -> None:
        try:
            node = parse(expr.source)
        except ExprError:
            self.exact = False
            return
        self._read(node, expr, places)

    def _read(self, node: ast.expr, expr: ir.Expr, places: dict[str, Place]) -> None:
        match node:
            case ast.BoolOp(values=values):
                for value in values:
                    self._read(value, expr, places)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                self._read(operand, expr, places)
            case ast.Compare(left=left, ops=ops, comparators=rights):
                for op, right in zip(ops, rights, strict=True):
                    self._compare(left, op, right, expr, places)
                    left = right
            case ast.Constant(value=bool()):
                pass
            case ast.Call(func=ast.Name(id="isinstance"), args=[value, _]) if self._place(value, places):
                # One value of each member of a union decides it.
                self.constants.setdefault(self._place(value, places) or (), {})[None] = None
            case _:
                place = self._place(node, places)
                if place is None:
                    self._inexact(node, expr, places)
                else:
                    self.constants.setdefault(place, {})[0 if place[-1] == LENGTH else None] = None

    def _compare(self, left: ast.expr, op: ast.cmpop, right: ast.expr, expr: ir.Expr, places: dict[str, Place]) -> None:
        here, there = self._place(left, places), self._place(right, places)
        if (here is None) == (there is None):
            # Two places, or none: boundary values of one side say nothing of the other.
            if here is not None or not (self._constant(left, expr, places) and self._constant(right, expr, places)):
                self._inexact(left, expr, places)
                self._inexact(right, expr, places)
            return
        place, other = (here, right) if here is not None else (there, left)
        assert place is not None
        found = self._constant(other, expr, places)
        if not found:
            self._inexact(other, expr, places)
            return
        values = found[0]
        if isinstance(op, ast.In | ast.NotIn):
            if (
                here is None
                or not isinstance(values, list | tuple | set | frozenset | dict | range)
                or len(values) > 50
            ):
                self.exact = False
                return
            members = ordered(values) if isinstance(values, set | frozenset) else list(values)
        else:
            members = [values]
        if not isinstance(op, _EQUAL):
            self.ordered.add(place)
        for value in members:
            try:
                self.constants.setdefault(place, {})[value] = None
            except TypeError:
                self.exact = False

    def _inexact(self, node: ast.expr, expr: ir.Expr, places: dict[str, Place]) -> None:
        """Give up deciding, but keep the constants within as good values to try."""
        self.exact = False
        for inner in ast.walk(node):
            if isinstance(inner, ast.Name) and inner.id in places:
                self.loose.add(places[inner.id][0])
            if isinstance(inner, ast.Compare) and inner is not node:
                left = inner.left
                for op, right in zip(inner.ops, inner.comparators, strict=True):
                    if (self._place(left, places) is None) != (self._place(right, places) is None):
                        self._compare(left, op, right, expr, places)
                    left = right

    def _place(self, node: ast.expr, places: dict[str, Place]) -> Place | None:
        match node:
            case ast.Name(id=name):
                return places.get(name)
            case ast.Attribute(value=value, attr=attr):
                inside = self._place(value, places)
                return None if inside is None else (*inside, attr)
            case ast.Call(func=ast.Name(id="len"), args=[value]):
                inside = self._place(value, places)
                return None if inside is None else (*inside, LENGTH)
            case _:
                return None

    def _constant(self, node: ast.expr, expr: ir.Expr, places: dict[str, Place]) -> tuple[object] | None:
        if isinstance(node, ast.Constant):
            return (node.value,)
        if any(isinstance(inner, ast.Name) and inner.id in places for inner in ast.walk(node)):
            return None
        try:
            part = ir.Expr(source=ast.unparse(node), names=expr.names)
            return (self.world.evaluate(part, self.variables),)
        except Stopped:
            return None


def _column(atoms: _Atoms, place: Place, type_: Type, world: World) -> list[object]:
    """Return the values to try at a place; a type that is not understood makes the domain inexact."""
    below = [other for other in atoms.constants if other[: len(place)] == place and len(other) > len(place)]
    own = [value for value in atoms.constants.get(place, {}) if value is not None]
    if not below and place not in atoms.constants:
        return list(smalls_of(world).values(type_)[: _LOOSE if place[0] in atoms.loose else 1])
    match type_:
        case NoneType():
            return [None]
        case Named(id=id_):
            return _named(atoms, place, type_, id_, world, below, own)
        case Union(members=members):
            found: list[object] = []
            for member in members:
                found += [value for value in _column(atoms, place, member, world) if value not in found]
            if sum(not isinstance(member, NoneType) for member in members) > 1 and (below or own):
                atoms.exact = False
            return found
        case Plain(name="bool"):
            return [False, True]
        case Plain(name=name):
            if below or (name in {"str", "bytes"} and place in atoms.ordered):
                atoms.exact = False
            return _beside(name, own)
        case Container():
            return _sized(atoms, place, type_, world, below, own)
        case _:
            if below or own:
                atoms.exact = False
            return list(smalls_of(world).values(type_)[:2])


def _named(
    atoms: _Atoms, place: Place, type_: Named, id_: str, world: World, below: list[Place], own: list[object]
) -> list[object]:
    node = world.node(id_)
    match node:
        case ir.Alias():
            if node.where is not None:
                atoms.read(node.where, {"it": place})
            values = _column(atoms, place, world.type(node.base), world)
            return values if node.where is None else [value for value in values if not world.fits(value, type_)]
        case ir.Enum():
            return list(world.enum(id_))
        case ir.Record() if not own:
            small = smalls_of(world).values(type_)
            if not below or not small:
                return list(small[:1])
            if node.invariants or any(len(other) > len(place) + 1 for other in below):
                atoms.exact = False
            columns = {
                field.name: _column(atoms, (*place, field.name), world.type(field.type), world)
                for field in node.fields
                if any(other[: len(place) + 1] == (*place, field.name) for other in below)
            }
            made: list[object] = []
            assert isinstance(small[0], Record)
            for row in islice(spread(list(columns.values())), MOST):
                value = rebuilt(small[0], **dict(zip(columns, row, strict=True)))
                if value is not None:
                    made.append(value)
            return made or list(small)
        case _:
            if own or below:
                atoms.exact = False
            return [*smalls_of(world).values(type_)]


def _sized(
    atoms: _Atoms, place: Place, type_: Container, world: World, below: list[Place], own: list[object]
) -> list[object]:
    small = list(smalls_of(world).values(type_))
    lengths = atoms.constants.get((*place, LENGTH), {})
    if own or any(other[len(place)] != LENGTH for other in below) or type_.name != "list":
        atoms.exact = atoms.exact and not (own or below)
        return small if (own or below) else small[:1]
    if not lengths and place not in atoms.constants:
        return small[:1]
    items = smalls_of(world).values(type_.args[0]) if type_.args else (0,)
    sizes = {0, 1}
    for length in lengths:
        if isinstance(length, int):
            sizes |= {length - 1, length, length + 1}
    if not items:
        return [[]]
    return [[items[at % len(items)] for at in range(size)] for size in sorted(sizes) if 0 <= size <= 60]


def _beside(name: str, constants: list[object]) -> list[object]:
    """Return the constants, what lies right beside them, and one value far from them all."""
    found: dict[object, None] = dict.fromkeys(constants)
    match name:
        case "int":
            whole = [value for value in constants if isinstance(value, int | float | Decimal | Fraction)]
            for value in whole:
                found |= dict.fromkeys((int(value) - 1, int(value), int(value) + 1))
            return [value for value in found if type(value) is int] or [0, 1]
        case "str":
            texts = dict.fromkeys(value for value in constants if isinstance(value, str))
            other = next(f"other{at or ''}" for at in range(len(texts) + 1) if f"other{at or ''}" not in texts)
            return [*texts, *([] if "" in texts else [""]), other]
        case "bytes":
            return [*(value for value in constants if isinstance(value, bytes)), b"", b"other"]
        case "float" | "Decimal" | "Fraction":
            return _between(name, constants)
        case _:
            return _times(name, constants)


def _between(name: str, constants: list[object]) -> list[object]:
    kind = {"float": float, "Decimal": Decimal, "Fraction": Fraction}[name]
    points = sorted({kind(value) for value in constants if isinstance(value, int | float | Decimal | Fraction)})
    points = points or [kind(0)]
    middle = [(one + other) / 2 for one, other in pairwise(points)]
    return [points[0] - 1, *points, *middle, points[-1] + 1]


def _times(name: str, constants: list[object]) -> list[object]:
    kinds: dict[str, tuple[type, timedelta, object]] = {
        "date": (date, timedelta(days=1), date(2026, 1, 1)),
        "datetime": (datetime, timedelta.resolution, datetime(2026, 1, 1)),  # noqa: DTZ001 naive like the hologram's own
        "timedelta": (timedelta, timedelta.resolution, timedelta(0)),
    }
    if name not in kinds:
        return [*(value for value in constants if isinstance(value, time)), time(0), time(12)]
    kind, step, plain = kinds[name]
    found: dict[object, None] = {}
    for value in constants:
        if type(value) is kind:
            for shift in (timedelta(0), -step, step):
                try:
                    found[value + shift] = None  # type: ignore[operator]
                except OverflowError:
                    continue
    return list(found) or [plain]
