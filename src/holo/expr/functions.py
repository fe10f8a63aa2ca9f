"""The builtins and the prelude, each charged before it works.

Types stand for themselves (`int`, `date`), functions are `Native` values. Nothing outside these tables,
`methods` and `modules` can be called, whatever a name resolves to.
"""

from __future__ import annotations

import builtins
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

from holo.expr.operators import add, power
from holo.expr.run import MAX_EXPONENT, charged
from holo.expr.stopped import OutOfFuel
from holo.expr.text import represent, string
from holo.expr.values import FakeFunction, Record
from holo.ir.prelude import EXCEPTIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from holo.expr.run import Run

__all__ = ["CALLS", "CONSTRUCTORS", "ISINSTANCE", "KNOWN", "Native", "callable_of", "check_encoding", "check_key"]


class Native:
    """A function that Python has and expressions may call; `work` is its charged form."""

    __slots__ = ("name", "work")

    def __init__(self, name: str, work: Callable[[Run, list[Any], dict[str, Any]], Any]) -> None:
        """Remember the name for messages."""
        self.name = name
        self.work = work

    def __repr__(self) -> str:
        return self.name


def callable_of(run: Run, value: Any) -> Callable[..., Any]:
    """Return a Python callable that calls a value of an expression, for `key=` and the like."""
    apply = run.world.apply

    def call(*args: Any) -> Any:
        return apply(run, value, list(args), {})

    return call


