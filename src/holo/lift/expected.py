"""What a described hologram says of signatures and types, in the form in which the inventory says it.

Sees the IR alone. A type is its annotation: opaque names are replaced by the text that they stand for, and the names
of aliases may be taken as they are or as what they stand for.
"""

from __future__ import annotations

import ast
import copy
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from holo.lift.annotations import STREAMS, parsed, shape
from holo.lift.model import PLAIN, Parameter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from holo.ir import model as ir

ANY = "Any"


@dataclass(frozen=True, slots=True)
class Types:
    """The types that some holograms declare: ids of opaque ones to their text, of aliases to what they are made from.

    `spell` writes an annotation out as the module would that is compared: without the package's own names for types.
    """

    opaque: Mapping[str, str]
    aliases: Mapping[str, ir.Expr]
    spell: Callable[[str], str] = str

    def within(self, spell: Callable[[str], str]) -> Types:
        """Return the same types as one module spells them."""
        return replace(self, spell=spell)

    def shapes(self, type_: ir.Expr) -> frozenset[str]:
        """Return the forms in which an annotation may say a type."""
        spelled = (shape(self.spell(self._text(type_, through=through))) for through in (False, True))
        return frozenset({shape(type_.source), *spelled})

    def text(self, type_: ir.Expr) -> str:
        """Return a type as an annotation for people."""
        return self._text(type_, through=False)

    def fits(self, shapes: frozenset[str], annotation: str) -> bool:
        """Say whether an annotation of today is the one that is described; none is as good as `Any`."""
        if not annotation:
            return ANY in shapes
        return shape(annotation) in shapes or shape(self.spell(annotation)) in shapes

    def _text(self, type_: ir.Expr, *, through: bool) -> str:
        node = parsed(type_.source)
        if node is None:
            return type_.source
        return ast.unparse(_Put(self, type_.names, through=through).visit(copy.deepcopy(node)))


def types_of(holograms: Iterable[ir.Hologram]) -> Types:
    """Return the types that holograms declare."""
    packages = [package for hologram in holograms for package in hologram.packages]
    return Types(
        {one.id: one.python for package in packages for one in package.opaques},
        {one.id: one.base for package in packages for one in package.aliases},
    )


class _Put(ast.NodeTransformer):
    """Puts what a name stands for in its place."""

    def __init__(self, types: Types, names: Mapping[str, str], *, through: bool) -> None:
        self.types, self.names, self.through = types, names, through

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self._instead(node)

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        return self._instead(node)

    def _instead(self, node: ast.Name | ast.Attribute) -> ast.expr:
        declared = self.names.get(ast.unparse(node), "")
        if declared in self.types.opaque:
            return parsed(self.types.opaque[declared]) or node
        if self.through and declared in self.types.aliases:
            base = self.types.aliases[declared]
            inner = parsed(base.source)
            return node if inner is None else _Put(self.types, base.names, through=True).visit(copy.deepcopy(inner))
        return node


def is_stream(shapes: frozenset[str]) -> bool:
    """Say whether a result is an iterator: what a generator function returns."""
    return any(one.partition("[")[0] in STREAMS for one in shapes)


def parameters(function: ir.Function) -> tuple[ir.Parameter, ...]:
    """Return the parameters that a call gives: without `self` and `cls`."""
    marked = function.binding in {"instance", "class"} and function.parameters
    return function.parameters[1:] if marked else function.parameters


def as_parameter(one: ir.Parameter, types: Types) -> Parameter:
    """Return a described parameter as the inventory would hold it."""
    default = one.default.source if one.default is not None else ""
    annotation = "" if one.untyped else types.text(one.type)
    return Parameter(one.name, str(one.kind) or PLAIN, annotation, default)
