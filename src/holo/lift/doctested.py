"""Doctests as examples: those that the expression subset can say, with the values of names given before put in."""

from __future__ import annotations

import ast
import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from holo.expr.canonical import canonical
from holo.expr.names import free_names
from holo.expr.parse import parse
from holo.expr.restrict import ExprError
from holo.ir.prelude import BUILTINS, PRELUDE_MODULES

if TYPE_CHECKING:
    from collections.abc import Collection

    from holo.lift.model import Doctest

_VALUES: Final = frozenset(PRELUDE_MODULES) - {"replace"}
_TOLERANCE: Final = "1e-09"


@dataclass(frozen=True, slots=True)
class Said:
    """What became of a docstring's doctests: the examples as expressions, each with its doctest, and the others."""

    examples: tuple[tuple[str, Doctest], ...]
    prose: tuple[Doctest, ...]


def examples_of(doctests: tuple[Doctest, ...], names: Collection[str], refused: Collection[str] = ()) -> Said:
    """Return doctests as examples; `names` are the functions and classes that they may call, by the names they use.

    `refused` are examples that are known not to compile. A statement that gives a name a value is no doctest of its own.
    """
    values: dict[str, ast.expr] = {}
    said: list[tuple[str, Doctest]] = []
    prose: list[Doctest] = []
    for one in doctests:
        if _remember(one, values):
            continue
        example = None if one.fails else _example(one, values, names)
        example = None if example is None else canonical(example)
        if example is None or example in refused:
            prose.append(one)
            _forget(one.source, values)
        else:
            said.append((example, one))
    return Said(tuple(said), tuple(prose))


def _remember(one: Doctest, values: dict[str, ast.expr]) -> bool:
    """Take in a doctest that only prepares: an import, or a name with a value; say whether it was one."""
    if one.want:
        return False
    try:
        body = ast.parse(one.source).body
    except (SyntaxError, ValueError):
        return False
    match body:
        case [ast.Import() | ast.ImportFrom()]:
            return True
        case [ast.Assign(targets=[ast.Name(id=name)], value=value)]:
            value = _Put(values).visit(copy.deepcopy(value))
            if _sayable(ast.unparse(value), ()) and not any(isinstance(n, ast.Call) for n in ast.walk(value)):
                values[name] = value
            else:
                values.pop(name, None)
            return True
        case _:
            return False


def _forget(source: str, values: dict[str, ast.expr]) -> None:
    # Whatever could not be read may have changed what it names.
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        values.clear()
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            values.pop(node.id, None)


class _Put(ast.NodeTransformer):
    """Puts the values of names in their places."""

    def __init__(self, values: dict[str, ast.expr]) -> None:
        self.values = values

    def visit_Name(self, node: ast.Name) -> ast.expr:
        value = self.values.get(node.id)
        return node if value is None else copy.deepcopy(value)


def _example(one: Doctest, values: dict[str, ast.expr], names: Collection[str]) -> str | None:
    try:
        node = ast.parse(one.source, mode="eval").body
    except (SyntaxError, ValueError):
        return None
    if not any(isinstance(each, ast.Call) for each in ast.walk(node)):
        return None
    if any(isinstance(each, ast.Name | ast.arg) and _binds(each) in values for each in ast.walk(node)):
        return None
    expression = ast.unparse(_Put(values).visit(node))
    if not _sayable(expression, names):
        return None
    want = one.want.strip()
    try:
        wanted = ast.parse(want, mode="eval").body
    except (SyntaxError, ValueError):
        return None
    compared = isinstance(node, ast.Compare | ast.BoolOp | ast.IfExp) or (
        isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)
    )
    text = f"({expression})" if compared or isinstance(node, ast.Lambda) else expression
    match wanted:
        case ast.Constant(value=True):
            return expression
        case ast.Constant(value=False):
            return f"not {text}"
        case ast.Constant(value=None):
            return f"{text} is None"
        case _ if _number(wanted) is not None:
            found = _number(wanted)
            return f"abs({expression} - {want}) < {_TOLERANCE}" if isinstance(found, float) else f"{text} == {want}"
        case _ if _is_value(wanted):
            return f"{text} == {ast.unparse(wanted)}"
        case _:
            return None


def _binds(node: ast.Name | ast.arg) -> str:
    if isinstance(node, ast.arg):
        return node.arg
    return node.id if isinstance(node.ctx, ast.Store) else ""


def _number(node: ast.expr) -> int | float | None:
    inner = node.operand if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) else node
    match inner:
        case ast.Constant(value=int() | float() as value) if not isinstance(value, bool):
            return value
        case _:
            return None


def _is_value(node: ast.expr) -> bool:
    """Say whether a printed value can be compared: a literal without floats, or one of the prelude's."""
    if any(isinstance(each, ast.Constant) and isinstance(each.value, float | complex) for each in ast.walk(node)):
        return False
    if any(isinstance(each, ast.Constant) and each.value is ... for each in ast.walk(node)):
        return False
    roots = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
    return roots <= {*_VALUES, "set", "frozenset", "range"} and _sayable(ast.unparse(node), ())


def _sayable(text: str, names: Collection[str]) -> bool:
    """Say whether an expression is in the subset and names nothing but builtins, the prelude and `names`."""
    try:
        node = parse(text)
    except ExprError:
        return False
    known = {*names, *BUILTINS, *PRELUDE_MODULES}
    return all(use.root in known for use in free_names(node, text))


def sayable(text: str, names: Collection[str]) -> bool:
    """Say whether an expression can stand in a hologram where `names` are known."""
    return _sayable(text, names)
