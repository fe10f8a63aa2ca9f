"""Go through a project in waves: keep what the lock vouches for, judge what agents offer, ask where nobody did.

A body is judged when everything that it calls stands. Functions that call each other are judged together and
accepted together. Nothing is written here but the journal.
"""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from holo.codes import Code
from holo.operations import trust
from holo.operations.ahead import Ahead
from holo.operations.offers import HAND, offers
from holo.operations.stands import Candidate, Stand, State
from holo.pycode.digest import body_digest
from holo.verify.prepare import FORM, Prepared, prepare
from holo.verify.verdict import Check, Finding, Outcome, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from holo.operations.workshop import Workshop
    from holo.verify.verdict import Verdict

    Ask = Callable[[Workshop, str], Stand]

FILES = "files"
_BATCH = 100  # candidates that go through form and lint at once, while those before them are judged
_STATES = {Outcome.REJECTED: State.REJECTED, Outcome.UNDECIDED: State.UNDECIDED}


def fill(
    shop: Workshop,
    agents: Sequence[str],
    advance: Callable[[int, int, str], None],
    *,
    anew: bool = False,
    ask: Ask | None = None,
) -> dict[str, Stand]:
    """Give every function its stand.

    `anew` judges again even what the lock vouches for. `ask` asks a model for a function that nobody else filled.
    """
    total = len(shop.planned.slices)
    with Ahead(shop) as shop.ahead:
        _fill(shop, agents, advance, anew=anew, ask=ask)
    advance(total, total, "")
    return shop.stands


def _fill(
    shop: Workshop,
    agents: Sequence[str],
    advance: Callable[[int, int, str], None],
    *,
    anew: bool,
    ask: Ask | None,
) -> None:
    total = len(shop.planned.slices)
    done = 0
    first = _begun(shop, [key for key in _alone(shop) if anew or key not in shop.lock], agents)
    for wave in shop.planned.waves:
        todo: list[tuple[str, ...]] = []
        for group in wave:
            kept = [] if anew else shop.kept(group)
            if kept:
                shop.stands.update((stand.id, stand) for stand in kept)
                done += len(group)
            else:
                todo.append(group)
        first |= _begun(shop, [group[0] for group in todo if len(group) == 1 and group[0] not in first], agents)
        for group in todo:
            advance(done, total, group[0])
            if len(group) == 1:
                shop.stands[group[0]] = _settle(shop, group[0], first[group[0]], ask)
            else:
                shop.stands.update((stand.id, stand) for stand in _settle_together(shop, group, agents, ask))
            done += len(group)


def _alone(shop: Workshop) -> Iterator[str]:
    """Yield the functions that are judged by themselves, in the order of their turns."""
    for wave in shop.planned.waves:
        yield from (group[0] for group in wave if len(group) == 1)


def _begun(
    shop: Workshop, keys: Sequence[str], agents: Sequence[str]
) -> dict[str, tuple[Candidate, Prepared, Iterator[Candidate]] | None]:
    """Take the first candidates of some functions and prepare them, and have those that may run here judged ahead."""
    begun: dict[str, tuple[Candidate, Prepared, Iterator[Candidate]] | None] = {}
    for start in range(0, len(keys), _BATCH):
        batch = _prepare(shop, keys[start : start + _BATCH], agents)
        begun |= batch
        if shop.ahead is not None:
            found = ((key, each) for key, each in batch.items() if each is not None)
            shop.ahead.start(
                [
                    (key, prepared)
                    for key, (candidate, prepared, _) in found
                    if trust.may_run(candidate, shop.config, shop.pool, os.environ)
                ]
            )
    return begun


def _prepare(
    shop: Workshop, keys: Iterable[str], agents: Sequence[str]
) -> dict[str, tuple[Candidate, Prepared, Iterator[Candidate]] | None]:
    """Take the first candidate of each function and put all of them through form and lint at once."""
    found: dict[str, tuple[Candidate, Iterator[Candidate]]] = {}
    result: dict[str, tuple[Candidate, Prepared, Iterator[Candidate]] | None] = {}
    for key in keys:
        ways = offers(shop, key, agents)
        candidate = next(ways, None)
        result[key] = None
        if candidate is not None:
            found[key] = (candidate, ways)
    sound = {key: candidate for key, (candidate, _) in found.items() if not candidate.flags}
    ready = dict(zip(sound, prepare([(one.text, shop.rules(key)) for key, one in sound.items()]), strict=True))
    for key, (candidate, ways) in found.items():
        result[key] = (candidate, ready.get(key) or flagged(candidate), ways)
    return result


def flagged(candidate: Candidate) -> Prepared:
    """Return a reply that is no answer as a candidate whose form is refused."""
    findings = tuple(Finding(code=Code.BODY_FORM.number, check=FORM, message=flag) for flag in candidate.flags)
    return Prepared(None, (Check(name=FORM, status=Status.FAILED, runs=1, reason=candidate.flags[0]),), findings)


