"""`holo restore FUNCTION`."""

from __future__ import annotations

from pathlib import Path

import click

from holo.cli.app import options
from holo.cli.deciding import decided, say_diff
from holo.cli.screen import Screen


@click.command("restore")
@click.argument("name", metavar="FUNCTION|FILE")
@click.option("--yes", is_flag=True, help="Write without asking.")
@options
def command(name: str, yes: bool, form: str) -> int:  # noqa: FBT001  (click's flags)
    """Put back the accepted body of a function, or a generated file as Holo makes it.

    The diff is shown first; without a terminal nothing is written unless `--yes` says so. What stands there is kept in
    `.holo/set-aside/`.

    Exit 0: put back, or as it should be. 1: nothing was written. 2: nobody has what stood there.
    """
    from holo.operations.projects import governing, roots
    from holo.operations.restore import find_restored, put_back

    screen = Screen(form)
    base = Path.cwd()
    config = governing((), base)
    with screen.progress("looking"):
        found = find_restored(roots(config, (), base), name, config)
    aside = found.aside.relative_to(config.root).as_posix() if found.before is not None and found.diff else ""
    row = {"name": found.name, "path": found.shown, "origin": found.origin, "diff": found.diff, "aside": aside}
    if not found.diff:
        screen.say(f"`{found.shown}` is as it should be: nothing to put back")
        screen.answer((), written=False, **row)
        return 0
    say_diff(screen, found.diff)
    if not decided(screen, f"Put this back into {found.shown}?", yes=yes):
        screen.answer((), written=False, **row)
        return 1
    put_back(found)
    screen.say(f"`{found.shown}` is as Holo left it (from {found.origin})")
    if aside:
        screen.say(f"  what stood there is in {aside}")
    screen.answer((), written=True, **row)
    return 0
