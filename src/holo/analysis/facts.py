"""What the passes find, beside the tree: one value that every rule reads and lowering builds on.

Keyed by where things start in the file. Nothing here changes the tree.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple

from holo.expr.places import place
from holo.source import Span

if TYPE_CHECKING:
    import ast

    from holo.analysis.collect import Placed, Table
    from holo.analysis.reading import Reading, Use
    from holo.analysis.symbols import Symbol
    from holo.syntax import tree
    from holo.syntax.parse import Parsed


class Role(Enum):
    """What an expression is for; the value is the word that messages use."""

    REQUIRES = "requires"
    ENSURES = "ensures"
    RAISES = "raises"
    RETURNS = "returns"
    TABLE = "table"
    WHERE = "where"
    INVARIANT = "invariant"
    CONST = "const"
    DEFAULT = "default"
    LAW = "law"
    FLOW = "flow"
    STEP = "step"
    EXAMPLE = "example"
    GIVEN = "given"
    WHEN = "when"
    THEN = "then"
    PAYLOAD = "payload"

    __hash__ = object.__hash__  # by identity: the default hashes the name each time


CONTRACT: Final = frozenset(
    {
        Role.REQUIRES,
        Role.ENSURES,
        Role.RAISES,
        Role.RETURNS,
        Role.TABLE,
        Role.WHERE,
        Role.INVARIANT,
        Role.CONST,
        Role.DEFAULT,
    }
)
"""The roles that may call only what the hologram defines."""


@dataclass(slots=True)
class Scope:
    """What bare names mean at one place: variables first (each with its type as text), then `visible`, then `listed`.

    `hidden` are parameters that have no value at the place, with their types: those of the function that an example
    or, in a `scene`, a failure calls.
    """

    package: str
    visible: dict[str, Symbol]
    variables: dict[str, str]
    listed: dict[str, Symbol]
    generic: tuple[str, ...] = ()
    hidden: dict[str, str] = field(default_factory=dict)
    scene: bool = False

    def closed(self) -> Scope:
        """Return the same place without variables."""
        return Scope(self.package, self.visible, {}, self.listed, self.generic, self.hidden, self.scene)

    def plus(self, **variables: str) -> Scope:
        """Return the same place with more variables."""
        inside = self.variables | variables
        return Scope(self.package, self.visible, inside, self.listed, self.generic, self.hidden, self.scene)


class Resolved(NamedTuple):
    """A name that the hologram declares: what it means, and the attributes read from that."""

    use: Use
    symbol: Symbol
    rest: tuple[str, ...]


@dataclass(slots=True)
class Bound:
    """One expression with what its names mean.

    `names` is what the IR keeps; `declared` are its uses of the hologram's own names, `locals` its reads of
    variables' attributes and calls of variables, `words` its uses of `calls`.
    """

    raw: tree.Raw
    role: Role
    scope: Scope
    reading: Reading
    names: dict[str, str]
    declared: list[Resolved]
    locals: list[Use]
    words: list[Use]

    def span(self, node: ast.expr | ast.keyword) -> Span:
        """Return where a part of the expression stands in the file."""
        return span_of(self.raw, node)


class BoundType(NamedTuple):
    """One type: its canonical text, what its names mean, and the port that it is, if it is one."""

    source: str
    names: dict[str, str]
    port: Symbol | None
    generic: frozenset[str]


class Reference(NamedTuple):
    """One `[[text]]`: the id or term that it leads to, or nothing; `several` where it leads to more than one.

    It is not `closed` where it ends with one bracket.
    """

    text: str
    span: Span
    target: str
    several: tuple[str, ...] = ()
    closed: bool = True


@dataclass(slots=True)
class Facts:
    """Everything known of one file. The keys are offsets: of a `Raw`, of a `Name`, of a declaration."""

    parsed: Parsed
    table: Table
    whole: list[Placed] = field(default_factory=list)  # the declarations that could be read to their end
    expressions: dict[int, Bound] = field(default_factory=dict)
    types: dict[int, BoundType] = field(default_factory=dict)
    targets: dict[int, Symbol] = field(default_factory=dict)
    scopes: dict[int, Scope] = field(default_factory=dict)
    references: list[Reference] = field(default_factory=list)
    mentioned: set[str] = field(default_factory=set)  # ids of foreign symbols that something names


def span_of(raw: tree.Raw, node: ast.expr | ast.keyword) -> Span:
    """Return where a node of a parsed expression stands in the file."""
    start, stop = place(node, raw.text)
    path, begin, _ = raw.span
    return Span(path, begin + start, begin + stop)
