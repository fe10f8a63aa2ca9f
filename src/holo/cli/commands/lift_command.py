"""`holo lift PATH`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from holo.cli.app import options
from holo.cli.screen import Screen, counted

if TYPE_CHECKING:
    from holo.operations.lift import Lifted

_SHOWN = 12


@click.command("lift")
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--out", type=click.Path(path_type=Path), help="Where the hologram goes; several go into a folder of that name."
)
@click.option("--name", default="", help="The name of the hologram; otherwise that of the package.")
@click.option("--private", is_flag=True, help="Describe names with a leading underscore, too.")
@click.option("--force", is_flag=True, help="Write over holograms that stand; each old text is kept as `….holo.old`.")
@options
def command(path: Path, out: Path | None, name: str, private: bool, force: bool, form: str) -> int:  # noqa: FBT001  (click's flags)
    """Write holograms that describe a package, or one file, as it is.

    The code is read and never run: signatures, docs, doctests, errors, classes and constants become a text that compiles.
    """
    from holo.diagnostics.render import place
    from holo.operations.lift import lift
    from holo.operations.projects import governing
    from holo.source import SourceFile

    screen = Screen(form)
    base = Path.cwd()
    done = lift(path, governing((), base), base, out=out, name=name, private=private, force=force)
    rows = tuple(
        place(one, SourceFile(file.path, file.text))
        for file in done.files
        for one in file.diagnostics
        if one.severity.value == "error"
    )
    screen.diagnostics(rows)
    _say(screen, done, str(path))
    screen.answer(
        rows,
        name=done.name,
        code=done.code,
        files=[
            {"path": one.path, "hologram": one.name, "words": one.words, "modules": list(one.modules)}
            for one in done.files
        ],
        lifted=done.tally.as_json(),
        private_left=done.private_left,
        broken=[{"path": one.path, "line": one.line, "message": one.message} for one in done.broken],
        kept=list(done.kept),
        settings=done.settings,
        settings_written=done.written,
    )
    return 1 if rows else 0


def _say(screen: Screen, done: Lifted, path: str) -> None:
    for kept in done.kept:
        screen.say(f"kept {kept}")
    for file in done.files:
        screen.say(f"made {file.path} ({counted(file.words, 'word')}, {counted(len(file.modules), 'module')})")
    tally = done.tally
    screen.say()
    rows = [
        ("functions", tally.functions, ""),
        ("methods", tally.methods, ""),
        ("classes", tally.classes, ""),
        ("constants", tally.constants, _part(tally.constants_without_value, "without their value")),
        ("raises", tally.raises, _part(tally.raises_with_condition, "with a condition")),
        ("doctests as examples", tally.examples, ""),
        ("doctests kept as prose", tally.doctests_as_prose, ""),
        ("opaque types", tally.opaque_types, "known by their annotation alone" if tally.opaque_types else ""),
        ("defaults written `...`", tally.defaults_without_value, ""),
        ("literal types widened", tally.literal_types, ""),
    ]
    for title, number, note in rows:
        if number:
            screen.say(f"{title:<24}{number:>7,}{f'  {note}' if note else ''}")
    if done.private_left:
        screen.say(f"{'private, not described':<24}{done.private_left:>7,}  `--private` describes them, too")
    if tally.left_out:
        screen.say(f"\nLeft out: {len(tally.left_out)}")
        for one in tally.left_out[:_SHOWN]:
            screen.say(f"  {one.name}: {one.reason}")
        if len(tally.left_out) > _SHOWN:
            screen.say(f"  and {len(tally.left_out) - _SHOWN} more: `holo lift {path} --format json` lists all")
    if done.broken:
        screen.say(f"\nNot read: {counted(len(done.broken), 'file')}")
        for broken in done.broken[:_SHOWN]:
            screen.say(f"  {broken.path}:{broken.line}: {broken.message}")
    if done.written:
        screen.say(f"\nmade holo.toml, which says that they describe `{done.code}`")
    elif done.settings:
        screen.say("\nPut this into holo.toml, in place of the same lines there:\n")
        screen.say(done.settings.rstrip("\n"))


def _part(number: int, words: str) -> str:
    return f"{number:,} {words}" if number else ""
