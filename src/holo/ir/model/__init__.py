"""The intermediate representation: what a hologram means.

Pydantic, frozen, versioned. Ids are paths of names (`lending.loans.open_loan`), never positions, so
moving a declaration is not a change. Declarations stand in order of their names; clauses in the order
written, where order means something. Spans ride along for messages and are in no dump and no digest.
Nothing here knows the tree, a ticket or a model.
"""

from __future__ import annotations

from typing import Literal

from holo.ir.model.base import ELIDED, Condition, Expr, Node, Parameter, ParameterKind, Where
from holo.ir.model.functions import Body, Example, Flow, Function, Law, Raises, Returns, Row, Step, Table
from holo.ir.model.shapes import (
    Alias,
    Class,
    Const,
    Enum,
    Error,
    Member,
    Opaque,
    Port,
    PortFunction,
    Record,
    RecordField,
)
from holo.ir.model.stories import (
    Chapter,
    Decision,
    Failure,
    Given,
    GivenFault,
    GivenPort,
    GivenReply,
    GivenValue,
    Question,
    Requirement,
    Term,
    Then,
    ThenHolds,
    ThenRaises,
)

IR_VERSION = 1

__all__ = [
    "ELIDED",
    "IR_VERSION",
    "Alias",
    "Body",
    "Chapter",
    "Class",
    "Condition",
    "Const",
    "Decision",
    "Entry",
    "Enum",
    "Error",
    "Example",
    "Expr",
    "Failure",
    "Flow",
    "Function",
    "Given",
    "GivenFault",
    "GivenPort",
    "GivenReply",
    "GivenValue",
    "Hologram",
    "Law",
    "Member",
    "Node",
    "Opaque",
    "Package",
    "Parameter",
    "ParameterKind",
    "Port",
    "PortFunction",
    "Project",
    "Question",
    "Raises",
    "Record",
    "RecordField",
    "Requirement",
    "Returns",
    "Row",
    "Step",
    "Table",
    "Term",
    "Then",
    "ThenHolds",
    "ThenRaises",
    "Use",
    "Where",
]


class Package(Node):
    """A group of declarations; the one named `` holds what stands at top level."""

    id: str  # "lending.loans", or "lending" for top level
    name: str
    doc: str = ""
    aliases: tuple[Alias, ...] = ()
    consts: tuple[Const, ...] = ()
    enums: tuple[Enum, ...] = ()
    records: tuple[Record, ...] = ()
    errors: tuple[Error, ...] = ()
    ports: tuple[Port, ...] = ()
    functions: tuple[Function, ...] = ()
    laws: tuple[Law, ...] = ()
    span: Where = None
    classes: tuple[Class, ...] = ()
    opaques: tuple[Opaque, ...] = ()


class Use(Node):
    """Another hologram that this one uses: its name, and the names taken from it (empty with an alias)."""

    hologram: str
    path: str
    alias: str = ""
    only: tuple[str, ...] = ()


class Hologram(Node):
    """One file. `packages` holds the one named `` first, then the others by name.

    With a `code` folder (or file), as `holo.toml` has it, the hologram describes what is there, and nothing is generated.
    """

    name: str
    version: str
    language: int
    prose: tuple[str, ...] = ()
    uses: tuple[Use, ...] = ()
    python: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    packages: tuple[Package, ...] = ()
    failures: tuple[Failure, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    decisions: tuple[Decision, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    questions: tuple[Question, ...] = ()
    code: str = ""


class Entry(Node):
    """One line of the generated index."""

    id: str
    kind: str  # "package", "function", "file"
    path: str  # the Python file or folder, relative to the package's root
    doc: str = ""


class Project(Node):
    """A root hologram and everything that it uses, by name; `index` lists packages, functions and files."""

    ir: Literal[1] = 1
    root: str
    holograms: tuple[Hologram, ...]
    index: tuple[Entry, ...] = ()
