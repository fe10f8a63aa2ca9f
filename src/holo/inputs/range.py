"""What is known of one value before it is made: ends, exact values, values it must not have, length.

Bounds are limits whose other side has been worked out. A `Range` reads those that speak of the value
itself; those of its fields and elements are handed on by `below`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

from holo.expr.show import ordered
from holo.inputs.narrow import LENGTH, NEAR, SHAPES, TIMES

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from holo.inputs.narrow import Path

MOST: Final = 24
"""The longest container that is ever made because a bound asks for it."""


class Bound(NamedTuple):
    """The value at `path` stands in relation `op` to `value`."""

    path: Path
    op: str
    value: object


class Reject(Exception):
    """No value can be made within the bounds."""


_HOLDS: Final[dict[str, Callable[[object, object], object]]] = {
    "<": lambda value, other: value < other,  # type: ignore[operator]
    "<=": lambda value, other: value <= other,  # type: ignore[operator]
    ">": lambda value, other: value > other,  # type: ignore[operator]
    ">=": lambda value, other: value >= other,  # type: ignore[operator]
    "==": lambda value, other: value == other,
    "!=": lambda value, other: value != other,
    "in": lambda value, other: value in other,  # type: ignore[operator]
    "not in": lambda value, other: value not in other,  # type: ignore[operator]
    "true": lambda value, _: bool(value),
    "false": lambda value, _: not value,
}


def below(bounds: Iterable[Bound], step: str) -> tuple[Bound, ...]:
    """Return the bounds that speak of a field or of elements, seen from there."""
    return tuple(Bound(bound.path[1:], bound.op, bound.value) for bound in bounds if bound.path[:1] == (step,))


@dataclass(slots=True)
class Range:
    """The bounds on one value, read once."""

    low: object = None
    low_open: bool = False
    high: object = None
    high_open: bool = False
    exact: list[object] | None = None
    checks: list[tuple[str, object]] = field(default_factory=list)

    def meets(self, value: object) -> bool:
        """Say whether a value is within every bound; a comparison that makes no sense bounds nothing."""
        for op, other in self.checks:
            try:
                if not _HOLDS[op](value, other):
                    return False
            except TypeError:
                continue
        return True


_FREE: Final = Range()
_FREE_OPS: Final = SHAPES | {NEAR, TIMES}


def read(bounds: Collection[Bound]) -> Range:
    """Return what the bounds say of the value itself; nobody changes what comes back."""
    if not bounds:
        return _FREE
    range_ = Range()
    for path, op, value in bounds:
        if path or op in _FREE_OPS:
            continue
        range_.checks.append((op, value))
        if op == "==":
            _exactly(range_, [value])
        elif op == "in" and isinstance(value, list | tuple | set | frozenset | dict | range):
            _exactly(range_, _listed(value)[:1000])
        elif op in {">", ">="} and _above(value, range_.low, op == ">", range_.low_open):
            range_.low, range_.low_open = value, op == ">"
        elif op in {"<", "<="} and _above(range_.high, value, op == "<", range_.high_open):
            range_.high, range_.high_open = value, op == "<"
    return range_


def _listed(values: Collection[object]) -> list[object]:
    # The order of a set is not the same in every process.
    if isinstance(values, set | frozenset):
        return ordered(values)
    return list(values[:1000] if isinstance(values, range) else values)


def _exactly(range_: Range, values: list[object]) -> None:
    range_.exact = values if range_.exact is None else [value for value in range_.exact if value in values]


def _above(one: object, other: object, strict: bool, was_strict: bool) -> bool:  # noqa: FBT001 flags of two bounds
    if other is None or one is None:
        return True
    try:
        if one == other:
            return strict and not was_strict
        return bool(one > other)  # type: ignore[operator]
    except TypeError:
        return False


def near(bounds: Iterable[Bound], step: tuple[str, ...] = ()) -> list[object]:
    """Return what the value itself, or its length, is compared with somewhere: worth trying, and no bound."""
    found: list[object] = []
    for path, op, value in bounds:
        if op == TIMES and path == step and isinstance(value, int | Decimal | Fraction):
            found += [value * times for times in (1, 2, 3, 4, 5, 8, 10, 20, -1)]
        if op == NEAR and path == step:
            found.append(value)
            if isinstance(value, list | tuple | dict | set | frozenset) and len(value) <= 12:
                found += _listed(value)
    return found


def lengths(bounds: Iterable[Bound], most: int = MOST) -> tuple[int, int | None]:
    """Return the least and the greatest length that bounds allow; None is no greatest. None is made beyond `most`."""
    low, high = 0, None
    for path, op, value in bounds:
        if path == () and op in {"true", "false"}:
            low, high = (max(low, 1), high) if op == "true" else (low, 0)
        elif path == () and op == "!=" and not value and hasattr(value, "__len__"):
            low = max(low, 1)
        elif path == (LENGTH,) and op in {"true", "false"}:
            low, high = (max(low, 1), high) if op == "true" else (low, 0)
        elif path == (LENGTH,) and op == "in" and isinstance(value, list | tuple | set | frozenset | range):
            sizes = sorted(size for size in value if isinstance(size, int))
            if sizes:
                low, high = max(low, sizes[0]), sizes[-1] if high is None else min(high, sizes[-1])
        elif path == (LENGTH,) and isinstance(value, int):
            match op:
                case ">":
                    low = max(low, value + 1)
                case ">=":
                    low = max(low, value)
                case "<":
                    high = value - 1 if high is None else min(high, value - 1)
                case "<=":
                    high = value if high is None else min(high, value)
                case "==":
                    low, high = max(low, value), value if high is None else min(high, value)
                case "!=" if value == low:
                    low += 1
                case _:
                    pass
    if (high is not None and low > high) or low > most:
        raise Reject
    return low, high
