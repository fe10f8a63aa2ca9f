"""The agent that remembers: a recorded reply, where it answers this very ticket.

A recording of another ticket of the same function is stale, and said to be; it is never used.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from holo.provenance import recordings
from holo.provenance.digest import short
from holo.provenance.recordings import Recording

if TYPE_CHECKING:
    from pathlib import Path

    from holo.tickets.ticket import Ticket

NAME = "replay"


@dataclass(frozen=True, slots=True)
class Replayed:
    """What the recordings have for a ticket: `reply` is the recorded text, None where nothing fits.

    `stale` says why a recording that is there does not fit.
    """

    reply: str | None
    writer: str = ""
    stale: str = ""


def replay(folder: Path, ticket: Ticket) -> Replayed:
    """Look for the recorded reply to a ticket; `folder` is the project's `recordings`."""
    file = recordings.path(folder, hologram_of(ticket), ticket.id)
    found = recordings.read(file)
    if found is None:
        return Replayed(None)
    if found.ticket != ticket.hash:
        return Replayed(
            None,
            stale=f"`{file}` answers ticket {short(found.ticket)}; the ticket of `{ticket.id}` is now {short(ticket.hash)}",
        )
    return Replayed(found.reply, found.writer)


def record(folder: Path, ticket: Ticket, writer: str, reply: str) -> Path:
    """Record a reply to a ticket, in the place of an earlier one; return its file."""
    file = recordings.path(folder, hologram_of(ticket), ticket.id)
    recordings.write(file, Recording(ticket.hash, writer, reply))
    return file


def hologram_of(ticket: Ticket) -> str:
    """Return the name of the hologram whose function a ticket is for."""
    return ticket.id.partition(".")[0]
