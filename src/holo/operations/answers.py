"""Whether the file that a ticket names holds an answer that nobody has settled yet.

A body that a hand wrote into the package, and that was accepted, supersedes the answer that lay there. Only one that
was changed after that is an answer anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.operations.offers import HAND
from holo.provenance import superseded
from holo.provenance.digest import digest
from holo.provenance.superseded import Superseded
from holo.verify.prepare import prepare

if TYPE_CHECKING:
    from holo.operations.workshop import Workshop
    from holo.provenance.lock import Lock


def answered_anew(shop: Workshop, key: str) -> bool:
    """Say whether an answer is there that is not the accepted body, nor what that has superseded."""
    record = shop.lock.get(key)
    if record is None or key not in shop.planned.tickets:
        return False
    answer = _answer(shop, key)
    if answer in {"", record.body}:
        return False
    if record.agent != HAND:
        return True
    # A clone has no such record, nor has a lock that came from elsewhere: then what the lock vouches for stands.
    known = superseded.read(shop.folders.state).get(key)
    return known is not None and known.body == record.body and known.answer != answer


def settle(shop: Workshop, before: Lock) -> None:
    """Remember the answers that hands' bodies, accepted in this run, have superseded; `before` is the lock until then."""
    rows = superseded.read(shop.folders.state)
    after = dict(rows)
    for key, stand in shop.stands.items():
        if not stand.stands or stand.agent != HAND or key not in shop.planned.tickets:
            continue
        old, known = before.get(key), rows.get(key)
        if known is None or known.body != stand.body or old is None or (old.agent, old.body) != (HAND, stand.body):
            after[key] = Superseded(stand.body, _answer(shop, key))
    if after != rows:
        superseded.write(shop.folders.state, after)


def _answer(shop: Workshop, key: str) -> str:
    """Return the digest of an answer as it would be kept, or of its text where it has no such form; empty for none."""
    text = shop.written(key)
    if text is None:
        return ""
    ready = prepare([(text, shop.rules(key))])[0].source
    return (shop.body_of(shop.as_kept(key, ready)) if ready is not None else "") or digest(text)
