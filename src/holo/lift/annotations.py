"""Annotations of Python in the words of the language, and the one form in which two annotations are compared.

What the language has no word for becomes an opaque type, known by the annotation's text alone.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from holo.lift.names import last_name

if TYPE_CHECKING:
    from collections.abc import Mapping

PLAIN: Final = frozenset({"int", "str", "bool", "float", "bytes"})
CONTAINERS: Final = frozenset({"list", "dict", "set", "frozenset", "tuple"})
STREAMS: Final = frozenset({"Iterator", "Iterable", "AsyncIterator", "AsyncIterable", "Generator", "AsyncGenerator"})
_OLD_NAMES: Final = {
    "List": "list",
    "Dict": "dict",
    "Set": "set",
    "FrozenSet": "frozenset",
    "Tuple": "tuple",
    "Type": "type",
    "Text": "str",
    "AnyStr": "AnyStr",
}
_PRELUDE: Final = {
    "datetime.date": "date",
    "datetime.datetime": "datetime",
    "datetime.time": "time",
    "datetime.timedelta": "timedelta",
    "decimal.Decimal": "Decimal",
    "fractions.Fraction": "Fraction",
}
_WRAPPERS: Final = frozenset({"Final", "ClassVar", "Required", "NotRequired", "ReadOnly", "Annotated"})
_TYPING: Final = ("typing", "typing_extensions", "collections.abc")
_ARITY: Final = {"list": 1, "set": 1, "frozenset": 1, "dict": 2}
_LONGEST: Final = 40


def parsed(annotation: str) -> ast.expr | None:
    """Return the node of an annotation, or None for what is no expression."""
    try:
        return ast.parse(annotation.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


@dataclass(slots=True)
class Words:
    """The types that one package of a hologram can name, and the opaque ones that it turns out to need.

    `types` maps a name of the module to the type's name in the hologram; `imports` a name to the path it comes from;
    `taken` are names that stand for something else there. `opaque` grows: the text of an annotation to its name.
    """

    types: Mapping[str, str]
    imports: Mapping[str, str]
    taken: set[str]
    variables: frozenset[str] = frozenset()
    opaque: dict[str, str] = field(default_factory=dict)
    literals: int = 0

    def type_of(self, annotation: str, variables: frozenset[str] = frozenset(), owner: str = "") -> str:
        """Return an annotation as a type of the language; `variables` are the function's type parameters."""
        node = parsed(annotation)
        return self.opaque_type(annotation) if node is None else self._type(node, variables, owner)

    def _type(self, node: ast.expr, variables: frozenset[str], owner: str) -> str:
        match node:
            case ast.Constant(value=None):
                return "None"
            case ast.Constant(value=str() as text):
                inner = parsed(text)
                return self.opaque_type(text) if inner is None else self._type(inner, variables, owner)
            case ast.Name() | ast.Attribute():
                return self._name(node, variables, owner)
            case ast.BinOp(op=ast.BitOr()):
                return self._union([node.left, node.right], variables, owner)
            case ast.Subscript(value=value, slice=index):
                arguments = list(index.elts) if isinstance(index, ast.Tuple) else [index]
                return self._generic(node, self._known(value), arguments, variables, owner)
            case _:
                return self.opaque_type(ast.unparse(node))

    def _name(self, node: ast.expr, variables: frozenset[str], owner: str) -> str:
        text = ast.unparse(node)
        if text in variables:
            return text
        if text in self.types:
            return self.types[text]
        name = self._known(node)
        if name == "Self" and owner:
            return owner
        if name in self.taken:
            return self.opaque_type(text)
        if name in PLAIN or name in _PRELUDE.values() or name == "Any":
            return name
        if name in _ARITY or name == "tuple" or name in STREAMS:
            return self._bare(name)
        return self.opaque_type(text)

    def _bare(self, name: str) -> str:
        if name == "tuple":
            return "tuple[Any, ...]"
        return f"{name}[{', '.join(['Any'] * _ARITY.get(name, 1))}]"

    def _generic(
        self, node: ast.Subscript, name: str, arguments: list[ast.expr], variables: frozenset[str], owner: str
    ) -> str:
        if name in self.taken:
            return self.opaque_type(ast.unparse(node))
        if name == "Optional" and len(arguments) == 1:
            return self._union([*arguments, ast.Constant(None)], variables, owner)
        if name == "Union":
            return self._union(arguments, variables, owner)
        if name == "Literal":
            self.literals += 1
            kinds = [_kind_of(one) for one in arguments]
            return " | ".join(dict.fromkeys(kinds)) if all(kinds) else self.opaque_type(ast.unparse(node))
        if name in _WRAPPERS:
            return self._type(arguments[0], variables, owner)
        if name == "tuple" and len(arguments) == 2 and _is_dots(arguments[1]):
            return f"tuple[{self._type(arguments[0], variables, owner)}, ...]"
        fits = len(arguments) == _ARITY.get(name, len(arguments))
        if not arguments:
            return self.opaque_type(ast.unparse(node))
        if (name in _ARITY and fits) or (name == "tuple" and not any(map(_is_odd, arguments))) or name in STREAMS:
            return f"{name}[{', '.join(self._type(one, variables, owner) for one in arguments)}]"
        if name == "type" and len(arguments) == 1 and ast.unparse(arguments[0]) in self.types:
            return f"type[{self.types[ast.unparse(arguments[0])]}]"
        return self.opaque_type(ast.unparse(node))

    def _union(self, members: list[ast.expr], variables: frozenset[str], owner: str) -> str:
        found: dict[str, None] = {}
        for one in members:
            for part in _split(self._type(one, variables, owner)):
                found[part] = None
        return " | ".join(found)

    def _known(self, node: ast.expr) -> str:
        """Return the language's or `typing`'s own name for a name, else an empty text."""
        text = ast.unparse(node)
        root, _, rest = text.partition(".")
        path = self.imports.get(root, "")
        full = f"{path}.{rest}" if path and rest else path or text
        if full in _PRELUDE:
            return _PRELUDE[full]
        home, _, name = full.rpartition(".")
        if not home:
            # Not imported: a builtin, or what the module has from a `*` that leads elsewhere.
            return name if name in PLAIN | CONTAINERS | {"type"} else ""
        return _OLD_NAMES.get(name, name) if home in _TYPING else ""

    def opaque_type(self, text: str) -> str:
        """Return the name of an opaque type for an annotation."""
        text = text.strip()
        if text not in self.opaque:
            self.opaque[text] = self._fresh(text)
        return self.opaque[text]

    def _fresh(self, text: str) -> str:
        words = [word.rpartition(".")[2].strip("_") for word in re.findall(r"[A-Za-z_][\w.]*", text)]
        name = ""
        for word in words:
            if name and len(name) + len(word) > _LONGEST:
                break
            name += word[:1].upper() + word[1:]
        name = re.sub(r"\W", "", name, flags=re.ASCII).lstrip("0123456789") or "Opaque"
        if name in self.taken or name in self.types.values() or name in _RESERVED:
            name = f"{name}Type"
        free, number = name, 2
        while free in self.taken or free in self.types.values() or free in self.opaque.values() or free in _RESERVED:
            free, number = f"{name}{number}", number + 1
        return free


