"""Declared names, and what can be said of them without looking at their bodies.

One `Symbol` a declared name, of this hologram, of a used one or of the prelude. Holds no scope and
reads no expression.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple

from holo.ir import prelude

if TYPE_CHECKING:
    from holo.source import Span


class Kind(Enum):
    """What a name stands for; the value is the word that messages use."""

    ALIAS = "type"
    CONST = "const"
    ENUM = "enum"
    RECORD = "record"
    CLASS = "class"
    OPAQUE = "opaque type"
    ERROR = "error"
    PORT = "port"
    FUNCTION = "function"
    LAW = "law"
    PACKAGE = "package"
    HOLOGRAM = "hologram"
    FAILURE = "failure"
    REQUIREMENT = "requirement"
    DECISION = "decision"
    BUILTIN = "builtin"
    EXCEPTION = "exception"
    CALLS = "word"
    MODULE = "Python module"

    __hash__ = object.__hash__  # by identity: the default hashes the name each time


SHAPES: Final = frozenset({Kind.ALIAS, Kind.ENUM, Kind.RECORD, Kind.CLASS, Kind.OPAQUE})
"""What can be the type of a value."""

OWNERS: Final = frozenset({Kind.CLASS, Kind.RECORD, Kind.ENUM, Kind.ERROR})
"""What can have methods, where code is described."""

CALLED: Final = frozenset({Kind.FUNCTION, Kind.RECORD, Kind.ERROR})
"""What can be called by its declared parameters."""

PRELUDE: Final = frozenset({Kind.BUILTIN, Kind.EXCEPTION, Kind.CALLS, Kind.MODULE})
"""What has no id in the IR."""


class Slot(NamedTuple):
    """One parameter or field: its type as text, in the words of the scope where it is declared."""

    name: str
    type: str
    required: bool
    kind: str = ""  # Python's word for how it is given, where it is not the usual one


@dataclass(slots=True, eq=False)
class Symbol:
    """One declared name; two of them are equal only if they are one.

    `foreign` symbols come from a used hologram: their type texts speak in ids. `functions` holds the functions
    of a port, the methods and inner classes of a class, and the contents of a package or of a hologram used under an alias. Of a `partial` one nobody
    knows what it lacks.
    """

    kind: Kind
    id: str
    name: str
    package: str = ""
    span: Span | None = None
    slots: tuple[Slot, ...] = ()
    members: tuple[str, ...] = ()
    functions: dict[str, Symbol] = field(default_factory=dict)
    returns: str = ""  # the result of a function, the base of an alias, the type of a const
    raises: tuple[str, ...] = ()
    computable: bool = False
    is_async: bool = False
    generic: tuple[str, ...] = ()
    foreign: bool = False
    partial: bool = False  # something in its declaration could not be read
    binding: str = ""  # of a method: "instance", "class" or "static"; the slots of a class method are without `cls`
    bases: tuple[Symbol, ...] = ()  # of a class: those that the hologram declares
    unlisted: bool = False  # of a class: it has bases that the hologram does not declare, and may have anything


def _prelude() -> dict[str, Symbol]:
    names = {name: Symbol(Kind.BUILTIN, "", name) for name in (*sorted(prelude.BUILTINS), *prelude.PRELUDE_MODULES)}
    names.update((name, Symbol(Kind.BUILTIN, "", name)) for name in sorted(prelude.TYPES) if name != "None")
    names.update((name, Symbol(Kind.EXCEPTION, name, name)) for name in sorted(prelude.EXCEPTIONS))
    names[prelude.CALLS] = Symbol(Kind.CALLS, "", prelude.CALLS)
    for port in prelude.PORTS.values():
        functions = {
            function.name: Symbol(
                Kind.FUNCTION,
                function.id,
                function.name,
                slots=tuple(Slot(one.name, one.type.source, required=True) for one in function.parameters),
                returns=function.returns.source,
                foreign=True,
            )
            for function in port.functions
        }
        names[port.name] = Symbol(Kind.PORT, port.id, port.name, functions=functions, foreign=True)
    return names


PRELUDE_NAMES: Final = _prelude()
"""Every name that needs no declaration."""

DESCRIBED_NAMES: Final = {"Any": Symbol(Kind.OPAQUE, prelude.ANY, "Any", foreign=True)}
"""Names that need no declaration where code is described."""


def attribute(symbol: Symbol, name: str) -> tuple[Slot, Symbol] | None:
    """Return an attribute of a class, or of one that it inherits from, with the class that declares it."""
    for one in lineage(symbol):
        for slot in one.slots:
            if slot.name == name:
                return slot, one
    return None


def method(symbol: Symbol, name: str) -> Symbol | None:
    """Return a method of a class, or of one that it inherits from."""
    return next((one.functions[name] for one in lineage(symbol) if name in one.functions), None)


def lineage(symbol: Symbol) -> list[Symbol]:
    """Return a class and the declared ones that it inherits from, each once, the nearest first."""
    found = [symbol]
    for one in found:  # which grows
        found.extend(base for base in one.bases if not any(base is known for known in found))
    return found
