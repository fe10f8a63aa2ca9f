"""Values that stand in some relation to another one: equal but for a bit, a multiple, a piece, another order.

What compares two arguments goes wrong where they are nearly the same, and hardly ever where they have nothing in common.
"""

from __future__ import annotations

import math
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from holo.inputs.letters import rearranged

if TYPE_CHECKING:
    from holo.inputs.choice import Choice

_BITS: Final = (0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 13, 16, 20, 24, 30, 31, 40)
_TIMES: Final = (2, 2, 3, 4, 5, 10, -1)


def related(value: object, choice: Choice) -> object:
    """Return a value of the same type that stands in some relation to another; itself where none is known."""
    match value:
        case bool():
            return value
        case int():
            return _number(value, choice)
        case float() if math.isfinite(value):
            return choice.pick((-value, value + 1, value / 2, value * 2, math.nextafter(value, math.inf), value + 0.01))
        case str() if value:
            at = choice.integer(0, len(value))
            step = choice.pick(("head", "tail", "piece", "other"))
            if step == "head":
                return value[:at]
            if step == "tail":
                return value[at:]
            if step == "piece":
                return value[min(1, at) : at]
            return rearranged(value, (), choice)
        case list() if value:
            return ordered(value, choice) if choice.chance(60) else _cut(value, choice)
        case tuple() if value:
            row = list(value)
            return tuple(ordered(row, choice) if choice.chance(60) else _cut(row, choice))
        case _:
            return value


def ordered(row: list[Any], choice: Choice) -> list[Any]:
    """Return a list with the same elements in another order, or with some of them more than once."""
    size = len(row)
    at = choice.integer(0, size - 1)
    step = choice.pick(("turn", "back", "sort", "sort", "fall", "nearly", "nearly", "mix", "few", "twin"))
    with suppress(TypeError, ArithmeticError):
        match step:
            case "turn":
                return row[at:] + row[:at]
            case "back":
                return row[::-1]
            case "sort":
                return sorted(row)
            case "fall":
                return sorted(row, reverse=True)
            case "nearly":
                made = sorted(row)
                made[at], made[at - 1] = made[at - 1], made[at]
                return made
            case "few":
                return [choice.pick(row[:2]) for _ in row]
            case "twin":
                return [*row[:at], row[at - 1], *row[at + 1 :]]
            case _:
                made = list(row)
                for here in range(size - 1, 0, -1):
                    there = choice.integer(0, here)
                    made[here], made[there] = made[there], made[here]
                return made
    return row


def moved(args: tuple[object, ...], choice: Choice) -> tuple[object, ...]:
    """Return an input whose numbers are all so many times as large or larger by so much, or whose arguments change places."""
    step = choice.pick(("times", "times", "plus", "swap", "order"))
    if step == "swap" and len(args) > 1:
        at = choice.integer(0, len(args) - 2)
        return (*args[:at], args[at + 1], args[at], *args[at + 2 :])
    if step == "order":
        return tuple(ordered(arg, choice) if isinstance(arg, list) and arg else related(arg, choice) for arg in args)
    by = choice.pick(_TIMES) if step == "times" else choice.pick((1, -1, 2, 10))
    return tuple(_each(arg, by, times=step == "times") for arg in args)


def _each(value: object, by: int, *, times: bool) -> object:
    match value:
        case bool():
            return value
        case int() | float():
            return value * by if times else value + by
        case list() | tuple():
            return type(value)([_each(one, by, times=times) for one in value])
        case str() if times and by > 0 and len(value) * by <= 400:
            return value * by
        case _:
            return value


def _cut(row: list[Any], choice: Choice) -> list[Any]:
    at = choice.integer(0, len(row))
    return choice.pick((row[:at], row[at:], [*row, *row[:at]], [*row[:at], *row]))


def _number(value: int, choice: Choice) -> int:
    step = choice.pick(("bit", "bit", "times", "part", "minus", "square", "next"))
    if step == "bit":
        return value ^ (1 << choice.pick(_BITS))
    if step == "times":
        return value * choice.pick(_TIMES)
    if step == "part":
        return next((value // by for by in (5, 3, 2, 7) if value and value % by == 0), value // 2)
    if step == "square" and abs(value) < 10_000:
        return value * value
    return -value if step == "minus" else value + choice.pick((-1, 1))
