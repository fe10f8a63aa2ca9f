"""Python's operators over the values of a hologram, each charged before it works.

One function an operator, `(run, left, right)`. What a native operation could take too long for is
refused by the size of its operands, before it starts.
"""

from __future__ import annotations

import ast
import operator
import re
from types import GeneratorType
from typing import TYPE_CHECKING, Any, Final

from holo.expr.run import MAX_BITS, SCALARS, iterable
from holo.expr.stopped import OutOfFuel
from holo.expr.text import percent
from holo.expr.values import EnumType

if TYPE_CHECKING:
    from collections.abc import Callable

    from holo.expr.run import Run

__all__ = [
    "BINARY",
    "BINARY_BY_NAME",
    "COMPARE",
    "COMPARE_BY_NAME",
    "PLAINLY",
    "UNARY",
    "add",
    "multiply",
    "power",
    "subscript",
]

_BIG: Final = 1 << 256
_STRINGS: Final = frozenset({str, bytes})
_REPEATED: Final = frozenset({str, bytes, list, tuple})


def add(run: Run, left: Any, right: Any) -> Any:
    """`left + right`."""
    kind = type(left)
    if kind is int or kind is float:
        return run.grown(left + right)
    if kind in _REPEATED and type(right) is kind:
        size = len(left) + len(right)
        run.spend(size >> 6 if kind in _STRINGS else size)
        return left + right
    run.work(left, right)
    return run.grown(left + right)


def _subtract(run: Run, left: Any, right: Any) -> Any:
    kind = type(left)
    if kind is int or kind is float:
        return run.grown(left - right)
    run.work(left, right)
    if type(right) in {set, frozenset}:
        run.spend(len(right))
    return run.grown(left - right)


def multiply(run: Run, left: Any, right: Any) -> Any:
    """`left * right`."""
    kind, other = type(left), type(right)
    if kind in _REPEATED and other is int:
        return _repeat(run, left, right)
    if other in _REPEATED and kind is int:
        return _repeat(run, right, left)
    run.work(left, right)
    if kind is int and other is int and not (-_BIG < left < _BIG and -_BIG < right < _BIG):
        run.integer(left.bit_length() + right.bit_length())
    return run.grown(left * right)


def _repeat(run: Run, value: Any, times: int) -> Any:
    if times > 0:
        size = len(value) * times
        run.spend(size >> 6 if type(value) in _STRINGS else size)
    return value * times


def _divide(run: Run, left: Any, right: Any) -> Any:
    run.work(left, right)
    return run.grown(left / right)


