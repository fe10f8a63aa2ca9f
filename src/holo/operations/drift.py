"""What moved since the lock was written: hologram, lock and code held against each other, function by function.

Remembers what it saw, so that the next look reads only the files that have changed since. Writes nothing else.
"""

from __future__ import annotations

import os
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

from holo.drift.model import EITHER, Drift, from_json
from holo.operations.reading import Reading
from holo.provenance import history, seen
from holo.provenance.digest import digest, short

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from holo.config import Config
    from holo.diagnostics.render import Placed
    from holo.emit.writer import Manifest
    from holo.operations.compile import Compiled
    from holo.operations.survey import Survey
    from holo.operations.workshop import Workshop

SERVERS = 2
"""Sessions that are open at once: two bodies are made small side by side."""

ASKED = 20
"""Findings for which Git is asked since when they hold."""


@dataclass(frozen=True, slots=True)
class Drifted:
    """One root hologram: what has moved; `diagnostics` alone where the hologram itself has errors.

    `looked` counts the functions that were looked at in this run, None where all were. `inputs` and `folders` are what the
    answer depends on. `code` is what the hologram describes, empty where its code is generated.
    """

    root: str
    found: tuple[Drift, ...] = ()
    functions: int = 0
    open: int = 0
    looked: int | None = None
    diagnostics: tuple[Placed, ...] = ()
    inputs: tuple[Path, ...] = ()
    folders: tuple[Path, ...] = ()
    code: str = ""

    @property
    def clean(self) -> bool:
        """Say whether nothing has moved."""
        return not self.found and not any(row.severity == "error" for row in self.diagnostics)


def drift(
    spec: Path, config: Config, paths: Sequence[Path] = (), *, tool: str, reading: Reading | None = None
) -> Drifted:
    """Return what has moved in the package of one root hologram; of `paths` alone where some are given.

    `tool` stands for this Holo: what another one saw is not believed. `reading` is what this run has read for other roots.
    """
    spec = Path(os.path.normpath(spec))
    kept = str(config.root / ".holo" / "drift" / f"{spec.stem}-{crc32(os.fsencode(spec)):08x}.json")
    key = digest(f"{tool}|{config!r}|{spec}")
    known = seen.load(kept, key)
    done = _again(known, spec, config, kept) if known is not None else None
    if done is None:
        done = _whole(spec, config, kept, key, reading or Reading())
    found = [one for one in done.found if not paths or _concerns(one, done, spec, config, paths)]
    return replace(done, found=tuple(_dated(found, done.root, config)))


# -- only what has changed ---------------------------------------------------------------------


def _again(known: seen.Seen, spec: Path, config: Config, kept: str) -> Drifted | None:
    """Look at what has changed since the last look; None where all must be looked at."""
    package = config.root / config.project.generated / known.root
    now = seen.listed(str(package))
    before = dict(known.files)
    other, gone, come = seen.changed(known, str(package), now)
    touched = other | gone | come
    findings = [from_json(row) for row in known.findings]
    looked = 0
    if touched:
        if not all(_is_local(name, known) for name in touched):
            return None
        fresh = _look(known, spec, config, touched, findings, now)
        if fresh is None:
            return None
        looked, findings = fresh
        known.files = {name: row for name, row in known.files.items() if name in now}
        known.files.update(seen.stamps(str(package), other | come))
        known.findings = [one.as_json() for one in findings]
    if touched or before != known.files:
        seen.keep(kept, known)
    files = tuple(Path(name) for name in known.inputs)
    count = len(known.functions)
    return Drifted(known.root, _sorted(findings), count, len(known.open), looked, (), files, (package,))


def _is_local(name: str, known: seen.Seen) -> bool:
    """Say whether a change of a file can be told without looking at the others."""
    if name in known.functions or name.startswith("tests/"):
        return True
    # A module that came is the user's own, or a function that moved; one that Holo wrote concerns all of them.
    return name not in known.files and name.endswith(".py") and not name.endswith("__init__.py")


