"""What is known of declared types and functions before a value is made: slots, their order, and bounds.

What a condition compares with something that does not depend on the input is worked out once; the rest stays a limit.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from holo.expr.stopped import Stopped
from holo.expr.types import Container, Named, Type
from holo.inputs.hints import hints
from holo.inputs.narrow import PARTS, PARTS_AT, Limit, limits
from holo.inputs.range import Bound
from holo.ir import model as ir

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from holo.expr.world import World


@dataclass(frozen=True, slots=True)
class Slot:
    """A named value to be made: a parameter or a field."""

    name: str
    type: Type


@dataclass(frozen=True, slots=True)
class Shape:
    """Slots in the order in which they are made, the bounds on each, and the limits between them."""

    slots: tuple[Slot, ...]
    order: tuple[int, ...]
    fixed: Mapping[str, tuple[Bound, ...]]
    limits: tuple[Limit, ...]


class Shapes:
    """What is known of the declared types and functions of one world, worked out once."""

    def __init__(self, world: World) -> None:
        """Remember the world; look nothing up yet."""
        self.world = world
        self._shapes: dict[str, Shape] = {}
        self._wheres: dict[str, tuple[Type, tuple[Bound, ...]]] = {}
        self._hinted: dict[str, Shape] = {}

    def hinted(self, function: ir.Function | ir.Law) -> Shape:
        """Return the shape of a function with all that its contract compares its arguments with."""
        found = self._hinted.get(function.id)
        if found is None:
            shape = self.function(function)
            fixed, open_ = self._settled(hints(function, self.world.node))
            names = {*shape.fixed, *fixed}
            both = {name: (*shape.fixed.get(name, ()), *fixed.get(name, ())) for name in sorted(names)}
            found = self._hinted[function.id] = replace(shape, fixed=both, limits=(*shape.limits, *open_))
        return found

    def record(self, node: ir.Record) -> Shape:
        """Return the fields of a record and what its invariants say of them."""
        shape = self._shapes.get(node.id)
        if shape is None:
            slots = tuple(Slot(field.name, self.world.type(field.type)) for field in node.fields)
            shape = self._shapes[node.id] = self._shape(slots, (condition.expr for condition in node.invariants))
        return shape

    def function(self, function: ir.Function | ir.Law) -> Shape:
        """Return the parameters of a function or law and what its `requires` say of them."""
        shape = self._shapes.get(function.id)
        if shape is None:
            generic = function.type_parameters if isinstance(function, ir.Function) else ()
            slots = tuple(Slot(p.name, self.world.type(p.type, generic)) for p in function.parameters)
            shape = self._shapes[function.id] = self._shape(slots, (c.expr for c in function.requires))
        return shape

    def alias(self, node: ir.Alias) -> tuple[Type, tuple[Bound, ...]]:
        """Return the base of a named type and what its `where` says of `it`."""
        found = self._wheres.get(node.id)
        if found is None:
            read_ = () if node.where is None else limits(node.where, ("it",))
            found = self._wheres[node.id] = (self.world.type(node.base), self._settled(read_)[0].get("it", ()))
        return found

    def container(self, type_: Type) -> bool:
        """Say whether values of a type hold others by length."""
        match type_:
            case Container():
                return True
            case Named(id=id_):
                node = self.world.node(id_)
                return isinstance(node, ir.Alias) and self.container(self.world.type(node.base))
            case _:
                return False

    def _shape(self, slots: tuple[Slot, ...], conditions: Iterable[ir.Expr]) -> Shape:
        names = tuple(slot.name for slot in slots)
        fixed, found = self._settled(limit for expr in conditions for limit in limits(expr, names))
        # Containers come last: their elements are made to fit the single values, not the other way round.
        order = sorted(range(len(slots)), key=lambda at: (self.container(slots[at].type), at))
        return Shape(slots, tuple(order), fixed, found)

    def _settled(self, found: Iterable[Limit]) -> tuple[dict[str, tuple[Bound, ...]], tuple[Limit, ...]]:
        """Return the limits that need nothing as bounds by root, and the others."""
        fixed: dict[str, tuple[Bound, ...]] = {}
        open_: list[Limit] = []
        for limit in found:
            try:
                path = tuple(self._step(step, limit) for step in limit.path)
                if limit.needs:
                    open_.append(limit if path == limit.path else replace(limit, path=path))
                    continue
                value = None if limit.other is None else self.world.evaluate(limit.other, {})
            except Stopped:
                continue
            fixed[limit.root] = (*fixed.get(limit.root, ()), Bound(path, limit.op, value))
        return fixed, tuple(open_)

    def _step(self, step: str, limit: Limit) -> str:
        """Return a step of a path with the sign between the pieces of a text worked out. Raises `Stopped`."""
        if not step.startswith(PARTS_AT):
            return step
        names = {} if limit.other is None else limit.other.names
        return f"{PARTS}{self.world.evaluate(ir.Expr(source=step[len(PARTS_AT) :], names=names), {})}"
