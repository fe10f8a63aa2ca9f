"""Declarations of values and of what lies outside."""

from __future__ import annotations

from holo.ir.model.base import Condition, Expr, Node, Parameter, Where


class Alias(Node):
    """A named type; with `where` a refined one, over `it`."""

    id: str
    name: str
    base: Expr
    where: Expr | None = None
    doc: str = ""
    span: Where = None


class Const(Node):
    """A named value."""

    id: str
    name: str
    type: Expr
    value: Expr
    doc: str = ""
    span: Where = None


class Member(Node):
    """One member of an enum."""

    name: str
    doc: str = ""


class Enum(Node):
    """A closed choice; members in the order written."""

    id: str
    name: str
    members: tuple[Member, ...]
    doc: str = ""
    span: Where = None


class RecordField(Node):
    """One field of a record or error, or attribute of a class; the type of an `untyped` one is `Any`."""

    name: str
    type: Expr
    default: Expr | None = None
    doc: str = ""
    span: Where = None
    untyped: bool = False


class Record(Node):
    """A frozen value with fields; `invariants` speak of the fields by bare name."""

    id: str
    name: str
    fields: tuple[RecordField, ...] = ()
    invariants: tuple[Condition, ...] = ()
    doc: str = ""
    span: Where = None


class Class(Node):
    """A class that exists: its attributes and properties. Its methods are functions whose `owner` it is.

    A base is an expression: a declared name, which `names` leads from, or Python's own text without names.
    """

    id: str
    name: str  # "Cart", or "Cart.Line" for a class in a class
    bases: tuple[Expr, ...] = ()
    fields: tuple[RecordField, ...] = ()
    doc: str = ""
    span: Where = None


class Opaque(Node):
    """A type of which only the annotation is known, as Python text."""

    id: str
    name: str
    python: str
    doc: str = ""
    span: Where = None


class Error(Node):
    """An exception with a payload."""

    id: str
    name: str
    fields: tuple[RecordField, ...] = ()
    doc: str = ""
    span: Where = None


class PortFunction(Node):
    """One function of a port; `raises` are ids or bare names of Python exceptions."""

    id: str
    name: str
    is_async: bool = False
    parameters: tuple[Parameter, ...] = ()
    returns: Expr
    raises: tuple[str, ...] = ()
    doc: str = ""
    span: Where = None


class Port(Node):
    """An effect that comes in as a parameter."""

    id: str
    name: str
    functions: tuple[PortFunction, ...] = ()
    doc: str = ""
    span: Where = None
