"""The methods and attributes that expressions may use, by exact type.

Allow-lists: what is not named here does not exist for an expression. Nothing listed changes its value,
reads a clock, a zone of the machine or its locale.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

from holo.expr.functions import check_encoding
from holo.expr.run import MAX_BITS, SCALARS
from holo.expr.stopped import OutOfFuel
from holo.expr.text import check_strftime

if TYPE_CHECKING:
    from collections.abc import Callable

    from holo.expr.run import Run

__all__ = ["ATTRIBUTES", "CLASS_ATTRIBUTES", "CLASS_METHODS", "KNOWN_METHODS", "METHODS", "REFUSED", "method_hint"]

_Method = "Callable[[Run, Any, list[Any], dict[str, Any]], Any]"


def _plain(native: Callable[..., Any]) -> Callable[[Run, Any, list[Any], dict[str, Any]], Any]:
    """A method that takes no longer than its value and result are large."""

    def work(run: Run, value: Any, args: list[Any], kwargs: dict[str, Any]) -> Any:
        return run.grown(native(value, *args, **kwargs))

    return work


def _text(native: Callable[..., Any]) -> Callable[[Run, Any, list[Any], dict[str, Any]], Any]:
    def work(run: Run, value: Any, args: list[Any], kwargs: dict[str, Any]) -> Any:
        run.spend(len(value) >> 6)
        return run.grown(native(value, *args, **kwargs))

    return work


def _product(native: Callable[..., Any]) -> Callable[[Run, Any, list[Any], dict[str, Any]], Any]:
    """A method of strings whose time can be the product of two lengths."""

    def work(run: Run, value: Any, args: list[Any], kwargs: dict[str, Any]) -> Any:
        other = max((len(each) for each in args if type(each) in {str, bytes}), default=0)
        run.spend(len(value) * (1 + other) >> 8)
        return run.grown(native(value, *args, **kwargs))

    return work


def _padding(native: Callable[..., Any]) -> Callable[[Run, Any, list[Any], dict[str, Any]], Any]:
    def work(run: Run, value: Any, args: list[Any], kwargs: dict[str, Any]) -> Any:
        sizes = [each for each in (*args, *kwargs.values()) if type(each) is int]
        widest = max(sizes, default=0)
        run.spend(max(widest, len(value)) >> 6)
        if native in {str.expandtabs, bytes.expandtabs}:
            run.spend(value.count("\t" if type(value) is str else b"\t") * max(widest, 0) >> 6)
        return run.grown(native(value, *args, **kwargs))

    return work


def _splitting(native: Callable[..., Any]) -> Callable[[Run, Any, list[Any], dict[str, Any]], Any]:
    """A method of strings that makes many of one: the pieces are counted before they exist."""

    def work(run: Run, value: Any, args: list[Any], kwargs: dict[str, Any]) -> Any:
        separator: Any = args[0] if args else kwargs.get("sep")
        if type(separator) is type(value) and separator:
            run.spend((len(value) * (1 + len(separator)) >> 8) + value.count(separator))
        else:
            run.spend(len(value) >> 3)
        return run.grown(native(value, *args, **kwargs))

    return work


def _replacing(run: Run, value: Any, args: list[Any], kwargs: dict[str, Any]) -> Any:
    if len(args) >= 2 and type(args[0]) is type(value) is type(args[1]):
        times = value.count(args[0])
        if len(args) > 2 and type(args[2]) is int and args[2] >= 0:
            times = min(times, args[2])
        run.spend(len(value) + times * len(args[1]) >> 6)
    return run.grown(value.replace(*args, **kwargs))


def _joining(run: Run, value: Any, args: list[Any], kwargs: dict[str, Any]) -> Any:
    if len(args) != 1 or kwargs:
        raise TypeError("`join` takes one iterable")
    parts = run.whole(args[0])
    kind = type(value)
    for part in parts:
        if type(part) is not kind:
            raise TypeError(f"`join` takes {kind.__name__} only, not {type(part).__name__}")
    run.spend((sum(map(len, parts)) + len(value) * len(parts)) >> 6)
    return value.join(parts)


def _translating(run: Run, value: Any, args: list[Any], kwargs: dict[str, Any]) -> Any:
    longest = 1
    if args and isinstance(args[0], dict):
        longest = max((len(each) for each in args[0].values() if type(each) is str), default=1)
    run.spend(len(value) * max(longest, 1) >> 6)
    return run.grown(value.translate(*args, **kwargs))


def _coding(native: Callable[..., Any]) -> Callable[[Run, Any, list[Any], dict[str, Any]], Any]:
    def work(run: Run, value: Any, args: list[Any], kwargs: dict[str, Any]) -> Any:
        run.spend(len(value) >> 6)
        check_encoding(args[0] if args else kwargs.get("encoding", "utf-8"))
        return run.grown(native(value, *args, **kwargs))

    return work


def _searching(native: Callable[..., Any]) -> Callable[[Run, Any, list[Any], dict[str, Any]], Any]:
    """`index` and `count` of sequences, which compare."""

    def work(run: Run, value: Any, args: list[Any], kwargs: dict[str, Any]) -> Any:
        long = len(args[0]) >> 8 if args and type(args[0]) in {str, bytes} else 0
        run.spend((1 + 8 * long) * len(value) >> 3)
        if args and (type(args[0]) not in SCALARS or not set(map(type, value)) <= SCALARS):
            run.weigh(args[0])
            run.weigh(value)
        return native(value, *args, **kwargs)

    return work


def _keyed(native: Callable[..., Any]) -> Callable[[Run, Any, list[Any], dict[str, Any]], Any]:
    def work(run: Run, value: Any, args: list[Any], kwargs: dict[str, Any]) -> Any:
        if args:
            run.hashed(args[0], 8)
        return native(value, *args, **kwargs)

    return work


def _sets(native: Callable[..., Any]) -> Callable[[Run, Any, list[Any], dict[str, Any]], Any]:
    def work(run: Run, value: Any, args: list[Any], kwargs: dict[str, Any]) -> Any:
        run.spend(len(value))
        others = []
        for each in args:
            other = each if type(each) in {set, frozenset} else run.whole(each)
            run.spend(len(other))
            if type(other) not in {set, frozenset} and other:
                run.hash_all(other)
            others.append(other)
        return run.grown(native(value, *others, **kwargs))

    return work


def _decimals(native: Callable[..., Any]) -> Callable[[Run, Any, list[Any], dict[str, Any]], Any]:
    def work(run: Run, value: Any, args: list[Any], kwargs: dict[str, Any]) -> Any:
        run.spend(10)
        for each in (value, *args):
            run.grown(each)
        return run.grown(native(value, *args, **kwargs))

    return work


def _dated(run: Run, value: Any, args: list[Any], kwargs: dict[str, Any]) -> Any:
    for each in (*args, *kwargs.values()):
        check_strftime(each)
        run.grown(each)
    return run.grown(value.strftime(*args, **kwargs))


def _to_bytes(run: Run, value: Any, args: list[Any], kwargs: dict[str, Any]) -> Any:
    for each in (*args, *kwargs.values()):
        if type(each) is int and each > MAX_BITS:
            raise OutOfFuel
    return run.grown(value.to_bytes(*args, **kwargs))


def _named(
    kind: type, wrap: Callable[[Any], Callable[[Run, Any, list[Any], dict[str, Any]], Any]], names: str
) -> dict[str, Callable[[Run, Any, list[Any], dict[str, Any]], Any]]:
    return {name: wrap(getattr(kind, name)) for name in names.split()}


def _strings(kind: type) -> dict[str, Callable[[Run, Any, list[Any], dict[str, Any]], Any]]:
    return {
        **_named(
            kind,
            _text,
            "capitalize count endswith find index isalnum isalpha isascii isdigit islower isspace istitle isupper lower "
            "partition removeprefix removesuffix startswith swapcase title upper",
        ),
        **_named(kind, _product, "strip lstrip rstrip rfind rindex rpartition"),
        **_named(kind, _splitting, "split rsplit splitlines"),
        **_named(kind, _padding, "center ljust rjust zfill expandtabs"),
        "replace": _replacing,
        "join": _joining,
        "translate": _translating,
    }


_DATES: Final = "isoformat weekday isoweekday isocalendar toordinal timetuple replace ctime"
_DATE_NUMBERS: Final = "isoformat weekday isoweekday isocalendar toordinal replace ctime"
_SET_METHODS: Final = "union intersection difference symmetric_difference issubset issuperset isdisjoint copy"

METHODS: Final[dict[type, dict[str, Callable[[Run, Any, list[Any], dict[str, Any]], Any]]]] = {
    str: {
        **_strings(str),
        **_named(str, _text, "casefold isdecimal isidentifier isnumeric isprintable"),
        "encode": _coding(str.encode),
    },
    bytes: {**_strings(bytes), **_named(bytes, _text, "hex"), "decode": _coding(bytes.decode)},
    list: {**_named(list, _searching, "index count"), "copy": _plain(list.copy)},
    tuple: _named(tuple, _searching, "index count"),
    dict: {**_named(dict, _keyed, "get"), **_named(dict, _plain, "items keys values copy")},
    Counter: {
        **_named(Counter, _keyed, "get"),
        **_named(Counter, _plain, "items keys values copy most_common total"),
    },
    set: _named(set, _sets, _SET_METHODS),
    frozenset: _named(frozenset, _sets, _SET_METHODS),
    type({}.keys()): _named(type({}.keys()), _sets, "isdisjoint"),
    int: {**_named(int, _plain, "bit_length bit_count as_integer_ratio conjugate"), "to_bytes": _to_bytes},
    bool: {},
    float: _named(float, _plain, "is_integer as_integer_ratio hex"),
    Decimal: _named(
        Decimal,
        _decimals,
        "adjusted as_integer_ratio as_tuple canonical compare compare_signal compare_total copy_abs copy_negate "
        "copy_sign exp fma is_canonical is_finite is_infinite is_nan is_normal is_qnan is_signed is_snan is_subnormal "
        "is_zero ln log10 logb max max_mag min min_mag next_minus next_plus next_toward normalize number_class quantize "
        "remainder_near same_quantum scaleb sqrt to_eng_string to_integral_exact to_integral_value to_integral",
    ),
    Fraction: _named(Fraction, _decimals, "as_integer_ratio limit_denominator"),
    date: {**_named(date, _plain, _DATE_NUMBERS), "strftime": _dated},
    datetime: {
        **_named(datetime, _plain, f"{_DATE_NUMBERS} date time timetz utcoffset tzname dst"),
        "strftime": _dated,
    },
    time: {**_named(time, _plain, "isoformat replace utcoffset tzname dst"), "strftime": _dated},
    timedelta: _named(timedelta, _plain, "total_seconds"),
    re.Match: _named(re.Match, _plain, "group groups groupdict start end span expand"),
}
"""By exact type, each method that may be called, in its charged form."""

ATTRIBUTES: Final[dict[type, frozenset[str]]] = {
    date: frozenset({"year", "month", "day"}),
    datetime: frozenset("year month day hour minute second microsecond fold tzinfo".split()),
    time: frozenset("hour minute second microsecond fold tzinfo".split()),
    timedelta: frozenset({"days", "seconds", "microseconds"}),
    Fraction: frozenset({"numerator", "denominator"}),
    int: frozenset({"numerator", "denominator", "real", "imag"}),
    float: frozenset({"real", "imag"}),
    range: frozenset({"start", "stop", "step"}),
    re.Match: frozenset({"string", "lastgroup", "lastindex", "pos", "endpos"}),
    type(date(1, 1, 1).isocalendar()): frozenset({"year", "week", "weekday"}),
    type(Decimal(0).as_tuple()): frozenset({"sign", "digits", "exponent"}),
}
"""By exact type, each attribute that may be read."""


def _strptime(run: Run, value: Any, args: list[Any], kwargs: dict[str, Any]) -> Any:
    for each in args:
        if type(each) is str and len(each) > 200:
            raise OutOfFuel
    run.spend(50)
    return value.strptime(*args, **kwargs)


def _fromkeys(run: Run, value: Any, args: list[Any], kwargs: dict[str, Any]) -> Any:
    keys = run.whole(args[0]) if args else []
    if keys:
        run.hash_all(keys)
    return value.fromkeys(keys, *args[1:], **kwargs)


def _maketrans(run: Run, value: Any, args: list[Any], kwargs: dict[str, Any]) -> Any:
    for each in args:
        run.feed(each)
    return run.grown(value.maketrans(*args, **kwargs))


def _of_class(name: str) -> Callable[[Run, Any, list[Any], dict[str, Any]], Any]:
    def work(run: Run, value: Any, args: list[Any], kwargs: dict[str, Any]) -> Any:
        for each in args:
            run.grown(each)
        return run.grown(getattr(value, name)(*args, **kwargs))

    return work


CLASS_METHODS: Final[dict[type, dict[str, Callable[[Run, Any, list[Any], dict[str, Any]], Any]]]] = {
    date: {name: _of_class(name) for name in ("fromisoformat", "fromordinal", "fromisocalendar")},
    datetime: {
        **{name: _of_class(name) for name in ("fromisoformat", "fromordinal", "fromisocalendar", "combine")},
        "strptime": _strptime,
    },
    time: {"fromisoformat": _of_class("fromisoformat")},
    dict: {"fromkeys": _fromkeys},
    str: {"maketrans": _maketrans},
    bytes: {"maketrans": _maketrans, "fromhex": _of_class("fromhex")},
    int: {"from_bytes": _of_class("from_bytes")},
    float: {"fromhex": _of_class("fromhex")},
    Decimal: {"from_float": _of_class("from_float")},
    Fraction: {"from_float": _of_class("from_float"), "from_decimal": _of_class("from_decimal")},
}
"""By type, each method of the type itself."""

CLASS_ATTRIBUTES: Final[dict[type, frozenset[str]]] = {
    kind: frozenset({"min", "max", "resolution"}) for kind in (date, datetime, time, timedelta)
}
"""By type, each constant of the type itself."""

KNOWN_METHODS: Final = frozenset(name for methods in METHODS.values() for name in methods)
"""The names of all methods that a value of some type has."""

_CHANGES: Final = "Build a new value: `[*xs, x]`, `{**d, k: v}`, `sorted(xs)`"
REFUSED: Final[dict[str, str]] = {
    **dict.fromkeys(
        "append extend insert remove pop popitem clear sort reverse add discard update setdefault "
        "intersection_update difference_update symmetric_difference_update".split(),
        _CHANGES,
    ),
    **dict.fromkeys(("format", "format_map"), 'Write an f-string, `f"…{name}…"`'),
    **dict.fromkeys(
        ("today", "now", "utcnow", "fromtimestamp", "utcfromtimestamp"), "Take a parameter of the port `Clock`"
    ),
    **dict.fromkeys(("timestamp", "astimezone"), "Subtract two moments: the zone of the machine is no part of it"),
}
"""Names of methods that values have in Python and not here, with what to write instead."""


def method_hint(name: str) -> str:
    """Say what to write instead of a method that is outside the subset, or nothing."""
    return REFUSED.get(name, "")
