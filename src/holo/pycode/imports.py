"""Which names a piece of Python uses without binding them, where they stand, and how to put others in their place.

A name is free when nothing around it binds it: no parameter, assignment, loop, comprehension, nested
function or import. From the free names follows what a file must import. Scopes are Python's own.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


@dataclass(frozen=True, slots=True)
class Free:
    """One use of a free name with the attributes read from it: `fines.fine` has two parts.

    `start` and `stops` are offsets in the UTF-8 bytes of the text: of the name, and of the end of each part.
    `call` is the range of the call whose function the whole chain is.
    """

    parts: tuple[str, ...]
    start: int
    stops: tuple[int, ...]
    line: int
    call: tuple[int, int] | None = None

    @property
    def root(self) -> str:
        """Return the name itself."""
        return self.parts[0]

    def prefixes(self) -> Iterator[str]:
        """Yield the dotted chain and its beginnings, longest first."""
        for count in range(len(self.parts), 0, -1):
            yield ".".join(self.parts[:count])


@dataclass(frozen=True, slots=True)
class Names:
    """The free names of a text in order of their places, and every name that it binds anywhere."""

    free: tuple[Free, ...]
    bound: frozenset[str]


@lru_cache(maxsize=4096)
def expression_names(source: str) -> Names:
    """Return the names of an expression; the text must be one."""
    # The bracket lets an expression break its line; offsets are counted without it.
    return names_of(ast.parse(f"({source}\n)", mode="eval"), source, shift=1)


def module_names(source: str) -> Names:
    """Return the names of a module's statements: what they need from elsewhere."""
    tree = ast.parse(source)
    return names_of(tree, source, bound=bindings(tree.body))


def names_of(tree: ast.AST, source: str, *, shift: int = 0, bound: frozenset[str] = frozenset()) -> Names:
    """Return the names of a parsed text; `shift` bytes stood before it on its first line."""
    walk = _Walk(source, shift)
    walk.visit(tree, bound)
    walk.found.sort(key=lambda use: use.start)
    return Names(tuple(walk.found), frozenset(walk.bound | bound))


def bindings(body: Sequence[ast.stmt]) -> frozenset[str]:
    """Return the names that statements bind in their own scope."""
    found: set[str] = set()
    outer: set[str] = set()
    waiting: list[ast.AST] = list(body)
    while waiting:
        node = waiting.pop()
        match node:
            case ast.Name(id=name, ctx=ast.Store() | ast.Del()):
                found.add(name)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                found.add(name)
                waiting.extend(node.decorator_list)
                continue
            case ast.Lambda():
                continue
            case ast.ListComp() | ast.SetComp() | ast.GeneratorExp() | ast.DictComp():
                # Only `:=` reaches out of a comprehension.
                found |= {each.target.id for each in ast.walk(node) if isinstance(each, ast.NamedExpr)}
                continue
            case ast.Import(names=aliases) | ast.ImportFrom(names=aliases):
                found |= {alias.asname or alias.name.partition(".")[0] for alias in aliases}
            case ast.ExceptHandler(name=str() as name):
                found.add(name)
            case ast.MatchAs(name=str() as name) | ast.MatchStar(name=str() as name):
                found.add(name)
            case ast.MatchMapping(rest=str() as name):
                found.add(name)
            case ast.Global(names=names) | ast.Nonlocal(names=names):
                outer |= set(names)
        waiting.extend(ast.iter_child_nodes(node))
    return frozenset(found - outer)


def argument_names(arguments: ast.arguments) -> frozenset[str]:
    """Return the names of all parameters."""
    every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    every += [each for each in (arguments.vararg, arguments.kwarg) if each is not None]
    return frozenset(each.arg for each in every)


