"""Functions, laws and flows, and their clauses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from holo.source import Span
    from holo.syntax.tree.words import Allow, Name, Parameter, Raw, Text


@dataclass(frozen=True, slots=True)
class Logic:
    """How the author would go about it."""

    text: Text
    span: Span
    allows: tuple[Allow, ...] = ()


@dataclass(frozen=True, slots=True)
class Uses:
    """Functions of elsewhere, and port functions, that the body may call."""

    names: tuple[Name, ...]
    span: Span
    allows: tuple[Allow, ...] = ()


@dataclass(frozen=True, slots=True)
class Requires:
    """What must hold before the call."""

    condition: Raw
    span: Span
    allows: tuple[Allow, ...] = ()


@dataclass(frozen=True, slots=True)
class Ensures:
    """What holds after the call."""

    condition: Raw
    span: Span
    allows: tuple[Allow, ...] = ()


@dataclass(frozen=True, slots=True)
class Raises:
    """`raises E`, `raises E(payload)`, each with or without `when condition`."""

    error: Name
    payload: Raw | None  # the whole `E(payload)` where a payload is written
    when: Raw | None
    span: Span
    allows: tuple[Allow, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """An expression that is true."""

    expression: Raw
    sealed: bool
    span: Span
    allows: tuple[Allow, ...] = ()


@dataclass(frozen=True, slots=True)
class Returns:
    """The result, said completely."""

    expression: Raw
    span: Span
    allows: tuple[Allow, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table; `condition` is None for `otherwise`."""

    condition: Raw | None
    value: Raw
    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """The result by cases; the first row that holds wins."""

    rows: tuple[Row, ...]
    span: Span
    allows: tuple[Allow, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """`-> f(a, b)`: the value so far is the first argument. `arguments` is the text between the brackets, or None."""

    function: Name
    arguments: Raw | None
    span: Span


@dataclass(frozen=True, slots=True)
class Pipeline:
    """The body of a flow: a value and the steps it takes."""

    source: Raw
    steps: tuple[Step, ...]
    span: Span
    allows: tuple[Allow, ...] = ()


Clause: TypeAlias = Logic | Uses | Requires | Ensures | Raises | Example | Returns | Table | Pipeline


@dataclass(frozen=True, slots=True)
class Function:
    """A `function`, `async function`, `law` or `flow`; `kind` says which. A law has no `returns`."""

    kind: str  # "function", "law", "flow"
    is_async: bool
    name: Name
    type_parameters: tuple[Name, ...]
    parameters: tuple[Parameter, ...]
    returns: Raw | None
    doc: Text | None
    clauses: tuple[Clause, ...]
    span: Span
    allows: tuple[Allow, ...] = ()
