"""Near misses of an input: one argument changed a little, the others left alone.

What a body gets wrong lies most often right beside what its author thought of. Values are changed by their
own form, without their type; whoever takes them asks the type and the contract.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date, time, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import islice
from typing import TYPE_CHECKING

from holo.expr.stopped import Stopped
from holo.expr.values import EnumMember, InvalidValue, Record
from holo.inputs.harvest import neighbours

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SCALARS = (bool, int, float, str, bytes, date, time, timedelta, Decimal, Fraction)

_INSIDE = 6

ARABIC_ZERO = 0x0660
"""The first of ten digits that `isdigit` takes for digits and an ASCII rule does not."""


def near_misses(args: Sequence[object]) -> Iterator[tuple[object, ...]]:
    """Yield inputs that differ from `args` in one argument, going round the arguments in turn."""
    inside = list(islice((one for arg in args if not isinstance(arg, _SCALARS) for one in _parts(arg)), _INSIDE))
    changes = [variants(arg, [*args, *inside] if isinstance(arg, _SCALARS) else args) for arg in args]
    alive = list(range(len(args)))
    while alive:
        for at in tuple(alive):
            changed = next(changes[at], None)
            if changed is None:
                alive.remove(at)
                continue
            yield (*args[:at], changed[0], *args[at + 1 :])


def _parts(value: object) -> Iterator[object]:
    """Yield the single values within a value: an argument is worth trying as a part of another one."""
    match value:
        case Record():
            for name in type(value)._fields:
                yield from _parts(getattr(value, name))
        case list() | tuple():
            for each in islice(value, _INSIDE):
                yield from _parts(each)
        case dict():
            for key, entry in islice(value.items(), _INSIDE):
                yield from (*_parts(key), *_parts(entry))
        case str() | int() | date() if not isinstance(value, bool):
            yield value
        case _:
            return


def variants(value: object, others: Sequence[object] = ()) -> Iterator[tuple[object]]:
    """Yield values a little different from `value`, each in a tuple of one since None is a value."""
    match value:
        case EnumMember():
            yield from ((member,) for member in type(value) if member is not value)
        case Record():
            yield from _records(value, others)
        case list():
            yield from ((items,) for items in _items(value, others))
        case tuple():
            yield from ((tuple(items),) for items in _items(list(value), others))
        case set() | frozenset():
            kept = [other for other in others if not isinstance(other, set | dict)]
            for items in _items(sorted(value, key=repr), kept):
                with suppress(TypeError):  # what cannot be hashed is no element
                    yield (type(value)(items),)
        case dict():
            yield from _entries(value)
        case None:
            return
        case _ if isinstance(value, _SCALARS):
            yield from ((other,) for other in others if type(other) is type(value) and other != value)
            yield from ((near,) for near in neighbours(value))
            if isinstance(value, str):
                yield from ((text,) for text in _texts(value))
            elif (
                isinstance(value, int | float | Decimal | Fraction | timedelta)
                and value
                and not isinstance(value, bool)
            ):
                yield (-value,)
            elif isinstance(value, date):
                yield from ((day,) for day in _days(value))


def _days(day: date) -> Iterator[date]:
    """Yield days of a calendar in which a careless body goes wrong: ends of months, and of Februaries."""
    leap = day.year - day.year % 4 or 4
    for year, month, number in (
        (leap, 2, 29), (leap, day.month, day.day), (day.year, day.month, 31), (day.year, day.month, 1),
        (day.year + 1, day.month, day.day), (day.year, 2, 28), (day.year, 12, 31),
    ):  # fmt: skip
        with suppress(ValueError):
            yield day.replace(year, month, number)


def _texts(text: str) -> Iterator[str]:
    """Yield texts that a careless body takes for `text`: with blanks around it, with other digits, longer by a zero."""
    half = len(text) // 2
    yield from (
        f"{text} ",
        f" {text}",
        f"{text[:half]}a{text[half + 1 :]}",
        text[:-1] + ("b" if text.endswith("a") else "a"),
        text[1:],
    )
    yield text + text[-1:] * 7
    at = next((at for at, letter in enumerate(text) if letter in "0123456789"), None)
    if at is None:
        return
    yield f"{text[:at]}{chr(ARABIC_ZERO + int(text[at]))}{text[at + 1 :]}"
    yield f"{text[:at]}²{text[at + 1 :]}"
    yield from (f"{text[:at]}{sign}{text[at:]}" for sign in ("0", "+", "-"))
    yield f"{text[: at + 1]}_{text[at + 1 :]}"
    if text.isascii() and text.isdecimal() and len(text) < 40:
        # As texts, 19 comes before 2 and 10 before 9.
        yield from (str(int(text) + 1), str(max(0, int(text) * 10 - 1)), f"{text}0")


def rebuilt(record: Record, **changes: object) -> Record | None:
    """Return the record with some fields changed; None where no such record can be."""
    kind = type(record)
    try:
        return kind(**{name: changes.get(name, getattr(record, name)) for name in kind._fields})
    except (InvalidValue, Stopped, TypeError, ValueError):
        return None


def _records(record: Record, others: Sequence[object]) -> Iterator[tuple[object]]:
    changes = {name: variants(getattr(record, name), others) for name in type(record)._fields}
    while changes:
        for name in tuple(changes):
            changed = next(changes[name], None)
            if changed is None:
                del changes[name]
                continue
            made = rebuilt(record, **{name: changed[0]})
            if made is not None:
                yield (made,)


def _items(items: list[object], others: Sequence[object]) -> Iterator[list[object]]:
    if items:
        yield items[:-1]
        yield items[1:]
        yield [*items, items[-1]]
        yield [*items, items[0]]
        if len(items) > 1:
            yield items[::-1]
        yield []
        for at, item in enumerate(items[:3]):
            for changed in islice(variants(item, others), 4):
                yield [*items[:at], changed[0], *items[at + 1 :]]
                yield [*items, changed[0]]
    for other in others:
        if not isinstance(other, list):
            yield [*items, other]


def _entries(entries: dict[object, object]) -> Iterator[tuple[object]]:
    for key, value in islice(entries.items(), 3):
        yield ({other: entry for other, entry in entries.items() if other != key},)
        for changed in islice(variants(value), 2):
            yield ({**entries, key: changed[0]},)
        for changed in islice(variants(key), 2):
            yield ({**entries, changed[0]: value},)
