"""Ways around the form of a body: frames, patterns that read attributes, modules that lead into other modules.

None of this is a wall, which is the sandbox's to be. But what is accepted runs later without one, so that a body which
reaches for the machinery of Python is refused by its text already.
"""

from __future__ import annotations

import ast
import importlib
import re
from types import ModuleType
from typing import TYPE_CHECKING

from holo.expr.modules import MODULES
from holo.pycode.imports import names_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from holo.pycode.imports import Free

INSIDE = frozenset(
    "gi_frame gi_code gi_yieldfrom cr_frame cr_code cr_await cr_origin ag_frame ag_code ag_await "
    "f_back f_builtins f_code f_globals f_lasti f_lineno f_locals f_trace tb_frame tb_lasti tb_next "
    "co_code co_consts co_names co_replace co_varnames func_globals".split()
)
"""Attributes that lead from a generator, a coroutine or an error to the frames that run them."""

BY_NAME = {
    "operator": frozenset({"attrgetter", "methodcaller"}),
    "string": frozenset({"Formatter"}),
    "types": frozenset({"FunctionType", "LambdaType", "CodeType", "MethodType", "new_class", "resolve_bases"}),
    "typing": frozenset({"get_type_hints", "ForwardRef"}),
    "dataclasses": frozenset({"make_dataclass"}),
}
"""What of a module reads an attribute whose name is a text, or makes code of one."""

_CLOCKS = frozenset({"today", "now", "utcnow"})
_FIELD = re.compile(r"\{[^{}]*[.\[]__")


def machinery(
    tree: ast.Module, function: ast.FunctionDef | ast.AsyncFunctionDef, source: str, modules: frozenset[str]
) -> Iterator[tuple[str, str, int]]:
    """Yield key, message and line of each reach into the machinery; `modules` are those that the hologram names."""
    called = {id(node.func) for node in ast.walk(function) if isinstance(node, ast.Call)}
    for node in ast.walk(function):
        match node:
            case ast.Attribute(attr=attr) if attr in INSIDE:
                yield "machinery", f"`.{attr}` looks into the machinery; write what it stands for", node.lineno
            case ast.MatchClass(kwd_attrs=words):
                for word in words:
                    if word.startswith("__") or word in INSIDE:
                        yield "machinery", f"The pattern `{word}=` looks into the machinery", node.cls.lineno
            case ast.Attribute(attr=attr, value=value) if (
                attr in _CLOCKS and id(node) not in called and _is_type(value)
            ):
                yield "effect", f"`.{attr}` reads the clock; time comes in through the port `Clock`", node.lineno
            case ast.Constant(value=str() as text) if _FIELD.search(text) and not isinstance(text, bytes):
                yield (
                    "machinery",
                    "A text to be formatted reads an attribute that belongs to the machinery",
                    node.lineno,
                )
    homes = _homes(tree, modules)
    if homes:
        inner = frozenset(_imported(function))
        for use in names_of(_bare(function), source, bound=frozenset()).free:
            if use.root in homes:
                yield from _through(use, homes[use.root], modules)
        for name in inner & homes.keys():
            yield from _inner(function, name, homes[name], modules)
    for node in (each for each in ast.walk(tree) if isinstance(each, ast.ImportFrom)):
        for alias in node.names:
            if node.module in modules and (why := _leads(node.module or "", alias.name)):
                yield "import", why, node.lineno


def _is_type(node: ast.expr) -> bool:
    """Say whether an expression is a class of dates, as far as its text shows: a field may be called `today`."""
    match node:
        case ast.Name(id="date" | "datetime") | ast.Call(func=ast.Name(id="type")):
            return True
        case _:
            return False


def _bare(function: ast.FunctionDef | ast.AsyncFunctionDef) -> ast.Module:
    # A type in the signature is no use of a module by the writer, and a parameter hides one of its name.
    names = [each.arg for each in ast.walk(function.args) if isinstance(each, ast.arg)]
    bare = ast.arguments([], [ast.arg(name) for name in sorted(set(names))], None, [], [], None, [])
    return ast.Module([ast.copy_location(ast.FunctionDef(function.name, bare, function.body, []), function)], [])


def _homes(tree: ast.Module, modules: frozenset[str]) -> dict[str, str]:
    """Return the modules that names stand for: those that are there without import, and those imported."""
    return {module.partition(".")[0]: module.partition(".")[0] for module in modules} | _imported(tree)


def _imported(tree: ast.AST) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                root = alias.name.partition(".")[0]
                found[alias.asname or root] = alias.name if alias.asname else root
    return found


def _through(use: Free, home: str, modules: frozenset[str]) -> Iterator[tuple[str, str, int]]:
    if len(use.parts) == 1:
        if home in modules:
            yield "machinery", f"The module `{use.root}` is no value: name what of it is used", use.line
        return
    yield from _walked(use.parts[1:], home, use.line)


def _inner(
    function: ast.FunctionDef | ast.AsyncFunctionDef, name: str, home: str, modules: frozenset[str]
) -> Iterator[tuple[str, str, int]]:
    """Yield what is wrong with uses of a module that is imported inside the function."""
    roots: set[int] = set()
    for node in ast.walk(function):
        parts: list[str] = []
        at: ast.expr | ast.AST = node
        while isinstance(at, ast.Attribute):
            parts.insert(0, at.attr)
            at = at.value
        if parts and isinstance(at, ast.Name) and at.id == name:
            roots.add(id(at))
            yield from _walked(tuple(parts), home, at.lineno)
    for node in ast.walk(function) if home in modules else ():
        if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load) and id(node) not in roots:
            yield "machinery", f"The module `{name}` is no value: name what of it is used", node.lineno


def _walked(parts: tuple[str, ...], home: str, line: int) -> Iterator[tuple[str, str, int]]:
    """Follow attributes from a module as long as they are modules that a hologram may name."""
    for part in parts:
        if f"{home}.{part}" in MODULES:
            home = f"{home}.{part}"
            continue
        why = _leads(home, part)
        if why:
            yield "import", why, line
        return


def _leads(home: str, name: str) -> str:
    """Say why a name of a module is not a body's to use; empty where it is."""
    if f"{home}.{name}" in MODULES:
        return ""
    if name in BY_NAME.get(home, ()):
        return f"`{home}.{name}` reads attributes by their names or makes code; write the computation itself"
    if home not in MODULES:
        return ""
    if name.startswith("_") or isinstance(getattr(importlib.import_module(home), name, None), ModuleType):
        return f"`{home}.{name}` leads out of `{home}`; use what the module itself offers"
    return ""
