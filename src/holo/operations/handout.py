"""Hand tickets out to coding agents one at a time, and judge what comes back.

A ticket is leased, so that two agents never work on one. An answer is in the journal before it is judged; an accepted one is
kept in the file that its ticket names, where the next build finds it. What a person wrote there is never overwritten.
Sealed examples stay sealed: of one that fails nothing is said but that it does.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from holo.emit.function_file import function_file
from holo.emit.writer import replace_text
from holo.errors import HoloError
from holo.operations.filling import first_offers, stand_of
from holo.operations.judge import find
from holo.operations.served import answered, ready, settle, standing, stands_by_hand
from holo.operations.sources import shown
from holo.operations.stands import Candidate
from holo.provenance.digest import digest
from holo.provenance.journal import Entry
from holo.pycode.ruff import format_files
from holo.verify.prepare import FORM, LINT
from holo.verify.verdict import Outcome

if TYPE_CHECKING:
    from pathlib import Path

    from holo.operations.served import Opened, Served
    from holo.operations.workshop import Workshop
    from holo.provenance.leases import Lease
    from holo.tickets.ticket import Ticket
    from holo.verify.verdict import Finding, Verdict

AGENT = "mcp"
"""Under which name an agent's attempts stand in the journal, with the client's own as its model."""

LARGEST = 100_000
"""Bytes of a submitted body; a ticket allows 1,000 tokens, so that this is nobody's answer."""

LONGEST = 300
"""Characters of a name."""

FINDINGS = 3
"""Findings of one verdict that are told; checks stop at the first that fails, so that there are rarely more."""

_SEALED = "sealed"


@dataclass(frozen=True, slots=True)
class Reply:
    """What an agent is told: texts, one after the other; `wrong` says that nothing came of what it asked."""

    texts: tuple[str, ...]
    wrong: bool = False


def next_ticket(served: Served, holder: str, wanted: str = "") -> Reply:
    """Lease one ticket: the one wanted, or the open one for which most others wait, of those that can be judged now.

    The first text is the ticket and nothing else; the second, in JSON, says how to hand the answer in.
    """
    shops = served.shops()
    if wanted:
        opened, shop, key = _find(served, wanted)
        del opened
        offers = [(key, shop)]
    else:
        offers = list({key: (key, shop) for opened, shop in shops for key in ready(opened, shop)}.values())
    tickets = [(key, shop.planned.tickets[key].hash) for key, shop in offers]
    lease = served.leases.take(tickets, holder)
    if lease is None:
        return _nothing(served, [key for key, _ in offers], wanted)
    if not wanted and not any(lease.function in ready(opened, shop) for opened, shop in served.shops()):
        # Another agent's body was accepted between the look and the lease.
        served.leases.end(lease.function, lease.id)
        return next_ticket(served, holder)
    served.given.append(lease.id)
    shop = dict(offers)[lease.function]
    ticket = shop.planned.tickets[lease.function]
    row = {
        "ticket": ticket.id,
        "lease": lease.id,
        "expires": time_of(lease),
        "file": answer_file(served, shop, ticket.id),
        "then": "submit(ticket, lease, body) with the whole function; or write it into `file` and leave `body` out",
    }
    if ticket.id in standing(shop):
        row["note"] = "an accepted body stands; yours replaces it if it is accepted"
    return Reply((ticket.text, json.dumps(row, ensure_ascii=False)))


