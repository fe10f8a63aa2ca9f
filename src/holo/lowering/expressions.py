"""Expressions, types and names of the tree as the IR has them.

Canonical text with the ids that analysis found; nothing is resolved or parsed again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.expr.canonical import canonical
from holo.ir import model as ir
from holo.ir.trusted import trusted

if TYPE_CHECKING:
    from holo.analysis.facts import Facts
    from holo.analysis.symbols import Symbol
    from holo.syntax import tree

make_expr = trusted(ir.Expr)
make_condition = trusted(ir.Condition)
_make_parameter = trusted(ir.Parameter)


_USUAL = "positional_or_keyword"


class Hole(Exception):
    """Something that analysis could not resolve: the declaration around it is left out."""


class Expressions:
    """Reads the facts of one file."""

    def __init__(self, facts: Facts) -> None:
        """Keep the tables at hand."""
        self._expressions = facts.expressions
        self._types = facts.types
        self._targets = facts.targets

    def expr(self, raw: tree.Raw) -> ir.Expr:
        """Return an expression; raise `Hole` where a name in it means nothing."""
        bound = self._expressions.get(raw.span.start)
        if bound is None:
            raise Hole
        return make_expr(source=canonical(raw.text), names=bound.names, span=raw.span)

    def value(self, raw: tree.Raw | None) -> ir.Expr | None:
        """Return a value beside a type, where one is written; `...` is one that is not said."""
        if raw is not None and raw.text == ir.ELIDED:
            return make_expr(source=ir.ELIDED, span=raw.span)
        return None if raw is None else self.expr(raw)

    def optional(self, raw: tree.Raw | None) -> ir.Expr | None:
        """Return an expression where one is written."""
        return None if raw is None else self.expr(raw)

    def type(self, raw: tree.Raw) -> ir.Expr:
        """Return a type; raise `Hole` where a name in it means nothing."""
        bound = self._types.get(raw.span.start)
        if bound is None:
            raise Hole
        return make_expr(source=bound.source, names=bound.names, span=raw.span)

    def target(self, name: tree.Name) -> Symbol:
        """Return what a name that stands alone means; raise `Hole` where it means nothing."""
        symbol = self._targets.get(name.span.start)
        if symbol is None:
            raise Hole
        return symbol

    def id(self, name: tree.Name) -> str:
        """Return the id of a name that stands alone, or the name of a Python exception."""
        return self.target(name).id

    def parameters(self, parts: tuple[tree.Parameter, ...]) -> tuple[ir.Parameter, ...]:
        """Return parameters in the order written."""
        return tuple(
            [
                _make_parameter(name=one.name.text, type=self.type(one.type), default=self.value(one.default))
                if one.kind == _USUAL and not one.untyped
                else _make_parameter(
                    name=one.name.text,
                    type=self.type(one.type),
                    default=self.value(one.default),
                    kind=one.kind,  # type: ignore[arg-type]  # the grammar has these five
                    untyped=one.untyped,
                )
                for one in parts
            ]
        )


def said(text: tree.Text | None) -> str:
    """Return what a doc or prose says, without the empty lines around it."""
    return "" if text is None else text.text.strip()
