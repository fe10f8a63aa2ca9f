"""The text of values: `str`, `repr`, f-strings and `%`, with widths bounded before anything is padded.

Sets are written in one order. What is written of records is what `show` says.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from holo.expr.stopped import OutOfFuel
from holo.expr.values import Record

if TYPE_CHECKING:
    from holo.expr.run import Run

__all__ = ["MAX_WIDTH", "check_format", "check_strftime", "percent", "represent", "string"]

MAX_WIDTH: Final = 10_000
"""Widest padding and most digits that a format may ask for."""

_DIGITS: Final = re.compile(r"\d+")
_PERCENT: Final = re.compile(r"%(?:\([^)]*\))?[#0\- +]*(\*|\d+)?(?:\.(\*|\d+))?")
_PADDED_DIRECTIVE: Final = re.compile(r"%[^A-Za-z%]")
_NATIVE: Final = frozenset({int, str, bool, float, bytes, type(None)})
_SUBSCRIPTED: Final = frozenset({list, range, bytes, dict})
_LONG: Final = frozenset({list, tuple, dict, set, frozenset})
_BRACKETS: Final[dict[type, tuple[str, str]]] = {list: ("[", "]"), set: ("{", "}"), frozenset: ("frozenset({", "})")}


def string(run: Run, value: Any) -> str:
    """`str(value)`."""
    if type(value) is str:
        return value
    return represent(run, value, top=True)


def represent(run: Run, value: Any, *, top: bool = False) -> str:
    """`repr(value)`; with `top`, the outermost value is written as `str` does."""
    kind = type(value)
    if kind is str:
        run.spend(len(value) >> 5)
        return repr(value)
    if kind in _NATIVE:
        _large(run, value)
        return repr(value)
    run.spend(1 + len(value) if kind in _LONG else 1)
    if kind in _BRACKETS:
        if not value:
            return repr(value)
        opening, closing = _BRACKETS[kind]
        elements = value if kind is list else run.order(value)
        text = f"{opening}{', '.join([represent(run, each) for each in elements])}{closing}"
    elif kind is tuple:
        inner = ", ".join([represent(run, each) for each in value])
        text = f"({inner},)" if len(value) == 1 else f"({inner})"
    elif kind is dict:
        pairs = [f"{represent(run, k)}: {represent(run, v)}" for k, v in value.items()]
        text = "{" + ", ".join(pairs) + "}"
    else:
        if kind is Decimal or isinstance(value, Record):
            run.weigh(value)
            run.grown(value)
        text = str(value) if top else repr(value)
    run.grown(text)
    return text


def _large(run: Run, value: Any) -> None:
    if type(value) is int and value.bit_length() > 1024:
        run.spend(value.bit_length() ** 2 >> 18)


def check_format(run: Run, value: Any, spec: str) -> None:
    """Refuse a format that pads, or spells out digits, without bounds."""
    for digits in _DIGITS.findall(spec):
        if len(digits) > 6 or int(digits) > MAX_WIDTH:
            raise OutOfFuel
        run.spend(int(digits) >> 6)
    if isinstance(value, date | time | datetime):
        check_strftime(spec)
    elif type(value) is int:
        _large(run, value)
    else:
        run.grown(value)


def check_strftime(spec: Any) -> None:
    """Refuse the directives whose meaning is not Python's own: padded ones, and those of the platform."""
    if type(spec) is str and _PADDED_DIRECTIVE.search(spec):
        raise ValueError("only a letter stands after `%` in a date's format")


class _Text:
    """A value that stands in for another one, with its text already made."""

    __slots__ = ("shown",)

    def __init__(self, shown: str) -> None:
        self.shown = shown

    def __str__(self) -> str:
        return self.shown

    __repr__ = __str__


def percent(run: Run, template: Any, values: Any) -> Any:
    """`template % values`."""
    pattern = template if type(template) is str else template.decode("latin-1")
    widths = 0
    starred = False
    for match in _PERCENT.finditer(pattern):
        for digits in match.groups():
            if digits == "*":
                starred = True
            elif digits:
                if len(digits) > 6 or int(digits) > MAX_WIDTH:
                    raise OutOfFuel
                widths += int(digits)
    if type(values) in _SUBSCRIPTED and "%" not in pattern.replace("%%", ""):
        # Python counts no arguments where a mapping could have been meant.
        return template.replace("%%", "%") if type(template) is str else template.replace(b"%%", b"%")
    given = values if type(values) is tuple else (values,)
    if starred and any(type(each) is int and abs(each) > MAX_WIDTH for each in given):
        raise OutOfFuel
    parts = list(values.values()) if type(values) is dict else given
    longest = max((len(each) if type(each) in {str, bytes} else 0 for each in parts), default=0)
    stars = MAX_WIDTH if starred else 0
    run.spend((len(template) + widths + pattern.count("%") * (longest + stars + 8)) >> 6)
    for each in parts:
        check_format(run, each, "")
    if type(template) is bytes:
        return run.grown(template % values)
    if type(values) is dict:
        return run.grown(template % {key: _spelled(run, each) for key, each in values.items()})
    if type(values) is tuple:
        return run.grown(template % tuple([_spelled(run, each) for each in values]))
    return run.grown(template % (_spelled(run, values),))


def _spelled(run: Run, value: Any) -> Any:
    if type(value) in _NATIVE or type(value) is Decimal:
        return value
    return _Text(represent(run, value, top=True))
