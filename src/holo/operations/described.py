"""Hold described code against its holograms: one root, the inventory of its code folder, and what other holograms say of it.

Reads the code and runs none of it. Loads Griffe, so whoever asks imports this only where a root describes code.
"""

from __future__ import annotations

import os
import posixpath
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from holo.codes import Code
from holo.drift.model import EITHER, Drift
from holo.lift.compare import compare
from holo.lift.inventory import take_inventory
from holo.operations.compile import compile_project

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from holo.config import Config
    from holo.ir import model as ir
    from holo.lift.finding import Finding
    from holo.lift.model import Inventory
    from holo.operations.compile import Compiled, CompiledFile
    from holo.operations.reading import Reading

GONE = frozenset(
    {
        Code.DESCRIBED_FUNCTION_GONE,
        Code.DESCRIBED_CLASS_GONE,
        Code.DESCRIBED_CONSTANT_GONE,
        Code.DESCRIBED_MODULE_GONE,
        Code.DESCRIBED_TYPE_GONE,
    }
)
"""Kinds whose place is in the hologram: the code has none."""

_WORDS = "(?:async )?(?:function|record|class|enum|error|const|type)"


@dataclass(frozen=True, slots=True)
class Apart:
    """How one root hologram and the code that it describes differ; `inputs` and `folders` are what that depends on."""

    found: tuple[Drift, ...]
    inputs: tuple[Path, ...]
    folders: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class _Said:
    """A described hologram of the project: its IR, its file relative to the project, its text, and its rank among roots."""

    hologram: ir.Hologram
    path: str
    text: str
    rank: int


def apart(compiled: Compiled, config: Config, reading: Reading) -> Apart:
    """Return how a root that describes code differs from it, by path and line.

    What another hologram of the project describes is described. A new function is told where `holo adopt` would write
    it, and once. What is in `reading` is not read again. Raises `HoloError` where the code folder or another root cannot be read.
    """
    code = compiled.code
    reading.compiled[os.path.normpath(compiled.path)] = compiled
    here, inputs = _described(compiled, config, _rank(compiled, config)), [*compiled.inputs]
    own = [one for one in here if one.hologram.code == code]
    others: list[_Said] = []
    known = {one.hologram.name for one in here}
    for rank, spec in enumerate(config.project.specs):
        path = Path(os.path.normpath(config.root / spec))
        if path == Path(os.path.normpath(compiled.path)):
            continue
        other = reading.compiled.get(str(path)) or compile_project(path, config, config.root)
        reading.compiled[str(path)] = other
        inputs += other.inputs
        for said in _described(other, config, rank):
            if said.hologram.name not in known:
                others.append(said)
                known.add(said.hologram.name)
            elif said.hologram.name == other.root:  # a root of its own answers for itself, though this one uses it
                own = [one for one in own if one.hologram.name != other.root]
                others.append(said)
    place = config.root / code
    if not place.exists() or (place.is_dir() and next(place.rglob("*.py"), None) is None):
        return Apart((_no_code(compiled, config),), (*inputs, place), (place,))
    inventory = reading.inventories.get(code) or take_inventory(place, code)
    reading.inventories[code] = inventory
    everybody = [*own, *(one for one in others if one.hologram.code == code)]
    ids = {id_: (one, package, name) for one in own for id_, package, name in _ids(one.hologram)}
    found = [
        _drift(one, ids)
        for one in compare([said.hologram for said in everybody], inventory)
        if (_is_ours(one, own, others) if one.code is Code.UNDESCRIBED_FUNCTION else one.id in ids)
    ]
    # A folder's stamp knows a link and not what it leads to; a file's stamp does.
    inputs += [file for file in _files(inventory, config) if file.is_symlink()]
    inputs += [] if place.is_dir() else [place]
    return Apart(tuple(found), tuple(dict.fromkeys(inputs)), (place,) if place.is_dir() else ())


def _rank(compiled: Compiled, config: Config) -> int:
    listed = [os.path.normpath(config.root / spec) for spec in config.project.specs]
    path = os.path.normpath(compiled.path)
    return listed.index(path) if path in listed else len(listed)


def _described(compiled: Compiled, config: Config, rank: int) -> list[_Said]:
    found = []
    for file in compiled.files:
        hologram = compiled.library.hologram(file.name) if file.name else None
        if hologram is not None and hologram.code:
            found.append(_Said(hologram, _shown(file, config), _text(compiled, file), rank))
    return found


def _shown(file: CompiledFile, config: Config) -> str:
    return Path(os.path.relpath(file.path, config.root)).as_posix()


def _text(compiled: Compiled, file: CompiledFile) -> str:
    source = compiled.sources.get(file.shown)
    return source.text if source is not None else ""


def _files(inventory: Inventory, config: Config) -> Iterator[Path]:
    yield from (config.root / one.path for one in inventory.modules)
    yield from (config.root / one.path for one in inventory.broken)