def submit(served: Served, holder: str, name: str, lease: str, body: str = "", *, give_back: bool = False) -> Reply:
    """Judge a body, or what stands in the ticket's file where none is given; or give the ticket back.

    Raises `HoloError` for a ticket that is unknown or in other hands, and for a body that may not be run here.
    """
    opened, shop, key = _find(served, name)
    ticket = shop.planned.tickets[key]
    before = served.leases.held().get(key)
    held = served.leases.renew(key, lease, ticket.hash)
    if held is None:
        raise HoloError(
            f"`{lease}` is no lease of `{key}` that stands: the ticket was answered or given back, or somebody else has it",
            "Take a ticket with `next_ticket`; nothing that you submitted before is lost",
            "H912",
        )
    if give_back:
        served.leases.end(key, lease)
        return Reply((f"`{key}` is given back. {_next(served)}",))
    refused = served.refusal()
    if refused is not None:
        raise refused
    file = shop.folders.build / shop.body_file(key)
    text, candidate = _candidate(served, shop, key, body)
    changed = before is not None and before.id == lease and before.ticket != ticket.hash
    verdict, settled = _judge(served, shop, key, holder, text, candidate)
    if verdict.outcome is Outcome.REJECTED:
        said = [f"**rejected** `{key}`", *_told(shop, verdict)]
        mend = (
            "Mend it and `submit` again with the same lease"
            if _mine(verdict)
            else "The fault may lie in the hologram: `ask`"
        )
        said.append(f"Next: {mend} (until {time_of(held)}).")
        return Reply(("\n".join(_with_ticket(said, ticket, changed=changed)),))
    waits = [other for other in shop.called_in_turn(key) if other not in standing(shop)]
    if not settled and not waits:
        return Reply(
            (
                "\n".join(
                    [
                        f"**undecided** `{key}`: nothing speaks for it or against it",
                        *_unrun(verdict),
                        "Next: `submit` again, or `ask`.",
                    ]
                ),
            )
        )
    stays = _keep(shop, key, file, verdict.source or candidate, own=bool(body))
    served.leases.end(key, lease)
    answered(opened, shop, key)
    where = shown(file, served.config.root)
    said = []
    if settled:
        bodies = shop.compiled.weak.get(key, ())
        weak = f" (weak: {' and '.join(f'`{one}`' for one in bodies[:2])} would pass, too)" if bodies else ""
        said.append(f"**accepted** `{key}`{weak}")
    else:
        listed = ", ".join(f"`{other}`" for other in waits)
        said.append(f"**undecided** `{key}`: it stands as soon as {listed}, which it calls in turn, has a right body")
    said.append(stays or f"Kept in `{where}`; `holo build` puts what is accepted into the package.")
    if stands_by_hand(shop, key):
        said.append(
            "A person's body stands in the package, and a build keeps that one; remove it there if yours is to replace it."
        )
    said.append(f"Next: {_next(served)}")
    return Reply(("\n".join(_with_ticket(said, ticket, changed=False)),))


def answer_file(served: Served, shop: Workshop, key: str) -> str:
    """Return the file that a ticket names, relative to the project."""
    return shown(shop.folders.build / shop.body_file(key), served.config.root)


