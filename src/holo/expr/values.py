"""Values of a hologram on the judge's side: records, enums, errors, fakes of ports.

Immutable and structural. Classes are made from declarations by `declared`; nothing here evaluates an
expression, and nothing here is ever imported by generated code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

__all__ = [
    "Call",
    "DeclaredError",
    "EnumMember",
    "EnumType",
    "Fake",
    "FakeFunction",
    "FunctionValue",
    "InvalidValue",
    "Module",
    "Record",
    "RecordType",
    "same_error",
]


class InvalidValue(ValueError):
    """A record or error cannot be made of these values: a field does not fit, or an invariant is broken."""


class RecordType(type):
    """The class of all record classes, by which they are told from every other class."""

    _id: str
    _fields: tuple[str, ...]
    _build: Callable[[Sequence[object], Mapping[str, object], Any], Any]

    def __repr__(cls) -> str:
        return cls.__name__


class Record(metaclass=RecordType):
    """Base of all records: frozen, equal by exact class and fields, checked when made."""

    __slots__ = ("_weight",)
    _id: ClassVar[str] = ""
    _fields: ClassVar[tuple[str, ...]] = ()
    _key: Callable[[Any], object] = staticmethod(lambda _: ())
    _show: Callable[[Any], str] = staticmethod(object.__repr__)
    _weight: int

    def __new__(cls, *args: object, **kwargs: object) -> Record:  # noqa: PYI034 - the builder knows the class
        """Check the fields and the invariants; raise `InvalidValue` or `TypeError`."""
        made: Record = cls._build(args, kwargs, None)
        return made

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"`{type(self).__name__}` does not change: use `replace(record, {name}=…)`")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"`{type(self).__name__}` does not change")

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if type(self) is not type(other):
            return False
        return bool(self._key(self) == self._key(other))

    def __hash__(self) -> int:
        return hash((self._id, self._key(self)))

    def __repr__(self) -> str:
        return self._show(self)

    def __copy__(self) -> Record:
        return self

    def __deepcopy__(self, memo: dict[int, object]) -> Record:
        # A list in a field is never changed by the evaluator, so that a record may be shared whole.
        return self


class EnumType(type):
    """The class of all enum classes: iterable in the order declared."""

    _id: str
    _members: tuple[EnumMember, ...]
    _by_name: dict[str, EnumMember]

    def __iter__(cls) -> Iterator[EnumMember]:
        return iter(cls._members)

    def __len__(cls) -> int:
        return len(cls._members)

    def __contains__(cls, value: object) -> bool:
        return type(value) is cls

    def __getitem__(cls, name: str) -> EnumMember:
        return cls._by_name[name]

    def __getattr__(cls, name: str) -> EnumMember:
        if name[:1] != "_" and name in cls._by_name:
            return cls._by_name[name]
        raise AttributeError(f"`{cls.__name__}` has no member `{name}`")

    def __repr__(cls) -> str:
        return cls.__name__


class EnumMember(metaclass=EnumType):
    """One member of an enum; equal to itself alone, without an order."""

    __slots__ = ("name",)
    _id: ClassVar[str] = ""
    _members: ClassVar[tuple[EnumMember, ...]] = ()
    _by_name: ClassVar[dict[str, EnumMember]] = {}
    name: str

    @property
    def value(self) -> str:
        """The value in the generated enum: the member's name."""
        return self.name

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("A member of an enum does not change")

    def __hash__(self) -> int:
        return hash((self._id, self.name))

    def __eq__(self, other: object) -> bool:
        return self is other

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"

    def __copy__(self) -> EnumMember:
        return self

    def __deepcopy__(self, memo: dict[int, object]) -> EnumMember:
        return self


class DeclaredError(Exception):
    """Base of all declared errors: equal by exact class and payload."""

    _id: ClassVar[str] = ""
    _fields: ClassVar[tuple[str, ...]] = ()
    _bind: Callable[[Sequence[object], Mapping[str, object], Any], tuple[object, ...]]
    _show: Callable[[Any], str] = staticmethod(object.__repr__)

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Keep each part of the payload under its name."""
        values = self._bind(args, kwargs, None)
        super().__init__(*values)
        for name, value in zip(self._fields, values, strict=True):
            setattr(self, name, value)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.args == other.args

    def __hash__(self) -> int:
        return hash((self._id, self.args))

    def __repr__(self) -> str:
        return self._show(self)

    def __deepcopy__(self, memo: dict[int, object]) -> DeclaredError:
        return self


def same_error(left: BaseException, right: BaseException) -> bool:
    """Whether two errors are of one exact class and carry the same payload."""
    return type(left) is type(right) and left.args == right.args


class Call:
    """One call that a fake was told of: its arguments are attributes, by the names of the parameters."""

    __slots__ = ("_arguments", "_function")

    def __init__(self, function: str, arguments: Mapping[str, object]) -> None:
        """Record the name of the port's function and its arguments."""
        self._function = function
        self._arguments = dict(arguments)

    def __getattr__(self, name: str) -> object:
        if name[:1] == "_" or name not in self._arguments:
            raise AttributeError(f"a call of `{self._function}` has no argument `{name}`")
        return self._arguments[name]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Call) and (self._function, self._arguments) == (other._function, other._arguments)

    def __hash__(self) -> int:
        return hash((self._function, tuple(self._arguments.items())))

    def __repr__(self) -> str:
        return f"{self._function}({', '.join(map(repr, self._arguments.values()))})"


