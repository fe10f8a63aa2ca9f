"""Show what would be written, and ask whether it shall be."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from holo.cli.screen import paint

if TYPE_CHECKING:
    from holo.cli.screen import Screen

TINTS = {"+": "32", "-": "31", "@": "36"}


def say_diff(screen: Screen, diff: str) -> None:
    """Print a unified diff, in colour where that is welcome."""
    for line in diff.splitlines():
        tint = TINTS.get(line[:1]) if not line.startswith(("+++", "---")) else None
        screen.say(paint(line, tint, sys.stdout) if tint else line)


def decided(screen: Screen, question: str, *, yes: bool, way: str = "--yes") -> bool:
    """Say whether it shall be written: `yes` decides, else whoever sits at the terminal; nobody there is a no."""
    if yes:
        return True
    if screen.json or not sys.stdin.isatty():
        screen.say(f"Nothing was written: there is nobody to ask here; `{way}` writes it")
        return False
    return click.confirm(question, default=False)
