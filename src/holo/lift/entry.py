"""The entry of single functions: what of a module they need, and where in a hologram's text they belong."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from holo.lift.annotations import parsed
from holo.syntax import tree
from holo.syntax.literals import string_literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from holo.lift.model import Module


def reduced(module: Module, wanted: frozenset[str]) -> Module:
    """Return a module with nothing but some functions and methods and the types and constants that they name."""
    functions = tuple(one for one in module.functions if one.qualname in wanted)
    owners = {one.owner for one in module.every_function() if one.qualname in wanted and one.owner}
    chosen = [one for one in module.every_function() if one.qualname in wanted]
    named = _names(one.annotation for function in chosen for one in function.parameters)
    named |= _names(function.returns for function in chosen)
    errors = {one.error for function in chosen for one in function.raises}
    classes = {one.qualname: one for one in module.classes}
    aliases = {one.name: one for one in module.aliases}
    waiting = list((named | owners | errors) & (classes.keys() | aliases.keys()))
    needed: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in needed:
            continue
        needed.add(name)
        inside = [one.annotation for one in classes[name].attributes] if name in classes else [aliases[name].value]
        waiting += list(_names(inside) & (classes.keys() | aliases.keys()))
    defaults = _names(one.default for function in chosen for one in function.parameters)
    return replace(
        module,
        functions=functions,
        classes=tuple(
            replace(one, methods=tuple(each for each in one.methods if each.qualname in wanted))
            for one in module.classes
            if one.qualname in needed
        ),
        aliases=tuple(one for one in module.aliases if one.name in needed or one.kind == "typevar"),
        constants=tuple(one for one in module.constants if one.name in defaults),
        exports=None,
        reexports=(),
    )


def _names(texts: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for text in texts:
        node = parsed(text) if text else None
        for one in ast.walk(node) if node is not None else ():
            if isinstance(one, ast.Name):
                found.add(one.id)
            elif isinstance(one, ast.Constant) and isinstance(one.value, str):
                found |= set(re.findall(r"[A-Za-z_]\w*", one.value))
    return found


@dataclass(frozen=True, slots=True)
class Said:
    """What a hologram's text says already: names by `MODULE:NAME`, opaque types by module, their text to their name."""

    present: frozenset[str]
    opaque: dict[str, dict[str, str]]


def said_in(items: Sequence[tree.Declaration]) -> Said:
    """Return what the declarations of a hologram say already."""
    present: set[str] = set()
    opaque: dict[str, dict[str, str]] = {}
    for package, item in _placed(items):
        name = getattr(item, "name", None)
        if isinstance(name, tree.Name):
            present.add(f"{package}:{name.text}")
        text = getattr(item, "python", None)
        if isinstance(name, tree.Name) and isinstance(text, tree.Text):
            opaque.setdefault(package, {})[text.text] = name.text
    return Said(frozenset(present), opaque)


def _placed(items: Sequence[tree.Declaration]) -> list[tuple[str, tree.Declaration]]:
    found: list[tuple[str, tree.Declaration]] = []
    for item in items:
        if isinstance(item, tree.Package):
            found += [(item.name.text, one) for one in item.items]
        else:
            found.append(("", item))
    return found


def function_at(items: Sequence[tree.Declaration], package: str, name: str) -> tree.Function | None:
    """Return the declaration of a function, or None."""
    for home, item in _placed(items):
        if home == package and isinstance(item, tree.Function) and item.name.text == name:
            return item
    return None


def with_declarations(text: str, items: Sequence[tree.Declaration], package: str, body: str, doc: str = "") -> str:
    """Return a hologram's text with declarations more, at the end of their package; a package that is missing is made."""
    if not package:
        # What stands at top level comes before the first package, so that it is read first.
        first = next((one.span.start for one in items if isinstance(one, tree.Package)), len(text))
        return f"{text[:first].rstrip()}\n\n{body}\n\n{text[first:]}"
    for item in items:
        if isinstance(item, tree.Package) and item.name.text == package:
            end = item.span.stop - 1
            return f"{text[:end].rstrip()}\n\n{body}\n}}{text[item.span.stop :]}"
    return f"{text.rstrip()}\n\npackage {package}{doc} {{\n{body}\n}}\n"


def with_clauses(text: str, function: tree.Function, clauses: Sequence[str], laws: Sequence[str]) -> str:
    """Return a hologram's text with statements at the end of a function, and laws behind it; each may have its comment."""
    end = function.span.stop - 1
    inside = "".join(f"\n{one}" for one in clauses)
    behind = "".join(f"\n\n{one}" for one in laws)
    return f"{text[:end].rstrip()}{inside}\n}}{behind}\n{text[function.span.stop :]}"


def new_hologram(name: str, version: str) -> str:
    """Return the text of a hologram that says nothing yet."""
    return f"hologram {name} {string_literal(version)} language 1\n"
