"""Find a hologram and everything it uses, in an order in which what is used stands first.

The order comes from a scan of the text for `use` lines, so that no file need be parsed to know it; what
the scan finds inside prose does no harm, since only the tree's own `use` statements are ever reported.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from holo.errors import HoloError
from holo.source import SourceFile, Unreadable, read

# Whether it begins a line is asked of what is found, since a pattern that begins with a word is found ten times as fast.
_USE = re.compile(r'use[ \t]+"([^"\n]*)"')


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a used file cannot be had: `missing`, `unreadable` (`why` says more) or `cyclic` (`ring` is the way round)."""

    kind: str
    why: str = ""
    ring: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """One hologram file of a project: where it lies, its text, and the files that its `use` lines name.

    `uses` maps the path as written to the file it means; for what cannot be had, `faults` says why.
    """

    path: Path
    source: SourceFile
    uses: dict[str, Path]
    faults: dict[str, Fault]


def shown(path: Path, base: Path) -> str:
    """Return a path as messages name it: relative where it lies below the working folder."""
    try:
        return path.relative_to(base).as_posix()
    except ValueError:
        return str(path)


def open_root(path: Path, base: Path) -> SourceFile:
    """Read the hologram that a command names; raise `HoloError` for what cannot be one."""
    name = shown(path, base)
    if not path.exists():
        near = [p.name for p in path.parent.glob("?*.holo") if p.is_file()] if path.parent.is_dir() else []
        hint = (
            f"Did you mean {', '.join(f'`{n}`' for n in sorted(near)[:3])}?"
            if near
            else "Name a file that ends in `.holo`; `holo new DIR` makes one"
        )
        raise HoloError(f"`{name}` does not exist", hint, "H903")
    if path.is_dir():
        raise HoloError(f"`{name}` is a folder, not a hologram", "Name a file that ends in `.holo`", "H903")
    try:
        return read(path, name)
    except Unreadable as error:
        raise HoloError(f"`{name}`: {error.reason}", error.hint, "H903") from None
    except OSError as error:
        raise HoloError(f"`{name}` cannot be read: {error.strerror}", "Check its permissions", "H903") from None


def load(root: Path, base: Path) -> tuple[Unit, ...]:
    """Return the units of a root hologram, what is used before what uses it, the root last.

    Raises `HoloError` when the root itself cannot be read; faults of used files are in their users' units.
    """
    units: dict[Path, Unit] = {}
    sources: dict[Path, SourceFile] = {}
    # An explicit stack, since a chain of `use` may be longer than Python's own.
    root = Path(os.path.normpath(root.absolute()))
    sources[root] = open_root(root, base)
    stack: list[tuple[Unit, list[str]]] = []
    on_way: dict[Path, None] = {}

    def enter(path: Path) -> None:
        on_way[path] = None
        stack.append((Unit(path, sources[path], {}, {}), _used(sources[path].text)))

    enter(root)
    while stack:
        unit, wanted = stack[-1]
        if not wanted:
            stack.pop()
            on_way.pop(unit.path)
            units[unit.path] = unit
            continue
        written = wanted.pop(0)
        target = Path(os.path.normpath(unit.path.parent / written))
        if target in on_way:
            trail = list(on_way)
            ring = [*trail[trail.index(target) :], target]
            unit.faults[written] = Fault("cyclic", ring=tuple(shown(path, base) for path in ring))
        elif target in units:
            unit.uses[written] = target
        else:
            fault = _read(target, base, sources)
            if fault is None:
                unit.uses[written] = target
                enter(target)
            else:
                unit.faults[written] = fault
    return tuple(units.values())


def _used(text: str) -> list[str]:
    """Return the paths of the `use` lines of a text, each once."""
    found: dict[str, None] = {}
    for use in _USE.finditer(text):
        if not text[text.rfind("\n", 0, use.start()) + 1 : use.start()].strip(" \t"):
            found[use[1]] = None
    return list(found)


def _read(path: Path, base: Path, sources: dict[Path, SourceFile]) -> Fault | None:
    if path.suffix != ".holo" and path.is_file():
        return Fault("unreadable", "the name of a hologram ends in `.holo`")
    try:
        sources[path] = read(path, shown(path, base))
    except Unreadable as error:
        return Fault("unreadable", error.reason)
    except FileNotFoundError:
        return Fault("missing")
    except OSError as error:
        return Fault("unreadable", error.strerror or "it cannot be read")
    return None