class FakeFunction:
    """One function of a fake: records each call, then raises its fault or returns its reply.

    `fault` is raised by every call, `faults` by single ones, counted from 1.
    """

    __slots__ = ("calls", "fake", "fault", "faults", "name", "parameters", "replies", "reply")

    def __init__(self, fake: Fake, name: str, parameters: tuple[str, ...], *, replies: bool) -> None:
        """Start with no calls, no fault and no reply; `replies` is whether something must come back."""
        self.fake = fake
        self.name = name
        self.parameters = parameters
        self.replies = replies
        self.calls: list[Call] = []
        self.fault: BaseException | None = None
        self.faults: dict[int, BaseException] = {}
        self.reply: Callable[..., object] | None = None

    def record(self, *args: object, **kwargs: object) -> Call:
        """Note a call without answering it."""
        if len(args) > len(self.parameters) or not set(kwargs) <= set(self.parameters[len(args) :]):
            raise TypeError(f"`{self.name}` does not take these arguments")
        call = Call(self.name, dict(zip(self.parameters, args, strict=False)) | kwargs)
        self.calls.append(call)
        self.fake.log.append(call)
        return call

    def __call__(self, *args: object, **kwargs: object) -> object:
        """Record the call, then raise or answer."""
        self.record(*args, **kwargs)
        fault = self.faults.get(len(self.calls), self.fault)
        if fault is not None:
            raise fault
        if self.reply is not None:
            return self.reply(*args, **kwargs)
        if self.replies:
            raise LookupError(f"`{self.fake.name}.{self.name}` has no reply")
        return None

    def __repr__(self) -> str:
        return f"{self.fake.name}.{self.name}"


class Fake:
    """A recording fake of a port: a function of the port is an attribute; `log` is every call in order."""

    __slots__ = ("functions", "log", "name", "port")

    def __init__(self, port: str, functions: Mapping[str, tuple[tuple[str, ...], bool]]) -> None:
        """Take the port's id and, by name, the parameters of its functions and whether they return something."""
        self.port = port
        self.name = port.rpartition(".")[2]
        self.log: list[Call] = []
        self.functions = {
            name: FakeFunction(self, name, parameters, replies=replies)
            for name, (parameters, replies) in functions.items()
        }

    def __getattr__(self, name: str) -> FakeFunction:
        if name[:1] != "_" and name in self.functions:
            return self.functions[name]
        raise AttributeError(f"`{self.name}` has no function `{name}`")

    def raises(self, function: str, error: BaseException, call: int = 0) -> None:
        """Let every call of a function raise, after it is recorded; or one call alone, counted from 1."""
        if call:
            self.functions[function].faults[call] = error
        else:
            self.functions[function].fault = error

    def returns(self, function: str, value: object) -> None:
        """Let every call of a function return one value."""
        self.functions[function].reply = lambda *_args, **_kwargs: value

    def answers(self, function: str, reply: Callable[..., object]) -> None:
        """Let every call of a function return what `reply` makes of its arguments."""
        self.functions[function].reply = reply

    @property
    def fails(self) -> bool:
        """Whether a call of some function raises."""
        return any(function.fault is not None or function.faults for function in self.functions.values())

    def clear(self) -> None:
        """Forget all calls; faults and replies stay."""
        self.log.clear()
        for function in self.functions.values():
            function.calls.clear()

    def __repr__(self) -> str:
        return f"<{self.name}>"


class FunctionValue:
    """A function of the hologram as a value of an expression: only to be called."""

    __slots__ = ("id",)

    def __init__(self, id: str) -> None:  # noqa: A002 - the word of the IR
        """Remember the id; the World knows the rest."""
        self.id = id

    def __repr__(self) -> str:
        return self.id.rpartition(".")[2]


class Module:
    """A Python module as a value of an expression: only its allowed functions can be reached."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        """Remember the dotted name."""
        self.name = name

    def __repr__(self) -> str:
        return self.name
