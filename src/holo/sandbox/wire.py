"""What travels between judge and child: plain data, tagged, as JSON. The judge's half; `worker.py` has the other.

None, bool, str, float and small int are themselves. All else is a list that begins with its tag: `l` list, `t`
tuple, `s` set, `f` frozenset, `d` dict (keys and values in turn), `i` a large int in hexadecimal, `b` bytes as
Latin-1, `D` date, `T` datetime, `C` time, `P` timedelta, `N` Decimal, `Q` Fraction, `e` enum member (id, name),
`r` record (id, fields in order), `x` error (id, fields in order).

Expectations never travel. What comes back is judged by exact type: there is no tag for anything else, a shape that
is not declared is refused, and no class of the program exists on this side.
"""

from __future__ import annotations

import builtins
import json
import math
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from holo.expr import values
from holo.expr.run import MAX_BITS, MAX_EXPONENT
from holo.expr.stopped import Stopped, Undefined
from holo.ir import model as ir
from holo.ir import prelude
from holo.sandbox.crowding import crowded, crowded_numbers
from holo.sandbox.outcome import Kind, Limits, Outcome, Told

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from holo.expr.world import World
    from holo.sandbox.program import Program

_SMALL = 1 << 62
_dumps = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode
_KINDS = {kind.value: kind for kind in Kind}
_WORDS = 300  # characters of a message or of an error's name: they go to screens, journals and models
_READ_AGAIN = 4096  # characters of an answer that is kept with the call
_ANSWERS = 16  # so many different answers to one call are kept
_CROWD = "many numbers that were made to share one hash"


class Malformed(Exception):
    """An answer that is not in the form above."""


class TooLarge(Exception):
    """A value that no contract can be computed for: handling it would cost the judge minutes."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One call on its way: `body` is the message without its number, `after` the arguments as they must stay.

    It may be made several times: `read` are answers that came to it and what was read from them.
    """

    arguments: tuple[object, ...]
    body: str
    after: str
    ports: frozenset[int]
    read: dict[bytes, Outcome] = field(default_factory=dict, compare=False, repr=False)


