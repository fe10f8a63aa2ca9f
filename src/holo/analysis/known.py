"""What is directly known of a value's type, with no inference: parameters, fields, calls, literals.

Answers `None` whenever in doubt: what it says is certain. The real check of types is `types`.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from holo.analysis import names
from holo.analysis.symbols import OWNERS, SHAPES, Kind, Symbol, attribute, method
from holo.ir import prelude

if TYPE_CHECKING:
    from collections.abc import Callable

    from holo.analysis.collect import Table
    from holo.analysis.facts import Scope
    from holo.analysis.reading import Inner

Known: TypeAlias = "Symbol | str | None"
"""A record, enum, error or port; or the name of a plain type or container."""

_CONTAINERS: Final = frozenset({"list", "dict", "set", "frozenset", "tuple"})
_RESULTS: Final = {
    **dict.fromkeys(("int", "len", "ord"), "int"),
    **dict.fromkeys(("str", "repr", "chr"), "str"),
    **dict.fromkeys(("bool", "all", "any", "isinstance"), "bool"),
    **dict.fromkeys(("list", "sorted"), "list"),
    **{name: name for name in ("float", "bytes", "dict", "set", "frozenset", "tuple")},
    **{name: name for name in ("date", "datetime", "time", "timedelta", "Decimal", "Fraction")},
}
_DISPLAYS: Final[dict[type[ast.expr], str]] = {
    ast.List: "list",
    ast.ListComp: "list",
    ast.Set: "set",
    ast.SetComp: "set",
    ast.Dict: "dict",
    ast.DictComp: "dict",
    ast.Tuple: "tuple",
    ast.JoinedStr: "str",
    ast.Compare: "bool",
}
_VALUES: Final = (SHAPES | {Kind.PORT, Kind.ERROR}) - {Kind.OPAQUE}
_PLAIN: Final = prelude.TYPES - _CONTAINERS
_UNREAD: Final = object()
_HEARD: Final = "()"
"""Ends the text that stands for one call of a port's function: `Post.send()`, which no type can be."""
_DEPTH: Final = 20


class Place:
    """A scope, the variables inside the expression, and the table that says what names mean."""

    __slots__ = ("inner", "scope", "table")

    def __init__(self, table: Table, scope: Scope, inner: Inner) -> None:
        """Keep the three together."""
        self.table = table
        self.scope = scope
        self.inner = inner


def type_of(node: ast.expr, place: Place) -> Known:
    """Return what the value of an expression is, where that is directly known."""
    if type(node) is ast.Constant:
        return "None" if node.value is None else type(node.value).__name__
    if type(node) is ast.Name and not place.inner:
        known = place.scope.variables.get(node.id)
        if known in _PLAIN:
            return known
    text, home = _text_of(node, place, 0)
    return shape(text, home, place) if text else None


def shape(text: str, home: Symbol | None, place: Place, depth: int = 0) -> Known:
    """Return what a type's text means where `home` is declared; `None` for unions, variables and the unknown.

    `home` is None for the place itself.
    """
    if text in _PLAIN:
        return text
    key = (text, place.scope.package, place.scope.generic) if home is None else (text, home.package, home.generic)
    if home is None or not home.foreign:
        known = place.table.shapes.get(key, _UNREAD)
        if known is not _UNREAD:
            return known  # type: ignore[return-value]  # the table keeps what this function returned
        known = place.table.shapes[key] = _shape(text, home, place, depth)
        return known
    return _shape(text, home, place, depth)


def _shape(text: str, home: Symbol | None, place: Place, depth: int) -> Known:
    if depth > _DEPTH or "|" in text:
        return None
    if text.endswith(_HEARD):
        return _heard(text, home, place)
    head = text.partition("[")[0]
    if head in _CONTAINERS:
        return head
    symbol = _lookup(text, home, place)
    if symbol is None:
        return None
    if symbol.kind is Kind.ALIAS:
        return shape(symbol.returns, symbol, place, depth + 1)
    return symbol if symbol.kind in _VALUES and not symbol.partial else None


