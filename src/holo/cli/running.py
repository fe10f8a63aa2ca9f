"""Run an operation over several holograms and say what came of it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from holo import config as configs
from holo.cli.drifting import placed_drift
from holo.cli.placing import placed
from holo.cli.report import built_row, say_built, say_compiled
from holo.cli.screen import FORMS, error_row, say_error

if TYPE_CHECKING:
    from holo.cli.again import Witness
    from holo.cli.screen import Screen
    from holo.operations.build import Built


def run_build(
    screen: Screen,
    specs: tuple[Path, ...],
    witness: Witness,
    *,
    record: bool,
    agents: tuple[str, ...] = (),
    tickets: bool = True,
) -> int:
    """Build holograms; return the exit code."""
    from holo.operations.build import build
    from holo.operations.projects import allowed, governing, roots

    base = Path.cwd()
    config = governing(specs, base)
    chosen = allowed(agents, config)
    done: list[Built] = []
    for spec in roots(config, specs, base):
        with screen.progress(f"building {spec.stem}") as advance:
            built = build(spec, config, base, advance, _note, agents=chosen, record=record, tickets=tickets)
        done.append(built)
        _say(screen, built, base)
    failure = next((built.failure for built in done if built.failure is not None), None)
    if failure is not None:
        _answer(screen, done, base, config.root, error=error_row(failure))
        if not screen.json:
            say_error(failure)
        return 2
    _answer(screen, done, base, config.root)
    if all(built.complete for built in done):
        # What is not complete is tried again: a model may answer, a body may have been written.
        kept = (config.root / configs.NAME, base / configs.NAME, config.root / "holo.lock")
        for built in done:
            witness.saw((*built.compiled.inputs, *kept), built.folders)
        return 0
    return 1


def run_check(screen: Screen, specs: tuple[Path, ...], deep: float | None = None) -> int:
    """Check holograms and their packages; return the exit code.

    `deep` is the number of seconds for which each function is searched for counterexamples, None for no search.
    """
    from holo.operations.build import check
    from holo.operations.projects import governing, roots
    from holo.operations.reading import Reading

    base = Path.cwd()
    config = governing(specs, base)
    if deep is not None:
        from holo.operations.deep import demand

        demand()
    done: list[Built] = []
    reading = Reading()
    for spec in roots(config, specs, base):
        with screen.progress(f"checking {spec.stem}") as advance:
            built = check(spec, config, base, advance, reading)
        done.append(built)
        _say(screen, built, base)
    failure = next((built.failure for built in done if built.failure is not None), None)
    if failure is not None:
        _answer(screen, done, base, config.root, error=error_row(failure))
        if not screen.json:
            say_error(failure)
        return 2
    sound = all(built.sound for built in done)
    if deep is None:
        _answer(screen, done, base, config.root)
        return 0 if sound else 1
    from holo.cli.searching import say_searched, searched_row
    from holo.operations.deep import search

    searches = []
    for spec in roots(config, specs, base):
        with screen.progress(f"searching {spec.stem}") as advance:
            searches.append(search(spec, config, base, advance, deep))
        say_searched(screen, searches[-1])
    _answer(screen, done, base, config.root, deep=[searched_row(one) for one in searches])
    return 0 if sound and all(one.sound for one in searches) else 1


def _say(screen: Screen, built: Built, base: Path) -> None:
    rows = [row for row in built.compiled.diagnostics if row.severity != "note"]
    if built.compiled.broken:
        say_compiled(screen, built.compiled)
    else:
        screen.diagnostics(rows)
        say_built(screen, built, base)


def _answer(screen: Screen, done: list[Built], base: Path, root: Path, **more: Any) -> None:
    rows = [row for built in done for row in built.compiled.diagnostics]
    if screen.form in FORMS:
        rows = [row for row in rows if row.severity != "note"]
        rows += [row for built in done for row in placed(built, base)]
        rows += [placed_drift(one, root, base) for built in done for one in built.apart]
    screen.answer(rows, built=[built_row(built, base) for built in done], **more)


def _note(text: str) -> None:
    print(text, file=sys.stderr)
