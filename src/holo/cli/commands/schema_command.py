"""`holo schema`."""

from __future__ import annotations

import click

from holo.cli.app import options
from holo.cli.screen import Screen


@click.command("schema")
@options
def command(form: str) -> int:
    """Print the JSON Schema of the IR (`hologram.json`)."""
    import json

    from holo.operations.schema import schema

    screen = Screen(form)
    found = schema()
    screen.say(json.dumps(found, indent=2, ensure_ascii=False))
    screen.answer((), schema=found)
    return 0
