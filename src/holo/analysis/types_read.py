"""What the names in types mean, and whether containers have the arguments they need.

The same type in the same scope is read once: most types of a file are a handful of words.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Final

from holo.analysis import names
from holo.analysis.facts import BoundType, span_of
from holo.analysis.known import Place, named
from holo.analysis.symbols import PRELUDE_NAMES, SHAPES, Kind
from holo.codes import Code
from holo.diagnostics.model import Diagnostic
from holo.expr.canonical import canonical
from holo.expr.parse import ExprError, parse_type
from holo.ir import prelude
from holo.ir.described import GENERIC
from holo.source import Span

if TYPE_CHECKING:
    from holo.analysis.facts import Facts, Scope
    from holo.analysis.symbols import Symbol
    from holo.syntax import tree

_HASHING: Final = frozenset({"set", "frozenset", "dict"})
_CHANGE: Final = frozenset({"list", "dict", "set"})
_DEPTH: Final = 8
ARGUMENTS: Final = {"list": 1, "set": 1, "frozenset": 1, "dict": 2}
"""How many arguments a container takes; a tuple takes any number."""


class TypeReader:
    """Reads the types of one file."""

    def __init__(self, facts: Facts, found: list[Diagnostic]) -> None:
        """Write into `facts` and `found`."""
        self._facts = facts
        self._table = facts.table
        self._found = found
        self._known: dict[tuple[str, str, tuple[str, ...]], BoundType] = {}

    def read(self, raw: tree.Raw, scope: Scope) -> BoundType | None:
        """Resolve a type; `None` where it is none or a name in it means nothing."""
        key = (raw.text, scope.package, scope.generic)
        bound = self._known.get(key)
        if bound is None:
            bound = self._read(raw, scope)
            if bound is None:
                return None
            self._known[key] = bound
        self._facts.types[raw.span.start] = bound
        return bound

    def _read(self, raw: tree.Raw, scope: Scope) -> BoundType | None:
        try:
            node = parse_type(raw.text)
        except ExprError as error:
            path, begin, _ = raw.span
            self._found.append(
                Diagnostic(error.code, error.message, Span(path, begin + error.start, begin + error.stop), error.hint)
            )
            return None
        before = len(self._found)
        walk = _Walk(self._facts, raw, scope, self._found)
        walk.visit(node, whole=True)
        if not walk.whole or len(self._found) > before:
            return None
        return BoundType(canonical(raw.text), walk.names, walk.port, frozenset(walk.generic))


class _Walk:
    """The walk over one type."""

    def __init__(self, facts: Facts, raw: tree.Raw, scope: Scope, found: list[Diagnostic]) -> None:
        self.facts = facts
        self.raw = raw
        self.scope = scope
        self.found = found
        self.names: dict[str, str] = {}
        self.generic: set[str] = set()
        self.port: Symbol | None = None
        self.whole = True

    def visit(self, node: ast.expr, *, whole: bool = False) -> None:
        """Read one part; `whole` where it is all of the type, which alone may be a port."""
        if isinstance(node, ast.Name):
            self._name(node, node.id, (), whole=whole)
        elif isinstance(node, ast.Attribute):
            chain: list[str] = []
            root: ast.expr = node
            while isinstance(root, ast.Attribute):
                chain.append(root.attr)
                root = root.value
            if isinstance(root, ast.Name):
                self._name(node, root.id, tuple(reversed(chain)), whole=whole)
        elif isinstance(node, ast.Subscript):
            self._container(node)
        elif isinstance(node, ast.BinOp):
            self.visit(node.left)
            self.visit(node.right)
        elif isinstance(node, ast.Tuple):
            for one in node.elts:
                self.visit(one)

    def _name(self, node: ast.expr, root: str, attributes: tuple[str, ...], *, whole: bool) -> None:
        table = self.facts.table
        if not attributes:
            if root in self.scope.generic:
                self.generic.add(root)
                return
            if root in ARGUMENTS or root == "tuple":
                self._say(Code.TYPE_ARITY, f"`{root}` does not say of what", node, f"Write `{root}[…]`")
                return
        symbol = names.find(table, self.scope, root)
        if symbol is None and root in GENERIC and table.code and not attributes:
            self._say(Code.TYPE_ARITY, f"`{root}` does not say of what", node, f"Write `{root}[…]`")
            return
        if symbol is None:
            self.whole = False
            if root not in table.broken:
                place = span_of(self.raw, node)
                near = [*self.scope.generic, *sorted(prelude.TYPES)]
                self.found.append(
                    names.unknown(table, self.scope, root, Span(place.path, place.start, place.start + len(root)), near)
                )
            return
        if symbol.foreign:
            self.facts.mentioned.add(symbol.id)
        group = symbol
        inside, taken = names.descend(symbol, attributes)
        if inside is None:
            self.whole = False
            for part in attributes[: taken - 1]:
                group = group.functions[part]
            if attributes[taken - 1] not in table.broken:
                self.found.append(names.unknown_inside(group, attributes[taken - 1], span_of(self.raw, node)))
            return
        self._symbol(node, inside, ".".join((root, *attributes)), extra=len(attributes) - taken, whole=whole)

    def _symbol(self, node: ast.expr, symbol: Symbol, text: str, *, extra: int, whole: bool) -> None:
        if symbol.foreign:
            self.facts.mentioned.add(symbol.id)
        if symbol.kind is Kind.BUILTIN and symbol.name in prelude.TYPES and not extra:
            return
        if symbol.kind is Kind.PORT and not extra:
            if whole:
                self.port = symbol
            else:
                self._say(
                    Code.WRONG_KIND, f"Port `{text}` stands inside a type", node, "Make it the type of a parameter"
                )
        elif (symbol.kind not in SHAPES and not (symbol.kind is Kind.ERROR and self.facts.table.code)) or extra:
            self._say(
                Code.WRONG_KIND,
                f"`{text}` is {names.kind_of(symbol)}, not a type" if not extra else f"`{text}` is not a type",
                node,
                "",
            )
            return
        if symbol is not PRELUDE_NAMES.get(symbol.name):
            self.names[text] = symbol.id

    def _container(self, node: ast.Subscript) -> None:
        inside = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        head = node.value
        word = head.id if isinstance(head, ast.Name) else ""
        wanted = ARGUMENTS.get(word)
        if word in GENERIC and self.facts.table.code:
            least, most = GENERIC[word]
            if not least <= len(inside) <= most:
                count = "one argument" if most == 1 else f"{least} to {most} arguments"
                self._say(Code.TYPE_ARITY, f"`{word}` takes {count}, not {len(inside)}", node, "")
                return
            for one in inside:
                self.visit(one)
            return
        if wanted is None and word != "tuple":
            if word and names.find(self.facts.table, self.scope, word) is None and word not in self.scope.generic:
                self._name(head, word, (), whole=False)
                return
            self._say(Code.TYPE_ARITY, f"Type `{word or '…'}` takes no arguments", node, "Remove the brackets")
            return
        if wanted is not None and len(inside) != wanted:
            count = "one argument" if wanted == 1 else "two arguments"
            hint = f"Write `{word}[K, V]`" if wanted == 2 else f"Write `{word}[T]`, or `tuple[…]` for several"
            self._say(Code.TYPE_ARITY, f"`{word}` takes {count}, not {len(inside)}", node, hint)
            return
        before = len(self.found)
        for one in inside:
            self.visit(one)
        if word in _HASHING and len(self.found) == before:
            found = self._changing(inside[0], None, 0)
            if found:
                role = "keys" if word == "dict" else "elements"
                fault, hint = ("can change", "Write `tuple[T, ...]` or `frozenset[T]`")
                if found not in _CHANGE:
                    fault, hint = (
                        "holds what can change",
                        f"Write the {role} of something that tells one `{found}` from another",
                    )
                message = f"`{found}` {fault}: it cannot be among the {role} of a `{word}`"
                self._say(Code.BAD_TYPE, message, inside[0], hint)

    def _changing(self, node: ast.expr, home: Symbol | None, depth: int) -> str:
        """Return what cannot be hashed in a type that stands in `home`: what can change, or a record that holds it."""
        match node:
            case ast.BinOp(left=left, right=right):
                return self._changing(left, home, depth) or self._changing(right, home, depth)
            case ast.Subscript(value=ast.Name(id=word), slice=slice_):
                if word in _CHANGE:
                    return word
                parts = slice_.elts if isinstance(slice_, ast.Tuple) else [slice_]
                return next((found for one in parts if (found := self._changing(one, home, depth))), "")
            case ast.Name() | ast.Attribute():
                symbol = named(ast.unparse(node), home, Place(self.facts.table, self.scope, {}))
                if symbol is None or depth > _DEPTH:
                    return ""
                if symbol.kind is Kind.ALIAS:
                    return self._within(symbol.returns, symbol, depth)
                held = symbol.kind is Kind.RECORD and any(self._within(one.type, symbol, depth) for one in symbol.slots)
                return symbol.name if held else ""
            case _:
                return ""

    def _within(self, text: str, home: Symbol, depth: int) -> str:
        try:
            return self._changing(parse_type(text), home, depth + 1)
        except ExprError:
            return ""  # reported where it stands

    def _say(self, code: Code, message: str, node: ast.expr, hint: str) -> None:
        self.whole = False
        self.found.append(Diagnostic(code, message, span_of(self.raw, node), hint))
