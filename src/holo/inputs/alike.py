"""Values that differ from another one in a single place, and what comes right after a value.

Two loans that differ in their day alone tell a body that sorts by day from one that does not. Changes follow the
type, so that an empty tuple may grow; whoever takes a value asks type and contract again.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Final, Protocol

from holo.expr.show import ordered
from holo.expr.types import Container, Named, Type, Union
from holo.expr.values import EnumMember, Record
from holo.inputs.letters import pieced, rearranged
from holo.inputs.near import rebuilt, variants
from holo.inputs.range import Reject
from holo.inputs.scalars import edited
from holo.ir import model as ir

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from holo.expr.world import World
    from holo.inputs.choice import Choice
    from holo.inputs.range import Bound

_TRIES: Final = 4
_MOST: Final = 24  # variants of one value to choose from


class Making(Protocol):
    """What is needed of a maker."""

    world: World
    choice: Choice
    constants: Mapping[type, Sequence[object]]
    texts: Sequence[str]

    def value(self, type_: Type, bounds: Sequence[Bound] = (), depth: int = 0) -> object:
        """Make one value of a type."""
        ...


def alike(value: object, type_: Type, making: Making) -> object:
    """Return a value of a type that is like another one but for one place; the same one where that is hard to find."""
    for _ in range(_TRIES):
        try:
            made = _changed(value, type_, making)
        except (Reject, RecursionError, TypeError):
            continue
        if not making.world.fits(made, type_):
            return made
    return value


def renamed(args: tuple[object, ...], making: Making) -> tuple[object, ...]:
    """Return an input in which one single value is another one, wherever it stands: what was equal stays equal."""
    known = [value for arg in args for value in singles(arg)]
    if not known:
        return args
    old = making.choice.pick(known)
    near = [one for (one,) in islice(variants(old), _MOST)]
    if not near:
        return args
    new = making.choice.pick(near)
    return tuple(_replaced(arg, old, new) for arg in args)


def singles(value: object) -> Iterator[object]:
    """Yield the single values within a value, in order; yes, no and None are none."""
    match value:
        case Record():
            for name in type(value)._fields:
                yield from singles(getattr(value, name))
        case list() | tuple():
            for each in value:
                yield from singles(each)
        case set() | frozenset():
            for each in ordered(value):
                yield from singles(each)
        case dict():
            for key, entry in value.items():
                yield from (*singles(key), *singles(entry))
        case None | bool() | EnumMember():
            return
        case _:
            yield value


def _replaced(value: object, old: object, new: object) -> object:
    match value:
        case Record():
            parts = {name: _replaced(getattr(value, name), old, new) for name in type(value)._fields}
            made = rebuilt(value, **parts)
            if made is None:
                raise Reject
            return made
        case list() | tuple() | set() | frozenset():
            return type(value)([_replaced(each, old, new) for each in value])
        case dict():
            return {_replaced(key, old, new): _replaced(entry, old, new) for key, entry in value.items()}
        case _:
            return new if type(value) is type(old) and value == old else value


def following(value: object) -> object:
    """Return what comes right after a value; None where nothing does."""
    try:
        match value:
            case bool():
                return None
            case int():
                return value + 1
            case date():
                return value + timedelta(days=1)
            case str():
                return value + value[-1:]
            case bytes():
                return value + value[-1:]
            case _:
                return None
    except OverflowError:
        return None


def _changed(value: object, type_: Type, making: Making) -> object:
    choice, world = making.choice, making.world
    match type_:
        case Named(id=id_) if isinstance(value, Record):
            return _record(value, id_, making)
        case Named() if isinstance(value, EnumMember):
            return choice.pick(list(type(value)))
        case Named(id=id_):
            node = world.node(id_)
            if not isinstance(node, ir.Alias):
                raise Reject
            return _changed(value, world.type(node.base), making)
        case Union(members=members):
            mine = [member for member in members if not world.fits(value, member)]
            if not mine or choice.chance(25):
                return making.value(type_, (), 2)
            return _changed(value, mine[0], making)
        case Container():
            return _container(value, type_, making)
        case _:
            if isinstance(value, str) and choice.chance(20):
                return choice.pick((rearranged, pieced))(value, making.texts, choice)
            if isinstance(value, str) and choice.chance(35):
                return edited(value, making.constants.get(str, ()), choice)
            if (
                isinstance(value, str)
                and value.isascii()
                and value.isdecimal()
                and len(value) < 40
                and choice.chance(40)
            ):
                # As texts, 10 and 19 come before 2 and 9.
                return choice.pick(
                    (str(int(value) + 1), f"{value}0", str(max(0, int(value) * 10 - 1)), str(int(value) // 10))
                )
            known = making.constants.get(type(value), ())
            if known and choice.chance(30):
                return choice.pick(known)
            near = [one for (one,) in islice(variants(value), _MOST)]
            return choice.pick(near) if near and choice.chance(75) else making.value(type_, (), 2)


def _record(record: Record, key: str, making: Making) -> object:
    node = making.world.node(key)
    if not node.fields:
        return record
    field = making.choice.pick(node.fields)
    made = rebuilt(record, **{field.name: _part(getattr(record, field.name), making.world.type(field.type), making)})
    if made is None:
        raise Reject
    return made


def _part(value: object, type_: Type, making: Making) -> object:
    return alike(value, type_, making) if making.choice.chance(70) else making.value(type_, (), 2)


def _container(value: object, type_: Container, making: Making) -> object:
    choice = making.choice
    if isinstance(value, dict):
        return _dict(value, type_, making)
    assert isinstance(value, list | tuple | set | frozenset)
    items: list[object] = ordered(value) if isinstance(value, set | frozenset) else list(value)
    if type_.name == "tuple" and type_.args and not type_.open:
        if items:
            at = choice.integer(0, len(items) - 1)
            items[at] = _part(items[at], type_.args[at], making)
        return tuple(items)
    element = type_.args[0] if type_.args else None
    steps: list[Callable[[list[object]], None]] = []
    if element is not None:
        steps += [lambda row: row.insert(choice.integer(0, len(row)), making.value(element, (), 2))]
    if items and element is not None:
        steps += [lambda row: _change(row, element, making)] * 3
        steps += [lambda row: row.insert(choice.integer(0, len(row)), _part(choice.pick(row), element, making))] * 2
    if items:
        steps += [lambda row: row.append(choice.pick(row)), lambda row: _drop(row, choice)]
    if len(items) > 1:
        steps += [lambda row: row.append(row.pop(choice.integer(0, len(row) - 2)))]
    if not steps:
        raise Reject
    choice.pick(steps)(items)
    kinds: dict[str, Callable[[list[object]], object]] = {"tuple": tuple, "set": set, "frozenset": frozenset}
    return kinds.get(type_.name, list)(items)


def _change(row: list[object], element: Type, making: Making) -> None:
    at = making.choice.integer(0, len(row) - 1)
    row[at] = _part(row[at], element, making)


def _drop(row: list[object], choice: Choice) -> None:
    row.pop(choice.integer(0, len(row) - 1))


def _dict(entries: dict[object, object], type_: Container, making: Making) -> dict[object, object]:
    choice = making.choice
    if len(type_.args) < 2:
        raise Reject
    rows = list(entries.items())
    if not rows or choice.chance(25):
        return {**entries, making.value(type_.args[0], (), 2): making.value(type_.args[1], (), 2)}
    at = choice.integer(0, len(rows) - 1)
    key, entry = rows[at]
    step = choice.pick(("value", "value", "key", "drop", "last"))
    rows.pop(at)
    if step == "value":
        rows.insert(at, (key, _part(entry, type_.args[1], making)))
    elif step == "key":
        rows.insert(at, (_part(key, type_.args[0], making), entry))
    elif step == "last":
        rows.append((key, entry))
    return dict(rows)