def time_of(lease: Lease) -> str:
    """Return when a lease ends, in UTC."""
    return datetime.fromtimestamp(lease.until, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


# -- which ticket ------------------------------------------------------------------------------


def plain(text: str) -> str:
    """Return what an agent said as one line that any terminal shows as it is: no control characters, single spaces."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def named(name: str) -> str:
    """Return a name as it was meant. Raises `HoloError` for what is too long to be one."""
    word = name.strip().strip("`")
    if not word or len(word) > LONGEST:
        raise HoloError(f"`{word[:40]}` is no name", "`status` lists the functions", "H903")
    return word


def _find(served: Served, name: str) -> tuple[Opened, Workshop, str]:
    """Return the ticket that a name means. Raises `HoloError` with the nearest names for none."""
    name = named(name)
    shops = served.shops()
    failed: HoloError | None = None
    for opened, shop in shops:
        try:
            key = find(shop, name)
        except HoloError as error:
            failed = failed or error
            continue
        if key in shop.planned.tickets:
            return opened, shop, key
        raise HoloError(
            f"`{key}` has no ticket: the hologram says its body itself", "`next_ticket` gives one that is open", "H903"
        )
    assert failed is not None
    raise HoloError(failed.message, failed.hint.replace("`holo status` lists", "`status` lists"), failed.code)


def _nothing(served: Served, offers: list[str], wanted: str) -> Reply:
    """Say why there is no ticket to take."""
    if offers:
        held = served.leases.held()
        rows = [f"- `{key}`: {held[key].holder}, until {time_of(held[key])}" for key in offers if key in held]
        what = f"`{wanted}` is in other hands" if wanted else "Every ticket that can be answered now is in other hands"
        return Reply(("\n".join([f"{what}:", *rows, "Ask again later."]),), wrong=bool(wanted))
    return Reply((_next(served),))


def _next(served: Served) -> str:
    """Say what is to be done now."""
    held = served.leases.held()
    free, waiting = [], 0
    for opened, shop in served.shops():
        now = list(ready(opened, shop))
        free += [key for key in now if key not in held]
        waiting += len(shop.planned.tickets.keys() - standing(shop)) - len(now)
    broken = [one.compiled.path.name for one in served.opened() if one.compiled.broken]
    more = f" `{'`, `'.join(broken)}` has errors that its author must mend." if broken else ""
    if free:
        return f"{counted(len(free), 'ticket')} can be taken now: `next_ticket`.{more}"
    if waiting or held:
        return (
            f"no ticket can be taken now: {counted(len(held), 'ticket')} in hand, {waiting} waiting for others.{more}"
        )
    return f"every ticket is answered: `holo build` writes the package.{more}"


def counted(number: int, word: str) -> str:
    """Return `1 ticket`, `2 tickets`."""
    return f"{number} {word}{'' if number == 1 else 's'}"


# -- judging -----------------------------------------------------------------------------------


def _candidate(served: Served, shop: Workshop, key: str, body: str) -> tuple[str, str]:
    """Return what was handed in, and the candidate that it holds."""
    if body.strip():
        size = len(body.encode("utf-8", "replace"))
        if size > LARGEST:
            raise HoloError(
                f"The body has {size:,} bytes; more than {LARGEST:,} are not even read",
                "Submit one function, as short as its ticket asks",
                "H701",
            )
        text = body.encode("utf-8", "replace").decode().replace("\r\n", "\n")
        return text, shop.from_file(key, text)
    text = shop.written(key) or ""
    if not text.strip():
        raise HoloError(
            f"No body was given, and nobody has written one into `{answer_file(served, shop, key)}`",
            "Give the whole function as `body`, or write it there first",
            "H908",
        )
    return text, text


def _judge(served: Served, shop: Workshop, key: str, holder: str, text: str, candidate: str) -> tuple[Verdict, bool]:
    """Write an attempt down and judge it; say whether it stands now. What stood before stays if it does not."""
    ticket = shop.planned.tickets[key]
    entry = Entry(key, ticket.hash, AGENT, holder, ticket.text, digest(ticket.text), step="submit")
    served.journal.answer(served.journal.begin(entry), text)
    stood = shop.stands.pop(key, None)
    try:
        _, beside = first_offers(shop, shop.called_in_turn(key), shop.config.agents.order)
        verdict = shop.judge(key, candidate, beside)
        settled = False
        if verdict.accepted:
            if beside or shop.called_in_turn(key):
                settled = settle(shop, key, verdict.source)
            else:
                made = stand_of(shop, key, Candidate("files", candidate, ticket=ticket.hash), verdict)
                shop.stands[key] = made
                settled = made.stands
    finally:
        if stood is not None and key not in shop.stands:
            shop.stands[key] = stood
    return verdict, settled


def _keep(shop: Workshop, key: str, file: Path, source: str, *, own: bool) -> str:
    """Write an answer into the file of its ticket; return why it was left, where it was.

    `own` says that it came with the call. What stands in the file is overwritten only where it was submitted once.
    """
    if not own:
        return ""  # it was read from there
    standing_text = shop.written(key)
    if standing_text is not None:
        assert shop.journal is not None
        attempts = [entry.reply for entry in shop.journal.attempts(key) if entry.agent == AGENT and entry.reply]
        known = {shop.body_of(shop.from_file(key, one)) for one in attempts} - {""}
        if standing_text not in attempts and shop.body_of(standing_text) not in known:
            return (
                f"`{file.name}` holds another body, which nobody submitted: it is left alone, and yours is in the journal. Write yours "
                "there if it is to count, or remove that file and `submit` again."
            )
    made = function_file(shop.function(key), shop.composer.layout, source)
    replace_text(file, format_files({file.name: made.text})[file.name])
    return ""


# -- what is said of a verdict -------------------------------------------------------------------


def _mine(verdict: Verdict) -> bool:
    return any(found.suspect == "candidate" for found in verdict.findings)


def _told(shop: Workshop, verdict: Verdict) -> list[str]:
    """Return findings with the line of the hologram, the smallest input and what came out; nothing of what is sealed."""
    lines: list[str] = []
    for found in verdict.findings[:FINDINGS]:
        if found.check.startswith(_SEALED):
            lines.append(
                f"- {found.code} A sealed example is not true. It is not shown: read the ticket again, and write what it says in general"
            )
            continue
        lines.append(f"- {found.code} {found.message}{_place(shop, found)}")
        if found.input:
            read = found.check in {FORM, LINT}
            lines.append(f"  - at {found.input}" if read else f"  - smallest input: `{found.input}`")
        if found.got:
            lines.append(f"  - got: {found.got}")
    return lines


def _place(shop: Workshop, found: Finding) -> str:
    source = shop.compiled.sources.get(found.span.path) if found.span is not None else None
    if source is None or found.span is None:
        return ""
    return f" ({found.span.path}:{source.position(found.span.start).line})"


def _unrun(verdict: Verdict) -> list[str]:
    """Return the checks that were not run, or not to their end."""
    rows = [check for check in verdict.checks if check.status.value in {"undecided", "not_run"} and check.reason]
    return [f"- {check.name}: {check.reason}" for check in rows[:FINDINGS] if not check.name.startswith(_SEALED)]


def _with_ticket(said: list[str], ticket: Ticket, *, changed: bool) -> list[str]:
    """Add the ticket where the hologram has changed since it was handed out: it is what the body is judged by."""
    return [*said, "The hologram has changed; this is the ticket now:", "", ticket.text] if changed else said