def _plain(native: Callable[..., Any]) -> Callable[[Run, list[Any], dict[str, Any]], Any]:
    def work(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:
        return run.grown(native(*args, **kwargs))

    return work


def _fed(native: Callable[..., Any]) -> Callable[[Run, list[Any], dict[str, Any]], Any]:
    def work(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:
        return run.grown(native(*[run.feed(each) for each in args], **kwargs))

    return work


def _short(native: Callable[..., Any]) -> Callable[[Run, list[Any], dict[str, Any]], Any]:
    def work(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:
        return native(*[run.lazy(each) for each in args], **kwargs)

    return work


def _hashing(native: Callable[..., Any]) -> Callable[[Run, list[Any], dict[str, Any]], Any]:
    def work(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:
        if not args:
            return native(**kwargs)
        if len(args) == 1 and type(args[0]) in {set, frozenset}:
            run.spend(len(args[0]))
            return native(args[0])
        elements = run.whole(args[0])
        if elements:
            run.hash_all(elements)
        return native(elements, *args[1:], **kwargs)

    return work


def _dict(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:
    if not args:
        return dict(**kwargs)
    if isinstance(args[0], dict):
        run.spend(len(args[0]))
        return dict(args[0], **kwargs)
    pairs = [tuple(run.whole(pair)) for pair in run.whole(args[0])]
    run.hash_all([pair[0] for pair in pairs if pair])
    return dict(pairs, *args[1:], **kwargs)


def _extreme(native: Callable[..., Any]) -> Callable[[Run, list[Any], dict[str, Any]], Any]:
    def work(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:
        check_key(run, kwargs)
        if len(args) != 1:
            run.weigh(args)
            return native(*args, **kwargs)
        elements = run.whole(args[0])
        run.weigh(elements) if elements else None
        return native(elements, **kwargs)

    return work


def _sorted(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:
    check_key(run, kwargs)
    elements = run.whole(args[0]) if args else []
    size = len(elements)
    if size:
        run.weigh(elements)
        run.spend(size * size.bit_length() >> 3)
    return sorted(elements, *args[1:], **kwargs)


def check_key(run: Run, kwargs: dict[str, Any]) -> None:
    """Let `key=` call a value of the expression."""
    key = kwargs.get("key")
    if key is not None:
        kwargs["key"] = callable_of(run, key)


def _sum(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:
    if not args or len(args) > 2 or not kwargs.keys() <= {"start"}:
        return sum(*args, **kwargs)
    elements = run.whole(args[0])
    total = args[1] if len(args) > 1 else kwargs.get("start", 0)
    if type(total) in {str, bytes}:
        raise TypeError('use `"".join(…)` for strings')
    if type(total) is int and set(map(type, elements)) <= {int, bool, float}:
        result = sum(elements, total)
        if type(result) is int:
            run.integer(result.bit_length() * (1 + len(elements) >> 8) if result.bit_length() > 256 else 0)
        return result
    for each in elements:
        total = add(run, total, each)
    return total


def _pow(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:
    base, exponent, *rest = [*args, *kwargs.values()]
    if kwargs and list(kwargs) != ["base", "exp", "mod"][len(args) : len(args) + len(kwargs)]:
        return pow(*args, **kwargs)
    if not rest or rest[0] is None:
        return power(run, base, exponent)
    modulus = rest[0]
    for value in (base, exponent, modulus):
        if type(value) not in {int, bool}:
            return pow(base, exponent, modulus)
    run.spend((exponent.bit_length() * (modulus.bit_length() + 64) ** 2 >> 18) + (base.bit_length() >> 6))
    return pow(base, exponent, modulus)


def _divmod(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:
    if len(args) != 2 or kwargs:
        raise TypeError("`divmod` takes two numbers")
    run.work(*args)
    return run.grown(divmod(args[0], args[1]))


def _round(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:
    digits = args[1] if len(args) > 1 else kwargs.get("ndigits")
    if type(digits) is int and abs(digits) > MAX_EXPONENT and args and type(args[0]) is not float:
        raise OutOfFuel
    if args:
        run.grown(args[0])
    return run.grown(round(*args, **kwargs))


def _int(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:
    if args:
        value = args[0]
        if type(value) in {str, bytes}:
            run.spend((len(value) ** 2 >> 18) + (len(value) >> 6))
        else:
            run.grown(value)
    return run.grown(int(*args, **kwargs))


def _float(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:
    if args:
        run.grown(args[0])
    return float(*args, **kwargs)


def _str(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:
    if len(args) == 1 and not kwargs:
        return string(run, args[0])
    if args and type(args[0]) is bytes:
        run.spend(len(args[0]) >> 6)
        encoding = args[1] if len(args) > 1 else kwargs.get("encoding", "utf-8")
        check_encoding(encoding)
    return str(*args, **kwargs)


def check_encoding(name: object) -> None:
    """Refuse the codecs that are no encodings of text or take quadratic time."""
    if type(name) is str and name.lower().replace("_", "-") not in _ENCODINGS:
        raise LookupError(f"the encoding `{name[:40]}` is outside the subset")


_ENCODINGS: Final = frozenset(
    "utf-8 utf8 utf-8-sig utf-16 utf-16-le utf-16-be utf-32 utf-32-le utf-32-be ascii us-ascii latin-1 latin1 "
    "iso-8859-1 iso-8859-15 cp1252 cp437".split()
)


def _bytes(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:
    if len(args) == 1 and not kwargs:
        value = args[0]
        if type(value) is int:
            run.spend(max(value, 0) >> 6)
            return bytes(value)
        if type(value) is bytes:
            return value
        return run.grown(bytes(run.whole(value)))
    check_encoding(args[1] if len(args) > 1 else kwargs.get("encoding"))
    return run.grown(bytes(*args, **kwargs))


def _repr(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:
    if len(args) != 1 or kwargs:
        raise TypeError("`repr` takes one value")
    return represent(run, args[0])


def _zip(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:
    return charged(run, zip(*[run.lazy(each) for each in args], **kwargs))  # noqa: B905 - `strict` is the author's word


def _enumerate(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:
    return charged(run, enumerate(*[run.lazy(args[0]), *args[1:]] if args else [], **kwargs))


def _reversed(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:
    if args and isinstance(args[0], set | frozenset):
        raise TypeError("a set has no order to reverse")
    return charged(run, reversed(*args, **kwargs))


def _len(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:  # noqa: ARG001 - the signature of all
    return len(*args, **kwargs)


def _range(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:  # noqa: ARG001 - the signature of all
    return range(*args, **kwargs)


def _calls(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:
    if len(args) != 1 or kwargs or not isinstance(args[0], FakeFunction):
        raise TypeError("`calls` takes one function of a port: `calls(post.send)`")
    return run.grown(list(args[0].calls))


def _replace(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:
    if len(args) != 1:
        raise TypeError("`replace` takes one record, and its changes by name")
    value = args[0]
    if not isinstance(value, Record):
        if type(value) in {date, datetime, time}:
            raise TypeError(f"write `value.replace(…)` for a {type(value).__name__}")
        raise TypeError("`replace` takes a record")
    cls = type(value)
    for name in kwargs:
        if name not in cls._fields:
            raise TypeError(f"`{cls.__name__}` has no field `{name}`")
    return cls._build([kwargs[name] if name in kwargs else getattr(value, name) for name in cls._fields], {}, run)


def _decimal(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:
    if args and type(args[0]) in {str, int}:
        run.grown(args[0])
    return run.grown(Decimal(*args, **kwargs))


def _fraction(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:
    for value in args:
        if type(value) is str:
            # `Fraction("1e999999999")` would write the power out: its exponent is Decimal's to judge.
            run.spend((len(value) ** 2 >> 18) + (len(value) >> 6))
            mantissa, _, exponent = value.lower().partition("e")
            if mantissa and len(exponent.strip().lstrip("+-").replace("_", "")) > 4:
                raise OutOfFuel
        else:
            run.grown(value)
    return run.grown(Fraction(*args, **kwargs))


def _object(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:  # noqa: ARG001 - the signature of all
    raise TypeError("`isinstance` takes a value and a type")


CONSTRUCTORS: Final[dict[type, Callable[[Run, list[Any], dict[str, Any]], Any]]] = {
    bool: _plain(bool),
    bytes: _bytes,
    dict: _dict,
    float: _float,
    frozenset: _hashing(frozenset),
    int: _int,
    list: _fed(list),
    range: _range,
    set: _hashing(set),
    str: _str,
    tuple: _fed(tuple),
    date: _plain(date),
    datetime: _plain(datetime),
    time: _plain(time),
    timedelta: _plain(timedelta),
    Decimal: _decimal,
    Fraction: _fraction,
}
"""Types that expressions may call, with what the call does."""

ISINSTANCE: Final = Native("isinstance", _object)
CALLS: Final = Native("calls", _calls)

_FUNCTIONS: Final = {
    "abs": _plain(abs),
    "all": _short(all),
    "any": _short(any),
    "chr": _plain(chr),
    "divmod": _divmod,
    "enumerate": _enumerate,
    "len": _len,
    "max": _extreme(max),
    "min": _extreme(min),
    "ord": _plain(ord),
    "pow": _pow,
    "repr": _repr,
    "reversed": _reversed,
    "round": _round,
    "sorted": _sorted,
    "sum": _sum,
    "zip": _zip,
    "replace": _replace,
}

KNOWN: Final[dict[str, Any]] = {
    **{name: Native(name, work) for name, work in _FUNCTIONS.items()},
    **{kind.__name__: kind for kind in CONSTRUCTORS},
    **{name: getattr(builtins, name) for name in EXCEPTIONS},
    "isinstance": ISINSTANCE,
    "calls": CALLS,
}
"""What a bare name means where neither hologram nor variable gives it a meaning."""
