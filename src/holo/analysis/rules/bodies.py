"""Each function has the clauses that its kind can have, and one body at most."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from holo.codes import Code
from holo.diagnostics.model import Diagnostic
from holo.syntax import tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from holo.analysis.facts import Facts

_BODIES: Final = (tree.Returns, tree.Table, tree.Pipeline)
_OF_LAW: Final = (tree.Requires, tree.Ensures)
_WORDS: Final[dict[type, str]] = {
    tree.Logic: "logic",
    tree.Uses: "uses",
    tree.Raises: "raises",
    tree.Example: "example",
    tree.Returns: "returns",
    tree.Table: "table",
    tree.Pipeline: "pipeline",
}


def bodies(facts: Facts) -> Iterator[Diagnostic]:
    """Report clauses that a law, function or flow cannot have, and bodies that are too many or missing."""
    for placed in facts.whole:
        item = placed.item
        if isinstance(item, tree.Function):
            yield from _law(item) if item.kind == "law" else _function(item)
        elif isinstance(item, tree.Package) and any(isinstance(one, tree.Package) for one in item.items):
            inner = next(one for one in item.items if isinstance(one, tree.Package))
            message = "A package stands inside a package"
            yield Diagnostic(Code.MISPLACED_CLAUSE, message, inner.name.span, "Move it to the top level")


def _law(item: tree.Function) -> Iterator[Diagnostic]:
    for clause in item.clauses:
        if not isinstance(clause, _OF_LAW):
            yield Diagnostic(
                Code.MISPLACED_CLAUSE,
                f"A law has no `{_WORDS[type(clause)]}`",
                clause.span,
                "Move it into a function, or say it with `requires` and `ensures`",
            )
    if not any(isinstance(clause, tree.Ensures) for clause in item.clauses):
        message = f"Law `{item.name.text}` has no `ensures`"
        yield Diagnostic(Code.EMPTY_LAW, message, item.name.span, "Say what always holds: `ensures …`")


def _function(item: tree.Function) -> Iterator[Diagnostic]:
    found = [clause for clause in item.clauses if isinstance(clause, _BODIES)]
    flow = item.kind == "flow"
    fitting = 0
    for clause in found:
        if flow != isinstance(clause, tree.Pipeline):
            word = _WORDS[type(clause)]
            hint = "Write `function`, or a pipeline" if flow else "Write `flow` in place of `function`"
            yield Diagnostic(Code.MISPLACED_CLAUSE, f"A {item.kind} has no `{word}`", clause.span, hint)
            continue
        fitting += 1
        if fitting > 1:
            message = f"`{item.name.text}` has a second body"
            yield Diagnostic(Code.SEVERAL_BODIES, message, clause.span, "Keep one of the two")
    if flow and not any(isinstance(clause, tree.Pipeline) for clause in found):
        message = f"Flow `{item.name.text}` has no pipeline"
        yield Diagnostic(Code.NO_PIPELINE, message, item.name.span, "Write `value -> step -> step`")
    for again in [one for one in item.clauses if isinstance(one, tree.Logic)][1:]:
        message = f"`{item.name.text}` has a second `logic`"
        yield Diagnostic(Code.MISPLACED_CLAUSE, message, again.span, "Join the two")
