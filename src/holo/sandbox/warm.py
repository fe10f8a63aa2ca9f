"""Code that all programs of a project share, compiled once in the server and not in every child.

Loaded by `worker.py` from its path, in a process that knows nothing of Holo: standard library only. Text is compiled
here and never run: the types of a hologram, as Holo writes them. The same goes for the methods that `dataclasses` writes
of the fields' names, most of what loading such a module costs.
"""

from __future__ import annotations

import ast
import builtins
import contextlib
import dataclasses
import typing

_DECORATOR = "dataclass(frozen=True, slots=True)"
_MOST = 4096
_CODE: dict[tuple[str, str], typing.Any] = {}  # by file name and text


def code_of(text: str, name: str) -> typing.Any:
    """Return the code of a text, as it was compiled before or is now."""
    return _CODE.get((name, text)) or compile(text, name, "exec", dont_inherit=True)


def learn(text: str, name: str) -> None:
    """Compile a text, and what `dataclasses` will write for its classes, for the children that are forked from now on."""
    if (name, text) in _CODE:
        return
    if len(_CODE) > _MOST:
        _CODE.clear()
    # What cannot be compiled is left to the child, which says what is wrong with it.
    with contextlib.suppress(SyntaxError, ValueError, RecursionError, MemoryError):
        tree = ast.parse(text)
        _CODE[name, text] = compile(text, name, "exec", dont_inherit=True)
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and any(ast.unparse(each) == _DECORATOR for each in node.decorator_list):
                _twin(node)


def _twin(node: ast.ClassDef) -> None:
    """Make a class with the same fields, so that the text of its methods is known; nothing of the module is run."""
    names: dict[str, str] = {}
    space: dict[str, typing.Any] = {"__annotations__": names, "__doc__": ""}
    for part in node.body:
        if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name):
            names[part.target.id] = ""
            if part.value is not None:
                made = isinstance(part.value, ast.Call) and ast.unparse(part.value).startswith("field(default_factory=")
                space[part.target.id] = dataclasses.field(default_factory=list) if made else None
        elif isinstance(part, ast.FunctionDef) and part.name in {"__post_init__", "__eq__", "__repr__", "__hash__"}:
            space[part.name] = lambda *_: None
    global _learning  # noqa: PLW0603  one process, one thread
    _learning = True
    try:
        dataclasses.dataclass(frozen=True, slots=True)(type(node.name, (), space))
    finally:
        _learning = False


_learning = False


def _run(text: typing.Any, *spaces: typing.Any) -> None:
    """Be `exec` for the module `dataclasses`, which runs the text of each method that it writes."""
    key = ("<string>", text)
    code = _CODE.get(key)
    if code is None and _learning:
        code = _CODE[key] = compile(text, "<string>", "exec", dont_inherit=True)
    builtins.exec(text if code is None else code, *spaces)  # noqa: S102  what `dataclasses` itself does


dataclasses.exec = _run  # type: ignore[attr-defined]  # a module's own name comes before a builtin one
