"""Contracts call only what the hologram defines, so that each can be run before any body exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.analysis.facts import CONTRACT
from holo.analysis.known import Place, called_method
from holo.analysis.symbols import Kind, method
from holo.codes import Code
from holo.diagnostics.model import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from holo.analysis.facts import Bound, Facts


def contracts(facts: Facts) -> Iterator[Diagnostic]:
    """Report every function without `returns`, `table` or flow that a contract names."""
    for bound in facts.expressions.values():
        if bound.role not in CONTRACT:
            continue
        if facts.table.code:
            yield from _methods(facts, bound)
        for use, symbol, _ in bound.declared:
            if symbol.kind is Kind.CLASS and use.call is not None:
                message = f"`{bound.role.value}` makes a `{symbol.name}`, which only its own code can do"
                yield Diagnostic(
                    Code.UNDEFINED_CALL, message, bound.span(use.node), "Say this in an `example` or `law`"
                )
            if symbol.kind is Kind.FUNCTION and not symbol.computable:
                yield Diagnostic(
                    Code.UNDEFINED_CALL,
                    f"`{bound.role.value}` calls `{symbol.name}`, which the hologram does not define",
                    bound.span(use.node),
                    f"Give `{symbol.name}` a `returns` or `table`, or say this in a `law` or an `example`",
                )


def _methods(facts: Facts, bound: Bound) -> Iterator[Diagnostic]:
    """Report calls of described methods on a value whose class is directly known."""
    for use in (*bound.locals, *bound.reading.bound):
        if use.call is None:
            continue
        called = called_method(use.call, Place(facts.table, bound.scope, use.inner))
        if called is not None and method(*called) is not None:
            message = f"`{bound.role.value}` calls `{called[0].name}.{called[1]}`, which the hologram does not define"
            hint = "Read its attributes, or say this in a `law` or an `example`"
            yield Diagnostic(Code.UNDEFINED_CALL, message, bound.span(use.node), hint)
