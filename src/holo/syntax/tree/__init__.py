"""The syntax tree: a hologram as written, with spans.

Values only. Expressions and types stay raw text (`Raw`); `expr` reads them. A declaration that could
not be parsed is not in the tree; the parse result says so with a diagnostic.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from holo.syntax.tree.functions import (
    Clause,
    Ensures,
    Example,
    Function,
    Logic,
    Pipeline,
    Raises,
    Requires,
    Returns,
    Row,
    Step,
    Table,
    Uses,
)
from holo.syntax.tree.shapes import (
    Alias,
    Class,
    Const,
    Enum,
    Error,
    Field,
    Invariant,
    Member,
    Opaque,
    Port,
    PortFunction,
    Record,
)
from holo.syntax.tree.stories import (
    Chapter,
    Decision,
    Failure,
    Given,
    GivenFault,
    GivenPort,
    GivenReply,
    GivenValue,
    Glossary,
    Header,
    Open,
    Prose,
    Python,
    Requirement,
    Term,
    ThenHolds,
    ThenRaises,
    Ticket,
    Use,
)
from holo.syntax.tree.words import Allow, Comment, Name, Parameter, Raw, Text

if TYPE_CHECKING:
    from holo.source import Span

__all__ = [
    "Alias",
    "Allow",
    "Chapter",
    "Class",
    "Clause",
    "Comment",
    "Const",
    "Decision",
    "Declaration",
    "Ensures",
    "Enum",
    "Error",
    "Example",
    "Failure",
    "Field",
    "File",
    "Function",
    "Given",
    "GivenFault",
    "GivenPort",
    "GivenReply",
    "GivenValue",
    "Glossary",
    "Header",
    "Invariant",
    "Logic",
    "Member",
    "Name",
    "Opaque",
    "Open",
    "Package",
    "Parameter",
    "Pipeline",
    "Port",
    "PortFunction",
    "Prose",
    "Python",
    "Raises",
    "Raw",
    "Record",
    "Requirement",
    "Requires",
    "Returns",
    "Row",
    "Step",
    "Table",
    "Term",
    "Text",
    "ThenHolds",
    "ThenRaises",
    "Ticket",
    "Use",
    "Uses",
]


@dataclass(frozen=True, slots=True)
class Package:
    """A named group of declarations."""

    name: Name
    doc: Text | None
    items: tuple[Declaration, ...]
    span: Span
    allows: tuple[Allow, ...] = ()


Declaration: TypeAlias = (
    Header | Prose | Use | Python | Glossary | Alias | Opaque | Const | Enum | Record | Class | Error | Port
    | Function | Failure | Requirement | Decision | Chapter | Open | Ticket | Package
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class File:
    """One hologram as written: its declarations in source order, and its comments."""

    path: str
    items: tuple[Declaration, ...]
    comments: tuple[Comment, ...]
