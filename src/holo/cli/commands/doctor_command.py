"""`holo doctor`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from holo.cli.app import options
from holo.cli.screen import Screen, paint

MARKS = {"fine": ("ok", "32"), "absent": ("-", "36"), "weak": ("weak", "33"), "wrong": ("wrong", "31")}
CODES = {"fine": 0, "weak": 1, "wrong": 2}


@click.command("doctor")
@options
def command(form: str) -> int:
    """Say what this machine gives Holo: the layers of the sandbox, tools, keys by name, folders.

    Exit 0: all that is needed. 1: it works, and something makes it weaker. 2: it does not work.
    """
    from holo.operations.doctor import doctor

    screen = Screen(form)
    found = doctor(Path.cwd(), os.environ)
    group = ""
    for row in found.rows:
        if row.group != group:
            group = row.group
            screen.say(group)
        word, tint = MARKS[row.health.value]
        screen.say(f"  {paint(f'{word:>5}', tint, sys.stdout)} {row.name:<12} {row.found}")
        if row.advice:
            screen.say(f"        {paint('help:', '32', sys.stdout)} {row.advice}")
    rows = [
        {"group": row.group, "name": row.name, "health": row.health.value, "found": row.found, "advice": row.advice}
        for row in found.rows
    ]
    screen.answer((), level=found.level, layers=list(found.layers), health=found.worst.value, examined=rows)
    return CODES[found.worst.value]
