"""Make values of declared types from choices, within what `where`, `requires` and invariants say.

One `Maker` serves one source of choices. Values of one input share their parts: a text or number that was
made once is likely to be used again, so that `loan.copy == copy` happens. A lively maker also lets elements be
like each other, lists be long, and values be what the contract compares them with. What is made is only likely
to fulfil a contract: whoever takes it asks the contract itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from holo.expr.stopped import Stopped
from holo.expr.types import ANY, NONE, Container, Named, NoneType, Plain, Type, Union, Variable
from holo.expr.values import InvalidValue
from holo.inputs.alike import alike, following
from holo.inputs.fakes import make_fake
from holo.inputs.harvest import neighbours
from holo.inputs.hints import hints
from holo.inputs.narrow import EACH, LENGTH, NEAR, SOME, TIMES, Limit, limits
from holo.inputs.near import variants
from holo.inputs.range import MOST, Bound, Reject, below, lengths, near, read
from holo.inputs.scalars import KINDS, edges, joined, long_text, scalar, worked
from holo.ir import model as ir

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from holo.expr.world import World
    from holo.inputs.choice import Choice

DEEP, TRIES = 3, 6  # the depth at which values stop growing; attempts at one that fits

# How elements of one input come about: each for itself, like one before, many, or one after the other.
_MODES: Final = ("free",) * 4 + ("alike",) * 4 + ("long", "row")
# To be asked for: more elements, or longer texts of one piece or of many words, than anybody thinks of.
HUGE, WORDY, WORDS = "huge", "wordy", "words"
_SIZES: Final = {"long": (5, 6, 7, 9, 12), HUGE: (13, 18, MOST)}


@dataclass(frozen=True, slots=True)
class Slot:
    """A named value to be made: a parameter or a field."""

    name: str
    type: Type


@dataclass(frozen=True, slots=True)
class Shape:
    """Slots in the order in which they are made, and the limits between them."""

    slots: tuple[Slot, ...]
    order: tuple[int, ...]
    limits: tuple[Limit, ...]


class Shapes:
    """What is known of the declared types and functions of one world, worked out once."""

    def __init__(self, world: World) -> None:
        """Remember the world; look nothing up yet."""
        self.world = world
        self._shapes: dict[str, Shape] = {}
        self._wheres: dict[str, tuple[Type, tuple[Limit, ...]]] = {}
        self._hints: dict[str, tuple[Limit, ...]] = {}

    def hints(self, function: ir.Function | ir.Law) -> tuple[Limit, ...]:
        """Return what the contract of a function compares its arguments with."""
        found = self._hints.get(function.id)
        if found is None:
            found = self._hints[function.id] = hints(function, self.world.node)
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

    def alias(self, node: ir.Alias) -> tuple[Type, tuple[Limit, ...]]:
        """Return the base of a named type and what its `where` says of `it`."""
        found = self._wheres.get(node.id)
        if found is None:
            read_ = () if node.where is None else limits(node.where, ("it",))
            found = self._wheres[node.id] = (self.world.type(node.base), read_)
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
        found = tuple(limit for expr in conditions for limit in limits(expr, names))
        # Containers come last: their elements are made to fit the single values, not the other way round.
        order = sorted(range(len(slots)), key=lambda at: (self.container(slots[at].type), at))
        return Shape(slots, tuple(order), found)


class Maker:
    """Makes values and whole inputs from one source of choices."""

    def __init__(
        self,
        shapes: Shapes,
        choice: Choice,
        constants: Mapping[type, Sequence[object]] | None = None,
        *,
        lively: bool = False,
    ) -> None:
        """Make values of the types in `shapes`, now and then one of `constants`."""
        self.shapes = shapes
        self.world = shapes.world
        self.choice = choice
        self.constants = constants or {}
        self.lively = lively
        self._seen: dict[Type, list[object]] = {}
        self._mode = "free"
        self.variable = "int"

    def arguments(self, function: ir.Function | ir.Law, mode: str = "") -> tuple[object, ...]:
        """Make one tuple of arguments, in the order declared; its `requires` are not asked."""
        self._seen = {}
        shape = self.shapes.function(function)
        if self.lively:
            self._mode = mode or self.choice.pick(_MODES)
            self.variable = self.choice.pick(("int", "str"))
            if self.choice.chance(50):
                shape = Shape(shape.slots, shape.order, (*shape.limits, *self.shapes.hints(function)))
        return self._slots(shape, (), 0)

    def again(self, function: ir.Function | ir.Law, args: tuple[object, ...], at: int) -> object:
        """Make one argument anew, to go with all the others."""
        shape = self.shapes.function(function)
        slot = shape.slots[at]
        known = {other.name: arg for other, arg in zip(shape.slots, args, strict=True) if other is not slot}
        self._seen = {}
        self._mode = self.choice.pick(_MODES)
        return self.value(slot.type, self._resolve((*shape.limits, *self.shapes.hints(function)), slot.name, known))

    def value(self, type_: Type, bounds: Sequence[Bound] = (), depth: int = 0) -> object:
        """Make one value of a type within bounds; raise `Reject` where none was found."""
        if self.lively and bounds and (known := near(bounds)) and self.choice.chance(40):
            value = self.choice.pick([one for each in known for one in (each, each, *neighbours(each))])
            apt = not isinstance(type_, Variable) or type(value).__name__ == self.variable
            if apt and read(bounds).meets(value) and not self.world.fits(value, type_):
                return value
        match type_:
            case Plain(name=name):
                return self._scalar(type_, name, bounds)
            case Named(id=id_):
                return self._named(type_, id_, bounds, depth)
            case NoneType():
                return None
            case Container():
                return self._container(type_, bounds, depth)
            case Union(members=members):
                return self._union(members, bounds, depth)
            case Variable():
                return self._scalar(type_, self.variable, bounds)

    def _scalar(self, type_: Type, name: str, bounds: Sequence[Bound]) -> object:
        range_ = read(bounds)
        if (kind := KINDS.get(name)) is None:
            raise Reject
        seen = self._seen.setdefault(type_, [])
        if range_.exact is not None:
            fitting = [value for value in range_.exact if type(value) is kind and range_.meets(value)]
            if not fitting:
                raise Reject
            value = self.choice.pick(fitting)
        else:
            value = self._any_scalar(name, kind, seen, bounds)
        seen.append(value)
        return value

    def _any_scalar(self, name: str, kind: type, seen: list[object], bounds: Sequence[Bound]) -> object:
        range_ = read(bounds)
        known = self.constants.get(kind, ())
        ends: list[object] | None = None
        for _ in range(TRIES):
            if seen and self.choice.chance(40):
                value = self.choice.pick(seen)
                if self.lively and self.choice.chance(15):
                    value = self.choice.pick([one for (one,) in islice(variants(value), 12)] or [value])
            elif name == "str" and self.lively and self.choice.chance(15):
                value = joined(known, self.choice)
            elif known and self.choice.chance(30):
                value = self.choice.pick(known)
                if self.lively:
                    value = worked(value, self.choice)
            elif (ends := edges(name, range_) if ends is None else ends) and self.choice.chance(25):
                value = self.choice.pick(ends)
            else:
                value = scalar(name, range_, bounds, self.choice)
                if self._mode in {WORDY, WORDS} and isinstance(value, str | bytes) and lengths(bounds)[1] is None:
                    value = long_text(value, self.choice, words=self._mode == WORDS)
            if type(value) is kind and range_.meets(value):
                return value
        raise Reject

    def _named(self, type_: Named, id_: str, bounds: Sequence[Bound], depth: int) -> object:
        node = self.world.node(id_)
        match node:
            case ir.Alias():
                return self._alias(type_, node, bounds, depth)
            case ir.Record():
                return self._record(type_, node, bounds, depth)
            case ir.Enum():
                kind = self.world.enum(id_)
                range_ = read(bounds)
                fitting = [member for member in kind if range_.meets(member)]
                return self._one_of(fitting)
            case ir.Port():
                return make_fake(node, self.world, self.choice, self.value)
            case _:
                raise Reject

    def _one_of(self, fitting: Sequence[object]) -> object:
        if not fitting:
            raise Reject
        return self.choice.pick(fitting)

    def _alias(self, type_: Named, node: ir.Alias, bounds: Sequence[Bound], depth: int) -> object:
        base, where = self.shapes.alias(node)
        inner = (*bounds, *self._resolve(where, "it", {}))
        if node.where is None:
            return self.value(base, inner, depth)
        seen = self._seen.setdefault(type_, [])
        range_ = read(bounds)
        for _ in range(TRIES):
            if seen and self.choice.chance(40):
                value = self.choice.pick(seen)
                if range_.meets(value):
                    return value
            value = self.value(base, inner, depth)
            if not self.world.fits(value, type_):
                seen.append(value)
                return value
        raise Reject

    def _record(self, type_: Named, node: ir.Record, bounds: Sequence[Bound], depth: int) -> object:
        seen = self._seen.setdefault(type_, [])
        range_ = read(bounds)
        if range_.exact is not None:
            return self._one_of([value for value in range_.exact if not self.world.fits(value, type_)])
        if seen and self.choice.chance(20) and all(bound.op in {NEAR, TIMES} for bound in bounds):
            return self.choice.pick(seen)
        shape = self.shapes.record(node)
        make = self.world.record(node.id)
        for _ in range(TRIES):
            try:
                value = make(*self._slots(shape, bounds, depth + 1))
            except (InvalidValue, Stopped):
                continue
            if range_.meets(value):
                seen.append(value)
                return value
        raise Reject

    def _slots(self, shape: Shape, bounds: Sequence[Bound], depth: int) -> tuple[object, ...]:
        made: dict[str, object] = {}
        for at in shape.order:
            slot = shape.slots[at]
            inner = below(bounds, slot.name) if bounds else ()
            if shape.limits:
                inner = (*inner, *self._resolve(shape.limits, slot.name, made))
            made[slot.name] = self.value(slot.type, inner, depth)
        return tuple(made[slot.name] for slot in shape.slots)

    def _resolve(self, found: Iterable[Limit], root: str, known: Mapping[str, object]) -> list[Bound]:
        bounds: list[Bound] = []
        for limit in found:
            if limit.root != root or not limit.needs <= known.keys():
                continue
            if limit.other is None:
                bounds.append(Bound(limit.path, limit.op, None))
                continue
            try:
                bounds.append(Bound(limit.path, limit.op, self.world.evaluate(limit.other, known)))
            except Stopped:
                continue
        return bounds

    def _container(self, type_: Container, bounds: Sequence[Bound], depth: int) -> object:
        range_ = read(bounds)
        name = type_.name
        if range_.exact is not None:
            kinds = {"list": list, "set": set, "frozenset": frozenset, "dict": dict, "tuple": tuple}
            fitting = [value for value in range_.exact if type(value) is kinds[name] and range_.meets(value)]
            return self._one_of(fitting)
        if name == "tuple" and type_.args and not type_.open:
            return tuple(self.value(part, below(bounds, EACH), depth + 1) for part in type_.args)
        types = type_.args or (ANY, ANY)
        each = below(bounds, EACH)
        size = self._size(bounds, depth)
        match name:
            case "list" | "tuple":
                value = self._items(types[0], each, size, depth)
                self._some(value, types[0], (*each, *below(bounds, SOME)), bounds, depth)
                return value if name == "list" else tuple(value)
            case "set" | "frozenset":
                low = lengths(bounds)[0]
                wanted = self._items(types[0], each, size, depth)
                self._some(wanted, types[0], (*each, *below(bounds, SOME)), bounds, depth)
                whole = set(wanted)
                if len(whole) < low:
                    raise Reject
                return whole if name == "set" else frozenset(whole)
            case "dict":
                keys = self._items(types[0], each, size, depth)
                self._some(keys, types[0], (*each, *below(bounds, SOME)), bounds, depth)
                made = {key: self.value(types[1], (), depth + 1) for key in keys}
                if len(made) < lengths(bounds)[0]:
                    raise Reject
                return made
            case _:
                raise Reject

    def _size(self, bounds: Sequence[Bound], depth: int) -> int:
        low, high = lengths(bounds)
        if depth >= DEEP:
            return low
        sizes = [size for size in self.constants.get(int, ()) if isinstance(size, int) and low <= size <= low + 8]
        if self.lively:
            sizes += [size for each in near(bounds, (LENGTH,)) if isinstance(each, int) for size in (each, each + 1)]
            sizes = [size for size in sizes if low <= size <= low + 12]
        if sizes and self.choice.chance(25):
            size = self.choice.pick(sizes)
        elif self._mode != "free" and depth <= 1:
            size = low + self.choice.pick(_SIZES.get(self._mode, (2, 3, 4, 5, 6)))
        else:
            size = low + self.choice.pick((0, 1, 1, 2, 2, 3, 4))
        return min(size, MOST) if high is None else min(size, high, MOST)

    def _items(self, type_: Type, bounds: Sequence[Bound], size: int, depth: int) -> list[object]:
        items: list[object] = []
        for _ in range(size):
            value: object = None
            texts = self.variable == "str" and isinstance(type_, Variable)
            if self._mode == "row" and not texts and self.choice.chance(80):
                value = following(items[-1] if items else self.choice.pick((-2, -1, 0, None)))
            elif items and self._mode in {"alike", "long", HUGE} and self.choice.chance(60):
                value = self.choice.pick(items)
                if self.choice.chance(75):
                    value = alike(value, type_, self)
            if value is None or (bounds and not read(bounds).meets(value)) or self.world.fits(value, type_):
                value = self.value(type_, bounds, depth + 1)
            items.append(value)
        return items

    def _some(
        self, items: list[object], type_: Type, inner: Sequence[Bound], bounds: Sequence[Bound], depth: int
    ) -> None:
        """Put in one element for which `any(...)` or `x in xs` asks."""
        if not any(bound.path[:1] == (SOME,) for bound in bounds):
            return
        wanted = self.value(type_, inner, depth + 1)
        if items:
            items[self.choice.integer(0, len(items) - 1)] = wanted
        else:
            items.append(wanted)

    def _union(self, members: Iterable[Type], bounds: Sequence[Bound], depth: int) -> object:
        choices = list(members)
        if depth >= DEEP:
            choices = [member for member in choices if isinstance(member, Plain | NoneType)] or choices
        range_ = read(bounds)
        for _ in range(TRIES):
            member = self.choice.pick(choices)
            try:
                value = self.value(member, [] if member == NONE else bounds, depth)
            except Reject:
                continue
            if range_.meets(value):
                return value
        raise Reject
