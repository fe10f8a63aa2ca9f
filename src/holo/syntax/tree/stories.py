"""What a hologram tells: its head and words, scenarios, requirements, decisions, chapters, questions, tickets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from holo.source import Span
    from holo.syntax.tree.words import Allow, Name, Raw, Text


@dataclass(frozen=True, slots=True)
class Header:
    """`hologram lending "0.1.0" language 1`."""

    name: Name
    version: Text
    language: int
    span: Span
    allows: tuple[Allow, ...] = ()


@dataclass(frozen=True, slots=True)
class Prose:
    """A block of Markdown at top level."""

    text: Text
    span: Span
    allows: tuple[Allow, ...] = ()


@dataclass(frozen=True, slots=True)
class Use:
    """`use "money.holo" only A, B` or `use "money.holo" as money`."""

    path: Text
    only: tuple[Name, ...]
    alias: Name | None
    span: Span
    allows: tuple[Allow, ...] = ()


@dataclass(frozen=True, slots=True)
class Python:
    """`python math, re`."""

    modules: tuple[Name, ...]
    span: Span
    allows: tuple[Allow, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the glossary, written as a name or as a string."""

    name: Name
    definition: Text
    see: tuple[Name, ...]
    span: Span
    allows: tuple[Allow, ...] = ()


@dataclass(frozen=True, slots=True)
class Glossary:
    """The words."""

    terms: tuple[Term, ...]
    span: Span
    allows: tuple[Allow, ...] = ()


@dataclass(frozen=True, slots=True)
class GivenValue:
    """`given loans = [...]`."""

    name: Name
    value: Raw
    span: Span
    allows: tuple[Allow, ...] = ()


@dataclass(frozen=True, slots=True)
class GivenPort:
    """`given post: Post`."""

    name: Name
    type: Raw
    span: Span
    allows: tuple[Allow, ...] = ()


@dataclass(frozen=True, slots=True)
class GivenFault:
    """`given post.send raises ConnectionError`: every call raises it."""

    target: Name
    error: Name
    payload: Raw | None
    span: Span
    allows: tuple[Allow, ...] = ()


@dataclass(frozen=True, slots=True)
class GivenReply:
    """`given clock.now returns datetime(2026, 1, 1)`: every call returns it."""

    target: Name
    value: Raw
    span: Span
    allows: tuple[Allow, ...] = ()


Given: TypeAlias = GivenValue | GivenPort | GivenFault | GivenReply


@dataclass(frozen=True, slots=True)
class ThenRaises:
    """`then raises LimitReached` or `then raises LimitReached("ada")`."""

    error: Name
    payload: Raw | None
    span: Span
    allows: tuple[Allow, ...] = ()


@dataclass(frozen=True, slots=True)
class ThenHolds:
    """`then result == []`."""

    condition: Raw
    span: Span
    allows: tuple[Allow, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """A scenario: givens in order, one when, at least one then. `name` is its id (`F1`)."""

    name: Name
    title: Text
    given: tuple[Given, ...]
    when: Raw
    then: tuple[ThenRaises | ThenHolds, ...]
    span: Span
    allows: tuple[Allow, ...] = ()


@dataclass(frozen=True, slots=True)
class Requirement:
    """What must be reached, who carries it out, what shows it."""

    name: Name
    text: Text
    by: tuple[Name, ...]
    shown: tuple[Name, ...]
    span: Span
    allows: tuple[Allow, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """Why it is so, and what was rejected."""

    name: Name
    title: Text
    prose: Text
    rejects: tuple[Text, ...]
    span: Span
    allows: tuple[Allow, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page of the textbook."""

    title: Text
    prose: Text
    span: Span
    allows: tuple[Allow, ...] = ()


@dataclass(frozen=True, slots=True)
class Open:
    """A question that keeps the build yellow."""

    question: Text
    about: tuple[Name, ...]
    span: Span
    allows: tuple[Allow, ...] = ()


@dataclass(frozen=True, slots=True)
class Ticket:
    """Extra words for the writer of one function."""

    function: Name
    text: Text
    span: Span
    allows: tuple[Allow, ...] = ()
