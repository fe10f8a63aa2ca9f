"""The fingerprint of a body: the same for the same code, however it is laid out.

Comments, docstrings, white space, quotes, brackets that change nothing and the order of imports do not count;
names and values do. Compares code, and never judges it.
"""

from __future__ import annotations

import ast
import warnings

from holo.provenance.digest import digest


def body_digest(source: str) -> str:
    """Return the digest of a function's source, or of a whole module with one in it.

    Code that Python cannot parse is known by its text.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # an odd escape in a string is no matter of comparing
            tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return digest(f"text {source}")
    without_docstrings(tree)
    _sort_imports(tree)
    try:
        return digest(ast.dump(tree))
    except RecursionError:
        return digest(f"text {source}")


def same_code(one: str, other: str) -> bool:
    """Say whether two sources are the same code."""
    return one == other or body_digest(one) == body_digest(other)


def without_docstrings(tree: ast.AST) -> None:
    """Take the docstrings out of a tree, in place."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and is_docstring(node):
            del node.body[0]


def is_docstring(node: ast.Module | ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> bool:
    """Say whether the first statement is a docstring."""
    match node.body[:1]:
        case [ast.Expr(value=ast.Constant(value=str()))]:
            return True
        case _:
            return False


def _sort_imports(tree: ast.AST) -> None:
    # A tool that sorts imports changes no code.
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if not isinstance(body, list):
            continue
        imports = [each for each in body if isinstance(each, ast.Import | ast.ImportFrom)]
        if imports:
            single = [one for each in imports for one in _single(each)]
            others = [each for each in body if not isinstance(each, ast.Import | ast.ImportFrom)]
            # An import between statements may matter where it stands; only a block of them is sorted.
            if body[: len(imports)] == imports:
                node.body = [*sorted(single, key=ast.dump), *others]  # type: ignore[attr-defined]


def _single(node: ast.Import | ast.ImportFrom) -> list[ast.stmt]:
    if isinstance(node, ast.Import):
        return [ast.Import([alias]) for alias in node.names]
    return [ast.ImportFrom(node.module, [alias], node.level) for alias in node.names]