class Wire:
    """Values of one world to plain data and back."""

    def __init__(self, world: World, lookup: Callable[[str], ir.Node | None]) -> None:
        """Keep the world whose classes the values have, and its declarations."""
        self._world = world
        self._lookup = lookup
        self._ports: dict[str, dict[str, object]] = {}

    # -- out ----------------------------------------------------------------------------------------

    def opening(self, program: Program, limits: Limits) -> bytes:
        """Return the message that opens a session, with its length."""
        fields: dict[str, list[str]] = {}
        for key in program.entries:
            node = self._lookup(key)
            if isinstance(node, ir.Record | ir.Error):
                fields[key] = [field.name for field in node.fields]
        message = {
            "modules": dict(program.modules),
            "entries": program.entries,
            "asynchronous": sorted(program.asynchronous),
            "fields": fields,
            "limits": {
                "seconds": math.ceil(limits.session_seconds) + 1,
                "memory": limits.memory,
                "answer": limits.answer * 1024 * 1024,
            },
        }
        data = _dumps(message).encode("ascii")
        return len(data).to_bytes(4, "little") + data

    def call(self, function: str, arguments: Sequence[object]) -> Asked:
        """Return a call as it travels."""
        plain: list[object] = []
        ports: dict[str, Any] = {}
        for at, argument in enumerate(arguments):
            if isinstance(argument, values.Fake):
                ports[str(at)] = [argument.name, self._port(argument.port), self._script(argument)]
                plain.append(None)
            else:
                plain.append(self.out(argument))
        after = _dumps(plain)
        return Asked(tuple(arguments), f"{_dumps(function)},{after},{_dumps(ports)}", after, frozenset(map(int, ports)))

    def out(self, value: Any) -> Any:
        """Return a value of the world as plain data."""
        kind = type(value)
        if kind is str or kind is bool or value is None or kind is float:
            return value
        if kind is int:
            return value if -_SMALL < value < _SMALL else ["i", hex(value)]
        form = _FORMS.get(kind)
        if form is not None:
            return form(self, value)
        return self._shape(value)

    def _shape(self, value: Any) -> list[object]:
        kind = type(value)
        if isinstance(value, values.Record):
            parts = [self.out(getattr(value, name)) for name in kind._fields]
            return ["r", kind._id, *parts]  # noqa: SLF001  the same
        if isinstance(value, values.EnumMember):
            return ["e", kind._id, value.name]  # noqa: SLF001  the same
        if isinstance(value, values.DeclaredError):
            return ["x", kind._id, *map(self.out, value.args)]  # noqa: SLF001  the same
        if isinstance(value, BaseException):
            return ["x", kind.__name__, *map(self.out, value.args)]
        raise Undefined(f"a value of type `{kind.__name__}` cannot be given to a body")

    def _port(self, key: str) -> dict[str, object]:
        found = self._ports.get(key)
        if found is None:
            port = prelude.PORTS.get(key) or self._lookup(key)
            assert isinstance(port, ir.Port), key
            found = {function.name: self._port_function(function) for function in port.functions}
            self._ports[key] = found
        return found

    def _port_function(self, function: ir.PortFunction) -> dict[str, object]:
        parameters: list[list[object]] = []
        for parameter in function.parameters:
            default = parameter.default
            written = [] if default is None else [self.out(self._world.evaluate(default))]
            parameters.append([parameter.name, *written])
        return {"async": function.is_async, "parameters": parameters}

    def _script(self, fake: values.Fake) -> dict[str, object]:
        script: dict[str, object] = {}
        for name, function in fake.functions.items():
            fault = None if function.fault is None else self.out(function.fault)
            answers, between = _answers(function.reply)
            single = {str(number): self.out(error) for number, error in function.faults.items()}
            script[name] = [fault, [self.out(answer) for answer in answers], between, single]
        return script

    # -- in -----------------------------------------------------------------------------------------

    @staticmethod
    def level(text: bytes) -> list[str]:
        """Return the level of the sandbox, and its layers, that a child reports before it has loaded anything."""
        return [str(word) for word in json.loads(text)]

    def answer(self, asked: Asked, text: bytes, seconds: float) -> Outcome:
        """Return what came of a call. The same words, letter by letter, are not read twice."""
        before = asked.read.get(text)
        if before is not None:
            return replace(before, seconds=seconds)
        outcome = self._outcome(asked, text, seconds)
        if outcome.ran and len(text) <= _READ_AGAIN and len(asked.read) < _ANSWERS:
            asked.read[text] = outcome
        return outcome

    def _outcome(self, asked: Asked, text: bytes, seconds: float) -> Outcome:
        try:
            head, after, words = text.decode("ascii").split("\n")
            if crowded_numbers(head) or crowded_numbers(after):
                raise TooLarge(_CROWD)
            kind_name, data, error, told = json.loads(head)
            message, loose = json.loads(words)
            kind = _KINDS[kind_name]
            message, error = _clean(message), _clean(error)
            if kind not in {Kind.RETURNED, Kind.RAISED}:
                return Outcome(kind, message=message, seconds=seconds)
            value = self._raised(error, data or loose) if kind is Kind.RAISED else self.into(data)
            calls = {int(at): self._told(log) for at, log in told.items() if int(at) in asked.ports}
            left, changed = self._after(asked, after)
        except (values.InvalidValue, TooLarge) as broken:
            return Outcome(Kind.PROTOCOL, message=f"not plain data: {broken}", seconds=seconds)
        except Stopped as stopped:
            return Outcome(Kind.PROTOCOL, message=f"not plain data: {stopped.message}", seconds=seconds)
        except RecursionError:
            return Outcome(Kind.PROTOCOL, message="not plain data: nested too deeply, or in a circle", seconds=seconds)
        except (Malformed, ValueError, TypeError, KeyError, IndexError, AttributeError, ArithmeticError):
            return Outcome(Kind.PROTOCOL, message="the answer is not in the form agreed on", seconds=seconds)
        return Outcome(kind, value, error, message, left, calls, seconds, changed, head)

    def into(self, data: Any) -> Any:
        """Return the value of plain data that nobody vouches for."""
        if type(data) is not list:
            if type(data) is dict:
                raise Malformed
            return data
        return _READ[data[0]](self, data[1:])

    def _after(self, asked: Asked, text: str) -> tuple[tuple[object, ...], tuple[int, ...]]:
        """Return the arguments as the call left them, and the positions of those that it changed."""
        if text == asked.after:
            return asked.arguments, ()
        found, before = json.loads(text), json.loads(asked.after)
        left: list[object] = []
        changed: list[int] = []
        for at, argument in enumerate(asked.arguments):
            if at in asked.ports:
                left.append(argument)
                continue
            left.append(self.into(found[at]))
            if _dumps(found[at]) != _dumps(before[at]):
                changed.append(at)
        return tuple(left), tuple(changed)

    def _raised(self, error: str, data: Any) -> BaseException | None:
        if data is None or (error not in prelude.EXCEPTIONS and not isinstance(self._lookup(error), ir.Error)):
            return None
        value = self.into(data)
        if not isinstance(value, BaseException) or data[1] != error:
            raise Malformed
        return value

    def _told(self, log: Any) -> tuple[Told, ...]:
        return tuple(
            Told(str(call[0]), dict(zip(map(str, call[1::2]), map(self.into, call[2::2]), strict=True))) for call in log
        )

    def record(self, rest: list[Any]) -> object:
        """Return a record of its id and fields; its class checks them."""
        key = rest[0]
        if not isinstance(self._lookup(key), ir.Record):
            raise Malformed
        return self._world.record(key)(*map(self.into, rest[1:]))

    def member(self, rest: list[Any]) -> object:
        """Return a member of an enum of its id and name."""
        key, name = rest
        if not isinstance(self._lookup(key), ir.Enum):
            raise Malformed
        enum: Any = self._world.enum(key)
        return enum[name]

    def error(self, rest: list[Any]) -> object:
        """Return an error of its id or Python name and its payload."""
        key = rest[0]
        parts = [self.into(part) for part in rest[1:]]
        if key in prelude.EXCEPTIONS:
            return getattr(builtins, key)(*parts)
        if not isinstance(self._lookup(key), ir.Error):
            raise Malformed
        return self._world.error(key)(*parts)


