"""What a function's code says that a hologram can say, too: its head, the errors it raises first, its one expression.

Reads code and runs none of it.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING

from holo.drift.heads import arguments
from holo.pycode.digest import is_docstring

if TYPE_CHECKING:
    from holo.drift.heads import FunctionNode


@dataclass(frozen=True, slots=True)
class Guard:
    """`if condition: raise error`: `raised` is what stands behind `raise`, `error` its name alone."""

    error: str
    raised: str
    condition: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What code says: guards at its top, the names of all errors that it raises, and the rest where it can be said.

    `body` is the statement of a hologram that says it, `returns …` or a `table`; empty where there is none.
    """

    guards: tuple[Guard, ...]
    raises: tuple[str, ...]
    body: str


def read_code(function: FunctionNode, source: str) -> Reading:
    """Read a function; `source` is the text that it was parsed from."""
    rest = function.body[1:] if is_docstring(function) else list(function.body)
    guards: list[Guard] = []
    while rest and (found := _guard(rest[0], source)) is not None:
        guards.append(found)
        rest = rest[1:]
    raised = (node.exc for node in ast.walk(function) if isinstance(node, ast.Raise) and node.exc is not None)
    names = tuple(dict.fromkeys(name for each in raised if (name := _error(each))))
    return Reading(tuple(guards), names, _body(rest, source))


def head_of(function: FunctionNode) -> str:
    """Return what stands between the name of a function and its block, as a hologram writes it."""
    parts = []
    for one in arguments(function).values():
        typed = f"{one.name}: {one.type}" if one.type else one.name
        parts.append(f"{typed} = {one.default}" if one.default else typed)
    returns = ast.unparse(function.returns) if function.returns is not None else "None"
    return f"({', '.join(parts)}) -> {returns}"


def _body(rest: list[ast.stmt], source: str) -> str:
    rows: list[tuple[str, str]] = []
    while rest:
        match rest:
            case [ast.Return(value=ast.expr() as value)]:
                last = _segment(value, source)
                if not rows:
                    return f"returns {last}"
                lines = [*(f"{when} -> {what}" for when, what in rows), f"otherwise -> {last}"]
                return "table {\n" + "\n".join(lines) + "\n}"
            case [ast.If(test=test, body=[ast.Return(value=ast.expr() as value)], orelse=other), *after] if not (
                other and after
            ):
                rows.append((_segment(test, source), _segment(value, source)))
                rest = other or after
            case _:
                return ""
    return ""


def _guard(node: ast.stmt, source: str) -> Guard | None:
    match node:
        case ast.If(test=test, body=[ast.Raise(exc=ast.expr() as raised)], orelse=[]):
            name = _error(raised)
            return Guard(name, _segment(raised, source), _segment(test, source)) if name else None
        case _:
            return None


def _error(node: ast.expr) -> str:
    match node:
        case ast.Call(func=ast.Name() | ast.Attribute() as called):
            return ast.unparse(called)
        case ast.Name() | ast.Attribute():
            return ast.unparse(node)
        case _:
            return ""


def _segment(node: ast.expr, source: str) -> str:
    found = ast.get_source_segment(source, node) or ast.unparse(node)
    # What stands on several lines, or holds a comment, is said in one line.
    return ast.unparse(node) if "\n" in found or "#" in found else found
