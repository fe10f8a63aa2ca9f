"""Print a value as the expression that makes it, in the hologram's words.

`Loan(7, "ada", date(2026, 1, 1))`: strings in double quotes, sets in one order, trailing fields that
have their default left out. Never evaluates; never prints an address.
"""

from __future__ import annotations

import math
from collections import Counter
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from holo.expr.canonical import quote
from holo.expr.values import Call, DeclaredError, EnumMember, Record

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["brief", "ordered", "show", "whole"]

_ORDERABLE = frozenset({int, str, bytes, bool, date, datetime, timedelta, time, Decimal, Fraction})

_SINGLE = frozenset({int, bool, float, type(None), date, datetime, timedelta, time, Decimal, Fraction})  # of one part


def show(value: object) -> str:
    """Return the value as an expression of the hologram."""
    kind = type(value)
    write = _SHOW.get(kind)
    if write is not None:
        return write(value)
    if isinstance(value, Record):
        return _record(value)
    if isinstance(value, EnumMember | Call):
        return repr(value)
    if isinstance(value, DeclaredError):
        return f"{kind.__name__}({', '.join(map(show, value.args))})"
    if isinstance(value, BaseException):
        return f"{kind.__name__}({', '.join(map(show, value.args))})"
    return repr(value)


def brief(value: object, limit: int = 60) -> str:
    """Return the value as an expression where that is short, else how it begins, or `…` where even that is long."""
    words = whole(value, limit * 4)
    return words if len(words) <= limit else f"{words[: limit - 2]} …"


def whole(value: object, parts: int = 100_000) -> str:
    """Return the value as an expression, or `…` where it has more than so many parts or nests too deep."""
    try:
        return "…" if _exceeds(value, parts) else show(value)
    except RecursionError:
        return "…"


def _exceeds(value: object, parts: int) -> bool:
    # A value whose parts are shared can be far longer in print than in memory.
    if value.__class__ in _SINGLE:
        return False
    waiting: list[Any] = [value]
    while waiting:
        each = waiting.pop()
        parts -= 1
        kind = each.__class__
        if kind in _SINGLE:
            pass
        elif kind is str or kind is bytes:
            parts -= len(each) >> 8
        elif isinstance(each, Record):
            waiting += [getattr(each, name) for name in kind._fields]
        elif isinstance(each, list | tuple | set | frozenset | dict):
            if len(each) > parts:
                return True
            waiting += each
            if isinstance(each, dict):
                waiting += each.values()
        elif isinstance(each, str | bytes):
            parts -= len(each) >> 8
        if parts < 0:
            return True
    return False


def ordered(values: Any) -> list[Any]:
    """Return the elements of a set in one order: their own where they have one, else by how they are shown."""
    kinds = set(map(type, values))
    if len(kinds) <= 1 and kinds <= _ORDERABLE:
        try:
            return sorted(values)
        except (TypeError, ArithmeticError):  # Moments with and without a zone, or a Decimal that is no number.
            pass
    return sorted(values, key=show)


def _record(value: Record) -> str:
    cls = type(value)
    fields = list(cls._fields)
    defaults: dict[str, object] = getattr(cls, "_defaults", dict)()
    while fields and fields[-1] in defaults:
        mine, default = getattr(value, fields[-1]), defaults[fields[-1]]
        if type(mine) is not type(default) or mine != default:
            break
        fields.pop()
    return f"{cls.__name__}({', '.join(show(getattr(value, name)) for name in fields)})"


def _float(value: float) -> str:
    if math.isfinite(value):
        return repr(value)
    return f'float("{value}")'


def _int(value: int) -> str:
    # Beyond Python's limit of digits only hexadecimal can be written.
    return repr(value) if value.bit_length() < 14_000 else hex(value)


def _tuple(value: tuple[object, ...]) -> str:
    if len(value) == 1:
        return f"({show(value[0])},)"
    return f"({', '.join(map(show, value))})"


def _dict(value: dict[object, object]) -> str:
    return "{" + ", ".join(f"{show(k)}: {show(v)}" for k, v in value.items()) + "}"


def _set(value: set[object]) -> str:
    return "{" + ", ".join(map(show, ordered(value))) + "}" if value else "set()"


def _frozenset(value: frozenset[object]) -> str:
    return "frozenset({" + ", ".join(map(show, ordered(value))) + "})" if value else "frozenset()"


def _time(value: time) -> str:
    parts = [value.hour, value.minute, value.second, value.microsecond]
    while len(parts) > 2 and not parts[-1]:
        parts.pop()
    return f"time({', '.join(map(str, parts))}{_zone(value)})"


def _datetime(value: datetime) -> str:
    parts = [value.year, value.month, value.day, value.hour, value.minute, value.second, value.microsecond]
    while len(parts) > 3 and not parts[-1]:
        parts.pop()
    return f"datetime({', '.join(map(str, parts))}{_zone(value)})"


def _zone(value: time | datetime) -> str:
    fold = ", fold=1" if value.fold else ""
    return f"{fold}, tzinfo={value.tzinfo!r}" if value.tzinfo is not None else fold


def _timedelta(value: timedelta) -> str:
    parts = (("days", value.days), ("seconds", value.seconds), ("microseconds", value.microseconds))
    return f"timedelta({', '.join(f'{name}={part}' for name, part in parts if part)})"


_SHOW: dict[type, Callable[[Any], str]] = {
    int: _int,
    bool: repr,
    type(None): repr,
    float: _float,
    str: quote,
    bytes: quote,
    list: lambda v: f"[{', '.join(map(show, v))}]",
    tuple: _tuple,
    dict: _dict,
    set: _set,
    frozenset: _frozenset,
    date: lambda v: f"date({v.year}, {v.month}, {v.day})",
    datetime: _datetime,
    time: _time,
    timedelta: _timedelta,
    Decimal: lambda v: f'Decimal("{v}")',
    Fraction: lambda v: f"Fraction({_int(v.numerator)}, {_int(v.denominator)})",
    Counter: lambda v: f"Counter({_dict(v)})",
    range: repr,
}
