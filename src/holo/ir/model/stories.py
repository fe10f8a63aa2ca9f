"""Scenarios, words, requirements, decisions, chapters and questions."""

from __future__ import annotations

from typing import Literal, TypeAlias

from holo.ir.model.base import Expr, Node, Where


class GivenValue(Node):
    """A name for a value."""

    kind: Literal["value"] = "value"
    name: str
    value: Expr
    span: Where = None


class GivenPort(Node):
    """A recording fake of a port; `port` is its id."""

    kind: Literal["port"] = "port"
    name: str
    port: str
    span: Where = None


class GivenFault(Node):
    """Every call of `function` of the fake `name` raises `error`."""

    kind: Literal["fault"] = "fault"
    name: str
    function: str
    error: str
    payload: Expr | None = None
    span: Where = None


class GivenReply(Node):
    """Every call of `function` of the fake `name` returns `value`."""

    kind: Literal["reply"] = "reply"
    name: str
    function: str
    value: Expr
    span: Where = None


Given: TypeAlias = GivenValue | GivenPort | GivenFault | GivenReply


class ThenRaises(Node):
    """The call raises `error`, with the payload if one is written."""

    kind: Literal["raises"] = "raises"
    error: str
    payload: Expr | None = None
    span: Where = None


class ThenHolds(Node):
    """The condition holds; it may speak of the givens, `result` and `calls(port.function)`."""

    kind: Literal["holds"] = "holds"
    expr: Expr
    span: Where = None


Then: TypeAlias = ThenRaises | ThenHolds


class Failure(Node):
    """A scenario; `function` is the id of the function that `when` calls outermost."""

    id: str
    name: str
    title: str
    function: str
    given: tuple[Given, ...] = ()
    when: Expr
    then: tuple[Then, ...]
    span: Where = None


class Term(Node):
    """A word and what it means here."""

    name: str
    definition: str
    see: tuple[str, ...] = ()
    span: Where = None


class Requirement(Node):
    """What must be reached; `by` and `shown` are ids."""

    id: str
    name: str
    text: str
    by: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    span: Where = None


class Decision(Node):
    """Why it is so."""

    id: str
    name: str
    title: str
    prose: str
    rejects: tuple[str, ...] = ()
    span: Where = None


class Chapter(Node):
    """A page of the textbook."""

    title: str
    prose: str
    span: Where = None


class Question(Node):
    """An `open` question; `about` are ids."""

    question: str
    about: tuple[str, ...] = ()
    span: Where = None