def _heard(text: str, home: Symbol | None, place: Place) -> Symbol | None:
    """Return one call that a port was told, with its arguments as fields, from the text that `_call` made."""
    port, _, name = text.removesuffix(_HEARD).rpartition(".")
    symbol = _lookup(port, home, place)
    function = symbol.functions.get(name) if symbol is not None and not symbol.partial else None
    if symbol is None or function is None:
        return None
    shown = f"{symbol.name}.{name}"
    return Symbol(Kind.CALLS, function.id, shown, symbol.package, slots=function.slots, foreign=symbol.foreign)


def named(text: str, home: Symbol | None, place: Place) -> Symbol | None:
    """Return the symbol that a type's one name stands for, where `home` is declared; None for a plain type."""
    return None if text in prelude.TYPES else _lookup(text, home, place)


def _lookup(text: str, home: Symbol | None, place: Place) -> Symbol | None:
    """Return the symbol that a type's one name stands for."""
    table = place.table
    if home is not None and home.foreign:
        return table.by_id.get(text) or table.visible[""].get(text)
    generic = place.scope.generic if home is None else home.generic
    if text in generic:
        return None
    package = place.scope.package if home is None else home.package
    root, *rest = text.split(".")
    visible = table.visible.get(package)
    if visible is None or not root.isidentifier():
        return None
    symbol = visible.get(root)
    if symbol is None and not package:
        inside = table.elsewhere.get(root, ())
        symbol = inside[0] if len(inside) == 1 else None
    if symbol is None or not rest:
        return symbol
    found, taken = names.descend(symbol, tuple(rest))
    return found if taken == len(rest) else None


def _element(text: str) -> str:
    """Return the type of a container's elements, as text; nothing where it is no simple container."""
    head, bracket, rest = text.partition("[")
    if not bracket or head not in _CONTAINERS or not rest.endswith("]") or "|" in head:
        return ""
    inside = rest[:-1]
    if head == "tuple":
        return inside.removesuffix("...").rstrip(" ,") if inside.endswith("...") else ""
    return "" if head == "dict" or inside.count("[") != inside.count("]") else inside.strip()


def _text_of(node: ast.expr, place: Place, depth: int) -> tuple[str, Symbol | None]:
    """Return a value's type as text, and the symbol in whose words it is."""
    kind = type(node)
    known = _DISPLAYS.get(kind)
    if known is not None:
        return known, None
    read = _READERS.get(kind)
    return _NOTHING if read is None or depth > _DEPTH else read(node, place, depth)


def _constant(node: ast.Constant, _place: Place, _depth: int) -> tuple[str, Symbol | None]:
    return ("None" if node.value is None else type(node.value).__name__), None


def _subscript(node: ast.Subscript, place: Place, depth: int) -> tuple[str, Symbol | None]:
    text, home = _text_of(node.value, place, depth + 1)
    if isinstance(node.slice, ast.Slice):
        return text, home
    return _element(text) if text.startswith("list[") else "", home


def _unary(node: ast.UnaryOp, place: Place, depth: int) -> tuple[str, Symbol | None]:
    if isinstance(node.op, ast.Not):
        return "bool", None
    text, _ = _text_of(node.operand, place, depth + 1)
    return (text, None) if text in {"int", "float"} else _NOTHING


def _name(node: ast.Name, place: Place, depth: int) -> tuple[str, Symbol | None]:
    name = node.id
    if name in place.inner:
        over = place.inner[name]
        if over is None:
            return "", None
        # What a comprehension runs over is outside its own variable.
        outside = Place(place.table, place.scope, {key: one for key, one in place.inner.items() if key != name})
        text, home = _text_of(over, outside, depth + 1)
        return _element(text), home
    if name in place.scope.variables:
        return place.scope.variables[name], None
    symbol = names.find(place.table, place.scope, name)
    if symbol is not None and symbol.kind is Kind.CONST:
        return symbol.returns, symbol
    return "", None


