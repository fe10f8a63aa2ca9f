"""Make single values: numbers, texts, dates and times, within a range.

Knows Python's own types alone; records, containers and unions are made in `make`.
"""

from __future__ import annotations

import math
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final, TypeGuard

from holo.inputs.range import MOST, Bound, Range, Reject
from holo.inputs.texts import text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from holo.inputs.choice import Choice

KINDS: Final[dict[str, type]] = {
    "int": int,
    "str": str,
    "bool": bool,
    "float": float,
    "bytes": bytes,
    "None": type(None),
    "date": date,
    "datetime": datetime,
    "time": time,
    "timedelta": timedelta,
    "Decimal": Decimal,
    "Fraction": Fraction,
}
"""The plain types by name."""

_TIMES: Final = (1,) * 12 + (2, 3, 7, -1, 41)
EPOCH: Final = date(2026, 1, 1)
_DAY: Final = timedelta(days=1)
_SECOND: Final = timedelta(seconds=1)
_MILLISECOND: Final = timedelta(milliseconds=1)
_MICROSECONDS: Final = (1, 500_000, 999_999)


def scalar(name: str, range_: Range, bounds: Sequence[Bound], choice: Choice) -> object:
    """Make one value of the plain type `name`; raise `Reject` where the range holds none."""
    return _MAKERS[name](range_, bounds, choice)


def edges(name: str, range_: Range) -> list[object]:
    """Return the values at and right inside the ends of a range, as far as it has ends."""
    found: list[object] = []
    try:
        if name == "int":
            low, high = whole_ends(range_)
            found += [low, low + 1] if low is not None else []
            found += [high, high - 1] if high is not None else []
        elif name in _STEPS:
            step = _STEPS[name]
            least, most = _own(name, range_.low), _own(name, range_.high)
            found += [least, least + step] if least is not None else []  # type: ignore[operator]
            found += [most, most - step] if most is not None else []  # type: ignore[operator]
    except (TypeError, OverflowError, Reject):
        return []
    return found


def _own(name: str, end: object) -> object:
    """Return an end of a range as a value of the type itself: `0 <= price` may say of a Decimal what it must be."""
    if name in {"float", "Decimal", "Fraction"} and isinstance(end, int | float | Decimal | Fraction):
        return end if type(end) is KINDS[name] else KINDS[name](end)
    return end


_STEPS: Final[dict[str, object]] = {
    "date": _DAY,
    "datetime": _SECOND,
    "timedelta": _SECOND,
    "float": 0.5,
    "Decimal": Decimal("0.01"),
    "Fraction": Fraction(1, 2),
}


def whole_ends(range_: Range) -> tuple[int | None, int | None]:
    """Return the least and the greatest whole number of a range. Raises `Reject` where there is none."""
    low, high = range_.low, range_.high
    least = greatest = None
    if isinstance(low, int | float | Decimal | Fraction) and math.isfinite(low):
        least = math.floor(low) + 1 if range_.low_open else math.ceil(low)
    if isinstance(high, int | float | Decimal | Fraction) and math.isfinite(high):
        greatest = math.ceil(high) - 1 if range_.high_open else math.floor(high)
    if least is not None and greatest is not None and least > greatest:
        raise Reject
    return least, greatest


def _int(range_: Range, bounds: Sequence[Bound], choice: Choice) -> object:  # noqa: ARG001 one shape for all makers
    return choice.integer(*whole_ends(range_))


def _bool(range_: Range, bounds: Sequence[Bound], choice: Choice) -> object:  # noqa: ARG001 one shape for all makers
    return choice.chance(50)


def _none(range_: Range, bounds: Sequence[Bound], choice: Choice) -> object:  # noqa: ARG001 one shape for all makers
    return None


def _real(range_: Range, choice: Choice) -> float:
    low = float(range_.low) if isinstance(range_.low, int | float | Decimal | Fraction) else None
    high = float(range_.high) if isinstance(range_.high, int | float | Decimal | Fraction) else None
    if low is not None and high is not None and low > high:
        raise Reject
    return choice.real(low, high)


def _float(range_: Range, bounds: Sequence[Bound], choice: Choice) -> object:  # noqa: ARG001 one shape for all makers
    value = _real(range_, choice)
    return value if math.isfinite(value) else 0.0


