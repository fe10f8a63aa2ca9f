"""From hologram to verified package: compile, fill, judge, write; and its parts `fill` and `check`."""

from __future__ import annotations

import os
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

from holo.operations import trust
from holo.operations.answers import settle
from holo.operations.compile import Compiled, compile_project, without_collector
from holo.operations.filling import fill
from holo.operations.publish import Published, publish, ticket_files
from holo.operations.reading import Reading
from holo.operations.stands import Stand, State, folders
from holo.operations.workshop import Workshop
from holo.provenance import lock as locks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from holo.config import Config
    from holo.drift.model import Drift
    from holo.emit.writer import Written
    from holo.errors import HoloError

    Advance = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Built:
    """One root hologram after a run; `stands` is empty where the hologram itself has errors.

    `apart` is how described code differs from the hologram, where that was asked. `failure` is why a model could not be asked, where one was to be, or why its bodies were not run; all else was done.
    """

    compiled: Compiled
    stands: dict[str, Stand]
    package: Path | None = None
    published: Published | None = None
    tickets: Written | None = None
    stale: dict[str, str] | None = None
    differs: tuple[str, ...] = ()
    folders: tuple[Path, ...] = ()
    failure: HoloError | None = None
    apart: tuple[Drift, ...] = ()

    def count(self, *states: State) -> int:
        """Return how many functions are in one of some states."""
        return sum(1 for stand in self.stands.values() if stand.state in states)

    @property
    def accepted(self) -> int:
        """Return how many functions have an accepted body, weakly or not."""
        return self.count(State.ACCEPTED, State.WEAK)

    @property
    def complete(self) -> bool:
        """Say whether every function has an accepted body, the package holds it, and the hologram has no error."""
        return not self.compiled.broken and self.accepted == len(self.stands) and not self.other

    @property
    def other(self) -> tuple[str, ...]:
        """Return the modules of the package that were left as a hand changed them: they hold no body that was judged."""
        edited = self.published.package.edited if self.published is not None else ()
        return tuple(name for name in edited if name.startswith("src/") and name.endswith(".py"))

    @property
    def sound(self) -> bool:
        """Say whether nothing that stands is wrong; open functions are no fault."""
        bad = self.count(State.REJECTED, State.UNDECIDED)
        return not self.compiled.broken and not bad and not self.differs and not self.apart


def build(
    spec: Path,
    config: Config,
    base: Path,
    advance: Advance,
    say: Callable[[str], None],
    *,
    agents: tuple[str, ...] | None = None,
    record: bool = False,
    tickets: bool = True,
) -> Built:
    """Bring one hologram's package up to date; what the lock vouches for is left alone."""
    from holo.provenance.journal import Journal  # SQLite, and what opens it, only where something is built
    from holo.provenance.projectlock import alone
    from holo.sandbox.pool import Pool

    with ExitStack() as stack:
        # The servers start first, before anything of weight or any key is in this process.
        pool = stack.enter_context(Pool())
        pool.start()
        stack.enter_context(alone(config.root / ".holo", say))
        compiled = compile_project(spec, config, base, needs_spans=True)
        if compiled.broken or compiled.code:
            return Built(compiled, {})
        stack.enter_context(without_collector())
        where = folders(compiled, config)
        before = locks.read(where.lock)
        journal = stack.enter_context(Journal(where.state))
        if journal.set_aside is not None:
            say(f"The journal could not be read and was set aside as {journal.set_aside.name}")
        shop = Workshop(compiled, config, where, before, journal, pool)
        from holo.emit.writer import write_files

        written = write_files(where.build, ticket_files(shop)) if tickets else None
        chosen = agents if agents is not None else config.agents.order
        ask = None
        if "model" in chosen and config.models:
            from holo.operations.asking import asking  # what leads to litellm, only where a model may be asked

            ask = asking(config, record=record)
        stands = fill(shop, chosen, advance, ask=ask)
        published = publish(shop, before)
        settle(shop, before)
        failure = ask.failure if ask is not None else None
        failure = failure or trust.failure(stands, config, pool, os.environ)
        used = (where.package, where.build, where.recordings) if tickets else (where.package, where.recordings)
        return Built(
            compiled, stands, where.package, published, written, dict(shop.stale), folders=used, failure=failure
        )


def check(spec: Path, config: Config, base: Path, advance: Advance, reading: Reading | None = None) -> Built:
    """Judge every body that stands in the package anew, and compare what is generated; write nothing.

    Code that the hologram describes is compared with it, and not run;
    `reading` is what this run has read of it for other roots. Asks no model, needs no key, no network and no journal: what `CI` runs.
    """
    from holo.sandbox.pool import Pool

    with ExitStack() as stack:
        pool = stack.enter_context(Pool())
        pool.start()
        compiled = compile_project(spec, config, base, needs_spans=True)
        if compiled.broken:
            return Built(compiled, {})
        if compiled.code:
            from holo.operations.described import apart  # it loads Griffe

            return Built(compiled, {}, apart=apart(compiled, config, reading or Reading()).found)
        stack.enter_context(without_collector())
        where = folders(compiled, config)
        lock = locks.read(where.lock)
        shop = Workshop(compiled, config, where, lock, None, pool)
        stands = fill(shop, ("stands",), advance, anew=True)
        failure = trust.failure(stands, config, pool, os.environ)
        return Built(compiled, stands, where.package, differs=_differs(shop), failure=failure)


def _differs(shop: Workshop) -> tuple[str, ...]:
    """Return what of the package or the lock is not what a build would write."""
    from holo.operations.publish import compare

    return compare(shop)
