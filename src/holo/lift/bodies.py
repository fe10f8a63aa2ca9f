"""What the text of a function says beyond its signature: what it raises, whether it yields, its fingerprint, its doctests.

Works on Python's own nodes; runs nothing.
"""

from __future__ import annotations

import ast
import doctest
import re
from typing import TYPE_CHECKING, TypeAlias

from holo.lift.model import Doctest, Raised
from holo.provenance.digest import digest
from holo.pycode.digest import is_docstring, without_docstrings

if TYPE_CHECKING:
    from collections.abc import Iterator

FunctionNode: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef

_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
# Sphinx `:raises X:`, and an entry `X:` or `X` under the heading `Raises` of Google's and NumPy's styles.
_SPHINX = re.compile(r"^[ \t]*:(?:raises?|except(?:ion)?)[ \t]+([A-Za-z_][\w.]*)[ \t]*:", re.MULTILINE)
_HEADING = re.compile(r"^([ \t]*)Raises:?[ \t]*\n(?:[ \t]*-{3,}[ \t]*\n)?", re.MULTILINE)
_ENTRY = re.compile(r"([A-Z][\w.]*)[ \t]*(?::.*)?")


def functions_of(tree: ast.Module) -> dict[tuple[str, int], FunctionNode]:
    """Return every function and method of a module that is no part of another function, by qualified name and last line."""
    found: dict[tuple[str, int], FunctionNode] = {}
    stack: list[tuple[str, ast.AST]] = [("", tree)]
    while stack:
        prefix, node = stack.pop()
        for child in ast.iter_child_nodes(node):
            if isinstance(child, FunctionNode):
                found[f"{prefix}{child.name}", child.end_lineno or child.lineno] = child
            elif isinstance(child, ast.ClassDef):
                stack.append((f"{prefix}{child.name}.", child))
            elif not isinstance(child, ast.expr):
                stack.append((prefix, child))
    return found


def is_generator(node: FunctionNode) -> bool:
    """Say whether a function's own body yields."""
    return any(isinstance(one, ast.Yield | ast.YieldFrom) for one in _own(node))


def body_digest(node: FunctionNode) -> str:
    """Return the fingerprint of a function's body, without its name, its signature and its docstring.

    Takes the docstrings out of the node, since copying a tree costs more than reading it: ask everything else first.
    """
    without_docstrings(node)
    return digest("".join(map(ast.dump, node.body)))


def _own(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes of a function's body, but not what stands in functions and classes inside it."""
    stack: list[ast.AST] = list(reversed(getattr(node, "body", [])))
    while stack:
        at = stack.pop()
        yield at
        if not isinstance(at, _SCOPES):
            stack.extend(reversed(list(ast.iter_child_nodes(at))))


# -- errors -----------------------------------------------------------------------------------------


def raised(node: FunctionNode, doc: str) -> tuple[Raised, ...]:
    """Return what a function raises by name, in order of place, then what only its docstring names.

    A `raise` without an error, of a variable, or inside a `try` that catches the same error, is not among them.
    """
    guards = _leading_guards(node)
    found: dict[tuple[str, str], Raised] = {}
    for one, caught in _raises(node.body, frozenset()):
        name = _error(one.exc)
        if name and name not in caught:
            said = Raised(name, guards.get(id(one), ""), one.lineno)
            found.setdefault((said.error, said.guard), said)
    errors = {one.error for one in found.values()}
    spoken = [Raised(name) for name in _documented(doc) if name not in errors]
    return (*found.values(), *spoken)


def _raises(body: list[ast.stmt], caught: frozenset[str]) -> Iterator[tuple[ast.Raise, frozenset[str]]]:
    for statement in body:
        if isinstance(statement, ast.Raise):
            yield statement, caught
        elif isinstance(statement, ast.Try):
            names = {name for handler in statement.handlers for name in _handled(handler.type)}
            yield from _raises(statement.body, caught | names)
            for handler in statement.handlers:
                yield from _raises(handler.body, caught)
            yield from _raises([*statement.orelse, *statement.finalbody], caught)
        elif not isinstance(statement, FunctionNode | ast.ClassDef):
            for part in ("body", "orelse"):
                yield from _raises(getattr(statement, part, []), caught)
            for case in getattr(statement, "cases", []):
                yield from _raises(case.body, caught)


def _handled(node: ast.expr | None) -> list[str]:
    if isinstance(node, ast.Tuple):
        return [ast.unparse(one) for one in node.elts]
    return [] if node is None else [ast.unparse(node)]


def _error(node: ast.expr | None) -> str:
    target = node.func if isinstance(node, ast.Call) else node
    root = target
    while isinstance(root, ast.Attribute):
        root = root.value
    if target is None or not isinstance(root, ast.Name):
        return ""
    text = ast.unparse(target)
    # A variable that holds an error is not its name; classes begin with a capital letter.
    return text if text.rpartition(".")[2].lstrip("_")[:1].isupper() else ""


def _leading_guards(node: FunctionNode) -> dict[int, str]:
    """Return the guards of the `if … : raise` statements with which a body begins, by the identity of the `raise`."""
    found: dict[int, str] = {}
    body = node.body[1:] if is_docstring(node) else node.body
    for statement in body:
        match statement:
            case ast.If(test=test, body=[*_, ast.Raise() as last] as inner, orelse=[]) if _is_message(inner[:-1]):
                found[id(last)] = ast.unparse(test)
            case _:
                break
    return found


def _is_message(statements: list[ast.stmt]) -> bool:
    # What stands before the `raise` may put its message together, and nothing else.
    return all(isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name) for one in statements)


def _documented(doc: str) -> list[str]:
    names = _SPHINX.findall(doc)
    for heading in _HEADING.finditer(doc):
        margin = len(heading[1].expandtabs())
        entry = -1
        for line in doc[heading.end() :].split("\n"):
            depth = len(line.expandtabs()) - len(line.expandtabs().lstrip())
            if not line.strip():
                continue
            entry = depth if entry < 0 else entry
            if depth < max(margin, entry):
                break
            match = _ENTRY.fullmatch(line.strip())
            if depth == entry and match:
                names.append(match[1])
    return list(dict.fromkeys(names))


# -- doctests ---------------------------------------------------------------------------------------


def doctests(doc: str) -> tuple[Doctest, ...]:
    """Return the examples of a docstring; none where its doctests cannot be read."""
    if ">>>" not in doc:
        return ()
    try:
        parsed = doctest.DocTestParser().get_examples(doc)
    except ValueError:
        return ()
    return tuple(
        Doctest(
            one.source.rstrip("\n"),
            one.want.rstrip("\n"),
            one.lineno,
            one.exc_msg is not None or bool(one.options.get(doctest.SKIP)),
        )
        for one in parsed
    )