_RESERVED: Final = (
    PLAIN
    | CONTAINERS
    | STREAMS
    | frozenset(_PRELUDE.values())
    | {"Any", "None", "True", "False", "Clock", "Random", "type"}
)


def _kind_of(node: ast.expr) -> str:
    match node:
        case ast.Constant(value=None):
            return "None"
        case ast.Constant(value=value) if type(value).__name__ in PLAIN:
            return type(value).__name__
        case ast.UnaryOp(operand=ast.Constant(value=int())):
            return "int"
        case _:
            return ""


def _is_dots(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is ...


def _is_odd(node: ast.expr) -> bool:
    return _is_dots(node) or isinstance(node, ast.Starred | ast.Tuple)


# -- comparing --------------------------------------------------------------------------------------


@lru_cache(maxsize=8192)
def shape(annotation: str) -> str:
    """Return the form in which annotations are compared.

    The homes of names, quotes, `Optional`, the order of a union, old spellings and what a `Literal` lists do not count.
    """
    node = parsed(annotation)
    return annotation.strip() if node is None else _shape(node)


def _shape(node: ast.expr) -> str:
    match node:
        case ast.Constant(value=str() as text):
            return shape(text)
        case ast.Constant():
            return "..." if node.value is ... else repr(node.value)
        case ast.Name() | ast.Attribute():
            name = _OLD_NAMES.get(last_name(node), last_name(node))
            if name == "tuple":
                return "tuple[Any, ...]"
            return f"{name}[{', '.join(['Any'] * _ARITY.get(name, 1))}]" if name in _ARITY or name in STREAMS else name
        case ast.BinOp(op=ast.BitOr()):
            return _joined([node.left, node.right])
        case ast.Subscript(value=value, slice=index):
            name = _OLD_NAMES.get(last_name(value), last_name(value))
            arguments = list(index.elts) if isinstance(index, ast.Tuple) else [index]
            if name == "Optional":
                return _joined([*arguments, ast.Constant(None)])
            if name == "Union":
                return _joined(arguments)
            if name == "Literal" and all(map(_kind_of, arguments)):
                return " | ".join(sorted({_kind_of(one) for one in arguments}))
            if name in _WRAPPERS:
                return _shape(arguments[0])
            return f"{name}[{', '.join(map(_shape, arguments))}]"
        case ast.List():
            return f"[{', '.join(map(_shape, node.elts))}]"
        case _:
            return ast.unparse(node)


def _joined(members: list[ast.expr]) -> str:
    parts = {part for one in members for part in _split(_shape(one))}
    return " | ".join(sorted(parts))


def _split(text: str) -> list[str]:
    """Return the members of a union in its form for comparing."""
    parts, depth, start = [], 0, 0
    for at, char in enumerate(text):
        depth += (char in "[(") - (char in "])")
        if char == "|" and not depth:
            parts.append(text[start:at].strip())
            start = at + 1
    return [*parts, text[start:].strip()]