class Replies:
    """What a function of a fake answers, call by call; the last answer is repeated."""

    def __init__(self, values: Sequence[object]) -> None:
        """Take at least one answer."""
        assert values
        self.values = tuple(values)

    def __call__(self, *_arguments: object, **_named: object) -> object:
        """Return the first answer: on this side of the wire nobody counts."""
        return self.values[0]


def _answers(reply: Any) -> tuple[tuple[object, ...], int | None]:
    """Return the answers of a reply, or the number by which it picks between its own two arguments."""
    if reply is None:
        return (), None
    if isinstance(reply, Replies):
        return reply.values, None
    try:
        return (reply(),), None
    except TypeError:  # The one reply that depends on its arguments: `randint(low, high)`.
        return (), int(reply.value)


def replay(fake: values.Fake, calls: Sequence[Told]) -> None:
    """Let a fake remember what its twin in the child was told, and nothing else."""
    fake.clear()
    for call in calls:
        fake.functions[call.function].record(**call.arguments)


def _clean(text: str) -> str:
    """Return a candidate's words as one short line that can be shown and kept anywhere."""
    if type(text) is not str:
        raise Malformed
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text[:_WORDS])


def _zone_out(zone: Any) -> int | None:
    return None if zone is None else zone.utcoffset(None) // timedelta(microseconds=1)


