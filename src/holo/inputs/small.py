"""Small values of every declared type, the same ones every time, without Hypothesis.

Runs for every function of a cold compile: values are worked out once a type and world, and inputs are
built only as far as they are asked for. Refinements, invariants and `requires` hold of all that is returned.
"""

from __future__ import annotations

from collections import deque
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import islice
from typing import TYPE_CHECKING, Final

from holo.expr.stopped import Stopped
from holo.expr.types import Container, Named, NoneType, Plain, Union, Variable
from holo.expr.values import InvalidValue
from holo.inputs.choice import Seeded
from holo.inputs.make import Maker
from holo.inputs.range import Reject, read
from holo.inputs.scalars import KINDS, edges
from holo.inputs.shapes import Shapes
from holo.ir import model as ir

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from holo.expr.types import Type
    from holo.expr.world import World

_DAY: Final = date(2026, 1, 1)
_NOON: Final = datetime(2026, 1, 1, 12)  # noqa: DTZ001 naive like the hologram's own
PLAIN: Final[dict[str, tuple[object, ...]]] = {
    "int": (1, 0, 2, -1, 3, 10),
    "str": ("a", "", "b", "ab", "A", " "),
    "bool": (True, False),
    "float": (1.0, 0.0, 0.5, -1.0),
    "bytes": (b"a", b"", b"ab"),
    "None": (None,),
    "date": (_DAY, date(2026, 1, 2), date(2025, 12, 31), date(2024, 2, 29), date(2026, 2, 1)),
    "datetime": (_NOON, datetime(2026, 1, 2), datetime(2025, 12, 31, 23, 59, 59), datetime(2024, 2, 29)),  # noqa: DTZ001
    "time": (time(12), time(0), time(23, 59, 59)),
    "timedelta": (timedelta(1), timedelta(0), timedelta(hours=1), timedelta(-1)),
    "Decimal": (Decimal(1), Decimal(0), Decimal("0.5"), Decimal(-1)),
    "Fraction": (Fraction(1), Fraction(0), Fraction(1, 2), Fraction(-1)),
}
"""The small values of the plain types; the first of each is the most ordinary one."""

MOST: Final = 6
"""Small values kept of one type."""
_TRIES: Final = 40


def small_values(type_: Type, world: World, limit: int = 8, extra: Iterable[object] = ()) -> list[object]:
    """Return up to `limit` small values of a type, those of `extra` that fit among them, none twice."""
    found = list(smalls_of(world).values(type_))
    known = [value for value in extra if not any(_same(value, other) for other in found)]
    fitting = [value for value in known if not world.fits(value, type_)]
    return [*found[:1], *fitting, *found[1:]][:limit]


def small_inputs(
    function: ir.Function | ir.Law,
    world: World,
    limit: int = 12,
    constants: Mapping[type, Sequence[object]] | None = None,
) -> list[tuple[object, ...]]:
    """Return up to `limit` small inputs that fulfil `requires`, with `constants` (by type) among the arguments."""
    return list(islice(each_small_input(function, world, constants), limit))


def each_small_input(
    function: ir.Function | ir.Law, world: World, constants: Mapping[type, Sequence[object]] | None = None
) -> Iterator[tuple[object, ...]]:
    """Yield small inputs that fulfil `requires`, as different from each other as possible, the plainest first."""
    smalls = smalls_of(world)
    names = smalls.names(function)
    any_found = False
    for args in smalls.candidates(function, constants or {}):
        if not function.requires or allowed(function, world, names, args):
            any_found = True
            yield args
    if not any_found and function.requires:
        yield from smalls.sought(function)


def allowed(function: ir.Function | ir.Law, world: World, names: Sequence[str], args: tuple[object, ...]) -> bool:
    """Say whether every `requires` holds; what is undefined or cannot be computed does not hold."""
    variables = dict(zip(names, args, strict=True))
    try:
        return all(world.evaluate(condition.expr, variables) for condition in function.requires)
    except Stopped:
        return False


def smalls_of(world: World) -> Smalls:
    """Return the small values of a world; those of the last few worlds are kept."""
    for found in _KEPT:
        if found.world is world:
            return found
    found = Smalls(world)
    _KEPT.appendleft(found)
    return found


