"""The free names of an expression, with their places.

Free is what no comprehension and no `lambda` binds. Whether a name is declared is for others to say.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import Any

from holo.expr.places import place

_EMPTY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a free name: `text` is the dotted chain that begins with `root`, `called` if that chain is called."""

    text: str
    root: str
    start: int
    stop: int
    called: bool


def free_names(node: ast.expr, text: str) -> tuple[Use, ...]:
    """Return the uses of free names in a parsed expression or type, in order of place."""
    uses: list[Use] = []
    plain = text.isascii() and "\n" not in text
    # Each entry: a node, the names bound around it, whether it is the function of a call, the f-string around it.
    stack: list[tuple[Any, frozenset[str], bool, Any]] = [(node, _EMPTY, False, None)]
    while stack:
        at, bound, called, string = stack.pop()
        kind = at.__class__
        if kind is ast.Name:
            if at.id not in bound:
                if string is None and plain:
                    uses.append(Use(at.id, at.id, at.col_offset - 1, at.end_col_offset - 1, called))
                else:
                    uses.append(_use(at, at.id, at.id, called, string, text))
        elif kind is ast.Constant:
            pass
        elif kind is ast.Attribute:
            chain, root = _chain(at)
            if root is None:
                stack.append((chain, bound, False, string))
            elif root not in bound:
                if string is None and plain:
                    uses.append(Use(chain, root, at.col_offset - 1, at.end_col_offset - 1, called))
                else:
                    uses.append(_use(at, chain, root, called, string, text))
        elif kind is ast.Call:
            stack.append((at.func, bound, True, string))
            stack.extend((each, bound, False, string) for each in at.args)
            stack.extend((each.value, bound, False, string) for each in at.keywords)
        elif kind in _COMPREHENSIONS:
            _enter(at, bound, string, stack)
        elif kind is ast.Lambda:
            inner = bound.union(argument.arg for argument in at.args.args)
            stack.append((at.body, inner, False, string))
        elif kind is ast.JoinedStr:
            stack.extend((each, bound, False, string or at) for each in at.values)
        else:
            stack.extend((each, bound, False, string) for each in ast.iter_child_nodes(at))
    if len(uses) > 1:
        uses.sort(key=_start)
    return tuple(uses)


_COMPREHENSIONS = frozenset({ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp})


def _start(use: Use) -> int:
    return use.start


def _chain(node: ast.Attribute) -> tuple[Any, str | None]:
    """Return the dotted text and its root; or the first node below that is no chain, and None."""
    parts = [node.attr]
    below: Any = node.value
    while below.__class__ is ast.Attribute:
        parts.append(below.attr)
        below = below.value
    if below.__class__ is not ast.Name:
        return below, None
    parts.append(below.id)
    parts.reverse()
    return ".".join(parts), below.id


def _use(node: ast.expr, chain: str, root: str, called: bool, string: Any, text: str) -> Use:  # noqa: FBT001 - a field, not a switch
    start, stop = place(node, text)
    if string is not None and text[start:stop] != chain:
        # Python before 3.12 misplaces what stands in an f-string of several lines: blame the whole string.
        start, stop = place(string, text)
    return Use(chain, root, start, stop, called)


def _enter(node: Any, bound: frozenset[str], string: Any, stack: list[tuple[Any, frozenset[str], bool, Any]]) -> None:
    inner = bound
    for each in node.generators:
        stack.append((each.iter, inner, False, string))
        inner |= _targets(each.target)
        stack.extend((test, inner, False, string) for test in each.ifs)
    if node.__class__ is ast.DictComp:
        stack.append((node.key, inner, False, string))
        stack.append((node.value, inner, False, string))
    else:
        stack.append((node.elt, inner, False, string))


def _targets(node: ast.expr) -> frozenset[str]:
    if isinstance(node, ast.Name):
        return frozenset((node.id,))
    return frozenset(each.id for each in ast.walk(node) if isinstance(each, ast.Name))
