"""What writers of bodies asked about the hologram: one line of JSON a question, below the project's `.holo/`.

A question is kept with the digest of the slice that it was asked about: once the author has changed that, it is answered
and no more shown. Lines are added whole, so that any number of processes may ask at once. Never committed.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from holo.errors import HoloError

if TYPE_CHECKING:
    from pathlib import Path

NAME = "questions.jsonl"
REFUSED = "H901"


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: `function` is its id, `slice` the digest of what the writer was shown, `by` who asked."""

    function: str
    slice: str
    question: str
    by: str = ""


def read(folder: Path) -> tuple[Asked, ...]:
    """Return the questions of a project, oldest first, each once; what is no question is passed over."""
    try:
        lines = (folder / NAME).read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise _refused(folder / NAME, error) from None
    found: dict[tuple[str, str, str], Asked] = {}
    for line in lines:
        try:
            row = json.loads(line)
            one = Asked(*(str(row[name]) for name in ("function", "slice", "question", "by")))
        except (ValueError, KeyError, TypeError):
            continue
        found.setdefault((one.function, one.slice, one.question), one)
    return tuple(found.values())


def add(folder: Path, asked: Asked) -> bool:
    """Write a question down; say whether it is new."""
    if any(
        (one.function, one.slice, one.question) == (asked.function, asked.slice, asked.question) for one in read(folder)
    ):
        return False
    data = (json.dumps(asdict(asked), ensure_ascii=False) + "\n").encode("utf-8", "replace")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder / NAME, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o666)
        try:
            os.write(handle, data)
        finally:
            os.close(handle)
    except OSError as error:
        raise _refused(folder / NAME, error) from None
    return True


def _refused(path: Path, error: OSError) -> HoloError:
    return HoloError(f"`{path}` cannot be used: {error.strerror}", "Check its permissions", REFUSED)
