"""Griffe's expressions as plain text, and which assignments of a module name a type."""

from __future__ import annotations

import ast
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from holo.lift.model import Alias

if TYPE_CHECKING:
    import griffe

_FORMS: Final = frozenset(
    "Union Optional Callable List Dict Set FrozenSet Tuple Type Sequence Mapping MutableMapping Iterable Iterator Literal "
    "Annotated Awaitable Coroutine AsyncIterator AsyncIterable Generator AsyncGenerator ClassVar Pattern Match".split()
)
"""What of `typing` takes arguments in brackets and makes a type."""

_GENERIC: Final = frozenset({"list", "dict", "set", "frozenset", "tuple", "type"})
_VARIABLES: Final = frozenset({"TypeVar", "ParamSpec", "TypeVarTuple"})


def plain_text(expression: Any) -> str:
    """Return an expression as Python source in one spelling; empty for none."""
    if expression is None:
        return ""
    return spelled(str(expression))


@lru_cache(maxsize=4096)
def spelled(text: str) -> str:
    """Return a source text in the spelling of `ast.unparse`; what Python cannot parse comes back as it is."""
    try:
        return ast.unparse(ast.parse(text.strip(), mode="eval"))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return text


def alias_of(member: griffe.Attribute) -> Alias | None:
    """Return the name for a type that an assignment makes, or None where it makes a value."""
    if member.value is None:
        return None
    text = plain_text(member.value)
    line = member.lineno or 0
    annotation = plain_text(member.annotation)
    if annotation.rpartition(".")[2] == "TypeAlias":
        return Alias(member.name, text, line=line)
    try:
        node = ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    if annotation:
        return None
    match node:
        case ast.Call(func=function, args=[_, *bounds], keywords=keywords) if last_name(function) in _VARIABLES:
            bound = bool(bounds) or any(one.arg in {"bound", "default"} for one in keywords)
            return Alias(member.name, text, "typevar", bound or last_name(function) != "TypeVar", line)
        case ast.Call(func=function) if last_name(function) == "NewType":
            return Alias(member.name, text, "newtype", line=line)
        case ast.Subscript(value=value) if last_name(value) in _FORMS | _GENERIC:
            return Alias(member.name, text, line=line)
        case ast.BinOp() if _is_union(node):
            return Alias(member.name, text, line=line)
        case _:
            return None


def _is_union(node: ast.expr) -> bool:
    match node:
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            return _is_union(left) and _is_union(right)
        case ast.Constant(value=None):
            return True
        case ast.Subscript(value=value):
            return last_name(value) in _FORMS | _GENERIC
        case ast.Name(id=name):
            return name in {"int", "str", "bool", "float", "bytes", "object", *_GENERIC}
        case _:
            return False


def last_name(node: ast.expr) -> str:
    """Return the last part of a dotted name; empty for any other expression."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""
