"""Calls of declared functions, records and errors fit their parameters."""

from __future__ import annotations

import ast
import inspect
from typing import TYPE_CHECKING, Final

from holo.analysis.facts import Role
from holo.analysis.known import Place, called_method, type_of
from holo.analysis.nearest import did_you_mean
from holo.analysis.symbols import CALLED, Kind, Slot, Symbol, lineage, method
from holo.codes import Code
from holo.diagnostics.model import Diagnostic
from holo.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from holo.analysis.facts import Bound, Facts
    from holo.analysis.reading import Inner

_KINDS: Final = {
    "": inspect.Parameter.POSITIONAL_OR_KEYWORD,
    "positional_only": inspect.Parameter.POSITIONAL_ONLY,
    "var_positional": inspect.Parameter.VAR_POSITIONAL,
    "keyword_only": inspect.Parameter.KEYWORD_ONLY,
    "var_keyword": inspect.Parameter.VAR_KEYWORD,
}
_VARIADIC: Final = frozenset({"var_positional", "var_keyword"})


def arguments(facts: Facts) -> Iterator[Diagnostic]:
    """Report too many or too few arguments, and keywords that name no parameter."""
    for bound in facts.expressions.values():
        if facts.table.code:
            yield from _of_code(facts, bound)
        for use, symbol, rest in bound.declared:
            if use.call is not None and symbol.kind in CALLED and not rest and not symbol.partial:
                # A step's first argument is what flows into it.
                given = 1 if bound.role is Role.STEP and use.call is bound.reading.node else 0
                yield from _call(bound, use.call, symbol, given, described=bool(facts.table.code))
        if "replace" in bound.raw.text:
            yield from _replace(facts, bound)


def _call(bound: Bound, call: ast.Call, symbol: Symbol, given: int, *, described: bool) -> Iterator[Diagnostic]:
    slots = symbol.slots
    if described and any(slot.kind for slot in slots):
        yield from _bind(bound, call, symbol, slots)
        return
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


def _bind(bound: Bound, call: ast.Call, symbol: Symbol, slots: Sequence[Slot]) -> Iterator[Diagnostic]:
    """Check a call as Python does, for parameters of other kinds than the usual."""
    if any(type(one).__name__ == "Starred" for one in call.args) or any(one.arg is None for one in call.keywords):
        return
    try:
        signature = inspect.Signature(
            [
                inspect.Parameter(
                    slot.name,
                    _KINDS[slot.kind],
                    default=inspect.Parameter.empty if slot.required or slot.kind in _VARIADIC else None,
                )
                for slot in slots
            ]
        )
    except ValueError:
        return  # said where it is declared
    try:
        signature.bind(*call.args, **{one.arg: one.value for one in call.keywords if one.arg is not None})
    except TypeError as error:
        shown = ", ".join(_shown(slot) for slot in slots)
        yield _say(bound, call, f"The call does not fit `{symbol.name}`: {error}", f"It takes ({shown})")


def _shown(slot: Slot) -> str:
    name = {"var_positional": "*", "var_keyword": "**"}.get(slot.kind, "") + slot.name
    return name if slot.required or slot.kind in _VARIADIC else f"{name}=…"


def _of_code(facts: Facts, bound: Bound) -> Iterator[Diagnostic]:
    """Check calls of classes that exist, and of the methods of values whose class is directly known."""
    for use, symbol, rest in bound.declared:
        if use.call is None or rest or symbol.kind is not Kind.CLASS:
            continue
        makers = [found for name in ("__init__", "__new__") if (found := method(symbol, name)) is not None]
        if makers:
            slots = makers[0].slots[makers[0].binding == "instance" or makers[0].name.endswith("__new__") :]
            yield from _bind(bound, use.call, symbol, slots)
        elif not any(one.unlisted or one.partial for one in lineage(symbol)):
            hint = f"Describe it: `function {symbol.name}.__init__(self: {symbol.name}) -> None {{`"
            yield _say(bound, use.call, f"Nothing says how a `{symbol.name}` is made", hint)
    for use in (*bound.locals, *bound.reading.bound):
        if use.call is not None and use.attributes:
            yield from _method(facts, bound, use.call, use.inner)
    for node, inner in bound.reading.fields:
        call = next((one for one in _calls(bound) if one.func is node), None)
        if call is not None:
            yield from _method(facts, bound, call, inner)


def _calls(bound: Bound) -> list[ast.Call]:
    return [node for node in ast.walk(bound.reading.node) if isinstance(node, ast.Call)]


def _method(facts: Facts, bound: Bound, call: ast.Call, inner: Inner) -> Iterator[Diagnostic]:
    called = called_method(call, Place(facts.table, bound.scope, inner))
    found = method(*called) if called is not None else None
    if found is not None:
        yield from _bind(bound, call, found, found.slots[found.binding == "instance" :])


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
