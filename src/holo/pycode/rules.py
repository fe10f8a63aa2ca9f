"""What a candidate must look like, as a value: the rules of one ticket's answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from holo.pycode.scope import Lookup, scope_of
from holo.pycode.signature import signature

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from holo.ir import model as ir

MAX_LINES = 100
MAX_CHARACTERS = 20_000


@dataclass(frozen=True, slots=True)
class FormRules:
    """The form of one answer.

    `signature` is the head as the ticket shows it (`def name(parameters) -> type:`). `names` are the words of the
    hologram that the body may use, bare or dotted; `unlisted` maps words it may not use to their ids, for the
    message; `ports` maps each parameter that is a port to the port functions that may be called; `modules` are the
    Python modules of the hologram; `examples` are the examples that the writer saw, and `said` is all else that the
    ticket says of the function: a value that it names is no secret of the examples.
    """

    name: str
    signature: str
    is_async: bool = False
    names: frozenset[str] = frozenset()
    unlisted: Mapping[str, str] = field(default_factory=dict)
    ports: Mapping[str, frozenset[str]] = field(default_factory=dict)
    modules: frozenset[str] = frozenset()
    examples: tuple[str, ...] = ()
    said: str = ""
    max_lines: int = MAX_LINES
    max_characters: int = MAX_CHARACTERS


def rules_for(function: ir.Function, lookup: Lookup, modules: Iterable[str] = ()) -> FormRules:
    """Return the rules for a function's body; `modules` are those of the hologram's `python`."""
    scope = scope_of(function, lookup)
    clauses = [each.expr.source for each in (*function.requires, *function.ensures)]
    clauses += [each.source for clause in function.raises for each in (clause.payload, clause.when) if each is not None]
    python_errors = {clause.error for clause in function.raises if "." not in clause.error}
    return FormRules(
        name=function.name,
        signature=signature(function),
        is_async=function.is_async,
        names=frozenset(scope.names) | frozenset(function.type_parameters) | python_errors,
        unlisted=scope.unlisted,
        ports=scope.ports,
        modules=frozenset(modules),
        # A body that the hologram says itself cannot know the examples by heart.
        examples=tuple(example.expr.source for example in function.examples if not example.sealed)
        if function.body is None
        else (),
        said="\n".join((function.doc, function.logic, *function.notes, *clauses)),
    )