def _ids(hologram: ir.Hologram) -> Iterator[tuple[str, str, str]]:
    """Yield everything that may be found to differ: its id, its package, its name there; a package has none."""
    for package in hologram.packages:
        yield package.id, package.name, ""
        groups: Sequence[Sequence[ir.Function | ir.Class | ir.Record | ir.Enum | ir.Error | ir.Const]] = (
            package.functions,
            package.classes,
            package.records,
            package.enums,
            package.errors,
            package.consts,
        )
        yield from ((one.id, package.name, one.name) for group in groups for one in group)
        yield from ((one.id, package.name, one.name) for one in package.aliases)
        yield from ((one.id, package.name, one.name) for one in package.opaques)


# -- what nobody describes ---------------------------------------------------------------------


def _is_ours(found: Finding, own: Sequence[_Said], others: Sequence[_Said]) -> bool:
    """Say whether a function that no hologram of its folder knows is for this root to tell."""
    path = posixpath.normpath(found.path)
    mine = [one for one in own if path in _modules(one.hologram)]
    theirs = [one for one in others if path in _modules(one.hologram)]
    if any(found.now in _modules(one.hologram)[path] for one in theirs) or not mine:
        return False
    # The nearest folder's hologram takes it, and of several the first that `holo.toml` names.
    first = min((*mine, *theirs), key=lambda one: (-len(Path(one.hologram.code).parts), one.rank))
    return any(first is one for one in mine)


def _modules(hologram: ir.Hologram) -> dict[str, set[str]]:
    """Return the files that a hologram says something of, relative to the project, with the functions that it describes."""
    found: dict[str, set[str]] = {}
    for package in hologram.packages:
        declared = (package.functions, package.classes, package.records, package.enums, package.errors)
        if any(declared):
            names = {one.name for one in package.functions}
            found.update(dict.fromkeys(_paths(hologram.code, package.name), names))
    return found


def _paths(code: str, package: str) -> tuple[str, ...]:
    if code.endswith((".py", ".pyw")):
        return (posixpath.normpath(code),)
    inner = package.replace(".", "/")
    both = (f"{code}/{inner}.py", f"{code}/{inner}/__init__.py") if inner else (f"{code}/__init__.py",)
    return tuple(posixpath.normpath(one) for one in both)


# -- as drift ------------------------------------------------------------------------------------


def _drift(found: Finding, ids: dict[str, tuple[_Said, str, str]]) -> Drift:
    path = posixpath.normpath(found.path)
    settle: tuple[tuple[str, str], ...]
    if found.code is Code.UNDESCRIBED_FUNCTION:
        settle = (
            (f"holo adopt {path}::{found.now}", "writes its entry into the hologram"),
            (f"edit {path}:{found.line}", "a leading underscore says that it is for nobody else"),
        )
        return Drift(found.code, found.id, path, found.message, EITHER, settle, found.line, file=path)
    said, package, name = ids[found.id]
    line = _line(said.text, package, name)
    spec = (f"edit {said.path}:{line}", "the hologram, if the code is right")
    code = (f"edit {path}:{found.line}", "the code, if the hologram is right")
    if found.code is Code.DESCRIBED_MODULE_BROKEN:
        settle = ((f"edit {path}:{found.line}", "until Python can read it"),)
        return Drift(found.code, found.id, path, found.message, EITHER, settle, found.line, file=path)
    if found.code not in GONE:
        return Drift(found.code, found.id, path, found.message, EITHER, (spec, code), found.line, file=path)
    of_module = found.code is Code.DESCRIBED_MODULE_GONE
    where = f"there is no `{path}`" if of_module else f"`{path}` does not hold it"
    back = (f"edit {path}", "puts it back, if the hologram is right")
    message = f"{found.message}: {where}"
    return Drift(found.code, found.id, said.path, message, EITHER, (spec, back), line, file=path)


def _line(text: str, package: str, name: str) -> int:
    """Return the line of a hologram's text that declares something, or the package of it; 1 where none does."""
    begin = re.search(rf"^[ \t]*package {re.escape(package)}(?![\w.])", text, re.MULTILINE) if package else None
    start = begin.start() if begin is not None else 0
    found = re.compile(rf"^[ \t]*{_WORDS} {re.escape(name)}(?![\w.])", re.MULTILINE).search(text, start)
    if not name or found is None:
        return text.count("\n", 0, start) + 1
    return text.count("\n", 0, found.start()) + 1


def _no_code(compiled: Compiled, config: Config) -> Drift:
    path, code = _shown(compiled.files[-1], config), compiled.code
    what = "holds no Python file" if (config.root / code).exists() else "is not there"
    message = f"The code that `{compiled.root}` describes is gone: `{code}` {what}"
    settle = (
        ("edit holo.toml", "its `[project] code` says where the code is"),
        (f"edit {path}", "the hologram, if the code went on purpose"),
    )
    return Drift(Code.DESCRIBED_MODULE_GONE, compiled.root, path, message, EITHER, settle, file=code)