def _decimal(range_: Range, bounds: Sequence[Bound], choice: Choice) -> object:  # noqa: ARG001 one shape for all makers
    digits = choice.pick((0, 1, 2, 2, 6))
    return Decimal(_parts(range_, choice, 10**digits)).scaleb(-digits)


def _fraction(range_: Range, bounds: Sequence[Bound], choice: Choice) -> object:  # noqa: ARG001 one shape for all makers
    below = choice.pick((1, 2, 3, 7, 100))
    return Fraction(_parts(range_, choice, below), below)


def _parts(range_: Range, choice: Choice, below: int) -> int:
    """Return how many parts of a whole, cut in `below`, make a number within the range."""
    low, high = range_.low, range_.high
    least = math.ceil(Fraction(low) * below) if _exact(low) else None
    most = math.floor(Fraction(high) * below) if _exact(high) else None
    if least is not None and most is not None and least > most:
        raise Reject
    return choice.integer(least, most)


def _exact(end: object) -> TypeGuard[int | float | Decimal | Fraction]:
    return isinstance(end, int | float | Decimal | Fraction) and math.isfinite(end)


def _text(range_: Range, bounds: Sequence[Bound], choice: Choice) -> object:  # noqa: ARG001 one shape for all makers
    return text(bounds, choice, "")


def worked(value: object, choice: Choice) -> object:
    """Return something made of a constant of the contract: what is divided by 400 is tried with 800."""
    match value:
        case bool():
            return value
        case int() | Decimal() | Fraction():
            return value * choice.pick(_TIMES)
        case _:
            return value


def joined(known: Sequence[object], choice: Choice) -> object:
    """Return a text of pieces with signs of the contract between them: what is split at dots is tried with dots."""
    texts = [one for one in known if isinstance(one, str) and one]
    short = [one for one in texts if len(one) <= 3] or [" "]
    signs = _signs(known) or short
    plain = choice.chance(60)  # all of one kind, or anything
    pieces = [_piece(texts, choice, plain=plain) for _ in range(choice.pick((1, 2, 2, 3, 3, 3, 4)))]
    text = choice.pick(signs if choice.chance(60) else short).join(pieces)
    return choice.pick(signs) + text if choice.chance(30) else text


def _signs(known: Sequence[object]) -> list[str]:
    """Return the short texts of a contract that have no letter or digit in them."""
    return [one for one in known if isinstance(one, str) and 0 < len(one) <= 3 and not any(map(str.isalnum, one))]


def _piece(texts: Sequence[str], choice: Choice, *, plain: bool) -> str:
    if plain and choice.chance(90):
        return str(choice.pick((0, 1, 1, 2, 9, 10, 12)))
    if texts and choice.chance(50):
        return choice.pick(texts)
    return choice.text(0, 3) if choice.chance(50) else str(choice.integer(0, None))


def edited(text: str, known: Sequence[object], choice: Choice) -> str:
    """Return a text with one character other, more or fewer: one of its own, or any; or with a sign of the contract."""
    at = choice.pick((0, choice.integer(0, max(0, len(text) - 1))))
    signs = _signs(known) if choice.chance(75) else [one for one in known if isinstance(one, str) and len(one) <= 3]
    if signs and choice.chance(50):
        return text[:at] + choice.pick(signs) + text[at + choice.pick((0, 0, 1)) :]
    new = choice.pick(text) if text and choice.chance(40) else choice.text(1, 1)
    return text[:at] + choice.pick(("", new, new)) + text[at + choice.pick((0, 1, 1)) :]


def long_text(value: str | bytes, choice: Choice, *, words: bool) -> str | bytes:
    """Return a text that goes on and on, all of one piece or word after word."""
    most = choice.pick((60, 150) if words else (MOST, 60, 150))
    if isinstance(value, bytes):
        return (value * MOST)[:most]
    return (f"{value[:3]} " * MOST)[:most] if words else (value * MOST)[:most]


def _bytes(range_: Range, bounds: Sequence[Bound], choice: Choice) -> object:  # noqa: ARG001 one shape for all makers
    letters = text(bounds, choice, "")
    return bytes(ord(character) % 256 for character in letters)


