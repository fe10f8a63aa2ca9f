"""Recorded replies of models: one text a function, found again by the hash of its ticket.

`recordings/HOLOGRAM/FUNCTION-ID.md` begins with who wrote the reply to which ticket; the reply follows word for
word, fence included. Committed where wanted: a build from recordings asks no model. Judges nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from holo.errors import HoloError
from holo.provenance.lock import replace_whole

if TYPE_CHECKING:
    from pathlib import Path

BAD_RECORDING = "H906"
_EDGE = "---\n"


@dataclass(frozen=True, slots=True)
class Recording:
    """One recorded reply: the hash of the ticket it answers, who wrote it, and what it says."""

    ticket: str
    writer: str
    reply: str


def path(folder: Path, hologram: str, function: str) -> Path:
    """Return where the recording of a function lies; `folder` is the project's `recordings`."""
    return folder / hologram / f"{function}.md"


def read(file: Path) -> Recording | None:
    """Return the recording in a file, or None where there is none.

    Raises `HoloError` for a file that is no recording.
    """
    try:
        text = file.read_bytes().decode("utf-8").replace("\r\n", "\n")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise HoloError(f"The recording `{file}` cannot be read: {error}", "Mend or delete it", BAD_RECORDING) from None
    start, edge, rest = text.removeprefix(_EDGE).partition(f"\n{_EDGE}")
    rows = dict(line.split(": ", 1) for line in start.split("\n") if ": " in line)
    if not text.startswith(_EDGE) or not edge or not rows.get("ticket", "").strip():
        raise HoloError(
            f"`{file}` is not a recording: it does not begin with `---`, `ticket: HASH`, `writer: NAME`, `---`",
            "Mend or delete it",
            BAD_RECORDING,
        )
    return Recording(rows["ticket"].strip(), rows.get("writer", "").strip(), rest)


def write(file: Path, recording: Recording) -> None:
    """Put a recording in its place, whole or not at all."""
    writer = " ".join(recording.writer.split())
    text = f"{_EDGE}ticket: {recording.ticket}\nwriter: {writer}\n{_EDGE}{recording.reply}"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_whole(file, text.encode("utf-8", "replace"))
    except OSError as error:
        raise HoloError(
            f"The recording `{file}` cannot be written: {error.strerror}", "Check permissions and space", BAD_RECORDING
        ) from None
