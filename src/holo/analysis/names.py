"""Name lookup, exactly as the language has it.

A bare name is, in order: variable, own package, file, prelude, what `uses` lists; at top level also what one
package alone declares. Says nothing of where a name may stand.
"""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from holo.analysis.nearest import did_you_mean, nearest
from holo.analysis.symbols import OWNERS, PRELUDE_NAMES, Kind
from holo.codes import Code
from holo.diagnostics.model import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from holo.analysis.collect import Table
    from holo.analysis.facts import Scope
    from holo.analysis.symbols import Symbol
    from holo.source import Span

GROUPS = frozenset({Kind.PACKAGE, Kind.HOLOGRAM})
"""What a dotted name may lead through."""

_PYTHON = frozenset(name for name in dir(builtins) if name[0].islower())
_FAMILIAR = {
    **dict.fromkeys(("null", "nil", "none", "undefined", "NULL"), "Write `None`"),
    **dict.fromkeys(("true", "TRUE"), "Write `True`"),
    **dict.fromkeys(("false", "FALSE"), "Write `False`"),
    **dict.fromkeys(("string", "String"), "Write `str`"),
    **dict.fromkeys(("boolean", "Boolean", "Bool"), "Write `bool`"),
    **dict.fromkeys(("integer", "Integer"), "Write `int`"),
    "double": "Write `float`",
    **dict.fromkeys(("List", "Sequence", "Iterable", "Array"), "Write `list[…]`"),
    **dict.fromkeys(("Dict", "Mapping", "Map"), "Write `dict[K, V]`"),
    **dict.fromkeys(("Optional", "Maybe"), "Write `T | None`"),
    **dict.fromkeys(("Any", "object"), "Write the type that it has"),
    **dict.fromkeys(("self", "this"), "Fields and parameters stand by their bare names"),
    **dict.fromkeys(("map", "filter"), "Write a comprehension, `[… for …]`"),
    "Union": "Write `A | B`",
    "Tuple": "Write `tuple[…]`",
    "Set": "Write `set[…]`",
    "void": "Write `None`",
}
"""What other languages call it, or what authors of Python reach for."""

_WORDS = {
    "result": ("`result` stands only in `ensures` and `then`", "Speak of the parameters, or move it to an `ensures`"),
    "it": ("`it` stands only in `where`", "Name the parameter or field that you mean"),
}


def find(table: Table, scope: Scope, name: str, *, anywhere: bool = False) -> Symbol | None:
    """Return what a bare name that is no variable means; `anywhere` also where packages must be named."""
    symbol = scope.visible.get(name) or scope.listed.get(name)
    if symbol is None and (anywhere or not scope.package):
        inside = table.elsewhere.get(name)
        if inside is not None and len(inside) == 1:
            return inside[0]
    return symbol


def descend(symbol: Symbol, attributes: tuple[str, ...]) -> tuple[Symbol | None, int]:
    """Return what a dotted name means that begins with `symbol`, and how many attributes belong to the name.

    `None` where a package has no such name; the count then says which.
    """
    taken = 0
    while taken < len(attributes):
        group = symbol.kind in GROUPS
        if not group and symbol.kind not in OWNERS:
            break
        inside = symbol.functions.get(attributes[taken])
        if inside is None:
            if group:
                return None, taken + 1
            break
        taken += 1
        symbol = inside
    return symbol, taken


def unknown(table: Table, scope: Scope, name: str, span: Span, near: Iterable[str] = ()) -> Diagnostic:
    """Return the report of a bare name that means nothing here."""
    if name in _WORDS:
        message, hint = _WORDS[name]
        return Diagnostic(Code.MISPLACED_WORD, message, span, hint)
    inside = table.elsewhere.get(name, ())
    if len(inside) > 1:
        where = " and ".join(f"`{one.package}`" for one in inside)
        return Diagnostic(
            Code.AMBIGUOUS_NAME,
            f"Name `{name}` is declared in packages {where}",
            span,
            f"Write `{inside[0].package}.{name}`",
        )
    if inside:
        one = inside[0]
        where = f"Name `{name}` is not visible in package `{scope.package}`"
        listing = ", or list it in `uses`" if one.kind is Kind.FUNCTION else ""
        return Diagnostic(Code.UNKNOWN_NAME, where, span, f"Write `{one.package}.{name}`{listing}")
    if name in scope.hidden:
        return _hidden(scope, name, span)
    # The same wrong name often stands at many places: what is near it in the whole file is looked for once.
    key = (scope.package, name)
    if key not in table.near:
        known = [*scope.visible, *table.elsewhere]
        if name in _FAMILIAR or name in _PYTHON:  # what is declared may be meant, not another word of the prelude
            known = [one for one in known if one not in PRELUDE_NAMES]
        table.near[key] = nearest(name, known)
    if name in _FAMILIAR or name in _PYTHON:
        near = ()
    hint = did_you_mean(name, [*near, *scope.variables, *scope.listed, table.near[key]]) or _FAMILIAR.get(name, "")
    if not hint and name in _PYTHON:
        hint = f"Do without it: Python's `{name}` is outside the subset"
    return Diagnostic(Code.UNKNOWN_NAME, f"Name `{name}` is not declared", span, hint)


def _hidden(scope: Scope, name: str, span: Span) -> Diagnostic:
    """Return the report of a parameter that is named where values are given."""
    type_ = scope.hidden[name]
    symbol = scope.visible.get(type_)
    port = symbol is not None and symbol.kind is Kind.PORT
    if scope.scene:
        hint = f"Write `given {name}: {type_}` above" if port else f"Write `given {name} = …` above"
    else:
        hint = f"Write the case as a `failure` with `given {name}: {type_}`" if port else "Write a value in its place"
    return Diagnostic(Code.UNKNOWN_NAME, f"Parameter `{name}` has no value here", span, hint)


def unknown_inside(whole: Symbol, name: str, span: Span) -> Diagnostic:
    """Return the report of a name that a package, hologram or port does not have."""
    hint = did_you_mean(name, whole.functions)
    return Diagnostic(
        Code.UNKNOWN_NAME, f"{whole.kind.value.capitalize()} `{whole.name}` declares no `{name}`", span, hint
    )


def kind_of(symbol: Symbol) -> str:
    """Return what a symbol is, with its article, as messages say it."""
    word = symbol.kind.value
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"


def names_of(groups: Mapping[str, Symbol]) -> list[str]:
    """Return the names that stand in groups, with the group before each: `fines.fine`."""
    return [f"{group}.{name}" for group, one in groups.items() if one.kind in GROUPS for name in one.functions]
