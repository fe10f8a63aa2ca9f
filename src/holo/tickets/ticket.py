"""One ticket: a slice written down within its budget.

Parts are taken by priority; what does not fit is left out and named in the ticket. What the contract itself
needs is never left out: a ticket that cannot hold it is a diagnostic. Reads nothing, asks nobody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from holo.codes import Code
from holo.diagnostics.model import Diagnostic, Severity
from holo.provenance.digest import digest
from holo.pycode.signature import signature
from holo.source import Span
from holo.tickets import render, rules, tokens
from holo.tickets.render import Part, Rank

if TYPE_CHECKING:
    from holo.ir import model as ir
    from holo.tickets.slice import Slice
    from holo.tickets.stubs import Stubs

MAX_TOKENS = 1000
"""Tokens of a ticket, where nothing else is configured."""

_CLAUSES = ("`requires`", "`raises`", "`ensures`")


class Ticket(BaseModel):
    """What one writer is given: `text` is all of it, `hash` is its digest.

    `file` is where the body belongs, `max_answer` the tokens that an answer may have. `slice` and `contracts`
    are the digests that the lock keeps. The hash covers the text alone.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    name: str
    file: str
    hash: str
    tokens: int
    tokenizer: str
    text: str
    left_out: tuple[str, ...]
    signature: str
    max_answer: int
    slice: str
    contracts: dict[str, str]


def write(
    cut: Slice, stubs: Stubs, file: str = "", *, max_tokens: int = MAX_TOKENS
) -> tuple[Ticket | None, tuple[Diagnostic, ...]]:
    """Return the ticket of a slice, and what is to say about its size; no ticket where the contract does not fit."""
    found = render.parts(cut, stubs)
    text = "".join(render.pieces(found, ()))
    size = tokens.count(text)
    left_out: tuple[str, ...] = ()
    said: tuple[Diagnostic, ...] = ()
    if size > max_tokens:
        chosen, left = _fit(found, max_tokens)
        left_out = tuple(part.name for part in left)
        text = "".join(render.pieces(chosen, left_out))
        size = tokens.count(text)
        if size > max_tokens:
            return None, (_too_large(cut.function, chosen, size, max_tokens),)
        said = (_left_out(cut.function, left, max_tokens),)
    ticket = Ticket(
        id=cut.function.id,
        name=cut.function.name,
        file=file,
        hash=digest(text),
        tokens=size,
        tokenizer=tokens.TOKENIZER,
        text=text,
        left_out=left_out,
        signature=signature(cut.function),
        max_answer=rules.MAX_ANSWER,
        slice=cut.digest,
        contracts=cut.contracts,
    )
    return ticket, said


def check(cut: Slice, stubs: Stubs, *, max_tokens: int = MAX_TOKENS) -> tuple[Diagnostic, ...]:
    """Say what `write` would say of the size, without the tokenizer wherever a bound is enough."""
    found = render.pieces(render.parts(cut, stubs), ())
    if bound(found, stubs, quick=True) <= max_tokens or bound(found, stubs, quick=False) <= max_tokens:
        return ()
    return write(cut, stubs, max_tokens=max_tokens)[1]


def bound(pieces: list[str], stubs: Stubs, *, quick: bool) -> int:
    """Return a number of tokens that a ticket cannot exceed; `quick` counts bytes where nothing is known."""
    total = 0
    for piece in pieces:
        known = rules.FIXED.get(piece) or stubs.bounds.get(piece)
        if known is None:
            # A token is at least one byte; the best bound costs ten times as much as this one.
            known = len(piece.encode("utf-8", "surrogatepass")) if quick else tokens.at_most(piece)
        total += known
    return total


def _fit(found: list[Part], max_tokens: int) -> tuple[list[Part], list[Part]]:
    """Return the parts to show, in the order of the page, and those left out, the most important first."""
    by_rank = sorted(range(len(found)), key=lambda place: (found[place].rank, place))
    kept = {place for place in by_rank if found[place].rank is Rank.CONTRACT}

    def chosen(places: set[int]) -> tuple[list[Part], list[Part]]:
        return [found[place] for place in sorted(places)], [found[place] for place in by_rank if place not in places]

    def size(places: set[int]) -> int:
        shown, left = chosen(places)
        return tokens.count("".join(render.pieces(shown, tuple(part.name for part in left))))

    # What is left out is named, and that costs as well: each part is tried with the list as it would then be.
    for place in by_rank:
        if place not in kept and size({*kept, place}) <= max_tokens:
            kept.add(place)
    return chosen(kept)


def _left_out(function: ir.Function, left: list[Part], max_tokens: int) -> Diagnostic:
    names = render.listed(tuple(part.name for part in left))
    grave = left[0].rank <= Rank.LOGIC
    return Diagnostic(
        Code.TICKET_CUT,
        f"The ticket of `{function.name}` leaves out {names}: it may have {max_tokens:,} tokens ({tokens.TOKENIZER})",
        function.span or Span("", 0, 0),
        hint="Split the function, or shorten what its ticket shows",
        severity=Severity.WARNING if grave else Severity.NOTE,
    )


def _too_large(function: ir.Function, chosen: list[Part], size: int, max_tokens: int) -> Diagnostic:
    heavy = sorted(((tokens.count(part.text), part.name) for part in chosen if part.name), key=lambda one: -one[0])
    shown = ", ".join(f"{name} ({weight:,})" for weight, name in heavy[:4])
    moved: list[str] = []
    excess = size - max_tokens
    for weight, name in heavy:
        # What remains of a clause that a helper function takes over is a call of some fifteen tokens.
        if excess > 0 and weight > 30 and name.startswith(_CLAUSES):
            moved.append(name)
            excess -= weight - 15
    clauses = [weight for weight, name in heavy if name.startswith(_CLAUSES)]
    if moved and excess <= 0:
        hint = f"Move {', '.join(moved)} into helper functions with `returns` and call those, or split `{function.name}` in two"
    elif sum(clauses) > heavy[0][0]:
        hint = (
            f"Split `{function.name}`: its {len(clauses)} clauses have {sum(clauses):,} tokens; say what belongs together in one "
            "helper function with `returns`"
        )
    else:
        hint = f"Shorten {heavy[0][1]}, or split `{function.name}` in two"
    return Diagnostic(
        Code.TICKET_TOO_LARGE,
        f"The contract of `{function.name}` alone makes a ticket of {size:,} tokens ({tokens.TOKENIZER}), {max_tokens:,} are allowed; "
        f"heaviest: {shown}",
        function.span or Span("", 0, 0),
        hint=hint,
    )