def _look(
    known: seen.Seen, spec: Path, config: Config, touched: set[str], findings: list[Drift], now: Mapping[str, object]
) -> tuple[int, list[Drift]] | None:
    from holo.operations.survey import BODY_CODES, UNSETTLED  # what judges, only where something has changed

    again = {
        known.functions[one.file]
        for one in findings
        if one.code in BODY_CODES | UNSETTLED and one.file in known.functions
    }
    keys = {known.functions[name] for name in touched if name in known.functions} | again
    made = {one.file for one in findings if one.code in UNSETTLED}
    come = {name for name in touched if name.startswith("src/") and name not in known.functions}
    extras = {name for name in made | come if name in now and name not in known.functions}
    names = {name for name in touched if name.startswith("tests/")}
    with ExitStack() as stack:
        opened = _shop(stack, spec, config, (known, keys))
        if opened is None:
            return None
        shop, manifest = opened
        from holo.operations import frames
        from holo.operations.survey import Survey

        survey = Survey(shop)
        if any(name in manifest.files for name in come):
            return None
        rows = survey.functions(sorted(keys), _texts(survey, extras))
        rows += frames.tests(survey, manifest, now.keys(), names)
    stale = touched | extras | made | {survey.name(key) for key in keys}
    stay = [one for one in findings if one.file not in stale]
    known.open = sorted((set(known.open) - keys) | survey.open)
    return len(keys), [*stay, *rows]


# -- all of it ---------------------------------------------------------------------------------


def _whole(spec: Path, config: Config, kept: str, key: str, reading: Reading) -> Drifted:
    from holo.operations import frames  # the whole compiler, only where all must be looked at
    from holo.operations.compile import compile_project, without_collector
    from holo.operations.survey import Survey

    with ExitStack() as stack:
        compiled = compile_project(spec, config, config.root)
        if compiled.code and not compiled.broken:
            return _described(compiled, config, reading)
        if compiled.broken:
            return Drifted(compiled.root, diagnostics=compiled.diagnostics, inputs=compiled.inputs)
        stack.enter_context(without_collector())
        opened = _shop(stack, spec, config, compiled)
        assert opened is not None, spec
        shop, manifest = opened
        package = shop.folders.package
        now = seen.listed(str(package))
        survey = Survey(shop)
        names = {hologram.name for hologram in shop.project.holograms}
        keys = sorted(shop.planned.slices)
        if not manifest.files and not any(one.partition(".")[0] in names for one in shop.lock):
            rows = [_never(compiled, config)]
            extras: set[str] = set()
        else:
            wanted = frames.wanted_files(survey)
            known = {*wanted, *manifest.names()}
            extras = {name for name in now if name.startswith("src/") and name.endswith(".py") and name not in known}
            rows = survey.functions(keys, _texts(survey, extras))
            outdated = any(one.moved == "hologram" for one in rows)
            left = list(frames.left_over(survey, manifest, now, wanted))
            rows += left
            rows += frames.frames(survey, manifest, now, wanted, outdated=outdated or bool(left))
            rows += frames.tests(survey, manifest, now, manifest.files)
        files = (config.root / "holo.toml", shop.folders.lock, package / ".holo-manifest.json")
        inputs = (*compiled.inputs, *files)
        holograms: dict[str, list[object]] = {
            one.name: [str(one.path), one.shown, *(each.name for each in shop.hologram(one.name).packages)]
            for one in compiled.files
        }
        seen.keep(
            kept,
            seen.Seen(
                key,
                compiled.root,
                {str(path): seen.stamp(str(path)) for path in inputs},
                seen.stamps(str(package), now),
                {survey.name(each): each for each in keys},
                holograms,
                [one.as_json() for one in rows],
                sorted(survey.open),
            ),
        )
        return Drifted(
            compiled.root, _sorted(rows), len(keys), len(survey.open), None, compiled.diagnostics, inputs, (package,)
        )