class _Walk:
    def __init__(self, source: str, shift: int) -> None:
        self.found: list[Free] = []
        self.bound: set[str] = set()
        self._shift = shift
        self._starts = [0]
        for line in source.encode("utf-8", "surrogatepass").splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))

    def visit(self, node: ast.AST, bound: frozenset[str]) -> None:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            if not self._chain(node.func, bound, node):
                self.visit(node.func, bound)
            for each in (*node.args, *node.keywords):
                self.visit(each, bound)
        elif isinstance(node, ast.Name | ast.Attribute):
            if not self._chain(node, bound) and isinstance(node, ast.Attribute):
                self.visit(node.value, bound)
        elif isinstance(node, _FUNCTIONS):
            self._function(node, bound)
        elif isinstance(node, _COMPREHENSIONS):
            self._comprehension(node, bound)
        else:
            for child in ast.iter_child_nodes(node):
                self.visit(child, bound)

    def _chain(self, node: ast.expr, bound: frozenset[str], call: ast.Call | None = None) -> bool:
        links = [node]
        while isinstance(links[-1], ast.Attribute):
            links.append(links[-1].value)
        root = links[-1]
        if not isinstance(root, ast.Name):
            return False
        if root.id not in bound:
            links.reverse()
            self.found.append(
                Free(
                    tuple(each.id if isinstance(each, ast.Name) else each.attr for each in links),  # type: ignore[attr-defined]  # a chain is a name and attributes
                    self._offset(root.lineno, root.col_offset),
                    tuple(self._offset(each.end_lineno or 1, each.end_col_offset or 0) for each in links),
                    root.lineno,
                    None if call is None else self._range(call),
                )
            )
        return True

    def _function(self, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda, bound: frozenset[str]) -> None:
        arguments = node.args
        for default in (*arguments.defaults, *arguments.kw_defaults):
            if default is not None:
                self.visit(default, bound)
        own = argument_names(arguments)
        if isinstance(node, ast.Lambda):
            self.bound |= own
            self.visit(node.body, bound | own)
            return
        for each in ast.walk(arguments):
            if isinstance(each, ast.arg) and each.annotation is not None:
                self.visit(each.annotation, bound)
        for outside in (*node.decorator_list, *([node.returns] if node.returns is not None else ())):
            self.visit(outside, bound)
        own |= bindings(node.body)
        self.bound |= own
        for statement in node.body:
            self.visit(statement, bound | own)

    def _comprehension(
        self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp, bound: frozenset[str]
    ) -> None:
        self.visit(node.generators[0].iter, bound)
        own = frozenset(
            each.id for made in node.generators for each in ast.walk(made.target) if isinstance(each, ast.Name)
        )
        self.bound |= own
        inner = bound | own
        for index, made in enumerate(node.generators):
            if index:
                self.visit(made.iter, inner)
            self.visit(made.target, inner)
            for condition in made.ifs:
                self.visit(condition, inner)
        results = (node.key, node.value) if isinstance(node, ast.DictComp) else (node.elt,)
        for result in results:
            self.visit(result, inner)

    def _offset(self, line: int, column: int) -> int:
        return self._starts[min(line, len(self._starts)) - 1] + column - (self._shift if line == 1 else 0)

    def _range(self, node: ast.expr) -> tuple[int, int]:
        return (
            self._offset(node.lineno, node.col_offset),
            self._offset(node.end_lineno or 1, node.end_col_offset or 0),
        )


def rewrite(source: str, names: Names, replace: Callable[[Free], tuple[int, str] | None]) -> str:
    """Put other text in the place of free names.

    `replace` returns how many parts of the chain go and what stands for them, or None to leave it. Raises
    `MisplacedError` where Python's offsets do not fit the text, as inside some f-strings.
    """
    data = source.encode("utf-8", "surrogatepass")
    pieces: list[bytes] = []
    at = 0
    for use in names.free:
        new = replace(use)
        if new is None:
            continue
        count, text = new
        stop = use.stops[count - 1]
        old = b"".join(data[use.start : stop].split())
        if old != ".".join(use.parts[:count]).encode() or use.start < at:
            raise MisplacedError(use.line)
        pieces += [data[at : use.start], text.encode("utf-8", "surrogatepass")]
        at = stop
    return b"".join([*pieces, data[at:]]).decode("utf-8", "surrogatepass")


class MisplacedError(Exception):
    """A name is not where Python says it is."""

    def __init__(self, line: int) -> None:
        """Keep the line of the name."""
        super().__init__(f"line {line}")
        self.line = line
