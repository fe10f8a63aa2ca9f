"""What has moved, as people read it and as reports place it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from holo.cli.screen import Screen, paint

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from holo.diagnostics.render import Placed
    from holo.drift.model import Drift

TINTS = {"error": "31", "warning": "33"}


def say_drifts(screen: Screen, found: Iterable[Drift]) -> None:
    """Print findings: where, what, since when, and the commands that settle each."""
    for one in found:
        code = paint(f"{one.severity} {one.code.number}", TINTS[one.severity], sys.stdout)
        screen.say(f"{one.path}:{one.line}: {code} {one.message}")
        for word, text in (("input:", one.input), ("got:", one.got), ("since:", one.since)):
            if text:
                screen.say(f"  {word:<7} {text}")
        for number, (does, does_what) in enumerate(one.settle):
            screen.say(f"  {'settle:' if not number else '':<7} {does}  ({does_what})")


def placed_drift(one: Drift, root: Path, base: Path) -> Placed:
    """Return a finding as a report places it, its path as seen from the working folder."""
    from holo.diagnostics.render import Placed  # only where it is asked for

    extra = [f"{word}: {text}" for word, text in (("input", one.input), ("got", one.got)) if text]
    hint = "\n".join([*extra, *(f"{does}  ({what})" for does, what in one.settle)])
    path = os.path.relpath(root / one.path, base)
    return Placed(one.code.number, one.severity, one.message, path, one.line, 1, one.line, 1, hint, None, "")


def differences(found: tuple[Drift, ...]) -> str:
    """Say how many findings there are on described code: which side moved is recorded nowhere."""
    return f"{len(found)} difference{'' if len(found) == 1 else 's'}" if found else "no drift"
