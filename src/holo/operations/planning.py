"""What a build would ask: tickets, their waves and groups, and their tokens. Asks nobody."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from holo.ir import model as ir
from holo.operations.compile import Compiled, compile_project, without_collector
from holo.tickets.plan import plan

if TYPE_CHECKING:
    from pathlib import Path

    from holo.config import Config
    from holo.tickets.ticket import Ticket


@dataclass(frozen=True, slots=True)
class Plan:
    """One root hologram: `waves` hold the ids of open functions in the order in which they can be filled."""

    compiled: Compiled
    tickets: dict[str, Ticket] = field(default_factory=dict)
    waves: tuple[tuple[str, ...], ...] = ()
    groups: dict[str, tuple[str, ...]] = field(default_factory=dict)
    derived: int = 0
    tokens: int = 0
    tokenizer: str = ""


def plan_of(spec: Path, config: Config, base: Path) -> Plan:
    """Plan one root hologram."""
    compiled = compile_project(spec, config, base)
    if compiled.broken:
        return Plan(compiled)
    with without_collector():
        project = ir.Project(root=compiled.root, holograms=compiled.holograms())
        made = plan(project, max_tokens=config.tickets.max_tokens)
    waves = tuple(tuple(key for group in wave for key in group if key in made.tickets) for wave in made.waves)
    tokenizer = next((ticket.tokenizer for ticket in made.tickets.values()), "")
    return Plan(compiled, made.tickets, waves, made.groups, len(made.derived), made.tokens, tokenizer)
