"""Contracts call only what the hologram defines, so that each can be run before any body exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.analysis.facts import CONTRACT
from holo.analysis.symbols import Kind
from holo.codes import Code
from holo.diagnostics.model import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from holo.analysis.facts import Facts


def contracts(facts: Facts) -> Iterator[Diagnostic]:
    """Report every function without `returns`, `table` or flow that a contract names."""
    for bound in facts.expressions.values():
        if bound.role not in CONTRACT:
            continue
        for use, symbol, _ in bound.declared:
            if symbol.kind is Kind.FUNCTION and not symbol.computable:
                yield Diagnostic(
                    Code.UNDEFINED_CALL,
                    f"`{bound.role.value}` calls `{symbol.name}`, which the hologram does not define",
                    bound.span(use.node),
                    f"Give `{symbol.name}` a `returns` or `table`, or say this in a `law` or an `example`",
                )
