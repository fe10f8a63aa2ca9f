"""Which answer lay in the file of a ticket when a hand's body was accepted in its place.

One JSON file below the project's `.holo/`. It tells an answer that was written since from one that the hand has
superseded. Never committed: a clone has none, and what cannot be read or written is as if it were not there.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from holo.provenance.lock import replace_whole

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NAME = "superseded.json"


@dataclass(frozen=True, slots=True)
class Superseded:
    """Digests of the body that was accepted, and of the answer that it superseded; empty where there was none."""

    body: str
    answer: str = ""


def read(folder: Path) -> dict[str, Superseded]:
    """Return what is known, by function id; what makes no sense is passed over."""
    try:
        rows = json.loads((folder / NAME).read_text(encoding="utf-8"))
        return {str(key): Superseded(str(row["body"]), str(row["answer"])) for key, row in rows.items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def write(folder: Path, rows: Mapping[str, Superseded]) -> None:
    """Keep what is known, whole or not at all; a folder that cannot be written is left alone."""
    data = json.dumps({key: asdict(rows[key]) for key in sorted(rows)}, indent=1) + "\n"
    with contextlib.suppress(OSError):
        replace_whole(folder / NAME, data.encode("utf-8"))
