"""Types of a hologram as values: resolved, comparable, printable.

Aliases stay names here; what they stand for is looked up by the World. Arity is checked by analysis.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias

from holo.expr.parse import parse_type
from holo.ir.prelude import CLOCK, RANDOM

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from holo.ir import model as ir

__all__ = ["ANY", "NONE", "Container", "Named", "NoneType", "Plain", "Type", "Union", "Variable", "resolve", "text"]


@dataclass(frozen=True, slots=True)
class Plain:
    """A type that needs no declaration: `int`, `date`, `Decimal`."""

    name: str


@dataclass(frozen=True, slots=True)
class NoneType:
    """The type of `None`."""


@dataclass(frozen=True, slots=True)
class Named:
    """A declared type or port: record, enum, error, alias."""

    id: str


@dataclass(frozen=True, slots=True)
class Variable:
    """A type parameter of the function."""

    name: str


@dataclass(frozen=True, slots=True)
class Container:
    """`list set frozenset dict tuple` of types; `open` marks `tuple[T, ...]`."""

    name: str
    args: tuple[Type, ...]
    open: bool = False


@dataclass(frozen=True, slots=True)
class Union:
    """Either of several types, in the order written, none of them a union."""

    members: tuple[Type, ...]


Type: TypeAlias = Plain | NoneType | Named | Variable | Container | Union

NONE = NoneType()
ANY = Variable("")
"""Every value: stands where a container says nothing of its elements."""

_CONTAINERS = frozenset({"list", "set", "frozenset", "dict", "tuple"})
_PORTS = {"Clock": CLOCK, "Random": RANDOM}


def resolve(expr: ir.Expr, type_parameters: Sequence[str] = ()) -> Type:
    """Return the type that an IR expression of a type stands for."""
    return _resolved(expr.source, tuple(expr.names.items()), tuple(type_parameters))


@lru_cache(maxsize=4096)
def _resolved(source: str, names: tuple[tuple[str, str], ...], type_parameters: tuple[str, ...]) -> Type:
    return _type(parse_type(source), dict(names), type_parameters)


def _type(node: Any, names: dict[str, str], parameters: tuple[str, ...]) -> Type:
    match node:
        case ast.Constant():
            return NONE
        case ast.BinOp(left=left, right=right):
            members: list[Type] = []
            for side in (_type(left, names, parameters), _type(right, names, parameters)):
                members.extend(m for m in (side.members if isinstance(side, Union) else (side,)) if m not in members)
            return Union(tuple(members)) if len(members) > 1 else members[0]
        case ast.Subscript(value=ast.Name(id=name)) if name not in _CONTAINERS:
            return Named(f"prelude.{name}")  # `Iterator[T]` of described code: no declaration, and so no value
        case ast.Subscript(value=ast.Name(id=name), slice=index):
            elements = index.elts if isinstance(index, ast.Tuple) else [index]
            is_open = isinstance(elements[-1], ast.Constant) and elements[-1].value is ...
            inner = elements[:-1] if is_open else elements
            return Container(name, tuple(_type(each, names, parameters) for each in inner), is_open)
        case _:
            return _name(_dotted(node), names, parameters)


def _name(name: str, names: dict[str, str], parameters: tuple[str, ...]) -> Type:
    if name in parameters:
        return Variable(name)
    declared = names.get(name)
    if declared is not None:
        return Named(declared)
    if name in _PORTS:
        return Named(_PORTS[name])
    if name in _CONTAINERS:
        return Container(name, ())
    return Plain(name)


def _dotted(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value)}.{node.attr}"
    assert isinstance(node, ast.Name)
    return node.id


def _last(declared: str) -> str:
    return declared.rpartition(".")[2]


def text(type: Type, spell: Callable[[str], str] = _last) -> str:  # noqa: A002 - the one word for it
    """Print a type as source text; `spell` turns the id of a declared type into the name to write."""
    match type:
        case Plain(name) | Variable(name):
            return name or "object"
        case NoneType():
            return "None"
        case Named(declared):
            return spell(declared)
        case Union(members):
            return " | ".join(text(member, spell) for member in members)
        case Container(name, args, is_open):
            if not args:
                return name
            inner = ", ".join(text(argument, spell) for argument in args)
            return f"{name}[{inner}, ...]" if is_open else f"{name}[{inner}]"
