"""What can be made of a function over code that exists: which of its parameters have values, and why others have none.

Values are made of plain types, containers of them, records, enums and aliases. A class, an opaque type and Python's
iterators are known by name alone.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Final

from holo.ir import model as ir

if TYPE_CHECKING:
    from collections.abc import Callable

GENERIC: Final = {
    "type": (1, 1),
    "Iterator": (1, 1),
    "Iterable": (1, 1),
    "AsyncIterator": (1, 1),
    "AsyncIterable": (1, 1),
    "Generator": (1, 3),
    "AsyncGenerator": (1, 2),
}
"""Types that take arguments and that only described code has: the least and the most arguments."""

_VARIADIC: Final = frozenset({"var_positional", "var_keyword"})


def defined(function: ir.Function) -> bool:
    """Say whether the hologram says all of a function, so that expressions may call it before any body is there."""
    return function.body is not None and all(
        one.kind not in _VARIADIC and (one.default is None or says(one.default)) for one in function.parameters
    )


class Values:
    """Says of which types values can be made; `lookup` finds the declaration behind an id."""

    def __init__(self, lookup: Callable[[str], ir.Node | None]) -> None:
        """Know nothing yet."""
        self._lookup = lookup
        self._known: dict[tuple[str, bool], str] = {}
        self._read: dict[tuple[object, ...], str] = {}

    def without(self, type_: ir.Expr, *, anywhere: bool = False) -> str:
        """Return the name of the first type in `type_` that leaves it without values, or nothing.

        One member of a union that has values is enough to have some. With `anywhere` it is the first type without
        values at all: what nobody can say whether a value fits.
        """
        if not type_.names and "[" not in type_.source:
            return type_.source if type_.source in GENERIC else ""
        key = (type_.source, tuple(type_.names.items()), anywhere)
        found = self._read.get(key)
        if found is None:
            node = ast.parse(type_.source, mode="eval").body
            found = self._read[key] = self._node(node, type_.names, anywhere=anywhere)
        return found

    def _node(self, node: ast.expr, names: dict[str, str], *, anywhere: bool) -> str:
        match node:
            case ast.BinOp(left=left, right=right):
                first = self._node(left, names, anywhere=anywhere)
                second = self._node(right, names, anywhere=anywhere)
                return first or second if anywhere else first and second and first
            case ast.Subscript(value=ast.Name(id=head), slice=index):
                if head in GENERIC:
                    return head
                parts = index.elts if isinstance(index, ast.Tuple) else [index]
                return next((found for one in parts if (found := self._node(one, names, anywhere=anywhere))), "")
            case ast.Name() | ast.Attribute():
                text = ast.unparse(node)
                if text in names:
                    return self._id(names[text], anywhere=anywhere)
                return text if text in GENERIC else ""
            case _:
                return ""

    def _id(self, id_: str, *, anywhere: bool) -> str:
        key = (id_, anywhere)
        found = self._known.get(key)
        if found is None:
            self._known[key] = ""  # a record may hold others of its kind
            found = self._known[key] = self._declared(self._lookup(id_), anywhere=anywhere)
        return found

    def _declared(self, node: ir.Node | None, *, anywhere: bool) -> str:
        match node:
            case ir.Class() | ir.Opaque():
                return node.name
            case ir.Alias():
                return self.without(node.base, anywhere=anywhere)
            case ir.Record():
                parts = (self.without(one.type, anywhere=anywhere) for one in node.fields)
                return next((found for found in parts if found), "")
            case _:
                return ""

    def parameter(self, parameter: ir.Parameter) -> str:
        """Say why a parameter is given no value, in words; nothing where it is given some."""
        if parameter.kind in _VARIADIC:
            return f"`{'*' if parameter.kind == 'var_positional' else '**'}{parameter.name}` takes any number"
        if parameter.untyped:
            return f"`{parameter.name}` has no type"
        found = self.without(parameter.type)
        return f"there is no value of `{found}`, the type of `{parameter.name}`" if found else ""

    def given(self, function: ir.Function) -> tuple[tuple[ir.Parameter, ...], dict[str, str]]:
        """Return the parameters that get values, and the others by name, each with the reason in words.

        What may be left out (it has a default, or takes any number) is left out where it has no values.
        """
        given: list[ir.Parameter] = []
        others: dict[str, str] = {}
        for one in function.parameters:
            reason = self.parameter(one) if function.described else ""
            if reason:
                others[one.name] = reason
            else:
                given.append(one)
        return tuple(given), others


def can_be_left_out(parameter: ir.Parameter) -> bool:
    """Say whether a call need not give a parameter."""
    return parameter.default is not None or parameter.kind in _VARIADIC


def says(default: ir.Expr | None) -> bool:
    """Say whether a default is written, and not only known to be there."""
    return default is not None and default.source != ir.ELIDED
