"""All values of a type that has only a few: then nothing need be drawn, and a verdict may speak of every input."""

from __future__ import annotations

import math
from itertools import chain, combinations, product
from typing import TYPE_CHECKING, Final

from holo.expr.stopped import Stopped
from holo.expr.types import Container, Named, NoneType, Plain, Union
from holo.expr.values import InvalidValue
from holo.inputs.narrow import EACH
from holo.inputs.range import Reject, below, lengths, read
from holo.inputs.scalars import KINDS, whole_ends
from holo.inputs.texts import alphabet, shaped
from holo.ir import model as ir

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from holo.expr.types import Type
    from holo.inputs.range import Bound
    from holo.inputs.shapes import Shapes

MOST: Final = 400
"""Values that are made at most; a type that has more counts as one without end."""


def every_input(function: ir.Function | ir.Law, shapes: Shapes) -> list[tuple[object, ...]] | None:
    """Return every input that the types of a function admit, None where there are too many; `requires` is not asked."""
    shape = shapes.function(function)
    columns: list[list[object]] = []
    for slot in shape.slots:
        found = every(slot.type, shapes, shape.fixed.get(slot.name, ()))
        if found is None:
            return None
        columns.append(found)
    return list(product(*columns)) if math.prod(map(len, columns)) <= MOST else None


def every(type_: Type, shapes: Shapes, bounds: Sequence[Bound] = ()) -> list[object] | None:
    """Return every value of a type within bounds, None where there are more than a few or nobody knows."""
    try:
        found = _every(type_, shapes, bounds, ())
    except (Reject, Stopped, TypeError):
        return None
    return found if found is None or len(found) <= MOST else None


def _every(type_: Type, shapes: Shapes, bounds: Sequence[Bound], open_: tuple[str, ...]) -> list[object] | None:
    match type_:
        case NoneType():
            return [None]
        case Plain(name=name):
            return _plain(name, bounds)
        case Union(members=members):
            parts = [_every(member, shapes, bounds, open_) for member in members]
            known = [part for part in parts if part is not None]
            return list(chain.from_iterable(known)) if len(known) == len(parts) else None
        case Container():
            return _container(type_, shapes, bounds, open_)
        case Named(id=id_) if id_ not in open_:
            return _named(type_, shapes, bounds, (*open_, id_))
        case _:
            return None


def _plain(name: str, bounds: Sequence[Bound]) -> list[object] | None:
    range_ = read(bounds)
    if name == "bool":
        return [True, False]
    if range_.exact is not None and len(range_.exact) <= MOST:
        return [value for value in range_.exact if type(value) is KINDS.get(name) and range_.meets(value)]
    if name == "int":
        low, high = whole_ends(range_)
        return list(range(low, high + 1)) if low is not None and high is not None and high - low < MOST else None
    if name == "str" and bounds:
        return _texts(bounds)
    return None


def _texts(bounds: Sequence[Bound]) -> list[object] | None:
    """Return the texts of a few letters, or the pieces of a text, where their length has an end."""
    low, high = lengths(bounds)
    whole = next((value for path, op, value in bounds if op == "in" and not path and isinstance(value, str)), None)
    if whole is not None and len(whole) <= MOST:
        sizes = range(low, min(len(whole), len(whole) if high is None else high) + 1)
        if len(sizes) * len(whole) > MOST:
            return None
        return list(dict.fromkeys(whole[at : at + size] for size in sizes for at in range(len(whole) - size + 1)))
    if high is None or not any(path == (EACH,) and op == "in" for path, op, _ in bounds) or not shaped(bounds):
        return None
    letters = alphabet(bounds)[1]
    if sum(len(letters) ** size for size in range(low, high + 1)) > MOST:
        return None
    return ["".join(row) for size in range(low, high + 1) for row in product(letters, repeat=size)]


def _named(type_: Named, shapes: Shapes, bounds: Sequence[Bound], open_: tuple[str, ...]) -> list[object] | None:
    node = shapes.world.node(type_.id)
    match node:
        case ir.Enum():
            return list(shapes.world.enum(type_.id))
        case ir.Alias():
            base, where = shapes.alias(node)
            found = _every(base, shapes, (*bounds, *where), open_)
            return None if found is None else [value for value in found if not shapes.world.fits(value, type_)]
        case ir.Record():
            shape = shapes.record(node)
            columns = [
                _every(slot.type, shapes, (*below(bounds, slot.name), *shape.fixed.get(slot.name, ())), open_)
                for slot in shape.slots
            ]
            return _made(shapes, type_.id, columns)
        case _:
            return None


def _made(shapes: Shapes, id_: str, columns: Sequence[list[object] | None]) -> list[object] | None:
    known = [column for column in columns if column is not None]
    if len(known) < len(columns) or math.prod(map(len, known)) > MOST:
        return None
    make, found = shapes.world.record(id_), list[object]()
    for row in product(*known):
        try:
            found.append(make(*row))
        except InvalidValue:
            continue
    return found


def _container(
    type_: Container, shapes: Shapes, bounds: Sequence[Bound], open_: tuple[str, ...]
) -> list[object] | None:
    each = below(bounds, EACH)
    columns = [_every(part, shapes, each, open_) for part in type_.args]
    if not columns or any(column is None for column in columns):
        return None
    if type_.name == "tuple" and not type_.open:
        known = [column for column in columns if column is not None]
        return list(product(*known)) if math.prod(map(len, known)) <= MOST else None
    first = columns[0]
    assert first is not None
    low, high = lengths(bounds)
    if type_.name in {"set", "frozenset"}:
        most = len(first) if high is None else min(high, len(first))
        if sum(math.comb(len(first), size) for size in range(low, most + 1)) > MOST:
            return None
        kind = set if type_.name == "set" else frozenset
        return [kind(row) for size in range(low, most + 1) for row in combinations(first, size)]
    if type_.name == "dict" or high is None or high > MOST:
        return None
    if sum(len(first) ** size for size in range(low, high + 1)) > MOST:
        return None
    rows: Iterable[tuple[object, ...]] = chain.from_iterable(
        product(first, repeat=size) for size in range(low, high + 1)
    )
    return list(rows) if type_.name == "tuple" else [list(row) for row in rows]
