"""Functions and laws: signature, contract, examples, and the body where the hologram says it."""

from __future__ import annotations

from typing import Literal, TypeAlias

from holo.ir.model.base import Condition, Expr, Node, Parameter, Where


class Raises(Node):
    """`raises`: `error` is an id, or the bare name of a Python exception; `payload` the whole `E(...)`."""

    id: str
    error: str
    payload: Expr | None = None
    when: Expr | None = None
    span: Where = None


class Example(Node):
    """An expression that is true of the finished program."""

    id: str
    expr: Expr
    sealed: bool = False
    span: Where = None


class Returns(Node):
    """A body said in one expression."""

    kind: Literal["returns"] = "returns"
    expr: Expr
    span: Where = None


class Row(Node):
    """One row of a table; `when` is None for `otherwise`."""

    when: Expr | None
    value: Expr
    span: Where = None


class Table(Node):
    """A body said by cases; the first row that holds wins."""

    kind: Literal["table"] = "table"
    rows: tuple[Row, ...]
    span: Where = None


class Step(Node):
    """One step of a flow: a function's id and the arguments after the first."""

    function: str
    arguments: tuple[Expr, ...] = ()
    span: Where = None


class Flow(Node):
    """A body said as steps; `expr` is the same as nested calls."""

    kind: Literal["flow"] = "flow"
    source: Expr
    steps: tuple[Step, ...]
    expr: Expr
    span: Where = None


# Told apart by their fields, not by `kind`, which canonical JSON leaves out as a default.


Body: TypeAlias = Returns | Table | Flow


class Function(Node):
    """A function or flow. `uses` are ids of functions and of port functions (`lending.Post.send`).

    A `described` one exists already: nothing is generated for it, and a body said here is what it is held against. For
    a method `name` is `Cart.total`, `owner` the id of `Cart`, and `binding` says what its first parameter is.
    """

    id: str
    name: str
    doc: str = ""
    logic: str = ""
    is_async: bool = False
    type_parameters: tuple[str, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    returns: Expr
    uses: tuple[str, ...] = ()
    requires: tuple[Condition, ...] = ()
    raises: tuple[Raises, ...] = ()
    ensures: tuple[Condition, ...] = ()
    examples: tuple[Example, ...] = ()
    body: Body | None = None
    notes: tuple[str, ...] = ()  # the texts of its `ticket` declarations
    span: Where = None
    described: bool = False
    owner: str = ""
    binding: Literal["", "instance", "class", "static"] = ""


class Law(Node):
    """What relates several bodies, for all values of its parameters."""

    id: str
    name: str
    doc: str = ""
    parameters: tuple[Parameter, ...] = ()
    requires: tuple[Condition, ...] = ()
    ensures: tuple[Condition, ...] = ()
    span: Where = None