def _integer(digits: Any) -> int:
    if len(digits) > MAX_BITS // 4 + 8:
        raise TooLarge(f"a whole number of {4 * len(digits)} bits")
    return int(digits, 16)


def _whole(parts: list[Any]) -> list[int]:
    """Return parts that are whole numbers, and nothing that a constructor would take for one or read one from."""
    if any(type(part) is not int for part in parts):
        raise Malformed
    return parts


def _decimal(digits: Any) -> Decimal:
    if type(digits) is not str:
        raise Malformed
    if len(digits) > MAX_EXPONENT + 32:
        raise TooLarge(f"a Decimal of {len(digits)} digits")
    number = Decimal(digits)
    if number.is_snan():
        raise Undefined("a Decimal that signals")  # to compare it is an error
    if number.is_finite() and abs(number.adjusted()) > MAX_EXPONENT:
        raise TooLarge(f"a Decimal with the exponent {number.adjusted()}")
    return number


def _time_in(rest: list[Any]) -> time:
    hour, minute, second, microsecond, fold, offset = rest
    zone = None if offset is None else timezone(timedelta(microseconds=offset))
    return time(hour, minute, second, microsecond, tzinfo=zone, fold=fold)


def _dict_in(wire: Wire, rest: list[Any]) -> dict[Any, Any]:
    parts = [wire.into(part) for part in rest]
    return dict(zip(_apart(parts[::2]), parts[1::2], strict=True))


def _apart(parts: list[Any]) -> list[Any]:
    """Return values that are to be put into a set, here or by a contract."""
    if crowded(parts):
        raise TooLarge(_CROWD)
    return parts


_FORMS: dict[type, Callable[[Wire, Any], list[object]]] = {
    list: lambda w, v: ["l", *map(w.out, v)],
    tuple: lambda w, v: ["t", *map(w.out, v)],
    set: lambda w, v: ["s", *sorted(map(w.out, v), key=_dumps)],
    frozenset: lambda w, v: ["f", *sorted(map(w.out, v), key=_dumps)],
    dict: lambda w, v: ["d", *[w.out(part) for pair in v.items() for part in pair]],
    bytes: lambda _, v: ["b", v.decode("latin-1")],
    date: lambda _, v: ["D", v.year, v.month, v.day],
    datetime: lambda _, v: [
        "T", v.year, v.month, v.day, v.hour, v.minute, v.second, v.microsecond, v.fold, _zone_out(v.tzinfo)
    ],
    time: lambda _, v: ["C", v.hour, v.minute, v.second, v.microsecond, v.fold, _zone_out(v.tzinfo)],
    timedelta: lambda _, v: ["P", v.days, v.seconds, v.microseconds],
    Decimal: lambda _, v: ["N", str(v)],
    Fraction: lambda w, v: ["Q", w.out(v.numerator), w.out(v.denominator)],
}  # fmt: skip

_READ: dict[str, Callable[[Wire, list[Any]], Any]] = {
    "l": lambda w, r: _apart([w.into(part) for part in r]),
    "t": lambda w, r: tuple(_apart([w.into(part) for part in r])),
    "s": lambda w, r: set(_apart([w.into(part) for part in r])),
    "f": lambda w, r: frozenset(_apart([w.into(part) for part in r])),
    "d": _dict_in,
    "i": lambda _, r: _integer(r[0]),
    "b": lambda _, r: r[0].encode("latin-1"),
    "D": lambda _, r: date(*_whole(r)),
    "T": lambda _, r: datetime.combine(date(*r[:3]), _time_in(r[3:])),
    "C": lambda _, r: _time_in(r),
    "P": lambda _, r: timedelta(*_whole(r)),
    "N": lambda _, r: _decimal(r[0]),
    "Q": lambda w, r: Fraction(*_whole([w.into(r[0]), w.into(r[1])])),
    "e": lambda w, r: w.member(r),
    "r": lambda w, r: w.record(r),
    "x": lambda w, r: w.error(r),
}
