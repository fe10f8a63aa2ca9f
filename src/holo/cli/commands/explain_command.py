"""`holo explain CODE`."""

from __future__ import annotations

import click

from holo.cli.app import options
from holo.cli.screen import Screen


@click.command("explain")
@click.argument("code", required=False)
@options
def command(code: str | None, form: str) -> int:
    """Say what a diagnostic code means, with a wrong and a right example; without CODE, list them all."""
    from holo.operations.explain import catalogue, explain

    screen = Screen(form)
    if code is None:
        rows = catalogue()
        for number, title in rows:
            screen.say(f"{number}  {title}")
        screen.answer((), codes=[{"code": number, "title": title} for number, title in rows])
        return 0
    page = explain(code)
    screen.say(page.text.rstrip("\n"))
    screen.answer((), code=page.code, title=page.title, text=page.text)
    return 0