def _attribute(node: ast.Attribute, place: Place, depth: int) -> tuple[str, Symbol | None]:
    text, home = _text_of(node.value, place, depth + 1)
    if text:
        known = shape(text, home, place)
        if isinstance(known, Symbol) and known.kind is Kind.CLASS:
            read = attribute(known, node.attr)
            return (read[0].type, read[1]) if read is not None else _NOTHING
        if isinstance(known, Symbol) and known.kind in {Kind.RECORD, Kind.ERROR, Kind.CALLS}:
            slot = next((one for one in known.slots if one.name == node.attr), None)
            return (slot.type, known) if slot is not None else ("", None)
        return "", None
    symbol = _symbol(node.value, place)
    if symbol is not None and symbol.kind is Kind.ENUM and node.attr in symbol.members:
        return symbol.name if not symbol.foreign else symbol.id, symbol
    return "", None


def _symbol(node: ast.expr, place: Place) -> Symbol | None:
    """Return the declared name that a chain of attributes is."""
    if type(node) is ast.Name:
        name = node.id
        if name in place.inner or name in place.scope.variables:
            return None
        return place.scope.visible.get(name) or names.find(place.table, place.scope, name)
    chain: list[str] = []
    while isinstance(node, ast.Attribute):
        chain.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name) or node.id in place.inner or node.id in place.scope.variables:
        return None
    symbol = names.find(place.table, place.scope, node.id)
    if symbol is None:
        return None
    found, taken = names.descend(symbol, tuple(reversed(chain)))
    return found if taken == len(chain) else None


def called_method(node: ast.Call, place: Place, depth: int = 0) -> tuple[Symbol, str] | None:
    """Return the class of the value whose method is called, and the method's name, where the class is directly known."""
    if not isinstance(node.func, ast.Attribute):
        return None
    text, home = _text_of(node.func.value, place, depth + 1)
    known = shape(text, home, place) if text else None
    return (known, node.func.attr) if isinstance(known, Symbol) and known.kind in OWNERS else None


def _call(node: ast.Call, place: Place, depth: int) -> tuple[str, Symbol | None]:
    symbol = _symbol(node.func, place)
    if symbol is None:
        called = called_method(node, place, depth) if place.table.code else None
        found = method(*called) if called is not None else None
        return (found.returns, found) if found is not None and not found.generic else _NOTHING
    if symbol.kind is Kind.CALLS:
        return _recorded(node, place), None
    if symbol.kind is Kind.BUILTIN:
        return _RESULTS.get(symbol.name, ""), None
    if symbol.kind in {Kind.RECORD, Kind.ERROR, Kind.CLASS}:
        return symbol.name if not symbol.foreign else symbol.id, symbol
    if symbol.kind is Kind.FUNCTION and not symbol.generic:
        return symbol.returns, symbol
    return "", None


def _recorded(node: ast.Call, place: Place) -> str:
    """Return the type of `calls(port.function)`."""
    asked = node.args[0] if len(node.args) == 1 else None
    if not isinstance(asked, ast.Attribute) or not isinstance(asked.value, ast.Name):
        return ""
    port = place.scope.variables.get(asked.value.id, "")
    return f"list[{port}.{asked.attr}{_HEARD}]" if port and "[" not in port else ""


READABLE: Final = frozenset(
    {
        *(ast.Name, ast.Constant, ast.Attribute, ast.Call, ast.Subscript, ast.UnaryOp),
        *_DISPLAYS,
    }
)
"""The kinds of nodes of which something may be known."""

_NOTHING: Final[tuple[str, Symbol | None]] = ("", None)
_READERS: Final[dict[type[ast.expr], Callable[[Any, Place, int], tuple[str, Symbol | None]]]] = {
    ast.Name: _name,
    ast.Constant: _constant,
    ast.Attribute: _attribute,
    ast.Call: _call,
    ast.Subscript: _subscript,
    ast.UnaryOp: _unary,
}
