"""Make values of declared types from choices, within what `where`, `requires` and invariants say.

One `Maker` serves one source of choices. Values of one input share their parts: a text or number that was
made once is likely to be used again, so that `loan.copy == copy` happens. A lively maker also lets elements be
like each other, lists be long, and values be what the contract compares them with. What is made is only likely
to fulfil a contract: whoever takes it asks the contract itself.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from holo.expr.stopped import Stopped
from holo.expr.types import ANY, NONE, Container, Named, NoneType, Plain, Type, Union, Variable
from holo.expr.values import InvalidValue
from holo.inputs.alike import alike, following
from holo.inputs.fakes import make_fake
from holo.inputs.harvest import neighbours
from holo.inputs.letters import named, rearranged
from holo.inputs.narrow import EACH, EVEN, LENGTH, NEAR, SOME, SQUARE, TIMES
from holo.inputs.near import variants
from holo.inputs.range import MOST, Bound, Reject, below, lengths, near, read
from holo.inputs.related import ordered, related
from holo.inputs.scalars import KINDS, edges, joined, long_text, scalar, worked
from holo.inputs.texts import LONGEST, shaped, text
from holo.ir import model as ir

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from holo.inputs.choice import Choice
    from holo.inputs.narrow import Limit
    from holo.inputs.shapes import Shape, Shapes

DEEP, TRIES = 3, 6  # the depth at which values stop growing; attempts at one that fits

# How elements of one input come about: each for itself, like one before, many, or one after the other.
_MODES: Final = ("free",) * 4 + ("alike",) * 4 + ("long", "row")
# To be asked for: more elements, or longer texts of one piece or of many words, than anybody thinks of.
HUGE, WORDY, WORDS = "huge", "wordy", "words"
_SIZES: Final = {"long": (5, 6, 7, 9, 12), HUGE: (13, MOST, 30, 48)}
_LONGEST: Final = 48
"""The longest container of single values that is made unasked."""


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
        self.texts: Sequence[str] = ()  # texts of valid inputs, to make others of
        self.named = named(self.constants.get(str, ())) if lively else ""

    def arguments(self, function: ir.Function | ir.Law, mode: str = "") -> tuple[object, ...]:
        """Make one tuple of arguments, in the order declared; its `requires` are not asked."""
        self._seen = {}
        shape = self.shapes.function(function)
        if self.lively:
            self._mode = mode or self.choice.pick(_MODES)
            self.variable = self.choice.pick(("int", "str"))
            if self.choice.chance(50):
                shape = self.shapes.hinted(function)
        return self._slots(shape, (), 0)

    def again(self, function: ir.Function | ir.Law, args: tuple[object, ...], at: int) -> object:
        """Make one argument anew, to go with all the others."""
        shape = self.shapes.hinted(function)
        slot = shape.slots[at]
        known = {other.name: arg for other, arg in zip(shape.slots, args, strict=True) if other is not slot}
        self._seen = {}
        self._mode = self.choice.pick(_MODES)
        return self.value(slot.type, self._resolve(shape, slot.name, known))

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
        if name == "str" and bounds and shaped(bounds):
            return self._shaped_text(seen, bounds)
        ends: list[object] | None = None
        for _ in range(TRIES):
            if seen and self.choice.chance(40):
                value = self.choice.pick(seen)
                if self.lively and self.choice.chance(30):
                    near_ = [one for (one,) in islice(variants(value), 12)] if self.choice.chance(35) else []
                    value = self.choice.pick(near_) if near_ else related(value, self.choice)
            elif name == "str" and self.lively and self.choice.chance(15):
                value = joined(known, self.choice)
            elif known and self.choice.chance(30):
                value = self.choice.pick(known)
                if self.lively:
                    value = worked(value, self.choice)
            elif (ends := edges(name, range_) if ends is None else ends) and self.choice.chance(25):
                value = self.choice.pick(ends)
            else:
                if name == "str":
                    value = text(bounds, self.choice, self.named)
                else:
                    value = scalar(name, range_, bounds, self.choice)
                if (
                    self._mode in {WORDY, WORDS}
                    and isinstance(value, str | bytes)
                    and lengths(bounds, LONGEST)[1] is None
                ):
                    value = long_text(value, self.choice, words=self._mode == WORDS)
            if type(value) is kind and range_.meets(value):
                return value
        raise Reject

    def _shaped_text(self, seen: Sequence[object], bounds: Sequence[Bound]) -> str:
        """Make a text of which more than its length is known, now and then out of one that was made before."""
        if seen and self.choice.chance(20):
            value = self.choice.pick(seen)
            assert isinstance(value, str)
            if self.choice.chance(30):
                return value
            made = related(value, self.choice) if self.choice.chance(50) else rearranged(value, (), self.choice)
            assert isinstance(made, str)
            return made
        known = self.constants.get(str, ())
        if known and self.choice.chance(8):
            value = self.choice.pick(known)
            assert isinstance(value, str)
            return value
        return text(bounds, self.choice, self.named)

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
        inner = (*bounds, *where)
        if node.where is None:
            return self.value(base, inner, depth)
        seen = self._seen.setdefault(type_, [])
        range_ = read(bounds)
        for _ in range(TRIES):
            if seen and self.choice.chance(40):
                value = self.choice.pick(seen)
                if self.lively and self.choice.chance(50):
                    value = related(value, self.choice)
                    if self.world.fits(value, type_):
                        continue
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
            inner = (*inner, *self._resolve(shape, slot.name, made))
            made[slot.name] = self.value(slot.type, inner, depth)
        return tuple(made[slot.name] for slot in shape.slots)

    def _resolve(self, shape: Shape, root: str, known: Mapping[str, object]) -> Sequence[Bound]:
        fixed = shape.fixed.get(root, ())
        if not shape.limits:
            return fixed
        bounds = list(fixed)
        for limit in shape.limits:
            if limit.root == root and limit.needs <= known.keys():
                bounds += self._bound(limit, known)
        return bounds

    def _bound(self, limit: Limit, known: Mapping[str, object]) -> list[Bound]:
        try:
            return [Bound(limit.path, limit.op, limit.other and self.world.evaluate(limit.other, known))]
        except Stopped:
            return []

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
        each: Sequence[Bound] = below(bounds, EACH)
        if depth == 0 and self.lively and (like := self._like_seen(type_, bounds)) is not None:
            return like
        size = self._size(bounds, depth, types[0])
        if any(not path and op in {SQUARE, EVEN} for path, op, _ in bounds):
            size, each = self._table(bounds, size, each)
        made = self._filled(name, types, each, bounds, size, depth)
        if depth == 0:
            self._seen.setdefault(type_, []).append(made)
        return made

    def _like_seen(self, type_: Container, bounds: Sequence[Bound]) -> object:
        """Return an argument that stands in some relation to another one of its type; None where none does."""
        seen = self._seen.get(type_)
        if not seen or not self.choice.chance(30):
            return None
        value = related(self.choice.pick(seen), self.choice)
        low, high = lengths(bounds)
        assert isinstance(value, list | tuple | set | frozenset | dict)
        return (
            value if low <= len(value) and (high is None or len(value) <= high) and read(bounds).meets(value) else None
        )

    def _table(self, bounds: Sequence[Bound], size: int, each: Sequence[Bound]) -> tuple[int, Sequence[Bound]]:
        """Return how many rows there are, and that each is as long as the others."""
        if any(not path and op == SQUARE for path, op, _ in bounds):
            low, high = lengths(bounds)
            size = max(low, int(self.choice.deal("12342")))
            size = size if high is None else min(size, high)
            return size, (*each, Bound((LENGTH,), "==", size))
        low, high = lengths(each)
        width = max(low, self.choice.pick((0, 1, 2, 2, 3, 3, 4)))
        return size, (*each, Bound((LENGTH,), "==", width if high is None else min(width, high)))

    def _filled(
        self, name: str, types: Sequence[Type], each: Sequence[Bound], bounds: Sequence[Bound], size: int, depth: int
    ) -> object:
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

    def _size(self, bounds: Sequence[Bound], depth: int, element: Type) -> int:
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
            wanted = _SIZES.get(self._mode, (2, 3, 4, 5, 6))
            # Lists that nobody thinks of are few, and so each length of them comes in turn.
            size = low + (wanted[int(self.choice.deal("0123"))] if self._mode == HUGE else self.choice.pick(wanted))
            if depth or not isinstance(element, Plain):
                size = min(size, low + 6 if depth else MOST)
        else:
            size = low + self.choice.pick((0, 1, 1, 2, 2, 3, 4))
        return min(size, _LONGEST) if high is None else min(size, high, _LONGEST)

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
        if self.lively and size > 1 and self.choice.chance(20):
            return ordered(items, self.choice)
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
