"""A value written beside a type is of that type, where both are directly known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.analysis.known import Known, Place, shape, type_of
from holo.analysis.symbols import Symbol
from holo.codes import Code
from holo.diagnostics.model import Diagnostic, Severity
from holo.syntax import tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from holo.analysis.facts import Facts


def literals(facts: Facts) -> Iterator[Diagnostic]:
    """Report values of constants, and defaults of parameters and fields, that are of another type."""
    for placed in facts.whole:
        match placed.item:
            case tree.Const() as item:
                yield from _pair(facts, item.type, item.value)
            case tree.Function() | tree.Error() as item:
                yield from _parts(facts, item.parameters)
            case tree.Record() as item:
                yield from _parts(facts, item.fields)
            case tree.Port() as item:
                for function in item.functions:
                    yield from _parts(facts, function.parameters)
            case _:
                pass


def _parts(facts: Facts, parts: tuple[tree.Parameter, ...] | tuple[tree.Field, ...]) -> Iterator[Diagnostic]:
    for part in parts:
        if part.default is not None:
            yield from _pair(facts, part.type, part.default)


def _pair(facts: Facts, type_: tree.Raw, value: tree.Raw) -> Iterator[Diagnostic]:
    bound = facts.expressions.get(value.span.start)
    if bound is None or type_.span.start not in facts.types:
        return
    place = Place(facts.table, bound.scope, {})
    known = type_of(bound.reading.node, place)
    wanted = [shape(one.strip(), None, place) for one in _members(type_.text)]
    if known is None or None in wanted or any(fits(known, one) for one in wanted):
        return
    severity = Severity.ERROR
    if facts.table.code:
        if known == "None":
            return  # what exists may say so without `| None`
        severity = Severity.WARNING
    message = f"`{value.text}` is {said(known)}, not {said(wanted[0]) if len(wanted) == 1 else f'`{type_.text}`'}"
    yield Diagnostic(Code.WRONG_LITERAL, message, value.span, f"Write a value of type `{type_.text}`", severity)


def _members(text: str) -> list[str]:
    """Return the members of a union; the whole text where brackets make it more than a row of names."""
    return text.split("|") if "[" not in text else [text]


def fits(known: Known, wanted: Known) -> bool:
    """Return whether a value of one known type can be one of another; unsure is yes."""
    if isinstance(known, Symbol) or isinstance(wanted, Symbol):
        return isinstance(known, Symbol) and isinstance(wanted, Symbol) and known.id == wanted.id
    return known == wanted or (known, wanted) in {("int", "float"), ("datetime", "date")}


def said(known: Known) -> str:
    """Return a known type as messages say it."""
    return f"`{known.name if isinstance(known, Symbol) else known}`"
