"""An example speaks of the function that it stands in."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from holo.codes import Code
from holo.diagnostics.model import Diagnostic, Severity
from holo.syntax import tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from holo.analysis.facts import Bound, Facts


def foreign_examples(facts: Facts) -> Iterator[Diagnostic]:
    """Warn of examples that never name their function: copied from another, they check nothing here."""
    for placed in facts.whole:
        item = placed.item
        if type(item) is not tree.Function or item.kind == "law":
            continue
        symbol = facts.table.declared.get(item.span.start)
        for clause in item.clauses:
            if type(clause) is not tree.Example:
                continue
            bound = facts.expressions.get(clause.expression.span.start)
            if bound is None or any(one.symbol is symbol for one in bound.declared):
                continue
            if "." in item.name.text and _calls_method(item.name.text.rpartition(".")[2], bound):
                continue
            name = item.name.text
            message = f"Example does not call `{name}`"
            hint = f"Call it, as in `example {name}(…) == …`, or move the example to the function that it calls"
            yield Diagnostic(Code.FOREIGN_EXAMPLE, message, clause.expression.span, hint, Severity.WARNING)


def _calls_method(name: str, bound: Bound) -> bool:
    """Say whether an example may be about a method: one that Python calls by itself, or one that it calls by name."""
    if name[:2] == "__":
        return True
    return any(isinstance(node, ast.Attribute) and node.attr == name for node in ast.walk(bound.reading.node))
