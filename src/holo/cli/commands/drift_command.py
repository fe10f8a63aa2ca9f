"""`holo drift`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from holo.cli.again import Witness, tool
from holo.cli.app import reporting_options
from holo.cli.screen import Screen, counted, paint

if TYPE_CHECKING:
    from holo.drift.model import Drift
    from holo.operations.drift import Drifted

TINTS = {"error": "31", "warning": "33"}


@click.command("drift")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@reporting_options
@click.pass_obj
def command(witness: Witness, paths: tuple[Path, ...], form: str) -> int:
    """Say what moved since the lock was written: the hologram, the code, or both; and what would settle it.

    With PATHS (holograms, generated files, folders) only what concerns them is said. Formatting, comments and the order
    of imports are no drift. Bodies that were changed by hand are run against their contract.

    Exit 0: nothing moved. 1: something did. 2: it could not be told.
    """
    from holo import config as configs
    from holo.operations.drift import drift
    from holo.operations.projects import governing, roots

    screen = Screen(form)
    base = Path.cwd()
    config = governing((), base)
    done = []
    for spec in roots(config, (), base):
        with screen.progress(f"looking at {spec.stem}"):
            done.append(drift(spec, config, [base / path for path in paths], tool=tool()))
        _say(screen, done[-1])
    _answer(screen, done, config.root, base)
    for one in done:
        witness.saw((*one.inputs, config.root / configs.NAME, config.root / "holo.lock"), one.folders)
    return 0 if all(one.clean for one in done) else 1


def _say(screen: Screen, done: Drifted) -> None:
    screen.diagnostics([row for row in done.diagnostics if row.severity == "error"])
    for one in done.found:
        code = paint(f"{one.severity} {one.code.number}", TINTS[one.severity], sys.stdout)
        screen.say(f"{one.path}:{one.line}: {code} {one.message}")
        for word, text in (("input:", one.input), ("got:", one.got), ("since:", one.since)):
            if text:
                screen.say(f"  {word:<7} {text}")
        for number, (does, does_what) in enumerate(one.settle):
            screen.say(f"  {'settle:' if not number else '':<7} {does}  ({does_what})")
    if not any(row.severity == "error" for row in done.diagnostics):
        waiting = f", {done.open} open" if done.open else ""
        screen.say(f"{done.root}: {counted(done.functions, 'function')}, {_sum(done.found)}{waiting}")


def _sum(found: tuple[Drift, ...]) -> str:
    if not found:
        return "no drift"
    counts = {word: sum(one.moved == word for one in found) for word in ("hologram", "code", "both")}
    said = {"hologram": "moved in the hologram", "code": "in the code", "both": "on both sides"}
    return ", ".join(f"{number} {said[word]}" for word, number in counts.items() if number)


def _answer(screen: Screen, done: list[Drifted], root: Path, base: Path) -> None:
    rows = [row for one in done for row in one.diagnostics]
    if screen.form in {"sarif", "github"}:
        from holo.diagnostics.render import Placed

        def placed(one: Drift) -> Placed:
            extra = [f"{word}: {text}" for word, text in (("input", one.input), ("got", one.got)) if text]
            hint = "\n".join([*extra, *(f"{does}  ({what})" for does, what in one.settle)])
            path = os.path.relpath(root / one.path, base)
            return Placed(one.code.number, one.severity, one.message, path, one.line, 1, one.line, 1, hint, None, "")

        rows = [row for row in rows if row.severity == "error"] + [placed(one) for each in done for one in each.found]
    screen.answer(
        rows,
        drift=[
            {
                "hologram": one.root,
                "functions": one.functions,
                "open": one.open,
                "found": [found.as_json() for found in one.found],
            }
            for one in done
        ],
    )
