"""A name stands only where its kind of thing can."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Final

from holo.analysis.facts import Role
from holo.analysis.names import kind_of
from holo.analysis.symbols import Kind
from holo.codes import Code
from holo.diagnostics.model import Diagnostic
from holo.source import Span
from holo.syntax import tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from holo.analysis.facts import Bound, Facts

_NO_VALUE: Final = frozenset(
    {
        Kind.PACKAGE,
        Kind.HOLOGRAM,
        Kind.LAW,
        Kind.PORT,
        Kind.FAILURE,
        Kind.REQUIREMENT,
        Kind.DECISION,
    }
)
_ERRORS: Final = frozenset({Kind.ERROR, Kind.EXCEPTION, Kind.OPAQUE})  # an error of elsewhere is one in quotes
_NO_WORK: Final = frozenset({Kind.REQUIREMENT, Kind.FAILURE, Kind.LAW})
_NO_SIGN: Final = frozenset(
    {Kind.REQUIREMENT, Kind.DECISION, Kind.ALIAS, Kind.CONST, Kind.ENUM, Kind.RECORD, Kind.ERROR, Kind.PORT}
)
_FUNCTIONS: Final = frozenset({Kind.FUNCTION})
_STEPS: Final = _FUNCTIONS | _NO_VALUE  # what is no value is reported as such


def kinds(facts: Facts) -> Iterator[Diagnostic]:
    """Report names in expressions that are no values, and names in clauses of another kind than the clause takes."""
    for bound in facts.expressions.values():
        if bound.role is Role.STEP:
            yield from _step(bound)
        for use in bound.locals:
            if use.call is not None and not use.attributes:
                message = f"`{use.root}` is a value, not a function"
                hides = use.root in bound.scope.visible and use.root not in use.inner
                hint = "Rename it: it hides what is declared" if hides else "Write it without the brackets"
                yield Diagnostic(Code.WRONG_KIND, message, bound.span(use.node), hint)
        for use, symbol, _ in bound.declared:
            if symbol.kind in _NO_VALUE or (symbol.kind is Kind.MODULE and not use.attributes):
                message = f"`{use.root}` is {kind_of(symbol)}, not a value"
                yield Diagnostic(Code.WRONG_KIND, message, bound.span(use.node), "")
            elif symbol.kind is Kind.FUNCTION and use.call is None and not _handed_over(bound, use.node):
                message = f"Function `{symbol.name}` stands uncalled"
                yield Diagnostic(Code.WRONG_KIND, message, bound.span(use.node), f"Write `{symbol.name}(…)`")
            elif symbol.kind is Kind.ENUM and use.call is not None and not use.attributes:
                message = f"Enum `{symbol.name}` cannot be called"
                yield Diagnostic(Code.WRONG_KIND, message, bound.span(use.node), f"Write `{symbol.name}.MEMBER`")
            elif symbol.kind is Kind.OPAQUE and use.call is not None:
                message = f"`{symbol.name}` is known by name alone: no expression makes a value of it"
                hint = "Take one as a parameter, or from a function that returns it"
                yield Diagnostic(Code.WRONG_KIND, message, bound.span(use.node), hint)
            elif symbol.kind is Kind.ALIAS and use.call is not None:
                message = f"Type `{symbol.name}` cannot be called"
                yield Diagnostic(Code.WRONG_KIND, message, bound.span(use.node), "Write the value itself")
    for placed in facts.whole:
        match placed.item:
            case tree.Function() as item:
                yield from _values(facts, (item.returns,) if item.returns is not None else ())
                for clause in item.clauses:
                    if isinstance(clause, tree.Uses):
                        for name in clause.names:
                            yield from _wanted(facts, name, _FUNCTIONS, "`uses` takes functions")
                    elif isinstance(clause, tree.Raises):
                        yield from _wanted(facts, clause.error, _ERRORS, "`raises` takes an error")
            case tree.Record() | tree.Class() as item:
                yield from _values(facts, [one.type for one in item.fields])
            case tree.Error() as item:
                yield from _values(facts, [one.type for one in item.parameters])
            case tree.Alias() as item:
                yield from _values(facts, (item.base,))
            case tree.Const() as item:
                yield from _values(facts, (item.type,))
            case tree.Port() as item:
                for function in item.functions:
                    yield from _values(facts, [function.returns, *(one.type for one in function.parameters)])
                    for name in function.raises:
                        yield from _wanted(facts, name, _ERRORS, "`raises` takes an error")
            case tree.Failure() as item:
                for given in item.given:
                    if isinstance(given, tree.GivenFault):
                        yield from _wanted(facts, given.error, _ERRORS, "`raises` takes an error")
                for then in item.then:
                    if isinstance(then, tree.ThenRaises):
                        yield from _wanted(facts, then.error, _ERRORS, "`raises` takes an error")
            case tree.Requirement() as item:
                for name in item.by:
                    yield from _refused(
                        facts, name, _NO_WORK, "`by` takes what carries it out: functions, types, errors"
                    )
                for name in item.shown:
                    yield from _refused(facts, name, _NO_SIGN, "`shown by` takes failures, laws and functions")
            case tree.Ticket() as item:
                yield from _wanted(facts, item.function, _FUNCTIONS, "A ticket is for a function")
            case _:
                pass


def _handed_over(bound: Bound, node: ast.expr) -> bool:
    """Say whether a name is an argument, as in `sorted(loans, key=due_day)`."""
    return any(
        node in call.args or any(keyword.value is node for keyword in call.keywords)
        for call in ast.walk(bound.reading.node)
        if isinstance(call, ast.Call)
    )


def _step(bound: Bound) -> Iterator[Diagnostic]:
    node = bound.reading.node
    if not any(one.use.call is node and one.symbol.kind in _STEPS and not one.rest for one in bound.declared):
        word = bound.raw.text.partition("(")[0]
        place = Span(bound.raw.span.path, bound.raw.span.start, bound.raw.span.start + len(word))
        message = f"Step `{word}` is not a declared function"
        yield Diagnostic(Code.WRONG_KIND, message, place, "Declare a function that does it")


def _values(facts: Facts, types: Iterable[tree.Raw]) -> Iterator[Diagnostic]:
    """Report ports among types of values: only functions and laws take them, and scenarios give them."""
    for raw in types:
        bound = facts.types.get(raw.span.start)
        if bound is not None and bound.port is not None:
            message = f"Port `{raw.text}` is not the type of a value"
            yield Diagnostic(Code.WRONG_KIND, message, raw.span, "Make it the type of a function's parameter")


def _refused(facts: Facts, name: tree.Name, kinds: frozenset[Kind], rule: str) -> Iterator[Diagnostic]:
    symbol = facts.targets.get(name.span.start)
    if symbol is not None and symbol.kind in kinds:
        yield Diagnostic(Code.WRONG_KIND, f"`{name.text}` is {kind_of(symbol)}", name.span, rule)


def _wanted(facts: Facts, name: tree.Name, kinds: frozenset[Kind], rule: str) -> Iterator[Diagnostic]:
    symbol = facts.targets.get(name.span.start)
    if symbol is not None and symbol.kind not in kinds:
        yield Diagnostic(Code.WRONG_KIND, f"`{name.text}` is {kind_of(symbol)}", name.span, rule)
