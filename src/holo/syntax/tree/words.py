"""What every declaration is made of: names, raw expressions, texts, comments, parameters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holo.source import Span


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written; dotted names (`fines.fine`, `Post.send`) are one `Name`."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Raw:
    """An expression or type as written, without the white space around it."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Text:
    """A string or prose literal: `text` is its decoded value (prose dedented), `span` includes the quotes.

    `body` is the offset at which the content begins in the file, for references inside prose.
    """

    text: str
    span: Span
    block: bool
    body: int


@dataclass(frozen=True, slots=True)
class Allow:
    """`allow H412 "why"` above a statement."""

    code: Name
    why: Text
    span: Span


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment, `#` included; `own_line` when nothing stands before it on its line."""

    text: str
    span: Span
    own_line: bool


@dataclass(frozen=True, slots=True)
class Parameter:
    """`name: type = default`; `kind` is Python's own word for how it is given.

    The type of an `untyped` one is `Any`, with an empty span behind its name.
    """

    name: Name
    type: Raw
    default: Raw | None
    span: Span
    kind: str = "positional_or_keyword"
    untyped: bool = False
