"""What is compared can be equal, or can be ordered, where both types are directly known."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Final

from holo.analysis.known import READABLE, Known, Place, type_of
from holo.analysis.rules.literals import said
from holo.analysis.symbols import Kind, Symbol
from holo.codes import Code
from holo.diagnostics.model import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from holo.analysis.facts import Bound, Facts

_GROUPS: Final = {
    **dict.fromkeys(("int", "float", "bool", "Decimal", "Fraction"), "number"),
    **dict.fromkeys(("set", "frozenset"), "set"),
    **{
        name: name
        for name in ("str", "bytes", "date", "datetime", "time", "timedelta", "list", "tuple", "dict", "None")
    },
}
_EQUAL: Final = frozenset({ast.Eq, ast.NotEq})
_UNORDERED: Final = frozenset({Kind.RECORD, Kind.ENUM})
_COMPARED: Final = _EQUAL | {ast.Lt, ast.LtE, ast.Gt, ast.GtE}


def comparisons(facts: Facts) -> Iterator[Diagnostic]:
    """Report comparisons that always give the same answer, or none, because of the types of their sides."""
    floats = "float" in facts.parsed.source.text or bool(facts.table.uses)
    for bound in facts.expressions.values():
        outside = Place(facts.table, bound.scope, {})
        for left, operator, right, node, inner in bound.reading.pairs:
            if type(left) in READABLE and type(right) in READABLE and operator in _COMPARED:
                place = Place(facts.table, bound.scope, inner) if inner else outside
                one = type_of(left, place)
                two = type_of(right, place) if one is not None or floats else None
                # Two plain values of one type are what nearly all comparisons have.
                if one != two or one == "float" or isinstance(one, Symbol):
                    yield from _pair(bound, node, one, two, equal=operator in _EQUAL)
            elif floats and operator in _EQUAL:
                place = Place(facts.table, bound.scope, inner)
                if "float" in {type_of(side, place) for side in (left, right) if type(side) in READABLE}:
                    yield _float(bound, node)


def _pair(bound: Bound, node: ast.Compare, one: Known, two: Known, *, equal: bool) -> Iterator[Diagnostic]:
    if known_by_name_alone(one) or known_by_name_alone(two):
        return
    if one is not None and two is not None and one != two and _group(one) != _group(two):
        fault = "are never equal" if equal else "have no order"
        message = f"{said(one)} and {said(two)} {fault}"
        yield Diagnostic(Code.NEVER_EQUAL, message, bound.span(node), "Compare values of one type")
    elif equal and "float" in {one, two}:
        yield _float(bound, node)
    elif not equal and one == two and isinstance(one, Symbol) and one.kind in _UNORDERED:
        message = f"Two values of {said(one)} have no order"
        yield Diagnostic(Code.NEVER_EQUAL, message, bound.span(node), "Compare something of them that has one")


def known_by_name_alone(known: Known) -> bool:
    """Say whether a value's class is one that exists, whose `__eq__` and `__lt__` nobody knows."""
    return isinstance(known, Symbol) and known.kind is Kind.CLASS


def _float(bound: Bound, node: ast.Compare) -> Diagnostic:
    hint = "Write `abs(a - b) < 1e-9`, or use `Decimal` or `Fraction`"
    return Diagnostic(Code.FLOAT_EQUALITY, "A float is compared for equality", bound.span(node), hint)


def _group(known: Known) -> str:
    if isinstance(known, Symbol):
        # Ports and errors compare by rules of their own.
        return known.id if known.kind is Kind.RECORD or known.kind is Kind.ENUM else ""
    return _GROUPS.get(known or "", "")
