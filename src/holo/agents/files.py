"""The agent that waits for others: reads what a person or a coding agent wrote into a function's own file.

The file is one that Holo made: imports and one function. Names are turned back into the words of the
hologram, so that the text is judged like any other candidate. Writes nothing.
"""

from __future__ import annotations

import ast
import warnings
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from holo.agents.reply import blocks
from holo.errors import HoloError
from holo.ir import prelude
from holo.pycode.digest import is_docstring
from holo.pycode.imports import MisplacedError, Names, module_names, rewrite

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from holo.pycode.imports import Free

NAME = "files"
BAD_FILE = "H908"

_Function = ast.FunctionDef | ast.AsyncFunctionDef


class State(Enum):
    """What stands in a body file."""

    MISSING = "missing"
    OPEN = "open"
    WRITTEN = "written"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Written:
    """What a body file holds: `candidate` is the function, with imports of its own above it; `reason` why there is none."""

    state: State
    candidate: str = ""
    reason: str = ""


def read_body(file: Path, name: str, homes: Mapping[tuple[str, str], str], words: Mapping[str, str]) -> Written:
    """Return the function that stands in its file.

    `homes` maps what generated modules offer, `(module, attribute)`, to ids; `words` maps the names that the
    function's ticket allows to ids. Raises `HoloError` where the system refuses to read.
    """
    try:
        data = file.read_bytes()
    except FileNotFoundError:
        return Written(State.MISSING, reason=f"`{file}` does not exist")
    except OSError as error:
        raise HoloError(f"`{file}` cannot be read: {error.strerror}", "Check its permissions", BAD_FILE) from None
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        return read_text(text, name, homes, words)
    except UnicodeDecodeError:
        return Written(State.UNREADABLE, reason=f"`{file}` is not UTF-8")


def read_text(text: str, name: str, homes: Mapping[tuple[str, str], str], words: Mapping[str, str]) -> Written:
    """Return the function that stands in the text of a module."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # an odd escape in a string is Ruff's affair
            tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        fenced = blocks(text)
        if len(fenced) == 1:
            # The ticket asks for a fenced block; whoever puts it into the file as it is has done as told.
            return read_text(fenced[0][1], name, homes, words)
        return Written(State.UNREADABLE, text, f"This is not Python: {error}")
    functions = [node for node in tree.body if isinstance(node, _Function)]
    named = [node for node in functions if node.name == name]
    if len(named) != 1:
        return Written(
            State.UNREADABLE, text, f"There are {len(named)} functions `{name}` in the file; there must be one"
        )
    function = named[0]
    gone = _given_imports(tree, homes)
    for inner in function.body:
        gone |= _given_imports(inner, homes) if isinstance(inner, ast.ImportFrom) else set()
    rest = [node for node in function.body if not (isinstance(node, ast.ImportFrom) and node.lineno in gone)]
    # The docstring is Holo's to write: it would be written twice.
    if is_docstring(function) and len(rest) > 1 and rest[1].lineno > (rest[0].end_lineno or 0):
        gone |= set(range(rest[0].lineno, (rest[0].end_lineno or rest[0].lineno) + 1))
    if _is_open(rest):
        return Written(State.OPEN, reason="Nobody has written the body yet")
    lines = text.split("\n")
    kept = [line for number, line in enumerate(lines, 1) if number not in gone and _belongs(number, tree, function)]
    candidate = "\n".join(kept).strip("\n") + "\n"
    return Written(State.WRITTEN, _in_words(candidate, tree, homes, words))


def _belongs(number: int, tree: ast.Module, function: _Function) -> bool:
    """Say whether a line of the file is part of the candidate: all but what Holo wrote around the function."""
    for node in tree.body:
        first = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", []))])
        if first <= number <= (node.end_lineno or node.lineno):
            if node is function:
                return True
            return not _is_ours(node)
    return False


def _is_ours(node: ast.stmt) -> bool:
    match node:
        case ast.Expr(value=ast.Constant(value=str())):
            return True
        case ast.ImportFrom(module="__future__"):
            return True
        case ast.ImportFrom(module="typing") | ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
        case ast.Assign(value=ast.Call(func=ast.Name(id="TypeVar"))):
            return True
        case ast.ImportFrom(module=module, names=aliases):
            return all(prelude.PRELUDE_MODULES.get(one.name) == module and one.asname is None for one in aliases)
        case _:
            return False


def _given_imports(tree: ast.AST, homes: Mapping[tuple[str, str], str]) -> set[int]:
    """Return the lines of the imports that take only what generated modules offer."""
    modules = {module for module, _ in homes}
    found: set[int] = set()
    for node in ast.walk(tree) if isinstance(tree, ast.Module) else (tree,):
        if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module in modules:
            found.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return found


def _is_open(body: list[ast.stmt]) -> bool:
    if body and isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
        body = body[1:]
    match body:
        case [ast.Raise(exc=ast.Call(func=ast.Name(id="NotImplementedError")))]:
            return True
        case _:
            return False


def _in_words(candidate: str, tree: ast.Module, homes: Mapping[tuple[str, str], str], words: Mapping[str, str]) -> str:
    """Put the hologram's words in the place of the names under which the file imports them."""
    known: dict[str, str] = {}
    for word, key in words.items():
        known.setdefault(key, word)
    renamed: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module is not None:
            for alias in node.names:
                found_key = homes.get((node.module, alias.name))
                local = alias.asname or alias.name
                if found_key is not None and words.get(local) != found_key and found_key in known:
                    renamed[local] = known[found_key]
    if not renamed:
        return candidate

    def replace(use: Free) -> tuple[int, str] | None:
        return (1, renamed[use.root]) if use.root in renamed else None

    try:
        found: Names = module_names(candidate)
        return rewrite(candidate, found, replace)
    except (SyntaxError, MisplacedError):
        return candidate
