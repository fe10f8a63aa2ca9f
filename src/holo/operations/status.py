"""Where every function of a project stands, without judging any."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from holo.operations.compile import Compiled, compile_project, without_collector
from holo.operations.measured import basis, results_of
from holo.operations.stands import State, folders
from holo.operations.workshop import Workshop
from holo.provenance import asked as asked_by_agents
from holo.provenance import lock as locks
from holo.sandbox.pool import Pool

if TYPE_CHECKING:
    from pathlib import Path

    from holo.config import Config
    from holo.provenance.asked import Asked
    from holo.provenance.results import Results


@dataclass(frozen=True, slots=True)
class StatusRow:
    """One function: `state` is accepted, weak, open, written, stale or edited.

    `caught` of `told` changes of its body are noticed by the judge, as `holo strength` last measured this very body
    under this contract; `told` is 0 where it did not.
    """

    id: str
    state: str
    agent: str = ""
    model: str = ""
    ticket: str = ""
    caught: int = 0
    told: int = 0


@dataclass(frozen=True, slots=True)
class Status:
    """One root hologram; no rows where it has errors. `questions` are its own, `asked` those of agents."""

    compiled: Compiled
    rows: tuple[StatusRow, ...] = ()
    questions: tuple[str, ...] = ()
    asked: tuple[Asked, ...] = ()


def status(spec: Path, config: Config, base: Path) -> Status:
    """Compare hologram, lock and package by their digests alone."""
    compiled = compile_project(spec, config, base)
    if compiled.broken or compiled.code:
        return Status(compiled)
    with without_collector():
        where = folders(compiled, config)
        lock = locks.read(where.lock)
        shop = Workshop(compiled, config, where, lock, None, Pool(1))
        rows = []
        results = results_of(shop)
        for wave in shop.planned.waves:
            for group in wave:
                shop.stands.update((stand.id, stand) for stand in shop.kept(group))
                rows += [_row(shop, key, shop.stands[key].state.value if key in shop.stands else "") for key in group]
        rows = [_measured(shop, row, results) for row in rows]
        questions = tuple(one.question for hologram in shop.project.holograms for one in hologram.questions)
        asked = waiting(shop)
    return Status(compiled, tuple(sorted(rows, key=lambda row: row.id)), questions, asked)


def waiting(shop: Workshop) -> tuple[Asked, ...]:
    """Return the questions of agents that nothing has answered: the contract that they are about is still the same."""
    slices = shop.planned.slices
    rows = asked_by_agents.read(shop.folders.state)
    return tuple(row for row in rows if row.function in slices and slices[row.function].digest == row.slice)


def _row(shop: Workshop, key: str, state: str) -> StatusRow:
    record = shop.lock.get(key)
    if record is None:
        # What somebody has written is not open any more, and nothing until it is judged.
        return StatusRow(key, "written" if shop.written(key) is not None else State.OPEN.value)
    if not state:
        standing = shop.on_disk(key)
        same = standing is not None and shop.body_of(standing) == record.body
        state = State.OPEN.value if standing is None else "stale" if same else "edited"
    return StatusRow(key, state, record.agent, record.model, record.ticket)


def _measured(shop: Workshop, row: StatusRow, results: Results) -> StatusRow:
    """Add the last strength that is known of the body that stands; what was measured of another says nothing."""
    stand = shop.stands.get(row.id)
    found = results.get(row.id, basis(shop, stand)) if stand is not None and results.has(row.id) else None
    if found is None:
        return row
    caught = int(found.get("caught", 0))
    return replace(row, caught=caught, told=caught + len(found.get("survivors", ())))
