"""Classes made from declarations: one for each record, enum and error, at first use.

A record checks its fields and invariants when it is made, so that a value of its class is always valid.
"""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, Any

from holo.expr.show import brief, show
from holo.expr.stopped import OutOfFuel, Stopped
from holo.expr.values import DeclaredError, EnumMember, EnumType, InvalidValue, Record, RecordType

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from holo.expr.fit import Checker
    from holo.expr.run import Run
    from holo.expr.world import World
    from holo.ir import model as ir

__all__ = ["enum_class", "error_class", "record_class"]


class _Binder:
    """Puts arguments in the order of the fields, fills defaults in, and checks each."""

    __slots__ = ("checkers", "defaults", "fields", "name", "names", "required", "world")

    def __init__(self, world: World, name: str, fields: tuple[ir.RecordField, ...]) -> None:
        self.world = world
        self.name = name
        self.fields = fields
        self.names = tuple([field.name for field in fields])
        self.checkers: tuple[Checker, ...] | None = None
        self.defaults: dict[str, object] | None = None

    def default_values(self) -> dict[str, object]:
        """Return the defaults by field, evaluated once."""
        if self.defaults is None:
            self.defaults = {f.name: self.world.fixed(f.default) for f in self.fields if f.default is not None}
        return self.defaults

    def bind(self, args: Sequence[object], kwargs: Mapping[str, object], run: Run) -> tuple[object, ...]:
        """Return the values of all fields in order; raise where they do not fit."""
        values = tuple(args) if len(args) == len(self.names) and not kwargs else self._filled(args, kwargs)
        checkers = self.checkers
        if checkers is None:
            checkers = self.checkers = tuple([self.world.checker(self.world.type(f.type)) for f in self.fields])
        for check, value in zip(checkers, values, strict=True):
            reason = check(value, run)
            if reason:
                field = self.names[next(i for i, v in enumerate(values) if v is value)]
                raise InvalidValue(f"`{self.name}.{field}`: {reason}")
        return values

    def _filled(self, args: Sequence[object], kwargs: Mapping[str, object]) -> tuple[object, ...]:
        names = self.names
        if len(args) > len(names):
            raise TypeError(f"`{self.name}` has {len(names)} fields, not {len(args)}")
        given = dict(zip(names, args, strict=False))
        for name, value in kwargs.items():
            if name not in names:
                raise TypeError(f"`{self.name}` has no field `{name}`")
            if name in given:
                raise TypeError(f"`{self.name}.{name}` is given twice")
            given[name] = value
        if len(given) < len(names):
            given = {**self.default_values(), **given}
            missing = [name for name in names if name not in given]
            if missing:
                raise TypeError(f"`{self.name}` needs `{missing[0]}`")
        return tuple([given[name] for name in names])


def record_class(world: World, record: ir.Record) -> type[Record]:
    """Make the class of a record."""
    binder = _Binder(world, record.name, record.fields)
    names = binder.names
    cls: Any = RecordType(record.name, (Record,), {"__slots__": names})
    cls._id = record.id
    cls._fields = names
    cls._key = staticmethod(operator.attrgetter(*names)) if names else staticmethod(_nothing)
    cls._show = staticmethod(show)
    cls._defaults = staticmethod(binder.default_values)
    setters = tuple([cls.__dict__[name].__set__ for name in names])
    set_weight = Record.__dict__["_weight"].__set__
    new = object.__new__
    invariants = record.invariants

    def build(args: Sequence[object], kwargs: Mapping[str, object], run: Run | None) -> Record:
        run = run or world.fresh()
        values = binder.bind(args, kwargs, run)
        made: Record = new(cls)
        for setter, value in zip(setters, values, strict=True):
            setter(made, value)
        if invariants:
            fields = dict(zip(names, values, strict=True))
            for invariant in invariants:
                try:
                    holds = world.inside(invariant.expr, fields, run)
                except OutOfFuel:
                    raise
                except Stopped as stopped:
                    raise InvalidValue(
                        f"the invariant `{invariant.expr.source}` of `{record.name}` is undefined: {stopped.message}"
                    ) from None
                if not holds:
                    raise InvalidValue(f"`{brief(made, 100)}` breaks the invariant `{invariant.expr.source}`")
        set_weight(made, 1 + sum(map(run.weigh, values)))
        return made

    cls._build = staticmethod(build)
    return cls  # type: ignore[no-any-return]


def _nothing(record: object) -> tuple[()]:  # noqa: ARG001 - the key of a record without fields
    return ()


def enum_class(enum: ir.Enum) -> type[EnumMember]:
    """Make the class of an enum, with its members."""
    cls: Any = EnumType(enum.name, (EnumMember,), {"__slots__": ()})
    cls._id = enum.id
    members = []
    set_name: Callable[[Any, str], None] = EnumMember.__dict__["name"].__set__
    for member in enum.members:
        made = object.__new__(cls)
        set_name(made, member.name)
        members.append(made)
    cls._members = tuple(members)
    cls._by_name = {member.name: member for member in members}
    return cls  # type: ignore[no-any-return]


def error_class(world: World, error: ir.Error) -> type[DeclaredError]:
    """Make the class of a declared error."""
    binder = _Binder(world, error.name, error.fields)

    def bind(args: Sequence[object], kwargs: Mapping[str, object], run: Run | None) -> tuple[object, ...]:
        return binder.bind(args, kwargs, run or world.fresh())

    return type(
        error.name,
        (DeclaredError,),
        {
            "_id": error.id,
            "_fields": binder.names,
            "_bind": staticmethod(bind),
            "_show": staticmethod(show),
        },
    )
