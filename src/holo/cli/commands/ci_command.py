"""`holo ci github`."""

from __future__ import annotations

from pathlib import Path

import click

from holo.cli.app import options
from holo.cli.deciding import decided, say_diff
from holo.cli.screen import Screen
from holo.operations.ci import INSTALL


@click.command("ci")
@click.argument("host", type=click.Choice(["github"]))
@click.option("--install", default=INSTALL, show_default=True, help="The command that installs Holo there.")
@click.option("--force", is_flag=True, help="Write over another workflow of this name without asking.")
@options
def command(host: str, install: str, force: bool, form: str) -> int:  # noqa: FBT001  (click's flags)
    """Write the workflow that checks this repository: form, drift, and every body, with no model and no key.

    Drift is shown as annotations, and what the check finds as SARIF. A workflow that is there already is never written over
    unseen: the diff is shown, and whoever sits at the terminal decides.

    Exit 0: the workflow stands. 1: another one stands there and stays. 2: it could not be written.
    """
    from holo.operations import ci
    from holo.operations.projects import governing

    del host  # one is known so far
    screen = Screen(form)
    found = ci.github(governing((), Path.cwd()), install)
    row = {"path": found.shown, "diff": found.diff}
    if not found.diff:
        screen.say(f"{found.shown} is as it would be written")
        screen.answer((), written=False, **row)
        return 0
    if found.before is not None:
        say_diff(screen, found.diff)
        if not decided(screen, f"Write over {found.shown}?", yes=force, way="--force"):
            screen.answer((), written=False, **row)
            return 1
    ci.write(found)
    screen.say(f"{found.shown} is written")
    screen.answer((), written=True, **row)
    return 0
