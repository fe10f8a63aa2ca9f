"""Declarations of values and of what lies outside: types, constants, enums, records, errors, ports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holo.source import Span
    from holo.syntax.tree.words import Allow, Name, Parameter, Raw, Text


@dataclass(frozen=True, slots=True)
class Alias:
    """`type Day = date where it.year < 9000 "doc"`."""

    name: Name
    base: Raw
    where: Raw | None
    doc: Text | None
    span: Span
    allows: tuple[Allow, ...] = ()


@dataclass(frozen=True, slots=True)
class Const:
    """`const TERM: timedelta = timedelta(days=21) "doc"`."""

    name: Name
    type: Raw
    value: Raw
    doc: Text | None
    span: Span
    allows: tuple[Allow, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """One member of an enum."""

    name: Name
    doc: Text | None
    span: Span


@dataclass(frozen=True, slots=True)
class Enum:
    """`enum Shelf "doc" { shelved, lent, lost }`; members by comma or by line."""

    name: Name
    doc: Text | None
    members: tuple[Member, ...]
    span: Span
    allows: tuple[Allow, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """`due: date = DEFAULT "Last day without a fine."`; one of a class may be `untyped`, and its type is then `Any`."""

    name: Name
    type: Raw
    default: Raw | None
    doc: Text | None
    span: Span
    allows: tuple[Allow, ...] = ()
    untyped: bool = False


@dataclass(frozen=True, slots=True)
class Invariant:
    """A condition over a record's fields."""

    condition: Raw
    span: Span
    allows: tuple[Allow, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """Fields and invariants, in source order each."""

    name: Name
    doc: Text | None
    fields: tuple[Field, ...]
    invariants: tuple[Invariant, ...]
    span: Span
    allows: tuple[Allow, ...] = ()


@dataclass(frozen=True, slots=True)
class Class:
    """`class Cart(Base, "Generic[T]") "doc" { … }`: its attributes and properties, none of which has a default.

    A base is a name, or Python's own text in quotes.
    """

    name: Name
    bases: tuple[Name | Text, ...]
    doc: Text | None
    fields: tuple[Field, ...]
    span: Span
    allows: tuple[Allow, ...] = ()


@dataclass(frozen=True, slots=True)
class Opaque:
    """`type Pattern = python "re.Pattern[str]" "doc"`."""

    name: Name
    python: Text
    doc: Text | None
    span: Span
    allows: tuple[Allow, ...] = ()


@dataclass(frozen=True, slots=True)
class Error:
    """`error LimitReached(member: Member) "doc"`."""

    name: Name
    parameters: tuple[Parameter, ...]
    doc: Text | None
    span: Span
    allows: tuple[Allow, ...] = ()


@dataclass(frozen=True, slots=True)
class PortFunction:
    """One function of a port and the errors that it lists."""

    is_async: bool
    name: Name
    parameters: tuple[Parameter, ...]
    returns: Raw
    raises: tuple[Name, ...]
    doc: Text | None
    span: Span
    allows: tuple[Allow, ...] = ()


@dataclass(frozen=True, slots=True)
class Port:
    """An effect that comes in as a parameter."""

    name: Name
    doc: Text | None
    functions: tuple[PortFunction, ...]
    span: Span
    allows: tuple[Allow, ...] = ()
