"""What every node is, and what many are made of: expressions, parameters, conditions."""

from __future__ import annotations

from typing import Annotated, Final, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from holo.source import Span

Where: TypeAlias = Annotated[Span | None, Field(default=None, exclude=True, repr=False)]


class Node(BaseModel):
    """Base of every IR node."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Expr(Node):
    """An expression or a type in canonical text, with what its names mean.

    `names` maps each free name that the hologram declares, as it stands in `source` (bare, or dotted
    as in `fines.fine`), to an id. Parameters, comprehension variables, builtins and the prelude are not in it.
    """

    source: str
    # A factory, since pydantic would make a deep copy of a dict for each node that it reads.
    names: dict[str, str] = Field(default_factory=dict)
    span: Where = None


ELIDED: Final = "..."
"""The source of a default, or of a value, that described code has and that is outside the expression subset."""

ParameterKind: TypeAlias = Literal[
    "positional_only", "positional_or_keyword", "var_positional", "keyword_only", "var_keyword"
]


class Parameter(Node):
    """One parameter of a function, law, port function or error.

    `kind` is Python's. The type of an `untyped` one is `Any`. A default whose source is `...` is there, and not said.
    """

    name: str
    type: Expr
    default: Expr | None = None
    kind: ParameterKind = "positional_or_keyword"
    untyped: bool = False


class Condition(Node):
    """A `requires`, `ensures`, `invariant` or `where`; `id` is `FUNCTION/requires/0` and the like."""

    id: str
    expr: Expr
    span: Where = None
