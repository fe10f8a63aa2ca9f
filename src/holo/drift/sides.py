"""Which of hologram and code has moved since the lock was written: the lock is their merge base.

Pure: digests and texts in, an answer out. What a change means is for the judge to say.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from holo.drift.heads import FunctionNode, function_in
from holo.pycode.digest import body_digest

if TYPE_CHECKING:
    from collections.abc import Mapping


class Code(Enum):
    """What stands in the file of a function."""

    SAME = "same"
    CHANGED = "changed"
    OPEN = "open"
    MISSING = "missing"
    BROKEN = "broken"  # no Python, or no such function in it


@dataclass(frozen=True, slots=True)
class Side:
    """The file of one function: `text` is the function in the hologram's words, `digest` of it, `beside` what else is defined there."""

    code: Code
    text: str = ""
    digest: str = ""
    beside: tuple[str, ...] = ()


def code_side(name: str, candidate: str | None, accepted: str, *, present: bool, opened: bool) -> Side:
    """Return what stands in a function's file; `candidate` is its text in the hologram's words, None where there is none.

    `accepted` is the digest in the lock, empty where it has none; `present` says that there is a file, `opened` that it
    holds the body that nobody wrote.
    """
    if not present:
        return Side(Code.MISSING)
    if opened:
        return Side(Code.OPEN)
    if candidate is None:
        return Side(Code.BROKEN)
    function = function_in(candidate, name)
    if function is None:
        return Side(Code.BROKEN, candidate)
    digest = body_digest(candidate)
    beside = definitions_beside(candidate, name)
    if digest != accepted and beside:
        # Something that was put beside the function has not changed the function.
        alone = without(candidate, beside)
        if body_digest(alone) == accepted:
            return Side(Code.SAME, alone, accepted, beside)
    return Side(Code.SAME if digest == accepted else Code.CHANGED, candidate, digest, beside)


def definitions_beside(text: str, name: str) -> tuple[str, ...]:
    """Return the names of functions and classes that stand beside a function in its text."""
    nodes = (node for node in ast.parse(text).body if isinstance(node, FunctionNode | ast.ClassDef))
    return tuple(node.name for node in nodes if node.name != name)


def without(text: str, names: tuple[str, ...]) -> str:
    """Return a text without some of its definitions."""
    gone: set[int] = set()
    for node in ast.parse(text).body:
        if isinstance(node, FunctionNode | ast.ClassDef) and node.name in names:
            first = min([node.lineno, *(one.lineno for one in node.decorator_list)])
            gone |= set(range(first, (node.end_lineno or node.lineno) + 1))
    lines = text.split("\n")
    return "\n".join(line for number, line in enumerate(lines, 1) if number not in gone).strip("\n") + "\n"


def contract_moved(
    record_slice: str, record_contracts: Mapping[str, str], slice_: str, contracts: Mapping[str, str]
) -> str:
    """Say what of a function's hologram is not what its body was accepted for; empty where all is.

    The slice is its own text with types and laws; `contracts` are those of what it calls.
    """
    own = record_slice != slice_
    others = sorted(key for key in {*record_contracts, *contracts} if record_contracts.get(key) != contracts.get(key))
    said = ["its own text, a type that it names, or a law about it"] if own else []
    if others:
        shown = ", ".join(f"`{key}`" for key in others[:3]) + (
            f" and {len(others) - 3} more" if len(others) > 3 else ""
        )
        said.append(f"the contract of {shown}")
    return " and ".join(said)


def changed_names(before: str, after: str) -> str:
    """Say which names at the top of a module were added, changed and removed, and what it offers otherwise; empty if none."""
    try:
        old, new = _tops(before), _tops(after)
    except (SyntaxError, ValueError, RecursionError):
        return "it is no Python any more"
    said = []
    for word, names in (
        ("gone", [name for name in old if name not in new]),
        ("new", [name for name in new if name not in old]),
        ("changed", [name for name in old if name in new and old[name] != new[name]]),
    ):
        if names:
            said.append(", ".join(f"`{name}`" for name in names[:5]) + f" {'is' if len(names) == 1 else 'are'} {word}")
    return "; ".join(said)


def _tops(text: str) -> dict[str, str]:
    from holo.pycode.digest import without_docstrings

    tree = ast.parse(text)
    without_docstrings(tree)
    found: dict[str, str] = {}
    for node in tree.body:
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                found[name] = ast.dump(node)
            case ast.Assign(targets=[ast.Name(id="__all__")], value=ast.List(elts=elements)):
                found.update((f"{ast.unparse(one)} in __all__", "") for one in elements)
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                found[name] = ast.dump(node)
            case ast.Import(names=aliases) | ast.ImportFrom(names=aliases):
                home = node.module if isinstance(node, ast.ImportFrom) else ""
                found.update((f"import {alias.asname or alias.name}", f"{home} {alias.name}") for alias in aliases)
            case _:
                found[ast.unparse(node).partition("\n")[0][:60]] = ast.dump(node)
    return found
