"""`holo drift`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from holo.cli.again import Witness, tool
from holo.cli.app import reporting_options
from holo.cli.drifting import differences, placed_drift, say_drifts
from holo.cli.screen import Screen, counted

if TYPE_CHECKING:
    from holo.drift.model import Drift
    from holo.operations.drift import Drifted


@click.command("drift")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@reporting_options
@click.pass_obj
def command(witness: Witness, paths: tuple[Path, ...], form: str) -> int:
    """Say what moved since the lock was written: the hologram, the code, or both; and what would settle it.

    Code that holograms describe is held against them, too, without running it.

    With PATHS (holograms, generated files, folders) only what concerns them is said. Formatting, comments and the order
    of imports are no drift. Bodies that were changed by hand are run against their contract.

    Exit 0: nothing moved. 1: something did. 2: it could not be told.
    """
    from holo import config as configs
    from holo.operations.drift import drift
    from holo.operations.projects import governing, roots
    from holo.operations.reading import Reading

    screen = Screen(form)
    base = Path.cwd()
    config = governing((), base)
    done, reading = [], Reading()
    for spec in roots(config, (), base):
        with screen.progress(f"looking at {spec.stem}"):
            done.append(drift(spec, config, [base / path for path in paths], tool=tool(), reading=reading))
        _say(screen, done[-1])
    _answer(screen, done, config.root, base)
    for one in done:
        witness.saw((*one.inputs, config.root / configs.NAME, config.root / "holo.lock"), one.folders)
    return 0 if all(one.clean for one in done) else 1


def _say(screen: Screen, done: Drifted) -> None:
    screen.diagnostics([row for row in done.diagnostics if row.severity == "error"])
    say_drifts(screen, done.found)
    if not any(row.severity == "error" for row in done.diagnostics):
        if done.code:
            screen.say(f"{done.root}: {counted(done.functions, 'function')} described, {differences(done.found)}")
            return
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
        rows = [row for row in rows if row.severity == "error"] + [
            placed_drift(one, root, base) for each in done for one in each.found
        ]
    screen.answer(
        rows,
        drift=[
            {
                "hologram": one.root,
                "functions": one.functions,
                "open": one.open,
                **({"code": one.code} if one.code else {}),
                "found": [found.as_json() for found in one.found],
            }
            for one in done
        ],
    )
