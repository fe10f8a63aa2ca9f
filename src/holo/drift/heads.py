"""How two heads of one function differ, in words.

Compares what Python parsed; types are compared as they are written, so that both heads must use the same words.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Argument:
    """One parameter: how it is passed, its type and its default as text, empty where it has none."""

    name: str
    way: str
    type: str
    default: str


def function_in(text: str, name: str) -> FunctionNode | None:
    """Return the one function of a name at the top of a text, or None."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    found = [node for node in tree.body if isinstance(node, FunctionNode) and node.name == name]
    return found[0] if len(found) == 1 else None


def same_head(one: FunctionNode, two: FunctionNode) -> bool:
    """Say whether two functions have the same head."""
    return next(differences(one, two), None) is None


def arguments(function: FunctionNode) -> dict[str, Argument]:
    """Return the parameters of a function, by name, in their order."""
    args = function.args
    plain = [*args.posonlyargs, *args.args]
    given: list[ast.expr | None] = [*[None] * (len(plain) - len(args.defaults)), *args.defaults]
    rows: list[tuple[ast.arg, str, ast.expr | None]] = [
        (one, "positional" if one in args.posonlyargs else "plain", default)
        for one, default in zip(plain, given, strict=True)
    ]
    rows += [(args.vararg, "*", None)] if args.vararg else []
    rows += [(one, "keyword", default) for one, default in zip(args.kwonlyargs, args.kw_defaults, strict=True)]
    rows += [(args.kwarg, "**", None)] if args.kwarg else []
    return {one.arg: Argument(one.arg, way, _text(one.annotation), _text(default)) for one, way, default in rows}


def differences(before: FunctionNode, after: FunctionNode) -> Iterator[str]:
    """Yield how a head has changed, one sentence without a full stop each."""
    if type(before) is not type(after):
        yield "it is `async` now" if isinstance(after, ast.AsyncFunctionDef) else "it is no longer `async`"
    old, new = arguments(before), arguments(after)
    yield from _names(list(old), list(new))
    for name in old.keys() & new.keys():
        yield from _parameter(old[name], new[name])
    one, two = _text(before.returns), _text(after.returns)
    if one != two:
        yield f"the result is `{two or 'of no type'}` and not `{one}`"
    if after.decorator_list:
        yield f"it is decorated with `@{_text(after.decorator_list[0])}`"


def _names(old: list[str], new: list[str]) -> Iterator[str]:
    gone, come = [name for name in old if name not in new], [name for name in new if name not in old]
    renamed = renames(old, new)
    for name in gone:
        yield f"`{name}` is now called `{renamed[name]}`" if name in renamed else f"the parameter `{name}` is gone"
    for name in come:
        if name not in renamed.values():
            yield f"the parameter `{name}` is new"
    stay = [name for name in old if name in new]
    if stay != [name for name in new if name in old]:
        yield "the parameters stand in another order: " + ", ".join(f"`{name}`" for name in new)


def renames(old: list[str], new: list[str]) -> Mapping[str, str]:
    """Return the parameters that have another name at the same place, old to new."""
    if len(old) != len(new):
        return {}
    return {
        before: after
        for before, after in zip(old, new, strict=True)
        if before != after and before not in new and after not in old
    }


def _parameter(old: Argument, new: Argument) -> Iterator[str]:
    if old.way != new.way:
        yield f"`{old.name}` is passed in another way"
    if old.type != new.type:
        yield f"`{old.name}` is `{new.type or 'of no type'}` and not `{old.type}`"
    if old.default != new.default:
        if not new.default:
            yield f"`{old.name}` has no default any more (it was `{old.default}`)"
        elif not old.default:
            yield f"`{old.name}` has the default `{new.default}`"
        else:
            yield f"the default of `{old.name}` is `{new.default}` and not `{old.default}`"


def _text(node: ast.expr | None) -> str:
    return "" if node is None else ast.unparse(node)