def _floor_divide(run: Run, left: Any, right: Any) -> Any:
    run.work(left, right)
    return run.grown(left // right)


def _modulo(run: Run, left: Any, right: Any) -> Any:
    if type(left) in _STRINGS:
        return percent(run, left, right)
    run.work(left, right)
    return run.grown(left % right)


def power(run: Run, base: Any, exponent: Any) -> Any:
    """`base ** exponent`."""
    if type(exponent) in {int, bool}:
        times = abs(int(exponent))
        if type(base) is int:
            bits = base.bit_length()
            if bits > 1:
                run.integer(bits * times if times <= MAX_BITS else MAX_BITS + 1)
                run.spend((bits * times) ** 2 >> 18)
        elif type(base).__name__ == "Fraction":
            bits = max(base.numerator.bit_length(), base.denominator.bit_length())
            if bits > 1:
                run.integer(bits * times if times <= MAX_BITS else MAX_BITS + 1)
    run.work(base, exponent)
    result = base**exponent
    if type(result) is complex:
        raise ValueError("the result is no real number")
    return run.grown(result)


def _shift_left(run: Run, left: Any, right: Any) -> Any:
    if type(left) is int and type(right) is int and left and right > 0:
        if right > MAX_BITS:
            raise OutOfFuel
        run.integer(left.bit_length() + right)
    return run.grown(left << right)


def _binary(native: Callable[[Any, Any], Any]) -> Callable[[Run, Any, Any], Any]:
    def apply(run: Run, left: Any, right: Any) -> Any:
        for value in (left, right):
            if type(value) in {set, frozenset, dict}:
                run.spend(len(value))
        return run.grown(native(left, right))

    return apply


BINARY: Final[dict[type, Callable[[Run, Any, Any], Any]]] = {
    ast.Add: add,
    ast.Sub: _subtract,
    ast.Mult: multiply,
    ast.Div: _divide,
    ast.FloorDiv: _floor_divide,
    ast.Mod: _modulo,
    ast.Pow: power,
    ast.LShift: _shift_left,
    ast.RShift: _binary(operator.rshift),
    ast.BitOr: _binary(operator.or_),
    ast.BitAnd: _binary(operator.and_),
    ast.BitXor: _binary(operator.xor),
}
"""Binary operators by the class of their node."""

BINARY_BY_NAME: Final = {
    "add": BINARY[ast.Add],
    "sub": BINARY[ast.Sub],
    "mul": BINARY[ast.Mult],
    "truediv": BINARY[ast.Div],
    "floordiv": BINARY[ast.FloorDiv],
    "mod": BINARY[ast.Mod],
    "pow": BINARY[ast.Pow],
    "lshift": BINARY[ast.LShift],
    "rshift": BINARY[ast.RShift],
    "or_": BINARY[ast.BitOr],
    "and_": BINARY[ast.BitAnd],
    "xor": BINARY[ast.BitXor],
}
"""Binary operators by their names in the module `operator`."""

UNARY: Final[dict[type, Callable[[Any], Any]]] = {
    ast.Not: operator.not_,
    ast.USub: operator.neg,
    ast.UAdd: operator.pos,
    ast.Invert: operator.invert,
}
"""Unary operators by the class of their node; none makes a value larger."""


def _comparing(native: Callable[[Any, Any], Any]) -> Callable[[Run, Any, Any], Any]:
    def compare(run: Run, left: Any, right: Any) -> Any:
        kind = type(left)
        if kind is str or kind is bytes:
            if len(left) > 256:
                run.spend(len(left) >> 8)
        elif kind not in SCALARS:
            run.weigh(left)
            run.weigh(right)
        elif kind is int:
            if not -_BIG < left < _BIG:
                run.spend(left.bit_length() >> 10)
        elif kind is not bool and kind is not float:
            run.work(left, right)
        return native(left, right)

    return compare


def _contains(run: Run, value: Any, container: Any) -> bool:
    kind, kind_of = type(container), type(value)
    if kind is str or kind is bytes:
        run.spend(len(container) >> 6)
        return value in container
    if kind is range:
        if type(value) not in {int, bool}:
            run.feed(container)
        return value in container
    if kind is GeneratorType:
        return any(_same(run, value, each) for each in container)
    if isinstance(container, EnumType):
        return value in container
    if kind in {list, tuple} or kind is type({}.values()):
        long = len(value) >> 8 if kind_of in _STRINGS else 0
        run.spend((1 + 8 * long) * len(container) >> 3)
        if type(value) not in SCALARS or not set(map(type, container)) <= SCALARS:
            run.weigh(value)
            run.weigh(container)
        return value in container
    if kind in {set, frozenset} or isinstance(container, dict) or kind in {type({}.keys()), type({}.items())}:
        run.hashed(value, 8)
        return value in container
    iterable(container)
    return False


def _same(run: Run, left: Any, right: Any) -> bool:
    return bool(left is right or COMPARE[ast.Eq](run, left, right))


def _lacks(run: Run, value: Any, container: Any) -> bool:
    return not _contains(run, value, container)


COMPARE: Final[dict[type, Callable[[Run, Any, Any], Any]]] = {
    ast.Eq: _comparing(operator.eq),
    ast.NotEq: _comparing(operator.ne),
    ast.Lt: _comparing(operator.lt),
    ast.LtE: _comparing(operator.le),
    ast.Gt: _comparing(operator.gt),
    ast.GtE: _comparing(operator.ge),
    ast.In: _contains,
    ast.NotIn: _lacks,
    ast.Is: lambda _run, left, right: left is right,
    ast.IsNot: lambda _run, left, right: left is not right,
}
"""Comparisons by the class of their node."""

PLAINLY: Final[dict[type, Callable[[Any, Any], Any]]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}
"""The comparisons that cost nothing more where the left side is a small number or a short text."""

COMPARE_BY_NAME: Final = {
    "eq": COMPARE[ast.Eq],
    "ne": COMPARE[ast.NotEq],
    "lt": COMPARE[ast.Lt],
    "le": COMPARE[ast.LtE],
    "gt": COMPARE[ast.Gt],
    "ge": COMPARE[ast.GtE],
    "contains": lambda run, container, value: _contains(run, value, container),
}
"""Comparisons by their names in the module `operator`."""

_INDEXED: Final = frozenset({list, tuple, str, bytes, range})


def subscript(run: Run, value: Any, index: Any) -> Any:
    """`value[index]`."""
    kind = type(value)
    if kind in _INDEXED:
        return run.grown(value[index]) if type(index) is slice else value[index]
    if isinstance(value, dict):
        run.hashed(index, 8)
        return value[index]
    if isinstance(value, EnumType | re.Match) or kind.__module__ in {"regex", "_regex"}:
        return value[index]
    raise TypeError(f"`{kind.__name__}` has no elements")
