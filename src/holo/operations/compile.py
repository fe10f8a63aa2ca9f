"""Hologram text to checked meaning: parse, analyze, lower, simulate, measure tickets.

Works file by file, in the order of `use`, and keeps what it found in a cache, so that a run costs what
has changed. Writes nothing but that cache; `write_compiled` in `publish` writes what comes out.
"""

from __future__ import annotations

import gc
import os
import re
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import holo
from holo.analysis.allows import silence
from holo.analysis.analyze import analyze
from holo.analysis.collect import name_of
from holo.analysis.exports import Exports, exports_of
from holo.analysis.uses import cyclic_use, missing_use, unreadable_use, uses_of
from holo.codes import Code
from holo.config import TicketsTable
from holo.diagnostics import Diagnostic, Severity
from holo.diagnostics.render import Placed, place_all
from holo.errors import HoloError
from holo.expr.world import World
from holo.ir.library import Library
from holo.lowering.lower import lower
from holo.operations import sources
from holo.provenance.cache import Cache, Entry
from holo.provenance.digest import digest, digest_parts
from holo.simulate.simulate import simulate
from holo.source import SourceFile, Span
from holo.syntax.parse import parse
from holo.tickets.meaning import Meanings
from holo.tickets.plan import check
from holo.tickets.stubs import Stubs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from holo.analysis.allows import AllowSpan
    from holo.config import Config
    from holo.ir import model as ir
    from holo.operations.sources import Unit
    from holo.syntax import tree


@dataclass(frozen=True, slots=True)
class CompiledFile:
    """What compiling found in one file; `fresh` says that it was compiled now and not remembered."""

    path: Path
    shown: str
    name: str
    diagnostics: tuple[Placed, ...]
    facts: dict[str, Any]
    fresh: bool

    @property
    def weak(self) -> dict[str, list[str]]:
        """Return the trivial bodies that would pass, by function id."""
        weak: dict[str, list[str]] = self.facts.get("weak", {})
        return weak


@dataclass(frozen=True, slots=True)
class Compiled:
    """A root hologram with everything it uses, compiled; `inputs` are the files it depends on, missing ones too."""

    root: str
    path: Path
    files: tuple[CompiledFile, ...]
    library: Library
    types_checked: bool
    sources: dict[str, SourceFile] = field(repr=False, default_factory=dict)
    inputs: tuple[Path, ...] = ()

    @property
    def diagnostics(self) -> tuple[Placed, ...]:
        """Return every report of every file, in order of file."""
        return tuple(row for file in self.files for row in file.diagnostics)

    @property
    def code(self) -> str:
        """Return what the root hologram describes, relative to the project; nothing where its code is generated."""
        code: str = self.files[-1].facts.get("code", "")
        return code

    @property
    def described(self) -> int:
        """Return how many functions of the root hologram exist already: they are neither open nor done."""
        return int(self.files[-1].facts["functions"]) if self.code else 0

    def demand_generated(self) -> None:
        """Raise `HoloError` for a root that describes code: nothing of it is built."""
        if self.code:
            raise HoloError(
                f"`{self.root}` describes the code in `{self.code}`: nothing of it is built",
                "Edit the code where it is, and hold it against its hologram with `holo drift`",
                "H910",
            )

    @property
    def broken(self) -> bool:
        """Say whether anything is an error."""
        return any(row.severity == Severity.ERROR.value for row in self.diagnostics)

    @property
    def weak(self) -> dict[str, list[str]]:
        """Return the trivial bodies that would pass, by function id, over all files."""
        return {key: bodies for file in self.files for key, bodies in file.weak.items()}

    def holograms(self) -> tuple[ir.Hologram, ...]:
        """Return the IR of every file, by name; a file that did not parse has none."""
        found = (self.library.hologram(file.name) for file in self.files if file.name)
        return tuple(sorted((one for one in found if one is not None), key=lambda one: one.name))


