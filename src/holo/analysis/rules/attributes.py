"""A value whose type is directly known has the field, member or method that is read from it."""

from __future__ import annotations

import ast
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from holo.analysis.known import Place, type_of
from holo.analysis.nearest import did_you_mean
from holo.analysis.symbols import OWNERS, Kind, attribute, lineage, method
from holo.codes import Code
from holo.diagnostics.model import Diagnostic
from holo.expr.methods import ATTRIBUTES, METHODS, method_hint
from holo.expr.modules import MODULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from holo.analysis.facts import Bound, Facts
    from holo.analysis.reading import Inner, Use
    from holo.analysis.symbols import Symbol

_PLAIN: Final[dict[str, type]] = {
    one.__name__: one
    for one in (
        *(int, str, bool, float, bytes, list, dict, set, frozenset, tuple),
        *(date, datetime, time, timedelta, Decimal, Fraction),
    )
}
_OF_MEMBERS: Final = ("name", "value")
_FAMILIAR: Final = {
    **dict.fromkeys(("length", "size", "len", "Length"), "Write `len(…)`"),
    **dict.fromkeys(("contains", "includes", "has", "indexOf"), "Write `x in …`"),
    **dict.fromkeys(("isEmpty", "is_empty", "empty"), "Compare with the empty value, or write `not …`"),
    **dict.fromkeys(("push", "concat"), "Build a new value: `[*xs, x]`"),
    **dict.fromkeys(("map", "filter"), "Write a comprehension, `[… for …]`"),
    **dict.fromkeys(("trim", "Trim"), "Write `.strip()`"),
    **dict.fromkeys(("toLowerCase", "toLower"), "Write `.lower()`"),
    **dict.fromkeys(("toUpperCase", "toUpper"), "Write `.upper()`"),
}
"""What other languages call it."""


def attributes(facts: Facts) -> Iterator[Diagnostic]:
    """Report fields, members, port functions and methods that do not exist."""
    for bound in facts.expressions.values():
        for use in bound.locals:
            if use.attributes:
                yield from _chain(facts, bound, use.node, use.inner)
        reading = bound.reading
        for use in reading.bound:
            yield from _chain(facts, bound, use.node, use.inner)
        for node, inner in reading.fields:
            yield from _read(facts, bound, node, inner)
        for use, symbol, rest in bound.declared:
            if not rest or symbol.partial:
                continue
            if symbol.kind is Kind.MODULE:
                known = MODULES.get(symbol.name)
                if known is not None and "." not in symbol.name and rest[0] not in known:
                    message = f"Module `{symbol.name}` has no `{rest[0]}` that an expression may use"
                    yield _say(bound, use.node, message, rest[0], sorted(known))
            elif symbol.kind is Kind.ENUM:
                if rest[0] not in symbol.members:
                    yield _say(
                        bound, use.node, f"Enum `{symbol.name}` has no member `{rest[0]}`", rest[0], symbol.members
                    )
            elif symbol.kind is Kind.CONST:
                yield from _chain(facts, bound, use.node, use.inner)
            elif symbol.kind is Kind.CLASS:
                yield from _of_class(bound, use, symbol, rest[0])
            elif symbol.kind is Kind.RECORD or symbol.kind is Kind.ALIAS or symbol.kind is Kind.FUNCTION:
                word = symbol.kind.value.capitalize()
                yield _say(bound, use.node, f"{word} `{symbol.name}` has no `.{rest[0]}`", "", ())


def _of_class(bound: Bound, use: Use, symbol: Symbol, name: str) -> Iterator[Diagnostic]:
    """Check `Cart.name`: an inherited method, or an attribute that the class itself may have."""
    known = lineage(symbol)
    if any(one.unlisted or one.partial for one in known) or attribute(symbol, name) or method(symbol, name):
        return
    near = [word for one in known for word in (*one.functions, *(slot.name for slot in one.slots))]
    yield _say(bound, use.node, f"Class `{symbol.name}` has no attribute or method `{name}`", name, near)


