"""`holo new DIR`."""

from __future__ import annotations

from pathlib import Path

import click

from holo.cli.app import options
from holo.cli.screen import Screen


@click.command("new")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@options
def command(folder: Path, form: str) -> int:
    """Make a project: `holo.toml`, a small hologram that builds, `.gitignore`, a pre-commit file."""
    from holo.operations.new import new

    screen = Screen(form)
    made = new(folder)
    for path in made.files:
        screen.say(f"made {folder / path}")
    screen.say(f"\nNext: cd {folder} && holo build")
    screen.answer((), name=made.name, files=list(made.files))
    return 0
