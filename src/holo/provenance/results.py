"""What a measurement found, kept between runs: one small file a function below one folder.

A row is as good as its basis, a digest of everything it depends on. Nothing rests on it: what
cannot be read or written is measured again.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path


class Results:
    """Rows by function id, each under what it rests on and the settings it was measured with."""

    def __init__(self, folder: Path) -> None:
        """Use a folder that may not exist yet."""
        self._folder = folder

    def get(self, function: str, basis: str, settings: str | None = None) -> dict[str, Any] | None:
        """Return the row kept for a function; None where it rests on something else, or has other settings.

        Without settings any will do.
        """
        try:
            row = json.loads((self._folder / f"{function}.json").read_text(encoding="utf-8"))
            found: dict[str, Any] = row["row"]
            fits = row["basis"] == basis and settings in {None, row["settings"]}
        except (OSError, ValueError, TypeError, KeyError):
            return None
        return found if fits and isinstance(found, dict) else None

    def has(self, function: str) -> bool:
        """Say whether anything is kept for a function, of whatever it may be."""
        return (self._folder / f"{function}.json").is_file()

    def keep(self, function: str, basis: str, settings: str, row: dict[str, Any]) -> None:
        """Keep a row, whole or not at all; a folder that cannot be written is left alone."""
        target = self._folder / f"{function}.json"
        fresh = self._folder / f"{function}.{os.getpid()}"
        try:
            if not self._folder.is_dir():
                self._folder.mkdir(parents=True, exist_ok=True)
                (self._folder / ".gitignore").write_text("*\n", encoding="utf-8")
            data = {"basis": basis, "settings": settings, "row": row}
            fresh.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
            fresh.replace(target)
        except OSError:
            return