def _described(compiled: Compiled, config: Config, reading: Reading) -> Drifted:
    """Look at code that Holo does not own. Nothing of it is remembered here: `cli/again` knows the files."""
    from holo.operations.described import apart  # it loads Griffe

    found = apart(compiled, config, reading)
    return Drifted(
        compiled.root,
        found.found,
        compiled.described,
        diagnostics=compiled.diagnostics,
        inputs=found.inputs,
        folders=found.folders,
        code=compiled.code,
    )


def _never(compiled: Compiled, config: Config) -> Drift:
    from holo.codes import Code

    spec = next(file.shown for file in compiled.files if file.path == compiled.path)
    where = f"{config.project.generated}/{compiled.root}"
    settle = (("holo build", "writes it"), ("holo plan", "shows what a build would ask"))
    return Drift(Code.GENERATED_OLD, compiled.root, spec, f"`{where}` was never built", "hologram", settle)


def _shop(
    stack: ExitStack, spec: Path, config: Config, what: Compiled | tuple[seen.Seen, Iterable[str]]
) -> tuple[Workshop, Manifest] | None:
    """Return a workshop over a project, or over what some functions of one that was seen need."""
    from holo.sandbox.pool import Pool

    # Nothing runs, and no server starts, unless a body has changed.
    pool = stack.enter_context(Pool(SERVERS))
    from holo.emit.writer import read_manifest
    from holo.operations.stands import folders
    from holo.operations.workshop import Workshop
    from holo.provenance import lock as locks
    from holo.provenance.journal import Journal

    if isinstance(what, tuple):
        from holo.operations.cut import cut_down

        known, keys = what
        compiled = cut_down(spec, config, known.root, known.holograms, keys)
        if compiled is None:
            return None
    else:
        compiled = what
    where = folders(compiled, config)
    journal = stack.enter_context(Journal(where.state))
    # Of a project that was cut down only the records of what is there are read.
    names = [one.name for one in compiled.files if one.diagnostics or one.facts] if isinstance(what, tuple) else []
    shop = Workshop(compiled, config, where, locks.read(where.lock, names), journal, pool)
    return shop, read_manifest(where.package)


def _texts(survey: Survey, names: Iterable[str]) -> dict[str, str]:
    from holo.operations.frames import read

    return {name: read(survey, name) or "" for name in sorted(names)}


# -- what is said --------------------------------------------------------------------------------


def _sorted(found: Iterable[Drift]) -> tuple[Drift, ...]:
    return tuple(sorted(found, key=lambda one: (one.id, one.code.number, one.message)))


def _concerns(found: Drift, done: Drifted, spec: Path, config: Config, paths: Sequence[Path]) -> bool:
    """Say whether a finding is about one of some files, or lies below one of some folders."""
    package = config.root / config.project.generated / done.root
    mine = {config.root / found.path, package / found.file if found.file else package}
    if found.moved == EITHER:
        package, mine = config.root / done.code, {config.root / found.path, config.root / found.file, spec}
    elif found.moved != "code":
        mine |= {path for path in done.inputs if path.suffix == ".holo"} if found.moved == "both" else set()
    given = [Path(os.path.normpath(path)) for path in paths]
    if any(path.name == "holo.lock" or path == package for path in given):
        return True
    return any(path == one or path in one.parents for path in given for one in mine)


def _dated(found: Iterable[Drift], root: str, config: Config) -> list[Drift]:
    """Say since when findings hold: by Git where there is one, else by what the lock and the clock of the files know."""
    rows = list(found)
    git = bool(rows) and history.has_git(config.root)
    known: dict[str, str] = {}
    done = []
    for at, one in enumerate(rows):
        if git and at < ASKED and one.path not in known:
            known[one.path] = history.last_change(config.root / one.path)
        when = known.get(one.path, "")
        done.append(replace(one, since=when or _lock_says(one, config, root)))
    return done


def _lock_says(found: Drift, config: Config, root: str) -> str:
    if found.moved == EITHER:
        return ""  # the lock has no record of described code
    from holo.provenance import lock as locks  # only where something was found

    record: Any = locks.read(config.root / "holo.lock").get(found.id)
    return f"body {short(record.body)} was locked" if record is not None else f"the last build of `{root}`"
