"""Make a failing input small, so that a person sees at once what is wrong.

Begins with the input that failed: small inputs that also fail come first, then each argument is made
simpler step by step, as long as the failure stays. Every step makes the input smaller by one measure, so it
ends; the number of calls is bounded as well. Without Hypothesis, which can only shrink what it drew itself.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from holo.expr.stopped import Stopped
from holo.expr.values import EnumMember, Fake, Record
from holo.inputs.fakes import Reply, fingerprint, simpler_fakes
from holo.inputs.near import rebuilt
from holo.inputs.scalars import EPOCH
from holo.inputs.small import allowed, small_inputs, smalls_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from holo.expr.world import World
    from holo.ir import model as ir

_SMALL: Final = 60


def smallest(
    function: ir.Function | ir.Law,
    world: World,
    failing: tuple[object, ...],
    still_fails: Callable[[tuple[object, ...]], bool],
    *,
    calls: int = 400,
) -> tuple[object, ...]:
    """Return the smallest input found that still fails, asking `still_fails` at most `calls` times."""
    shrinking = _Shrinking(function, world, failing, still_fails, calls)
    shrinking.start()
    while shrinking.step():
        pass
    return shrinking.best


class _Shrinking:
    def __init__(
        self,
        function: ir.Function | ir.Law,
        world: World,
        failing: tuple[object, ...],
        still_fails: Callable[[tuple[object, ...]], bool],
        calls: int,
    ) -> None:
        self.function = function
        self.world = world
        self.best = failing
        self.still_fails = still_fails
        self.calls = calls
        self.names = [parameter.name for parameter in function.parameters]
        self.types = smalls_of(world).types(function)
        self.size = self.measure(failing)
        self._refused: set[tuple[str, ...]] = set()

    def measure(self, args: Sequence[object]) -> tuple[int, int, str]:
        """Return what is to become small: weight first, then length of text, then the text itself."""
        text = ", ".join(fingerprint(arg, self.world) for arg in args)
        return sum(map(weight, args)), len(text), text

    def start(self) -> None:
        """Begin with the smallest of the small inputs, if one of them fails too."""
        known = [(self.measure(args), args) for args in small_inputs(self.function, self.world, _SMALL)]
        for _, args in sorted(known, key=lambda pair: pair[0]):
            if self.accepts(args):
                return

    def step(self) -> bool:
        """Make one argument simpler; say whether that was possible."""
        for at, arg in enumerate(self.best):
            simpler_ones = simpler_fakes(arg, simplified, self.world) if isinstance(arg, Fake) else simplified(arg)
            for simpler in simpler_ones:
                if self.accepts((*self.best[:at], simpler, *self.best[at + 1 :])):
                    return True
        return False

    def accepts(self, args: tuple[object, ...]) -> bool:
        """Take an input that is smaller, valid and still fails."""
        size = self.measure(args)
        if self.calls <= 0 or size >= self.size:
            return False
        key = tuple(fingerprint(arg, self.world) for arg in args)
        if key in self._refused:
            return False
        self._refused.add(key)
        with suppress(Stopped):
            if any(self.world.fits(arg, type_) for arg, type_ in zip(args, self.types, strict=True)):
                return False
        if not allowed(self.function, self.world, self.names, args):
            return False
        self.calls -= 1
        if not self.still_fails(args):
            return False
        self.best, self.size = args, size
        return True


def weight(value: object) -> int:
    """Return how much there is to read in a value."""
    match value:
        case None | bool() | EnumMember():
            return 1
        case int():
            return 1 + value.bit_length() + (value < 0)
        case float() | Decimal():
            return 2 + len(str(value))
        case Fraction():
            return 2 + weight(value.numerator) + weight(value.denominator)
        case str() | bytes():
            return 1 + 3 * len(value) + (not value.isalnum())
        case list() | tuple() | set() | frozenset():
            return 3 + sum(map(weight, value))
        case dict():
            return 3 + sum(weight(key) + weight(entry) for key, entry in value.items())
        case Record():
            return 2 + sum(weight(getattr(value, name)) for name in type(value)._fields)
        case datetime():
            return 2 + weight(value.date()) + weight(value.time())
        case date():
            return 1 + abs((value - EPOCH).days).bit_length()
        case time():
            return 1 + (value.hour > 0) + 2 * (value.minute > 0) + 2 * (value.second > 0) + 4 * (value.microsecond > 0)
        case timedelta():
            return 1 + abs(value.days).bit_length() + 5 * (value.seconds > 0) + 5 * (value.microseconds > 0)
        case Fake():
            replies = [f.reply.value for f in value.functions.values() if isinstance(f.reply, Reply)]
            return 1 + sum(f.fault is not None for f in value.functions.values()) + sum(map(weight, replies))
        case _:
            return 1


def simplified(value: object) -> Iterator[object]:
    """Yield values that may be simpler, the boldest first."""
    match value:
        case None | EnumMember():
            return
        case bool():
            yield False
        case int():
            yield from _numbers(value)
        case float():
            yield from (0.0, 1.0, float(round(value)), value / 2)
        case Decimal():
            yield from (Decimal(0), Decimal(1), value.to_integral_value(), value / 2)
        case Fraction():
            yield from (Fraction(0), Fraction(1), Fraction(round(value)), value / 2)
        case str():
            yield from ("", "a", value[: len(value) // 2], value[len(value) // 2 :])
            yield from (value[:at] + value[at + 1 :] for at in range(min(len(value), 20)))
            yield from (value[:at] + "a" + value[at + 1 :] for at in range(min(len(value), 20)))
        case bytes():
            yield from (b"", b"a", value[: len(value) // 2], value[len(value) // 2 :], value[1:])
        case list():
            yield from _items(value)
        case tuple():
            yield from (tuple(items) for items in _items(list(value)))
        case set() | frozenset():
            yield from (type(value)(items) for items in _items(sorted(value, key=repr)))
        case dict():
            yield {}
            for key in value:
                yield {other: entry for other, entry in value.items() if other != key}
            for key, entry in value.items():
                yield from ({**value, key: simpler} for simpler in simplified(entry))
        case Record():
            yield from _records(value)
        case datetime():
            yield datetime(EPOCH.year, EPOCH.month, EPOCH.day, tzinfo=value.tzinfo)
            yield value.replace(hour=0, minute=0, second=0, microsecond=0)
            yield from (datetime.combine(day, value.timetz()) for day in _days(value.date()))
        case date():
            yield from _days(value)
        case time():
            yield from (time(0), value.replace(microsecond=0), value.replace(second=0, microsecond=0))
        case timedelta():
            yield from (timedelta(0), timedelta(1), timedelta(value.days), value / 2)
        case _:
            return


def _numbers(value: int) -> Iterator[int]:
    yield from (0, 1, -1, -value)
    step = value
    while abs(step) > 1:
        step = int(step / 2) if abs(step) < 1 << 50 else step >> 1
        yield value - step
    yield value - (1 if value > 0 else -1)


def _days(value: date) -> Iterator[date]:
    yield EPOCH
    step = (value - EPOCH).days
    while step:
        step = int(step / 2)
        yield value - timedelta(days=step)
    yield value - timedelta(days=1 if value > EPOCH else -1)


def _items(items: list[object]) -> Iterator[list[object]]:
    yield []
    half = len(items) // 2
    if half:
        yield items[:half]
        yield items[half:]
    for at in range(len(items)):
        yield items[:at] + items[at + 1 :]
    for at, item in enumerate(items):
        yield from ([*items[:at], simpler, *items[at + 1 :]] for simpler in simplified(item))
    # The same value again is easier to read than another one.
    for at, item in enumerate(items[1:], 1):
        if item != items[0]:
            yield [*items[:at], items[0], *items[at + 1 :]]


def _records(record: Record) -> Iterator[object]:
    for name in type(record)._fields:
        for simpler in simplified(getattr(record, name)):
            made = rebuilt(record, **{name: simpler})
            if made is not None:
                yield made
