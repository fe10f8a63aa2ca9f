"""What is offered for a function, cheapest first: by a hand, the hologram itself, a recording, a file, an earlier build.

Judges nothing and asks no model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.agents import replay
from holo.agents.derive import derive
from holo.agents.reply import read_reply
from holo.operations.stands import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from holo.operations.workshop import Workshop
    from holo.provenance.lock import Locked

HAND = "hand"
ADOPTED = "adopted"
"""Who wrote a body that stands as Holo left it, when the lock is gone that knew."""


def offers(shop: Workshop, key: str, agents: Sequence[str]) -> Iterator[Candidate]:
    """Yield what there is for a function.

    What a hand wrote into the package is never overwritten, so that it is the only offer where it stands; unless it was
    accepted, and an answer was written after that.
    """
    ticket = shop.planned.tickets.get(key)
    record = shop.lock.get(key)
    standing = shop.on_disk(key)
    if standing is not None and by_hand(shop, key, standing, record):
        vouched = record is not None and shop.body_of(standing) == record.body
        note = ""
        if vouched and "files" in agents and shop.answered_anew(key):
            # The hand's body is settled, and the answer was written after it.
            if shop.is_own(shop.artifact(key)):
                yield Candidate("files", shop.written(key) or "", ticket=ticket.hash if ticket else "")
            else:
                note = f"{shop.body_file(key)} is not taken: the file in the package is as a hand left it; remove that first"
        yield Candidate(HAND, standing, ticket=ticket.hash if ticket else "", note=note)
        return
    if "files" in agents and shop.answered_anew(key):
        # Somebody has written another answer since: it comes before what was recorded or stands.
        yield Candidate("files", shop.written(key) or "", ticket=ticket.hash if ticket else "")
    for agent in agents:
        match agent:
            case "derive":
                text = derive(shop.function(key), shop.compiled.library.lookup)
                if text is not None:
                    yield Candidate("derive", text)
                    return
            case "replay" if ticket is not None:
                yield from _replayed(shop, key)
            case "files" if ticket is not None:
                text = shop.written(key)
                if text is not None:
                    yield Candidate("files", text, ticket=ticket.hash)
            case _:
                continue
    agent, model, answered = (record.agent, record.model, record.ticket) if record else (ADOPTED, "", "")
    if standing is None and record is not None:
        # The file is gone, and was Holo's: what was paid for once is not asked for again.
        standing = shop.accepted_before(key, record.body) or None
    if standing is not None:
        note = "written for an earlier ticket" if ticket and answered not in {"", ticket.hash} else ""
        yield Candidate(agent, standing, model, answered, note=note)


def by_hand(shop: Workshop, key: str, standing: str, record: Locked | None) -> bool:
    """Say whether what stands in the package for a function is a hand's work."""
    if record is None:
        return not shop.is_own(shop.artifact(key))
    return record.agent == HAND or shop.body_of(standing) != record.body


def _replayed(shop: Workshop, key: str) -> Iterator[Candidate]:
    ticket = shop.planned.tickets[key]
    found = replay.replay(shop.folders.recordings, ticket)
    if found.reply is not None:
        reply = read_reply(found.reply, shop.rules(key), ticket.max_answer)
        flags = () if reply.source is not None else tuple(flag.message for flag in reply.flags)
        yield Candidate("replay", reply.candidate, found.writer, ticket.hash, flags=flags)
    elif found.stale:
        shop.stale[key] = found.stale.replace(f"{shop.config.root}/", "")