@contextmanager
def without_collector() -> Iterator[None]:
    """Keep the cyclic collector off while many small values are made; it would scan them over and over."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            # What has been made lives on; without this, switching on would scan all of it at once.
            gc.freeze()
            gc.enable()


def cache_folder(config: Config, root: Path) -> Path:
    """Return where a run may keep what it knows: the project's `.holo`, or the user's cache folder."""
    if config.found:
        return config.root / ".holo"
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "holo" / digest(str(root))[:16]


def compile_project(root: Path, config: Config, base: Path, *, needs_spans: bool = False) -> Compiled:
    """Compile a root hologram and everything that it uses.

    `needs_spans` compiles every file anew, since spans are not kept in the cache and messages about
    bodies point at lines. Raises `HoloError` when the root cannot be read.
    """
    units = sources.load(root, base)
    cache = Cache(cache_folder(config, units[-1].path) / "cache")
    with without_collector():
        return _compile(units, config, cache, needs_spans=needs_spans)


def compile_with(root: Path, config: Config, base: Path, texts: Mapping[Path, str]) -> Compiled:
    """Compile a root hologram as if some of its files had other texts: what is asked before one of them is written."""
    units = [
        replace(unit, source=SourceFile(unit.source.path, texts[unit.path])) if unit.path in texts else unit
        for unit in sources.load(root, base)
    ]
    cache = Cache(cache_folder(config, units[-1].path) / "cache")
    with without_collector():
        return _compile(units, config, cache, needs_spans=True)


def check_text(text: str, path: str = "spec.holo", code: str = "") -> tuple[Diagnostic, ...]:
    """Compile one text that uses no other file; what tests and editors call. `code` is what it describes."""
    source = SourceFile(path, text)
    unit = sources.Unit(Path(path), source, {}, {})
    made = _compile_file(unit, {}, Library(), Stubs(), TicketsTable().max_tokens, lambda _: code)
    kept, idle = silence(made.diagnostics, made.allows)
    return (*kept, *idle)


@dataclass(slots=True)
class _File:
    hologram: ir.Hologram
    exports: Exports
    diagnostics: tuple[Diagnostic, ...]
    facts: dict[str, Any]
    allows: tuple[AllowSpan, ...]


def _compile(units: Sequence[Unit], config: Config, cache: Cache, *, needs_spans: bool) -> Compiled:
    library, stubs = Library(), Stubs()
    exports: dict[Path, Exports] = {}
    entries: dict[Path, Entry] = {}
    fresh: dict[Path, _File] = {}
    names: dict[str, Path] = {}
    stamp = f"{tool()}|{config.tickets.max_tokens}|{config.check.types}|{config.project.code or ''}"
    for unit in units:
        key = _key(unit, entries, stamp)
        entry = cache.head(unit.path)
        if entry is not None and entry.key == key and not needs_spans:
            entries[unit.path] = entry
            library.add_unread(entry.name, partial(cache.ir, unit.path))
            names.setdefault(entry.name, unit.path)
            continue
        for path in unit.uses.values():
            if path in entries and path not in exports:
                exports[path] = Exports.of(entries[path].exports)
        used = {written: exports[path] for written, path in unit.uses.items() if path in exports}
        made = _compile_file(unit, used, library, stubs, config.tickets.max_tokens, config.code)
        twin = names.setdefault(made.hologram.name, unit.path)
        if twin != unit.path:
            made.diagnostics += (_same_name(made.hologram.name, unit, twin),)
        exports[unit.path] = made.exports
        fresh[unit.path] = made
        entries[unit.path] = _entry(key, made)
    checked = _types(fresh, units, library, config)
    for unit in units:
        if unit.path in fresh:
            made = fresh[unit.path]
            told = {one.span for one in made.diagnostics}
            types = [one for one in checked.get(unit.source.path, ()) if one.span not in told]  # once is enough
            kept, idle = silence((*made.diagnostics, *types), made.allows)
            rows = place_all((*kept, *idle), {unit.source.path: unit.source}.__getitem__)
            entry = entries[unit.path] = replace(entries[unit.path], diagnostics=rows)
            cache.keep(unit.path, entry)
    files = tuple(
        CompiledFile(
            unit.path,
            unit.source.path,
            entries[unit.path].name,
            entries[unit.path].diagnostics,
            entries[unit.path].facts,
            unit.path in fresh,
        )
        for unit in units
    )
    root = units[-1]
    return Compiled(
        entries[root.path].name,
        root.path,
        files,
        library,
        all(file.facts.get("types_checked", False) for file in files),
        {unit.source.path: unit.source for unit in units},
        tuple(path for unit in units for path in (unit.path, *(unit.path.parent / name for name in unit.faults))),
    )


def _compile_file(
    unit: Unit,
    used: Mapping[str, Exports],
    library: Library,
    stubs: Stubs,
    max_tokens: int,
    code_of: Callable[[str], str],
) -> _File:
    parsed = parse(unit.source)
    analyzed = analyze(parsed, used, code_of(name_of(parsed.file)))
    lowered = lower(analyzed)
    hologram = lowered.hologram
    library.add(hologram)
    simulated = simulate(hologram, World(library.lookup), whole=lowered.whole)
    # What exists is written by nobody: it has no ticket.
    sizes = () if hologram.code else check(hologram, Meanings(library.lookup), stubs, max_tokens=max_tokens)
    facts: dict[str, Any] = {
        "words": parsed.words,
        "weak": {key: list(bodies) for key, bodies in simulated.weak.items()},
        "checked": simulated.checked,
        "not_checked": simulated.not_checked,
        "not_checked_examples": list(simulated.not_checked_examples),
        "functions": sum(len(package.functions) for package in hologram.packages),
        "laws": sum(len(package.laws) for package in hologram.packages),
    }
    if hologram.code:
        facts["code"] = hologram.code
        facts["not_checkable"] = simulated.not_checkable
    found = (
        *parsed.diagnostics,
        *analyzed.diagnostics,
        *lowered.diagnostics,
        *simulated.diagnostics,
        *sizes,
        *_use_faults(unit, parsed.file),
    )
    exports = exports_of(
        hologram, unit.source.path, words=parsed.words, broken=analyzed.broken_names, whole=lowered.whole
    )
    return _File(hologram, exports, found, facts, analyzed.allows)


def _use_faults(unit: Unit, file: tree.File) -> Iterator[Diagnostic]:
    """Yield what is wrong with the files that a unit uses, at the `use` statements that name them."""
    for written, use in uses_of(file.items).items():
        fault = unit.faults.get(written)
        if fault is None:
            continue
        match fault.kind:
            case "missing":
                near = [os.path.relpath(path, unit.path.parent) for path in unit.path.parent.glob("*.holo")]
                yield missing_use(use, [path for path in near if path != unit.path.name])
            case "cyclic":
                yield cyclic_use(use, fault.ring)
            case _:
                yield unreadable_use(use, fault.why, "Name a hologram")


def _same_name(name: str, unit: Unit, twin: Path) -> Diagnostic:
    found = re.search(rf"\bhologram\s+({re.escape(name)})", unit.source.text)
    start, stop = found.span(1) if found else (0, 0)
    return Diagnostic(
        Code.SAME_HOLOGRAM,
        f"Two files of one project are called `{name}`: the other is `{twin.name}`",
        Span(unit.source.path, start, stop),
        "Rename one of the two holograms",
    )


def _entry(key: str, made: _File) -> Entry:
    text = made.hologram.model_dump_json(exclude_defaults=True)
    return Entry(key, made.hologram.name, _interface(made.hologram), made.exports.data(), (), made.facts, text)


# What the users of a hologram cannot see: changing it must not make them compile again. What a function ensures
# is judged where its body is; whoever calls it is shown when it may be called, and what it raises.
_UNSEEN: dict[str, Any] = {
    "packages": {"__all__": {"functions": {"__all__": {"ensures", "examples", "notes", "logic"}}, "laws": True}},
    "failures": True,
    "requirements": True,
    "decisions": True,
    "chapters": True,
    "questions": True,
    "prose": True,
    "terms": True,
}


def _interface(hologram: ir.Hologram) -> str:
    return digest(hologram.model_dump_json(exclude_defaults=True, exclude=_UNSEEN))


def _key(unit: Unit, entries: Mapping[Path, Entry], stamp: str) -> str:
    parts = [stamp, unit.source.path, unit.source.text]
    for written, path in sorted(unit.uses.items()):
        entry = entries.get(path)
        parts += [written, entry.interface if entry else ""]
    parts += [f"{written} {reason}" for written, reason in sorted(unit.faults.items())]
    return digest_parts(parts)


@lru_cache(maxsize=1)
def tool() -> str:
    """Return what stands for this Holo: its version, and for a checkout the time of its newest module."""
    here = Path(holo.__file__).parent
    if (here / "_shipped").is_dir():
        return holo.__version__
    folders = [folder for folder in (here, *here.rglob("*/")) if folder.name != "__pycache__"]
    modules = (entry for folder in folders for entry in os.scandir(folder) if entry.name.endswith(".py"))
    newest = max(entry.stat().st_mtime_ns for entry in modules)
    return f"{holo.__version__}+{newest}"


def _types(
    fresh: Mapping[Path, _File], units: Sequence[Unit], library: Library, config: Config
) -> dict[str, list[Diagnostic]]:
    """Return what `ty` says of the files that were compiled now, by the path that messages show.

    Notes in each file's facts whether its types were checked.
    """
    if config.check.types == "off" or not fresh:
        return {}
    from holo.analysis.types import check_types, find_ty  # what starts a process is loaded where one is to be started

    if find_ty() is None:
        return {}
    texts = {unit.source.path: unit.source.text for unit in units}
    # `ty` is not told of classes that exist: their holograms are not checked, and say so.
    whole = [made for made in fresh.values() if not made.hologram.code]
    if not whole:
        return {}
    done = check_types([made.hologram for made in whole], library.lookup, texts)
    found: dict[str, list[Diagnostic]] = {}
    for one in done.diagnostics:
        found.setdefault(one.span.path, []).append(one)
    for made in whole:
        made.facts["types_checked"] = done.ran
    return found
