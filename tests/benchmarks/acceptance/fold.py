"""Fold a whole program into the one function that a ticket asks for.

Answers of these benchmarks bring helpers, imports and checks of their own. All of it goes inside the function, which
then calls the program's own. Decorators are applied by hand; annotations, docstrings, trial prints and imports of
Python's own modules that nothing uses are dropped; and the arguments are copied first, since no prompt of these says
that they are not to be changed. Nothing that the program computes is changed.
"""

from __future__ import annotations

import ast
import importlib
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType


@dataclass(frozen=True, slots=True)
class Folded:
    """The candidate, and the modules that it imports."""

    text: str
    modules: frozenset[str]


def fold(program: str, entry: str, signature: str) -> Folded | None:
    """Return the candidate for a program; None where it is no Python or does not define `entry`.

    `signature` is the head of the function that the ticket asks for.
    """
    try:
        tree = ast.parse(program)
        if not any(isinstance(node, ast.FunctionDef) and node.name == entry for node in tree.body):
            return None
        imports = _imports(tree)
        head = ast.parse(f"{signature.rstrip().removesuffix(':')}: ...").body[0]
        assert isinstance(head, ast.FunctionDef), signature
        # What an answer imports is its own affair: the hologram need not say `python`, so it stands inside.
        inner = [*imports, *_statements([node for node in tree.body if _counts(node)])]
        passed = ", ".join(_copied(each) for each in head.args.args)
        # The word is free inside a program, and not inside the function that is called so.
        own, whole = f"{entry}_", f"{entry}_program"
        for each in inner:
            _rename(each, entry, own)
        # A function of its own, so that no name of the program meets a parameter.
        program_ = ast.parse(f"def {whole}(): ...").body[0]
        assert isinstance(program_, ast.FunctionDef)
        program_.body = [*inner, *ast.parse(f"return {own}").body]
        head.body = [program_, *ast.parse(f"return {whole}()({passed})").body]
        text = ast.unparse(ast.fix_missing_locations(head))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    everywhere = [node for node in ast.walk(head) if isinstance(node, ast.Import | ast.ImportFrom)]
    modules = {alias.name for node in everywhere if isinstance(node, ast.Import) for alias in node.names}
    modules |= {node.module or "" for node in everywhere if isinstance(node, ast.ImportFrom)}
    return Folded(f"{text}\n", frozenset(modules))


def _rename(tree: ast.AST, old: str, new: str) -> None:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id == old:
            node.id = new
        elif isinstance(node, ast.FunctionDef) and node.name == old:
            node.name = new
        elif (isinstance(node, ast.arg) and node.arg == old) or (isinstance(node, ast.keyword) and node.arg == old):
            node.arg = new


def _imports(tree: ast.Module) -> list[ast.stmt]:
    """Return the imports of a program that it uses, with names in place of a star."""
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    found: list[ast.stmt] = []
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names):
            try:
                there = _public(importlib.import_module(node.module or ""))
            except ImportError:
                there = set()
            node.names = [ast.alias(name) for name in sorted(used & there)]
        if isinstance(node, ast.Import | ast.ImportFrom):
            home = node.module if isinstance(node, ast.ImportFrom) else None
            node.names = [each for each in node.names if _needed(each, home or each.name, used)]
            found += [node] if node.names else []
    return found


def _public(module: ModuleType) -> set[str]:
    return set(getattr(module, "__all__", None) or (name for name in dir(module) if not name.startswith("_")))


def _needed(name: ast.alias, module: str, used: set[str]) -> bool:
    # A program that imports what its machine lacks does not run, whether it uses it or not.
    bound = (name.asname or name.name).partition(".")[0]
    return bound in used or module.partition(".")[0] not in sys.stdlib_module_names


def _counts(node: ast.stmt) -> bool:
    """Whether a statement beside the functions is part of the answer: what a program checks of itself is."""
    match node:
        case ast.Import() | ast.ImportFrom() | ast.Expr(value=ast.Constant()):
            return False
        case (
            ast.Expr(value=ast.Call(func=ast.Name(id="print")))
            | ast.Expr(value=ast.Call(func=ast.Attribute(attr="testmod")))
        ):
            return False
        case ast.If(test=ast.Compare(left=ast.Name(id="__name__"))):
            return False
        case _:
            return True


def _statements(body: list[ast.stmt]) -> list[ast.stmt]:
    made: list[ast.stmt] = []
    for node in body:
        found = _Plain().visit(node)
        made += found if isinstance(found, list) else [found]
    return made


class _Plain(ast.NodeTransformer):
    """Drop annotations and docstrings, and apply decorators by hand."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> list[ast.stmt]:
        self.generic_visit(node)
        node.returns = None
        for each in ast.walk(node.args):
            if isinstance(each, ast.arg):
                each.annotation = None
        if isinstance(node.body[0], ast.Expr) and isinstance(node.body[0].value, ast.Constant):
            node.body = node.body[1:] or [ast.Pass()]
        applied: ast.expr = ast.Name(node.name, ast.Load())
        for each in reversed(node.decorator_list):
            applied = ast.Call(each, [applied], [])
        if not node.decorator_list:
            return [node]
        node.decorator_list = []
        return [node, ast.Assign([ast.Name(node.name, ast.Store())], applied, lineno=node.lineno)]

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.stmt:
        if node.value is None:
            return ast.Pass()
        return ast.Assign([node.target], node.value, lineno=node.lineno)


def _copied(argument: ast.arg) -> str:
    return argument.arg if argument.annotation is None else _copy(argument.arg, argument.annotation, 0)


def _copy(value: str, type_: ast.expr, depth: int) -> str:
    """Return an expression that copies a value as deep as its type has something that can be changed."""
    one, two = f"each{depth}", f"other{depth}"
    match type_:
        case ast.Subscript(value=ast.Name(id="list"), slice=item):
            inner = _copy(one, item, depth + 1)
            return f"[*{value}]" if inner == one else f"[{inner} for {one} in {value}]"
        case ast.Subscript(value=ast.Name(id="set")):
            return f"{value}.copy()"
        case ast.Subscript(value=ast.Name(id="dict"), slice=ast.Tuple(elts=[_, item])):
            inner = _copy(two, item, depth + 1)
            return f"{value}.copy()" if inner == two else f"{{{one}: {inner} for {one}, {two} in {value}.items()}}"
        case _:
            return value
