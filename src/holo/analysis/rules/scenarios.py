"""A failure scenario can be run: its call is one, its faults are those that a port can have."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from holo.analysis.known import Place, shape
from holo.analysis.nearest import did_you_mean
from holo.analysis.symbols import Kind, Symbol
from holo.codes import Code
from holo.diagnostics.model import Diagnostic
from holo.syntax import tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from holo.analysis.facts import Bound, Facts


def scenarios(facts: Facts) -> Iterator[Diagnostic]:
    """Report scenarios without a call or a `then`, and faults and replies of what is no port function."""
    for placed in facts.whole:
        item = placed.item
        if not isinstance(item, tree.Failure):
            continue
        when = facts.expressions.get(item.when.span.start)
        if when is not None and called(when) is None:
            message = "`when` is not the call of a declared function"
            yield Diagnostic(Code.BAD_SCENARIO, message, item.when.span, "Call the function that the scenario is about")
        if not item.then:
            message = f"Failure `{item.name.text}` has no `then`"
            yield Diagnostic(
                Code.BAD_SCENARIO, message, item.name.span, "Say what happens: `then raises …` or `then …`"
            )
        yield from _givens(facts, item)


def called(when: Bound) -> Symbol | None:
    """Return the function that a `when` calls outermost."""
    node = when.reading.node
    if not isinstance(node, ast.Call):
        return None
    for use, symbol, rest in when.declared:
        if use.call is node and not rest:
            made = (
                symbol.functions.get("__init__", symbol.functions.get("__new__"))
                if symbol.kind is Kind.CLASS
                else symbol
            )
            return made if made is not None and made.kind is Kind.FUNCTION else None
    return None


def _givens(facts: Facts, item: tree.Failure) -> Iterator[Diagnostic]:
    scope = facts.scopes.get(item.span.start)
    if scope is None:
        return
    place = Place(facts.table, scope, {})
    fakes: dict[str, Symbol] = {}
    for given in item.given:
        if isinstance(given, tree.GivenPort):
            known = shape(given.type.text, None, place)
            if isinstance(known, Symbol) and known.kind is Kind.PORT:
                fakes[given.name.text] = known
            elif given.type.span.start in facts.types:
                message = f"`{given.type.text}` is not a port"
                hint = f"Write `given {given.name.text} = …` for a value"
                yield Diagnostic(Code.WRONG_KIND, message, given.type.span, hint)
        elif isinstance(given, tree.GivenFault | tree.GivenReply):
            yield from _target(facts, given, fakes)


def _target(facts: Facts, given: tree.GivenFault | tree.GivenReply, fakes: dict[str, Symbol]) -> Iterator[Diagnostic]:
    name, _, word = given.target.text.partition(".")
    port = fakes.get(name)
    if port is None:
        if name not in facts.table.broken:
            message = f"`{name}` is not a given port"
            hint = did_you_mean(name, fakes) or f"Write `given {name}: PORT` above"
            yield Diagnostic(Code.BAD_SCENARIO, message, given.target.span, hint)
        return
    function = port.functions.get(word)
    if function is None:
        message = f"Port `{port.name}` has no function `{word}`"
        yield Diagnostic(Code.UNKNOWN_ATTRIBUTE, message, given.target.span, did_you_mean(word, port.functions))
        return
    if isinstance(given, tree.GivenFault):
        error = facts.targets.get(given.error.span.start)
        if error is not None and error.id not in function.raises:
            listed = ", ".join(f"`{one.rpartition('.')[2]}`" for one in function.raises) or "no error"
            yield Diagnostic(
                Code.FAULT_NOT_LISTED,
                f"`{port.name}.{word}` lists {listed}, not `{given.error.text}`",
                given.error.span,
                f"Write `raises {given.error.text}` at the port's function",
            )
