"""Values in the child: plain data in, plain data out, by exact type; and the fakes of ports.

Loaded by `worker.py` from its path, in a process that knows nothing of Holo: standard library only. The form of
the data is written down in `wire.py`, whose other half this is. It holds no expectation.
"""

from __future__ import annotations

import builtins
import contextlib
import datetime as dt
import decimal
import enum
import fractions
import importlib
import json
import typing

_SMALL = 1 << 62
dumps = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode


class NotPlain(Exception):
    """A value that is no plain data; says which type."""


class Wire:
    """Plain data to values and back, by exact type. It knows the program's classes by id."""

    def __init__(self, entries: dict[str, list[str]], fields: dict[str, list[str]]) -> None:
        """Take where each declaration stands, and the fields of records and errors."""
        self.entries = entries
        self.fields = fields
        self.ids = {(module, name): key for key, (module, name) in entries.items()}
        self.classes: dict[str, typing.Any] = {}
        forms: dict[type, typing.Any] = {
            list: lambda v: ["l", *map(self.out, v)],
            tuple: lambda v: ["t", *map(self.out, v)],
            set: lambda v: ["s", *sorted(map(self.out, v), key=dumps)],
            frozenset: lambda v: ["f", *sorted(map(self.out, v), key=dumps)],
            dict: lambda v: ["d", *[self.out(part) for pair in v.items() for part in pair]],
            bytes: lambda v: ["b", v.decode("latin-1")],
            dt.date: lambda v: ["D", v.year, v.month, v.day],
            dt.datetime: lambda v: [
                "T", v.year, v.month, v.day, v.hour, v.minute, v.second, v.microsecond, v.fold, self.zone(v.tzinfo)
            ],
            dt.time: lambda v: ["C", v.hour, v.minute, v.second, v.microsecond, v.fold, self.zone(v.tzinfo)],
            dt.timedelta: lambda v: ["P", v.days, v.seconds, v.microseconds],
            decimal.Decimal: lambda v: ["N", str(v)],
            fractions.Fraction: lambda v: ["Q", self.out(v.numerator), self.out(v.denominator)],
        }  # fmt: skip
        # By identity: a class may have a metaclass that says of it that it equals `list`.
        self.known = {id(kind): (kind, form) for kind, form in forms.items()}

    def out(self, value: typing.Any) -> typing.Any:
        """Return a value as plain data; raise `NotPlain` for what is none."""
        kind = type(value)
        if kind is str or kind is bool or value is None or kind is float:
            return value
        if kind is int:
            return value if -_SMALL < value < _SMALL else ["i", hex(value)]
        known = self.known.get(id(kind))
        return (known[1] if known is not None and known[0] is kind else self.learn(kind))(value)

    def learn(self, kind: type) -> typing.Any:
        """Return how values of a class of the program travel, by its id and fields."""
        key = self.ids.get((kind.__module__, kind.__qualname__))
        if key is None or self.find(key) is not kind:
            base = next((b.__name__ for b in kind.__mro__[1:] if b.__module__ == "builtins" and b is not object), "")
            raise NotPlain(f"`{kind.__qualname__}`" + (f", a class made from `{base}`" if base else ""))
        if issubclass(kind, enum.Enum):
            form: typing.Any = lambda v: ["e", key, v._name_]  # noqa: E731  one of three forms
        elif key in self.fields:
            names = self.fields[key]
            tag = "x" if issubclass(kind, BaseException) else "r"
            form = lambda v: [tag, key, *[self.out(getattr(v, name)) for name in names]]  # noqa: E731  one of three forms
        else:
            raise NotPlain(f"`{kind.__qualname__}`")
        self.known[id(kind)] = (kind, form)
        return form

    @staticmethod
    def zone(zone: object) -> object:
        """Return a time zone as microseconds from UTC."""
        if zone is None:
            return None
        if type(zone) is not dt.timezone:
            raise NotPlain(f"a time zone of type `{type(zone).__qualname__}`")
        return zone.utcoffset(None) // dt.timedelta(microseconds=1)

    def find(self, key: str) -> typing.Any:
        """Return the object behind an id."""
        found = self.classes.get(key)
        if found is None:
            module, name = self.entries[key]
            found = self.classes[key] = getattr(importlib.import_module(module), name)
        return found

    def into(self, data: typing.Any) -> typing.Any:
        """Return the value of plain data. What comes in was made by the judge: it is trusted."""
        if type(data) is not list:
            return data
        tag = data[0]
        rest = data[1:]
        if tag == "l":
            return [self.into(part) for part in rest]
        if tag == "r":
            kind = self.find(rest[0])
            made = object.__new__(kind)
            # Not by the constructor: the judge has checked the value, and a class may be slow or lie.
            for name, part in zip(self.fields[rest[0]], rest[1:], strict=True):
                object.__setattr__(made, name, self.into(part))
            return made
        match tag:
            case "t":
                return tuple(self.into(part) for part in rest)
            case "s":
                return {self.into(part) for part in rest}
            case "f":
                return frozenset(self.into(part) for part in rest)
            case "d":
                parts = [self.into(part) for part in rest]
                return dict(zip(parts[::2], parts[1::2], strict=True))
            case "i":
                return int(rest[0], 16)
            case "b":
                return rest[0].encode("latin-1")
            case "D":
                return dt.date(*rest)
            case "T":
                return dt.datetime.combine(dt.date(*rest[:3]), _time(rest[3:]))
            case "C":
                return _time(rest)
            case "P":
                return dt.timedelta(*rest)
            case "N":
                return decimal.Decimal(rest[0])
            case "Q":
                return fractions.Fraction(self.into(rest[0]), self.into(rest[1]))
            case "e":
                return self.find(rest[0])[rest[1]]
            case "x":
                kind = self.find(rest[0]) if rest[0] in self.entries else getattr(builtins, rest[0])
                return kind(*[self.into(part) for part in rest[1:]])
        raise ValueError(f"tag {tag!r}")

    def raised(self, error: BaseException) -> tuple[str, typing.Any, typing.Any]:
        """Return the id or Python name of an error; its payload as plain data if it is declared, its arguments if not."""
        kind = type(error)
        key = self.ids.get((kind.__module__, kind.__qualname__))
        if key is not None and self.find(key) is kind:
            return key, self.out(error), None
        if kind.__module__ == "builtins" and getattr(builtins, kind.__name__, None) is kind:
            with contextlib.suppress(NotPlain):
                return kind.__name__, None, ["x", kind.__name__, *map(self.out, error.args)]
            return kind.__name__, None, None
        return f"?{kind.__name__}", None, None

    def fake(self, port: str, functions: typing.Any, script: typing.Any, told: list[typing.Any]) -> typing.Any:
        """Return a fake of a port that writes down what it is told, and answers from its script."""
        methods = {name: self.method(name, how, script[name], told) for name, how in functions.items()}
        return type(port, (), {"__slots__": (), **methods})()

    def method(self, name: str, how: typing.Any, script: typing.Any, told: list[typing.Any]) -> typing.Any:
        """Return one function of a fake."""
        parameters = how["parameters"]  # [name] or [name, default]
        fault, replies, between, single = script
        at = number = 0

        def tell(arguments: tuple[typing.Any, ...], named: dict[str, typing.Any]) -> typing.Any:
            nonlocal at, number
            if len(arguments) > len(parameters):
                raise TypeError(f"{name}() takes {len(parameters)} arguments, {len(arguments)} were given")
            given = {parameter[0]: value for parameter, value in zip(parameters, arguments, strict=False)}
            for key, value in named.items():
                if key in given or all(key != parameter[0] for parameter in parameters):
                    raise TypeError(f"{name}() got an argument {key!r} that it does not take once")
                given[key] = value
            for parameter in parameters:
                if parameter[0] not in given:
                    if len(parameter) == 1:
                        raise TypeError(f"{name}() lacks its argument {parameter[0]!r}")
                    given[parameter[0]] = self.into(parameter[1])
            # Written down before a fault is raised, and as data, so that what is changed later is not.
            try:
                told.append([name, *[part for p in parameters for part in (p[0], self.out(given[p[0]]))]])
            except NotPlain as error:
                told.append(f"`{name}` was told {error}")
            number += 1
            raised = single.get(str(number), fault)
            if raised is not None:
                raise self.into(raised)
            if between is not None:
                low, high = list(given.values())[:2]
                return low + between % (high - low + 1) if high >= low else low
            if not replies:
                return None
            at += 1
            return self.into(replies[min(at, len(replies)) - 1])

        if how["async"]:

            async def later(_fake: typing.Any, *arguments: typing.Any, **named: typing.Any) -> typing.Any:
                return tell(arguments, named)

            return later

        def now(_fake: typing.Any, *arguments: typing.Any, **named: typing.Any) -> typing.Any:
            return tell(arguments, named)

        return now


def _time(rest: list[typing.Any]) -> dt.time:
    hour, minute, second, microsecond, fold, offset = rest
    zone = None if offset is None else dt.timezone(dt.timedelta(microseconds=offset))
    return dt.time(hour, minute, second, microsecond, tzinfo=zone, fold=fold)
