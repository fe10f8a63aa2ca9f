"""What Git knows of a file, where a project has it: since when it stands as it does, and what stood there before.

The one place that starts Git. Asks for little, waits for little, and says nothing where it cannot be had.
"""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE = 3.0
VERSIONS = 30
"""Older versions of a file that are looked at."""


def has_git(folder: Path) -> bool:
    """Say whether a folder lies in a working tree; starts nothing."""
    return any((above / ".git").exists() for above in (folder, *folder.parents))


def last_change(path: Path) -> str:
    """Say since when a file stands as it does: not committed yet, or day and name of its last commit; empty if unknown."""
    if _shallow(path.parent):
        return ""  # the oldest commit that is there would get the blame
    status = _git(path.parent, "status", "--porcelain", "--", path.name)
    if status is None:
        return ""
    if status.strip():
        return "not committed yet"
    logged = _git(path.parent, "log", "-1", "--format=%cs %h", "--", path.name)
    day, _, commit = (logged or "").strip().partition(" ")
    return f"committed {day} as {commit}" if commit else ""


def _shallow(folder: Path) -> bool:
    return any((above / ".git" / "shallow").exists() for above in (folder, *folder.parents))


def versions(path: Path) -> Iterator[str]:
    """Yield the texts that a file had in the last commits that touched it, newest first."""
    logged = _git(path.parent, "log", f"-{VERSIONS}", "--format=%H", "--", path.name)
    for commit in (logged or "").split():
        text = _git(path.parent, "show", f"{commit}:./{path.name}")
        if text is not None:
            yield text


def _git(folder: Path, *words: str) -> str | None:
    if not folder.is_dir():
        return None
    try:
        done = subprocess.run(
            ["git", "--no-optional-locks", *words],
            cwd=folder,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=PATIENCE,
            check=False,
            env={**os.environ, "LC_ALL": "C"},
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
