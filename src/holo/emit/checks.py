"""Conditions that a value of a declared type must meet, as Python text.

Records check refinements when they are made; tests check whole types. Static types need no run-time
check, so that generated code asks only what no type checker can know.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from holo.ir import model as ir
from holo.ir.prelude import PRELUDE_MODULES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from holo.emit.names import FileNames
    from holo.pycode.scope import Lookup

_ITEMS = {"list", "set", "frozenset"}
_EXACT = {"int", "str", "bool", "bytes", "date", "datetime", "time", "timedelta", "Decimal", "Fraction"}


class Conditions:
    """Writes conditions in the words of one file; `types` says whether plain types are asked for, too."""

    def __init__(
        self, names: FileNames, lookup: Lookup, *, types: bool, later: dict[str, set[str]] | None = None
    ) -> None:
        """Write for the file that `names` belongs to."""
        self._names = names
        self._lookup = lookup
        self._types = types
        self._later = later
        self._inside: set[str] = set()

    def of(self, type_: ir.Expr, value: str) -> list[str]:
        """Return the conditions on `value`, the text of a name or attribute."""
        return self._node(ast.parse(type_.source, mode="eval").body, type_.names, value, 1)

    def _node(self, node: ast.expr, names: Mapping[str, str], value: str, depth: int) -> list[str]:
        match node:
            case ast.Constant(value=None):
                return self._asked(f"{value} is None")
            case ast.BinOp(op=ast.BitOr()):
                return self._union(_members(node), names, value, depth)
            case ast.Subscript(value=ast.Name(id=name), slice=inside):
                return self._container(name, inside, names, value, depth)
            case ast.Name() | ast.Attribute():
                return self._named(ast.unparse(node), names, value, depth)
            case _:
                return []

    def _named(self, name: str, names: Mapping[str, str], value: str, depth: int) -> list[str]:
        key = names.get(name)
        declared = self._lookup(key) if key is not None else None
        match declared:
            case ir.Alias():
                if declared.id in self._inside:
                    return []  # a type that holds itself is checked one level deep
                self._inside.add(declared.id)
                found = self._node(ast.parse(declared.base.source, mode="eval").body, declared.base.names, value, depth)
                self._inside.discard(declared.id)
                if declared.where is not None:
                    where = self._names.code(declared.where, stands_for={"it": value}, later=self._later)
                    found.append(where)
                return found
            case ir.Record() | ir.Enum():
                assert key is not None
                return (
                    self._asked(f"type({value}) is {self._names.local(key, name, later=self._later)}")
                    if self._types
                    else []
                )
            case None if name in _EXACT and key is None:
                return self._asked(f"type({value}) is {self._standard(name)}")
            case None if name == "float":
                return self._asked(f"type({value}) in (int, float)")
            case None if name in {*_ITEMS, "dict", "tuple"}:
                return self._asked(f"type({value}) is {name}")
            case _:
                return []

    def _container(self, name: str, inside: ast.expr, names: Mapping[str, str], value: str, depth: int) -> list[str]:
        found = self._asked(f"type({value}) is {name}")
        each = f"_each{depth if depth > 1 else ''}"
        parts = inside.elts if isinstance(inside, ast.Tuple) else [inside]
        if name in _ITEMS and len(parts) == 1:
            found += _all(self._node(parts[0], names, each, depth + 1), each, value)
        elif name == "dict" and len(parts) == 2:
            found += _all(self._node(parts[0], names, each, depth + 1), each, value)
            found += _all(self._node(parts[1], names, each, depth + 1), each, f"{value}.values()")
        elif name == "tuple" and len(parts) == 2 and isinstance(parts[1], ast.Constant):
            found += _all(self._node(parts[0], names, each, depth + 1), each, value)
        elif name == "tuple":
            found += self._asked(f"len({value}) == {len(parts)}")
            for index, part in enumerate(parts):
                found += self._node(part, names, f"{value}[{index}]", depth)
        return found

    def _union(self, members: list[ast.expr], names: Mapping[str, str], value: str, depth: int) -> list[str]:
        if self._types:
            options = [self._node(member, names, value, depth) for member in members]
            if not all(options):
                return []
            return [" or ".join(f"({joined(option)})" for option in options)]
        found = []
        others = [member for member in members if not _is_none(member)]
        for member in others:
            inner = self._node(member, names, value, depth)
            if inner and len(others) == 1:
                found.append(f"{value} is None or ({joined(inner)})")
            elif inner:
                known = Conditions(self._names, self._lookup, types=True, later=self._later)
                base = known._node(*_base(member, names, self._lookup), value, depth)
                if base:
                    found.append(f"not ({joined(base[:1])}) or ({joined(inner)})")
        return found

    def _asked(self, condition: str) -> list[str]:
        return [condition] if self._types else []

    def _standard(self, name: str) -> str:
        return self._names.standard(PRELUDE_MODULES[name], name) if name in PRELUDE_MODULES else name


def joined(conditions: list[str]) -> str:
    """Return conditions as one; a single one stays as it is."""
    return conditions[0] if len(conditions) == 1 else " and ".join(f"({each})" for each in conditions)


def _all(conditions: list[str], each: str, values: str) -> list[str]:
    return [f"all({joined(conditions)} for {each} in {values})"] if conditions else []


def _members(node: ast.expr) -> list[ast.expr]:
    match node:
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            return [*_members(left), *_members(right)]
        case _:
            return [node]


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _base(node: ast.expr, names: Mapping[str, str], lookup: Lookup) -> tuple[ast.expr, Mapping[str, str]]:
    # The plain type under an alias, by which a member of a union is told apart.
    while isinstance(node, ast.Name | ast.Attribute):
        declared = lookup(names.get(ast.unparse(node), ""))
        if not isinstance(declared, ir.Alias):
            break
        node, names = ast.parse(declared.base.source, mode="eval").body, declared.base.names
    return node, names