def _chain(facts: Facts, bound: Bound, node: ast.expr, inner: Inner) -> Iterator[Diagnostic]:
    """Check each attribute of `a.b.c`, the first one first."""
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        yield from _read(facts, bound, node, inner)
        return
    links: list[ast.Attribute] = []
    while isinstance(node, ast.Attribute):
        links.append(node)
        node = node.value
    for link in reversed(links):
        found = list(_read(facts, bound, link, inner))
        if found:
            yield from found
            return


def _read(facts: Facts, bound: Bound, node: ast.Attribute, inner: Inner) -> Iterator[Diagnostic]:
    known = type_of(node.value, Place(facts.table, bound.scope, inner))
    name = node.attr
    if known is None:
        return
    if isinstance(known, str):
        plain = _PLAIN.get(known)
        if plain is None or name in METHODS.get(plain, ()) or name in ATTRIBUTES.get(plain, ()):
            return
        if isinstance(node.value, ast.Name) and name in facts.table.packages.get(node.value.id, ()):
            yield _hiding(bound, node, node.value.id)
        elif hasattr(plain, name):
            message = f"`.{name}` of `{known}` is outside the subset"
            hint = method_hint(name) or "Write it in another way"
            yield Diagnostic(Code.BAD_EXPRESSION, message, bound.span(node), hint)
        elif name in _FAMILIAR:
            message = f"Type `{known}` has no `.{name}`"
            yield Diagnostic(Code.UNKNOWN_ATTRIBUTE, message, bound.span(node), _FAMILIAR[name])
        else:
            near = [*METHODS.get(plain, ()), *ATTRIBUTES.get(plain, ())]
            yield _say(bound, node, f"Type `{known}` has no `.{name}`", name, near)
    elif known.kind is Kind.CLASS:
        if not any(one.unlisted or one.partial for one in lineage(known)) and not (
            attribute(known, name) or method(known, name)
        ):
            near = [*(slot.name for one in lineage(known) for slot in one.slots)]
            near += [word for one in lineage(known) for word in one.functions]
            yield _say(bound, node, f"Class `{known.name}` has no attribute or method `{name}`", name, near)
    elif name in known.functions and known.kind in OWNERS:
        return
    elif known.kind is Kind.RECORD or known.kind is Kind.ERROR:
        for slot in known.slots:
            if slot.name == name:
                break
        else:
            fields = [slot.name for slot in known.slots]
            word = known.kind.value.capitalize()
            yield _say(bound, node, f"{word} `{known.name}` has no field `{name}`", name, fields)
    elif known.kind is Kind.CALLS:
        told = [slot.name for slot in known.slots]
        if name not in told:
            yield _say(bound, node, f"A call of `{known.name}` has no argument `{name}`", name, told)
    elif known.kind is Kind.ENUM:
        if name not in _OF_MEMBERS:
            yield _say(bound, node, f"A member of `{known.name}` has no `.{name}`", name, _OF_MEMBERS)
    elif known.kind is Kind.PORT and name not in known.functions:
        yield _say(bound, node, f"Port `{known.name}` has no function `{name}`", name, known.functions)


def _hiding(bound: Bound, node: ast.Attribute, name: str) -> Diagnostic:
    """Return the report of `package.function` where a variable has the package's name."""
    message = f"`{name}` is a variable here, and hides package `{name}`"
    hint = f"Rename the variable, or list `{name}.{node.attr}` in `uses` and write `{node.attr}`"
    return Diagnostic(Code.UNKNOWN_ATTRIBUTE, message, bound.span(node), hint)


def _say(bound: Bound, node: ast.expr, message: str, name: str, near: Iterable[str]) -> Diagnostic:
    return Diagnostic(Code.UNKNOWN_ATTRIBUTE, message, bound.span(node), did_you_mean(name, near) if name else "")
