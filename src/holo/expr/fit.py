"""Whether a value fits a type: exact types, refinements, elements with their path.

One checker a type, made once and kept by the World. A checker returns nothing where the value fits and
the reason in words where it does not.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from types import GeneratorType
from typing import TYPE_CHECKING, Any, TypeAlias

from holo.expr.show import brief, ordered
from holo.expr.stopped import OutOfFuel, Stopped
from holo.expr.types import Container, Named, NoneType, Plain, Type, Union, Variable, text
from holo.expr.values import EnumType, Fake, RecordType
from holo.ir import model as ir

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from holo.expr.run import Run
    from holo.expr.world import World

__all__ = ["AliasValue", "Checker", "checker", "instance_of"]

Checker: TypeAlias = "Callable[[Any, Run], str]"

_PLAIN: dict[str, type] = {
    kind.__name__: kind for kind in (int, str, bool, float, bytes, date, datetime, time, timedelta, Decimal, Fraction)
}
_CONTAINERS: dict[str, type] = {kind.__name__: kind for kind in (list, set, frozenset, dict, tuple)}


class AliasValue:
    """A type alias as a value of an expression: for `isinstance`, or to be called as its base."""

    __slots__ = ("base", "id")

    def __init__(self, id: str, base: Type) -> None:  # noqa: A002 - the word of the IR
        """Remember what the alias stands for, without its `where`."""
        self.id = id
        self.base = base


def checker(world: World, type: Type) -> Checker:  # noqa: A002 - the one word for it
    """Make the checker of a type."""
    match type:
        case Plain(name):
            return _plain(name)
        case NoneType():
            return _exact(_NONE, "None")
        case Variable():
            return _variable
        case Union(members):
            return _union([world.checker(member) for member in members], text(type))
        case Container():
            return _container(world, type)
        case Named(declared):
            return _named(world, declared)


_NONE = type(None)


def _exact(kind: type, name: str) -> Checker:
    def check(value: Any, run: Run) -> str:  # noqa: ARG001 - the signature of every checker
        if value.__class__ is kind:
            return ""
        return _instead(name, value)

    return check


def _instead(wanted: str, value: Any) -> str:
    if value is None:
        return f"expected {wanted}, got None"
    return f"expected {wanted}, got {type(value).__name__} {brief(value)}"


def _plain(name: str) -> Checker:
    kind = _PLAIN.get(name)
    if kind is None:
        return lambda value, run: f"`{name}` is no type"  # noqa: ARG005 - the signature of every checker
    if kind is not float:
        return _exact(kind, name)

    def check(value: Any, run: Run) -> str:  # noqa: ARG001 - as above
        return "" if value.__class__ is float or value.__class__ is int else _instead("float", value)

    return check


def _variable(value: Any, run: Run) -> str:  # noqa: ARG001 - the signature of every checker
    return "an iterator is no value" if value.__class__ is GeneratorType or callable(value) else ""


def _union(members: list[Checker], name: str) -> Checker:
    def check(value: Any, run: Run) -> str:
        reasons = []
        for member in members:
            reason = member(value, run)
            if not reason:
                return ""
            reasons.append(reason)
        # A member that has the right type and breaks only its refinement says more than the list of all types.
        telling = [reason for reason in reasons if not reason.startswith("expected ")]
        return telling[0] if telling else _instead(name, value)

    return check


def _container(world: World, type: Container) -> Checker:  # noqa: A002 - the one word for it
    kind: Any = _CONTAINERS[type.name]
    name = text(type)
    args = [world.checker(argument) for argument in type.args]
    is_dict = kind is dict
    fixed = kind is tuple and not type.open and bool(args)

    def check(value: Any, run: Run) -> str:
        if value.__class__ is not kind:
            return _instead(name, value)
        run.spend(len(value))
        if not args:
            return ""
        if is_dict:
            return _pairs(value, args, run)
        if fixed:
            if len(value) != len(args):
                return f"expected {len(args)} elements, got {len(value)}"
            return _each(zip(value, args, strict=True), run)
        inner = args[0]
        elements = value if kind is list or kind is tuple else ordered(value)
        for i, each in enumerate(elements):
            reason = inner(each, run)
            if reason:
                return f"element {i}: {reason}" if elements is value else f"element {brief(each)}: {reason}"
        return ""

    return check


def _pairs(value: dict[Any, Any], args: list[Checker], run: Run) -> str:
    for key, each in value.items():
        reason = args[0](key, run)
        if reason:
            return f"key {brief(key)}: {reason}"
        reason = args[1](each, run) if len(args) > 1 else ""
        if reason:
            return f"value at {brief(key)}: {reason}"
    return ""


def _each(pairs: Iterable[tuple[Any, Checker]], run: Run) -> str:
    for i, (each, check) in enumerate(pairs):
        reason = check(each, run)
        if reason:
            return f"element {i}: {reason}"
    return ""


def _named(world: World, declared: str) -> Checker:
    node = world.node(declared)
    match node:
        case ir.Record():
            return _exact(world.record(declared), node.name)
        case ir.Enum():
            return _exact(world.enum(declared), node.name)
        case ir.Error():
            return _exact(world.error(declared), node.name)
        case ir.Port():
            return _port(declared, node.name)
        case ir.Alias():
            return _alias(world, node)
        case _:
            return lambda value, run: f"`{declared}` is no type"  # noqa: ARG005 - the signature of every checker


def _port(declared: str, name: str) -> Checker:
    def check(value: Any, run: Run) -> str:  # noqa: ARG001 - the signature of every checker
        return "" if isinstance(value, Fake) and value.port == declared else f"expected the port {name}"

    return check


def _alias(world: World, alias: ir.Alias) -> Checker:
    base: Checker | None = None  # Made at first use, since an alias may stand inside its own base.
    where = alias.where

    def check(value: Any, run: Run) -> str:
        nonlocal base
        if base is None:
            base = world.checker(world.type(alias.base))
        reason = base(value, run)
        if reason or where is None:
            return reason
        try:
            holds = world.inside(where, {"it": value}, run)
        except OutOfFuel:
            raise
        except Stopped as stopped:
            return f"`{alias.name}` is undefined for {brief(value, 80)}: {stopped.message}"
        return "" if holds else f"{brief(value, 80)} is no `{alias.name}`: `{where.source}` is false"

    return check


def instance_of(world: World, value: Any, kind: Any) -> bool:
    """`isinstance(value, kind)`, exact but for exceptions: True is no int, a datetime no date."""
    if kind is None:
        return value is None
    if isinstance(kind, RecordType | EnumType):
        return type(value) is kind
    if isinstance(kind, AliasValue):
        return not world.checker(kind.base)(value, world.fresh())
    if isinstance(kind, type):
        return isinstance(value, kind) if issubclass(kind, BaseException) else type(value) is kind
    raise TypeError("`isinstance` takes a type: a declared name, `int`, or `A | B`")
