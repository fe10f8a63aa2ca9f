"""Calls of declared functions, records and errors fit their parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.analysis.facts import Role
from holo.analysis.known import Place, type_of
from holo.analysis.nearest import did_you_mean
from holo.analysis.symbols import CALLED, Kind, Symbol
from holo.codes import Code
from holo.diagnostics.model import Diagnostic
from holo.source import Span

if TYPE_CHECKING:
    import ast
    from collections.abc import Iterator

    from holo.analysis.facts import Bound, Facts


def arguments(facts: Facts) -> Iterator[Diagnostic]:
    """Report too many or too few arguments, and keywords that name no parameter."""
    for bound in facts.expressions.values():
        for use, symbol, rest in bound.declared:
            if use.call is not None and symbol.kind in CALLED and not rest and not symbol.partial:
                # A step's first argument is what flows into it.
                given = 1 if bound.role is Role.STEP and use.call is bound.reading.node else 0
                yield from _call(bound, use.call, symbol, given)
        if "replace" in bound.raw.text:
            yield from _replace(facts, bound)


def _call(bound: Bound, call: ast.Call, symbol: Symbol, given: int) -> Iterator[Diagnostic]:
    slots = symbol.slots
    count = given + len(call.args)
    if count == len(slots) and not call.keywords:
        return
    names = [slot.name for slot in slots]
    spread = any(type(one).__name__ == "Starred" for one in call.args) or any(one.arg is None for one in call.keywords)
    if count > len(slots) and not spread:
        yield _say(bound, call, f"{_takes(symbol)}, not {count}", "")
        return
    seen = set(names[:count])
    for keyword in call.keywords:
        if keyword.arg is None:
            continue
        if keyword.arg not in names:
            what = "field" if symbol.kind is Kind.RECORD else "parameter"
            yield Diagnostic(
                Code.CALL_MISMATCH,
                f"`{symbol.name}` has no {what} `{keyword.arg}`",
                _named(bound, keyword),
                did_you_mean(keyword.arg, names),
            )
            return
        if keyword.arg in seen and not spread:
            yield _say(bound, call, f"`{symbol.name}` is given `{keyword.arg}` twice", "")
            return
        seen.add(keyword.arg)
    missing = [slot.name for slot in slots if slot.required and slot.name not in seen]
    if missing and not spread:
        shown = ", ".join(f"`{name}`" for name in missing)
        yield _say(bound, call, f"`{symbol.name}` is not given {shown}", f"{_takes(symbol)}: {', '.join(names)}")


def _replace(facts: Facts, bound: Bound) -> Iterator[Diagnostic]:
    for use in bound.reading.free:
        if use.root != "replace" or use.call is None or not use.call.args or use.attributes:
            continue
        known = type_of(use.call.args[0], Place(facts.table, bound.scope, use.inner))
        if isinstance(known, Symbol) and known.kind is Kind.RECORD:
            names = [slot.name for slot in known.slots]
            for keyword in use.call.keywords:
                if keyword.arg is not None and keyword.arg not in names:
                    message = f"Record `{known.name}` has no field `{keyword.arg}`"
                    hint = did_you_mean(keyword.arg, names)
                    yield Diagnostic(Code.CALL_MISMATCH, message, _named(bound, keyword), hint)


def _named(bound: Bound, keyword: ast.keyword) -> Span:
    """Return where the name of a `name=value` stands."""
    path, start, _ = bound.span(keyword)
    return Span(path, start, start + len(keyword.arg or ""))


def _takes(symbol: Symbol) -> str:
    most = len(symbol.slots)
    least = sum(slot.required for slot in symbol.slots)
    amount = str(most) if least == most else f"{least} to {most}"
    return f"`{symbol.name}` takes {amount} argument{'' if amount == '1' else 's'}"


def _say(bound: Bound, call: ast.Call, message: str, hint: str) -> Diagnostic:
    return Diagnostic(Code.CALL_MISMATCH, message, bound.span(call), hint)
