"""What only holograms of code that exists declare: methods, classes in classes, dotted packages, any parameter.

Reads one declaration at a time; who declares what is the business of `collect`.
"""

from __future__ import annotations

from typing import Final

from holo.analysis.symbols import Kind, Slot, Symbol
from holo.syntax import tree

NOWHERE: Final = "?"
"""Stands for the code of a hologram that is about code, where `holo.toml` does not say which."""


def about_code(file: tree.File) -> bool:
    """Say whether a file holds what only one of described code has: a class, an opaque type, a method, a dotted package."""
    return any(of_code(item) for item in file.items) or any(
        of_code(inner) for item in file.items if type(item) is tree.Package for inner in item.items
    )


def of_code(item: tree.Declaration) -> bool:
    """Say whether a declaration stands only where code is described."""
    kind = type(item)
    if kind is tree.Class or kind is tree.Opaque:
        return True
    return (kind is tree.Function or kind is tree.Package) and "." in item.name.text  # type: ignore[union-attr]  # both have one


def nest(packages: dict[str, Symbol], top: dict[str, Symbol], hologram: str) -> None:
    """Put packages with dotted names into those above them, which are made where nobody declares them."""
    for name in sorted(packages):
        scope, above = top, ""
        *heads, last = name.split(".")
        for head in heads:
            above = f"{above}.{head}" if above else head
            inside = packages.get(above) or scope.setdefault(head, Symbol(Kind.PACKAGE, f"{hologram}.{above}", head))
            scope = inside.functions
        if heads:
            scope.setdefault(last, packages[name])


_USUAL = "positional_or_keyword"
_VARIADIC = frozenset({"var_positional", "var_keyword"})
_SAID = (tree.Returns, tree.Table)


def taken(parts: tuple[tree.Parameter, ...]) -> tuple[Slot, ...]:
    """Return the parameters of a function as slots, each with its kind."""
    return tuple(
        [
            Slot(one.name.text, one.type.text, one.default is None)
            if one.kind == _USUAL
            else Slot(one.name.text, one.type.text, one.default is None and one.kind not in _VARIADIC, one.kind)
            for one in parts
        ]
    )


def binding_of(item: tree.Function) -> str:
    """Return how a method is bound: by the name of its first parameter; nothing for a function."""
    if "." not in item.name.text:
        return ""
    first = item.parameters[0].name.text if item.parameters else ""
    return {"self": "instance", "cls": "class"}.get(first, "static")


def defined(item: tree.Function) -> bool:
    """Say whether the hologram says all of a function, so that others may call it before any body is there."""
    return any(isinstance(clause, _SAID) for clause in item.clauses) and all(
        one.kind not in _VARIADIC and (one.default is None or one.default.text != "...") for one in item.parameters
    )
