"""What the functions of modules cost, where that is more than their arguments are large.

One entry a function that needs care; every other one of its module is `plain`: fed, called, its result charged.
"""

from __future__ import annotations

import math
import types
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from holo.expr.functions import Native, callable_of, check_key
from holo.expr.operators import BINARY_BY_NAME, COMPARE_BY_NAME, add, multiply, subscript
from holo.expr.patterns import searching
from holo.expr.run import MAX_BITS, charged
from holo.expr.stopped import OutOfFuel

if TYPE_CHECKING:
    from collections.abc import Callable

    from holo.expr.run import Run

__all__ = ["COSTS", "FLATTEN", "MATCHES", "plain"]

_Work: TypeAlias = "Callable[[Run, list[Any], dict[str, Any]], Any]"

MATCHES: Final = ("group", "groups", "groupdict", "start", "end", "span", "expand")
"""The methods of a match."""


def plain(native: Callable[..., Any]) -> _Work:
    """A function that takes no longer than its arguments and its result are large."""

    def work(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:
        run.spend(1)
        for each in (*args, *kwargs.values()):
            run.weigh(each)
            run.grown(each)
        fed = [_sized(run, each) for each in args]
        return run.grown(native(*fed, **kwargs))

    return work


def _sized(run: Run, value: Any) -> Any:
    """Turn what is consumed whole into a container; sets in their one order."""
    if type(value) in {set, frozenset, range, types.GeneratorType}:
        return run.whole(value)
    return value


def _lazy(native: Callable[..., Any]) -> _Work:
    """A function of `itertools`: each element that it passes on is charged."""

    def work(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:
        fed = [_source(run, each) for each in args]
        named = {key: _source(run, each) for key, each in kwargs.items()}
        return charged(run, native(*fed, **named))

    return work


def _source(run: Run, value: Any) -> Any:
    if value is None or isinstance(value, int | float | str):
        return value
    if _is_function(value):
        return callable_of(run, value)
    try:
        return run.lazy(value)
    except TypeError:
        return value


def _is_function(value: Any) -> bool:
    return isinstance(value, type) or type(value).__name__ in {
        "Native",
        "FunctionValue",
        "Closure",
        "Bound",
        "AliasValue",
    }


def _pooled(native: Callable[..., Any]) -> _Work:
    """Combinations: the elements are kept, and each result has a length."""

    def work(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:
        pools = [each if isinstance(each, int) else list(run.whole(each)) for each in args]
        for size in (*pools[1:], *kwargs.values()):
            if isinstance(size, int):
                run.spend(max(size, 0))
        run.spend(sum(len(each) for each in pools if isinstance(each, list)) * max(kwargs.get("repeat", 1), 1))
        return charged(run, native(*pools, **kwargs))

    return work


def _groups(native: Callable[..., Any]) -> _Work:
    def work(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:
        check_key(run, kwargs)
        source = run.lazy(args[0])
        return charged(run, ((key, charged(run, group)) for key, group in native(source, *args[1:], **kwargs)))

    return work


def _chain(native: Callable[..., Any]) -> _Work:
    def work(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:
        return charged(run, native(*[run.lazy(each) for each in args], **kwargs))

    return work


def _reduce(native: Callable[..., Any]) -> _Work:
    def work(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:
        if len(args) < 2:
            raise TypeError("`reduce` takes a function and an iterable")
        return native(callable_of(run, args[0]), run.whole(args[1]), *args[2:], **kwargs)

    return work


def _by_key(native: Callable[..., Any]) -> _Work:
    def work(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:
        check_key(run, kwargs)
        fed = [_sized(run, each) for each in args]
        for each in fed:
            run.weigh(each)
            run.spend(len(each) if isinstance(each, list | tuple) else 0)
        made = native(*fed, **kwargs)
        return charged(run, made) if not isinstance(made, list | int) else run.grown(made)

    return work


def _bounded(bits: Callable[..., float]) -> Callable[[Callable[..., Any]], _Work]:
    """A function whose result has about `bits(*args)` bits."""

    def wrap(native: Callable[..., Any]) -> _Work:
        def work(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:
            if all(type(each) is int for each in args):
                for each in args:
                    run.grown(each)
                needed = bits(*args)
                if needed > MAX_BITS:
                    raise OutOfFuel
                run.spend(1 + int(needed * needed) // (1 << 15))
            return run.grown(native(*args, **kwargs))

        return work

    return wrap


def _factorial_bits(n: int = 0, *_: int) -> float:
    return n * math.log2(max(n, 2)) if n < MAX_BITS else MAX_BITS + 1


def _choose_bits(n: int = 0, k: int | None = None, *_: int) -> float:
    k = n if k is None else k
    k = min(k, n - k) if n - k >= 0 else 0
    return max(k, 0) * max(n, 2).bit_length() if k < MAX_BITS else MAX_BITS + 1


def _arrange_bits(n: int = 0, k: int | None = None, *_: int) -> float:
    k = n if k is None else k
    return max(k, 0) * max(n, 2).bit_length() if k < MAX_BITS else MAX_BITS + 1


def _gcd_bits(*values: int) -> float:
    return sum(each.bit_length() for each in values)


def _prod(native: Callable[..., Any]) -> _Work:  # noqa: ARG001 - multiplied here, one charged step at a time
    def work(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:
        total = kwargs.get("start", 1)
        for each in run.whole(args[0]):
            total = multiply(run, total, each)
        return total

    return work


def _exact(native: Callable[..., Any]) -> _Work:
    """`ceil floor trunc isqrt`: numbers of bounded size in, a whole number out."""

    def work(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:
        for each in args:
            run.grown(each)
            run.work(each, each)
        return run.grown(native(*args, **kwargs))

    return work


def _operator(native: Callable[..., Any]) -> _Work:
    name = native.__name__
    known = BINARY_BY_NAME.get(name) or COMPARE_BY_NAME.get(name)

    def work(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:
        run.spend(1)
        if known is not None and len(args) == 2 and not kwargs:
            return known(run, args[0], args[1])
        if name == "getitem" and len(args) == 2:
            return subscript(run, args[0], args[1])
        if name == "concat" and len(args) == 2:
            return add(run, args[0], args[1])
        for each in args:
            run.weigh(each)
        return run.grown(native(*[_sized(run, each) for each in args], **kwargs))

    return work


def _itemgetter(native: Callable[..., Any]) -> _Work:  # noqa: ARG001 - Python's own would not be charged
    def make(run: Run, items: list[Any], kwargs: dict[str, Any]) -> Any:  # noqa: ARG001 - the signature of all
        def get(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:  # noqa: ARG001 - the signature of all
            found = tuple([subscript(run, args[0], item) for item in items])
            return found[0] if len(found) == 1 else found

        return Native("itemgetter", get)

    return make


def _statistic(native: Callable[..., Any]) -> _Work:
    def work(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:
        fed = [_sized(run, each) for each in args]
        for each in fed:
            if isinstance(each, list | tuple):
                run.spend(20 * len(each))
                for number in each:
                    if type(number) is int and number.bit_length() > 2048:
                        raise OutOfFuel
                    run.grown(number)
        return run.grown(native(*fed, **kwargs))

    return work


def _dumps(native: Callable[..., Any]) -> _Work:
    allowed = {"sort_keys", "indent", "ensure_ascii", "separators", "allow_nan"}

    def work(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:
        if not kwargs.keys() <= allowed:
            raise TypeError(f"`json.dumps` takes {', '.join(sorted(allowed))} here")
        indent = kwargs.get("indent")
        if isinstance(indent, int) and indent > 40:
            raise OutOfFuel
        weight = sum(run.weigh(each) for each in args)
        run.spend(weight * (1 + (len(indent) if isinstance(indent, str) else indent or 0)))
        return run.grown(native(*args, **kwargs))

    return work


def _one_argument(native: Callable[..., Any]) -> _Work:
    """A function of which only the first arguments, by position, may be given."""
    inner = plain(native)

    def work(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:
        if kwargs:
            raise TypeError(f"`{native.__name__}` takes no named arguments here")
        return inner(run, args, kwargs)

    return work


def _short_text(limit: int) -> Callable[[Callable[..., Any]], _Work]:
    """A function whose time may grow with the square of a text's length."""

    def wrap(native: Callable[..., Any]) -> _Work:
        inner = plain(native)

        def work(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:
            for each in (*args, *kwargs.values()):
                if isinstance(each, str | bytes):
                    if len(each) > limit:
                        raise OutOfFuel
                    run.spend(len(each))
            return inner(run, args, kwargs)

        return work

    return wrap


def _counter(native: Callable[..., Any]) -> _Work:
    def work(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:
        if args and not isinstance(args[0], dict):
            elements = run.whole(args[0])
            run.hash_all(elements)
            return run.grown(native(elements, *args[1:], **kwargs))
        return run.grown(native(*args, **kwargs))

    return work


COSTS: Final[dict[str, Callable[[Callable[..., Any]], _Work]]] = {
    "collections.Counter": _counter,
    "functools.reduce": _reduce,
    "heapq": _by_key,
    "bisect": _by_key,
    "itertools": _lazy,
    "itertools.combinations": _pooled,
    "itertools.combinations_with_replacement": _pooled,
    "itertools.permutations": _pooled,
    "itertools.product": _pooled,
    "itertools.cycle": _chain,
    "itertools.chain": _chain,
    "itertools.zip_longest": _lazy,
    "itertools.groupby": _groups,
    "json.dumps": _dumps,
    "json.loads": _one_argument,
    "math.factorial": _bounded(_factorial_bits),
    "math.comb": _bounded(_choose_bits),
    "math.perm": _bounded(_arrange_bits),
    "math.gcd": _bounded(_gcd_bits),
    "math.lcm": _bounded(_gcd_bits),
    "math.prod": _prod,
    "math.ceil": _exact,
    "math.floor": _exact,
    "math.trunc": _exact,
    "math.isqrt": _exact,
    "operator": _operator,
    "operator.itemgetter": _itemgetter,
    "re": searching,
    "statistics": _statistic,
    "textwrap": _short_text(10_000),
    "unicodedata": _short_text(2_000),
    "html": _short_text(10_000),
    "urllib.parse": _short_text(10_000),
}
"""How a function is wrapped, by its dotted name or by its module's."""


def _flatten(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:
    if len(args) != 1 or kwargs:
        raise TypeError("`itertools.chain.from_iterable` takes one iterable")
    return charged(run, (each for inner in run.lazy(args[0]) for each in run.lazy(inner)))


FLATTEN: Final = Native("itertools.chain.from_iterable", _flatten)
"""The one function of a module that is an attribute of another."""