class Smalls:
    """Small values by type, worked out once."""

    def __init__(self, world: World) -> None:
        """Remember the world; nothing is worked out before it is asked for."""
        self.world = world
        self.shapes = Shapes(world)
        self._values: dict[Type, tuple[object, ...]] = {}
        self._open: set[str] = set()

    def names(self, function: ir.Function | ir.Law) -> tuple[str, ...]:
        """Return the names of the parameters."""
        return tuple(parameter.name for parameter in function.parameters)

    def types(self, function: ir.Function | ir.Law) -> tuple[Type, ...]:
        """Return the types of the parameters."""
        generic = function.type_parameters if isinstance(function, ir.Function) else ()
        return tuple(self.world.type(parameter.type, generic) for parameter in function.parameters)

    def values(self, type_: Type) -> tuple[object, ...]:
        """Return the small values of a type."""
        found = self._values.get(type_)
        if found is None:
            found = self._worked_out(type_)
            if not self._open:
                self._values[type_] = found
        return found

    def candidates(
        self, function: ir.Function | ir.Law, constants: Mapping[type, Sequence[object]]
    ) -> Iterator[tuple[object, ...]]:
        """Yield tuples of small arguments; `requires` is not asked."""
        columns = [self._column(type_, constants) for type_ in self.types(function)]
        if not all(columns):
            return
        yield from spread(columns)

    def sought(self, function: ir.Function | ir.Law) -> Iterator[tuple[object, ...]]:
        """Yield inputs made to fit `requires`, for contracts that no small value meets by chance."""
        maker = Maker(self.shapes, Seeded(0))
        names = self.names(function)
        for _ in range(_TRIES):
            try:
                args = maker.arguments(function)
            except Reject:
                continue
            if allowed(function, self.world, names, args):
                yield args

    def _column(self, type_: Type, constants: Mapping[type, Sequence[object]]) -> tuple[object, ...]:
        values = self.values(type_)
        if not constants or not values:
            return values
        known = constants.get(type(values[0]), ())
        more = [v for v in known if not any(_same(v, other) for other in values) and not self.world.fits(v, type_)]
        return (*values[:2], *more[:12], *values[2:])

    def _worked_out(self, type_: Type) -> tuple[object, ...]:
        match type_:
            case Plain(name=name):
                return PLAIN.get(name, ())
            case NoneType():
                return (None,)
            case Variable():
                return PLAIN["int"]
            case Named(id=id_):
                return self._named(type_, id_)
            case Container():
                return self._container(type_)
            case Union(members=members):
                parts = [self.values(member) for member in members]
                return tuple(part[at] for at in range(3) for part in parts if at < len(part))[:MOST]

    def _named(self, type_: Named, id_: str) -> tuple[object, ...]:
        if id_ in self._open:
            return ()
        node = self.world.node(id_)
        self._open.add(id_)
        try:
            match node:
                case ir.Alias():
                    return self._alias(type_, node)
                case ir.Record():
                    return self._record(type_, node)
                case ir.Enum():
                    return tuple(self.world.enum(id_))[:MOST]
                case ir.Port():
                    return self._port(node)
                case _:
                    return ()
        finally:
            self._open.discard(id_)

    def _alias(self, type_: Named, node: ir.Alias) -> tuple[object, ...]:
        base = self.world.type(node.base)
        if node.where is None:
            return self.values(base)
        values = [*self.values(base)]
        bounds = self.shapes.alias(node)[1]
        if isinstance(base, Plain) and base.name in KINDS:
            range_ = read(bounds)
            values += [value for value in (*(range_.exact or ()), *edges(base.name, range_)) if value not in values]
        fitting = tuple(value for value in values if not self.world.fits(value, type_))
        return fitting[: MOST + 2] or self._made(type_)

    def _record(self, type_: Named, node: ir.Record) -> tuple[object, ...]:
        columns = [self.values(self.world.type(field.type)) for field in node.fields]
        if not all(columns):
            return ()
        make = self.world.record(node.id)
        found: list[object] = []
        for fields in islice(spread(columns), 24 if node.invariants else MOST):
            try:
                found.append(make(*fields))
            except (InvalidValue, Stopped):
                continue
            if len(found) == MOST:
                break
        return tuple(found) or self._made(type_)

    def _made(self, type_: Type) -> tuple[object, ...]:
        """Make values that fit where none of the small ones does."""
        maker = Maker(self.shapes, Seeded(0))
        found: list[object] = []
        for _ in range(_TRIES):
            try:
                value = maker.value(type_)
            except (Reject, RecursionError):
                continue
            if not self.world.fits(value, type_) and not any(_same(value, other) for other in found):
                found.append(value)
                if len(found) == 3:
                    break
        return tuple(found)

    def _container(self, type_: Container) -> tuple[object, ...]:
        if type_.name == "tuple" and type_.args and not type_.open:
            columns = [self.values(argument) for argument in type_.args]
            return tuple(islice(spread(columns), MOST)) if all(columns) else ()
        parts = [self.values(argument) for argument in type_.args] or [PLAIN["int"], PLAIN["int"]]
        first = parts[0]
        items = [first[:1], (), first[:2], first[1:2], (*first[1::-1], *first[:1]), first[:5]]
        match type_.name:
            case "list":
                return tuple(_distinct([list(each) for each in items]))
            case "tuple":
                return tuple(_distinct([tuple(each) for each in items]))
            case "set":
                return tuple(_distinct([set(each) for each in items]))
            case "frozenset":
                return tuple(_distinct([frozenset(each) for each in items]))
            case _:
                second = parts[1]
                if not second:
                    return ({},)
                return tuple(
                    _distinct([{key: second[at % len(second)] for at, key in enumerate(each)} for each in items])
                )

    def _port(self, node: ir.Port) -> tuple[object, ...]:
        return (self.world.fake(node.id),)


_KEPT: Final[deque[Smalls]] = deque(maxlen=4)


def spread(columns: Sequence[Sequence[object]]) -> Iterator[tuple[object, ...]]:
    """Yield rows with one value of each column: the first of all, the second of all, then mixed, none twice."""
    if not columns:
        yield ()
        return
    yield tuple([column[0] for column in columns])
    sizes = [len(column) for column in columns]
    total = 1
    for size in sizes:
        total *= size
    seen: set[tuple[int, ...]] = {(0,) * len(sizes)}
    # Steps that differ by column walk through the product crosswise; what they miss follows in plain order.
    for turn in range(max(sizes) * len(sizes)):
        lap = turn // max(sizes)
        row = tuple((turn + lap * at) % size for at, size in enumerate(sizes))
        if row not in seen:
            seen.add(row)
            yield tuple(column[at] for column, at in zip(columns, row, strict=True))
    if len(seen) < total:
        for number in range(min(total, 400)):
            rest, row_ = number, []
            for size in sizes:
                row_.append(rest % size)
                rest //= size
            row = tuple(row_)
            if row not in seen:
                seen.add(row)
                yield tuple(column[at] for column, at in zip(columns, row, strict=True))


def _same(one: object, other: object) -> bool:
    return type(one) is type(other) and one == other


def _distinct(values: list[object]) -> list[object]:
    found: list[object] = []
    for value in values:
        if value not in found:
            found.append(value)
    return found
