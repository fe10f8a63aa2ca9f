"""From the IR to tickets, in the order in which they can be filled.

The unit is one hologram at a time, or a whole project; nothing is asked and nothing is written. Derived
functions have no ticket, but stand in the waves, since others rest on them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from holo.ir.library import Library
from holo.tickets import ticket as tickets
from holo.tickets.bounds import Bounds
from holo.tickets.meaning import Meanings, scenario
from holo.tickets.slice import Slice, Slicer
from holo.tickets.stubs import Stubs
from holo.tickets.waves import waves

if TYPE_CHECKING:
    from collections.abc import Callable

    from holo.diagnostics.model import Diagnostic
    from holo.ir import model as ir
    from holo.tickets.ticket import Ticket


@dataclass(frozen=True, slots=True)
class Planned:
    """All tickets of a project, by id, and their order.

    `waves` has the ids of every function: what one uses stands in an earlier wave, and functions that call
    each other are one tuple. `groups` has the ids of the open functions by package. `slices` has every function's.
    """

    tickets: dict[str, Ticket]
    slices: dict[str, Slice]
    derived: tuple[str, ...]
    waves: tuple[tuple[tuple[str, ...], ...], ...]
    groups: dict[str, tuple[str, ...]]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def tokens(self) -> int:
        """The tokens of all tickets together."""
        return sum(ticket.tokens for ticket in self.tickets.values())


def plan(
    project: ir.Project,
    *,
    file: Callable[[str], str] = lambda _: "",
    max_tokens: int = tickets.MAX_TOKENS,
) -> Planned:
    """Return the tickets of a project; `file` says where the body of a function belongs."""
    library = Library()
    for hologram in project.holograms:
        library.add(hologram)
    meanings, stubs = Meanings(library.lookup), Stubs()
    made: dict[str, Ticket] = {}
    slices: dict[str, Slice] = {}
    derived: list[str] = []
    groups: dict[str, tuple[str, ...]] = {}
    found: list[Diagnostic] = []
    for hologram in project.holograms:
        if hologram.code:
            continue  # what exists is written by nobody
        slicer = Slicer(hologram, meanings)
        for package in hologram.packages:
            for function in package.functions:
                cut = slices[function.id] = slicer.cut(function)
                if function.body is not None:
                    derived.append(function.id)
                    continue
                ticket, said = tickets.write(cut, stubs, file(function.id), max_tokens=max_tokens)
                found += said
                if ticket is not None:
                    made[function.id] = ticket
            group = tuple(function.id for function in package.functions if function.body is None)
            if group:
                groups[package.id] = group
    order = waves({key: calls(cut) for key, cut in slices.items()})
    return Planned(made, slices, tuple(derived), order, groups, tuple(found))


def check(
    hologram: ir.Hologram, meanings: Meanings, stubs: Stubs, *, max_tokens: int = tickets.MAX_TOKENS
) -> tuple[Diagnostic, ...]:
    """Say what is wrong with the sizes of one hologram's tickets; writes none that a bound settles."""
    slicer, bounds = Slicer(hologram, meanings), Bounds(meanings, stubs)
    found: list[Diagnostic] = []
    for function in slicer.open:
        if slicer.alone(function.id) and bounds.ticket(function, slicer.package(function)) <= max_tokens:
            continue
        found += tickets.check(slicer.cut(function), stubs, max_tokens=max_tokens)
    return tuple(found)


def calls(cut: Slice) -> tuple[str, ...]:
    """Return the ids of what must stand before this function can be judged: what it, its examples and scenarios call.

    Laws are no part of it: a law is judged with the last of the bodies that it relates.
    """
    found = [function.id for function in cut.called]
    found += [key for example in cut.function.examples for key in example.expr.names.values()]
    found += [key for failure in cut.failures for expr in scenario(failure) for key in expr.names.values()]
    return tuple(dict.fromkeys(key for key in found if key != cut.function.id))
