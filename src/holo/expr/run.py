"""One evaluation: its fuel, and everything that spends it.

Fuel is counted, never timed, so that the same expression always ends in the same way. A step costs one;
a value costs its size. Numbers are bounded, since one multiplication can outlast any count of steps.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from types import GeneratorType
from typing import TYPE_CHECKING, Any, Final

from holo.expr.show import ordered
from holo.expr.stopped import OutOfFuel
from holo.expr.values import Call, DeclaredError, EnumMember, EnumType, Record

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator

    from holo.expr.world import World

__all__ = ["DEFAULT_FUEL", "MAX_BITS", "MAX_EXPONENT", "SCALARS", "Run", "charged"]

DEFAULT_FUEL: Final = 100_000
"""Steps of one evaluation; about 50 ms at the worst."""

MAX_BITS: Final = 32_768
"""Size of one whole number."""

MAX_EXPONENT: Final = 10_000
"""Largest exponent, and most digits, of one Decimal."""

_MAX_INT: Final = 1 << 256  # below it a number is too small to be worth measuring
SCALARS: Final = frozenset(
    {int, str, bool, float, bytes, type(None), date, datetime, time, timedelta, Decimal, Fraction, range}
)
_SIZED: Final = frozenset(
    {list, tuple, dict, str, bytes, type({}.keys()), type({}.values()), type({}.items()), Counter}
)
_SETS: Final = frozenset({set, frozenset})
_SEQUENCES: Final = frozenset({list, tuple, set, frozenset})
_SMALL_DECIMAL: Final = Decimal(0).__sizeof__()
_SAFE_HASH: Final = 1 << 60


class Run:
    """The state of one evaluation: fuel left, depth of calls, and who answers for bodies."""

    __slots__ = ("call", "depth", "fuel", "replaced", "world")

    def __init__(
        self,
        world: World,
        fuel: int = DEFAULT_FUEL,
        call: Callable[[str, tuple[object, ...]], object] | None = None,
        replaced: Container[str] = (),
    ) -> None:
        """Start with a full tank."""
        self.world = world
        self.fuel = fuel
        self.call = call
        self.replaced = replaced
        self.depth = 0

    def spend(self, steps: int) -> None:
        """Take steps from the tank; raise `OutOfFuel` where it is empty."""
        self.fuel -= steps
        if self.fuel < 0:
            raise OutOfFuel

    def grown(self, value: Any) -> Any:
        """Charge a new value by its size and return it."""
        kind = type(value)
        if kind is bool or kind is float or value is None:
            return value
        if kind is int:
            if not -_MAX_INT < value < _MAX_INT:
                self.integer(value.bit_length())
        elif kind is str or kind is bytes:
            if len(value) > 64:
                self.spend(len(value) >> 6)
        elif kind in _SIZED or kind in _SETS:
            self.spend(len(value))
        elif kind is Decimal or kind is Fraction:
            self.number(value)
        return value

    def integer(self, bits: int) -> None:
        """Charge a whole number of so many bits, or refuse it."""
        if bits > MAX_BITS:
            raise OutOfFuel
        self.spend(bits >> 6)

    def number(self, value: Any) -> None:
        """Charge a Decimal or Fraction, or refuse one whose exponent or terms are too large."""
        if type(value) is Decimal:
            # The size in memory tells the digits without writing them out: 19 to a word.
            words = value.__sizeof__() - _SMALL_DECIMAL >> 3
            if (words > 0 and words * 19 > MAX_EXPONENT) or abs(value.adjusted()) > MAX_EXPONENT:
                raise OutOfFuel
            self.spend(words * words >> 6 if words > 0 else 0)
        elif type(value) is Fraction:
            self.integer(value.numerator.bit_length())
            self.integer(value.denominator.bit_length())

    def work(self, left: Any, right: Any) -> None:
        """Charge an operation whose time grows with the product of two numbers' sizes."""
        if type(left) is int and type(right) is int:
            if -_MAX_INT < left < _MAX_INT or -_MAX_INT < right < _MAX_INT:
                if not (-_MAX_INT < left < _MAX_INT and -_MAX_INT < right < _MAX_INT):
                    self.spend(max(left.bit_length(), right.bit_length()) >> 8)
                return
            self.spend(left.bit_length() * right.bit_length() >> 15)
        else:
            for value in (left, right):
                if type(value) is Fraction:
                    bits = value.numerator.bit_length() + value.denominator.bit_length()
                    self.spend(4 + (bits * bits >> 14))
                elif type(value) is Decimal:
                    self.number(value)
                    self.spend(1)

    def weigh(self, value: Any) -> int:
        """Charge a walk through a whole value, as a comparison, a hash or a text of it makes, and return its weight."""
        kind = type(value)
        if kind in SCALARS:
            if kind is str or kind is bytes:
                weight = len(value) >> 8
                if weight:
                    self.spend(weight)
                return 1 + weight
            if kind is int and not -_MAX_INT < value < _MAX_INT:
                self.spend(value.bit_length() >> 10)
            return 1
        if kind in _SEQUENCES:
            self.spend(1 + len(value))
            return 1 + sum(map(self.weigh, value))
        if isinstance(value, Record):
            weight = value._weight  # noqa: SLF001 - no public name: it would hide a field
            self.spend(weight)
            return weight
        if isinstance(value, dict):
            self.spend(1 + len(value))
            return 1 + sum(map(self.weigh, value.keys())) + sum(map(self.weigh, value.values()))
        if isinstance(value, DeclaredError):
            return 1 + sum(map(self.weigh, value.args))
        if isinstance(value, Call):
            return 1 + sum(map(self.weigh, value._arguments.values()))  # noqa: SLF001 - the same
        if kind in _SIZED:
            self.spend(1 + len(value))
            return 1 + sum(map(self.weigh, value))
        return 1

    def hashed(self, value: Any, beside: int) -> None:
        """Charge the hash of a value that joins `beside` others.

        Numbers can be made to collide; they cost as much as a probe of all others would.
        """
        kind = type(value)
        if kind is str or (kind is int and -_SAFE_HASH < value < _SAFE_HASH) or isinstance(value, EnumMember):
            return
        if kind in {int, float, Decimal, Fraction}:
            if kind is float and -_SAFE_HASH < value < _SAFE_HASH and value == value // 1:
                return
            self.spend(1 + (beside >> 3))
            return
        self.weigh(value)

    def hash_all(self, values: Any) -> None:
        """Charge the hashes of all values of a container that becomes a set or the keys of a dict."""
        kinds = set(map(type, values))
        if kinds <= {str, bool, type(None), date, datetime, timedelta}:
            return
        if kinds == {int} and min(values) > -_SAFE_HASH and max(values) < _SAFE_HASH:
            return
        for beside, value in enumerate(values):
            self.hashed(value, beside)

    def feed(self, value: Any) -> Any:
        """Return an iterable that may be consumed whole by native code, its length charged."""
        kind = type(value)
        if kind in _SIZED:
            self.spend(len(value))
            return value
        if kind is GeneratorType:
            return value
        if kind is range:
            if value and (value[-1] - value[0]) // value.step >= self.fuel:
                raise OutOfFuel
            self.spend(len(value))
            return value
        if kind in _SETS:
            self.spend(len(value))
            return self.order(value)
        return iterable(value)

    def whole(self, value: Any) -> Any:
        """Return the elements of an iterable as a list or another sized container, charged."""
        fed = self.feed(value)
        return list(fed) if type(fed) in {GeneratorType, range} or type(fed) not in _SIZED else fed

    def lazy(self, value: Any) -> Any:
        """Return an iterable of which native code may take as much as it likes: each element is charged."""
        kind = type(value)
        if kind in _SIZED:
            return value
        if kind is GeneratorType:
            return value
        if kind in _SETS:
            return self.feed(value)
        return charged(self, iterable(value))

    def order(self, value: Any) -> list[Any]:
        """Return the elements of a set in the order in which every run sees them."""
        if len(value) > 1:
            self.weigh(value)
        return ordered(value)


def charged(run: Run, source: Any) -> Iterator[Any]:
    """Yield what `source` yields; each element costs a step, a tuple its length."""
    for value in source:
        run.fuel -= 1
        if run.fuel < 0:
            raise OutOfFuel
        if type(value) is tuple:
            run.spend(len(value))
        yield value


def iterable(value: Any) -> Any:
    """Return a range or an enum as it is; everything else cannot be iterated over."""
    if type(value) is range or isinstance(value, EnumType):
        return value
    raise TypeError(f"{_kind(value)} cannot be iterated over")


def _kind(value: object) -> str:
    name = type(value).__name__
    return f"{'an' if name[:1] in 'aeiou' else 'a'} {name}"