def _settle(
    shop: Workshop, key: str, first: tuple[Candidate, Prepared, Iterator[Candidate]] | None, ask: Ask | None
) -> Stand:
    """Judge what is offered for one function, in turn, until a body is accepted."""
    last: Stand | None = None
    for candidate, prepared in _offers(first):
        ready = prepared or (flagged(candidate) if candidate.flags else None)
        stand = _judged(shop, key, candidate, {}, ready)
        if stand.stands and last is not None and last.agent == FILES:
            # What is better stays; and whoever wrote the other one is told why it was not taken.
            said = "; ".join(found.message for found in last.findings[:1])
            return replace(stand, notes=(*stand.notes, f"{shop.body_file(key)} is not taken: {said}"))
        if stand.stands:
            return stand
        # The first refusal is the one to show: it came from the agent that should have known.
        last = stand if last is None or stand.agent == HAND else last
    if last is not None and (last.agent == HAND or ask is None or shop.waits_for(key)):
        return last
    asked = _ask_for(shop, key, (key,), ask)
    return asked if asked.stands or last is None else last


def _ask_for(shop: Workshop, key: str, group: tuple[str, ...], ask: Ask | None) -> Stand:
    """Ask a model, unless the function rests on one that is open: whatever was said now could not be judged."""
    ticket = shop.planned.tickets.get(key)
    if ask is None or ticket is None:
        return Stand(key, State.OPEN, ticket=ticket.hash if ticket is not None else "")
    waits = [other for other in shop.waits_for(key) if other not in group]
    if waits:
        names = ", ".join(f"`{name}`" for name in waits)
        return Stand(key, State.OPEN, ticket=ticket.hash, notes=(f"waits for {names}",))
    return ask(shop, key)


def _offers(
    first: tuple[Candidate, Prepared, Iterator[Candidate]] | None,
) -> Iterator[tuple[Candidate, Prepared | None]]:
    if first is not None:
        candidate, prepared, rest = first
        yield candidate, prepared
        for other in rest:
            yield other, None


def _settle_together(shop: Workshop, group: tuple[str, ...], agents: Sequence[str], ask: Ask | None) -> list[Stand]:
    """Judge functions that call each other: each with the first offer for all the others, accepted only together."""
    offered, texts = first_offers(shop, group, agents)
    stands: dict[str, Stand] = {}
    for key in [key for key, candidate in offered.items() if candidate is None]:
        stand = stands[key] = _ask_for(shop, key, group, ask)
        if stand.source:
            # What a model wrote by itself waits for the others, and is judged with them below.
            offered[key] = Candidate(stand.agent, stand.source, stand.model, stand.ticket)
            texts[key] = shop.as_kept(key, stand.source)
    for key, candidate in offered.items():
        if candidate is not None:
            ready = flagged(candidate) if candidate.flags else None
            stands[key] = _judged(shop, key, candidate, texts, ready)
    if all(stand.stands for stand in stands.values()):
        return list(stands.values())
    why = "a function that it calls, and that calls it, does not stand"
    return [
        replace(stand, state=State.UNDECIDED, notes=(*stand.notes, why)) if stand.stands else stand
        for stand in stands.values()
    ]


def first_offers(
    shop: Workshop, keys: Iterable[str], agents: Sequence[str]
) -> tuple[dict[str, Candidate | None], dict[str, str]]:
    """Return the first offer for each function, and the texts of those that are well formed."""
    offered = {key: next(offers(shop, key, agents), None) for key in keys}
    texts: dict[str, str] = {}
    for key, candidate in offered.items():
        if candidate is not None and not candidate.flags:
            ready = prepare([(candidate.text, shop.rules(key))])[0]
            if ready.source is not None:
                texts[key] = shop.as_kept(key, ready.source)
    return offered, texts


def _judged(shop: Workshop, key: str, candidate: Candidate, beside: Mapping[str, str], ready: Prepared | None) -> Stand:
    """Return where a function stands with a candidate; what may not run here is not judged."""
    if not trust.may_run(candidate, shop.config, shop.pool, os.environ):
        notes = (*((candidate.note,) if candidate.note else ()), trust.NOTE)
        return Stand(key, State.UNDECIDED, candidate.agent, candidate.model, candidate.ticket, notes=notes)
    return stand_of(shop, key, candidate, shop.judge(key, candidate.text, beside, ready))


def stand_of(shop: Workshop, key: str, candidate: Candidate, verdict: Verdict) -> Stand:
    """Return where a function stands after a verdict; an accepted body is kept as the package will hold it."""
    state = _STATES.get(verdict.outcome, State.WEAK if verdict.weak else State.ACCEPTED)
    source = verdict.source or candidate.text
    body = ""
    if verdict.outcome is Outcome.ACCEPTED:
        source = shop.as_kept(key, source)
        body = body_digest(source)
    return Stand(
        key,
        state,
        candidate.agent,
        candidate.model,
        candidate.ticket,
        source,
        body,
        fresh=True,
        verdict=verdict,
        findings=verdict.findings,
        notes=(candidate.note,) if candidate.note else (),
        stored=verdict.stored,
        laws=verdict.laws,
    )