def _days(range_: Range, bounds: Sequence[Bound]) -> tuple[date, date]:
    low, high = date.min, date.max
    if isinstance(range_.low, datetime):
        low = range_.low.date()
    elif isinstance(range_.low, date):
        low = range_.low
    if isinstance(range_.high, datetime):
        high = range_.high.date()
    elif isinstance(range_.high, date):
        high = range_.high
    for path, op, value in bounds:
        if path == ("year",) and isinstance(value, int):
            year = value + {">": 1, "<": -1}.get(op, 0)
            if not date.min.year <= year <= date.max.year:
                if (year > date.max.year) == (op in {">", ">="}):
                    raise Reject
                continue
            if op in {">", ">=", "=="}:
                low = max(low, date(year, 1, 1))
            if op in {"<", "<=", "=="}:
                high = min(high, date(year, 12, 31))
    if low > high:
        raise Reject
    return low, high


def _date(range_: Range, bounds: Sequence[Bound], choice: Choice) -> object:
    low, high = _days(range_, bounds)
    # Strict ends are met by trying again; a day in a hologram is mostly one of our own years.
    near = EPOCH if low <= EPOCH <= high else (low if low > EPOCH else high)
    if choice.chance(90):
        reach = choice.pick((3, 40, 400, 4000))
        shift = choice.integer(max(-reach, (low - near).days), min(reach, (high - near).days))
        made = near + timedelta(days=shift)
        turn = _turn(made, choice) if choice.chance(25) else made
        return turn if low <= turn <= high else made
    return low + timedelta(days=choice.integer(0, (high - low).days))


def _turn(day: date, choice: Choice) -> date:
    """Return a day of the same years at which months, years or leap years turn."""
    month, number = choice.pick(((1, 31), (2, 28), (2, 29), (3, 1), (4, 30), (12, 31), (1, 1)))
    year = day.year - day.year % 4 if (month, number) == (2, 29) else day.year
    try:
        return date(year, month, number)
    except ValueError:  # no leap year after all
        return day


def _datetime(range_: Range, bounds: Sequence[Bound], choice: Choice) -> object:
    day = _date(range_, bounds, choice)
    assert isinstance(day, date)
    seconds = choice.pick((0, 1, 43_200, 86_399)) if choice.chance(50) else choice.integer(0, 86_399)
    made = datetime(day.year, day.month, day.day) + timedelta(seconds=seconds)  # noqa: DTZ001 naive like the hologram's own
    if choice.chance(20):
        made = made.replace(microsecond=choice.pick(_MICROSECONDS))
    zone = next((end.tzinfo for end in (range_.low, range_.high) if isinstance(end, datetime)), None)
    return made.replace(tzinfo=zone)


def _time(range_: Range, bounds: Sequence[Bound], choice: Choice) -> object:  # noqa: ARG001 one shape for all makers
    low = _seconds(range_.low, 0)
    high = _seconds(range_.high, 86_399)
    if low > high:
        raise Reject
    seconds = choice.integer(low, high)
    fine = choice.pick(_MICROSECONDS) if seconds < high and choice.chance(20) else 0
    return time(seconds // 3600, seconds // 60 % 60, seconds % 60, fine)


def _seconds(value: object, otherwise: int) -> int:
    return value.hour * 3600 + value.minute * 60 + value.second if isinstance(value, time) else otherwise


def _timedelta(range_: Range, bounds: Sequence[Bound], choice: Choice) -> object:  # noqa: ARG001 one shape for all makers
    unit = choice.pick((_DAY, _DAY, _DAY, _DAY, timedelta(hours=1), timedelta(hours=1), _SECOND, _MILLISECOND))
    low = -(-range_.low // unit) if isinstance(range_.low, timedelta) else None
    high = range_.high // unit if isinstance(range_.high, timedelta) else None
    if low is None and high is None:
        low, high = -400, 400
    elif low is None:
        assert high is not None
        low = high - 400
    elif high is None:
        high = low + 400
    if low > high:
        raise Reject
    try:
        return choice.integer(low, high) * unit
    except OverflowError:
        raise Reject from None


_MAKERS: Final[dict[str, Callable[[Range, Sequence[Bound], Choice], object]]] = {
    "int": _int,
    "str": _text,
    "bool": _bool,
    "float": _float,
    "bytes": _bytes,
    "None": _none,
    "date": _date,
    "datetime": _datetime,
    "time": _time,
    "timedelta": _timedelta,
    "Decimal": _decimal,
    "Fraction": _fraction,
}
