"""One project as coding agents are served: compiled, its standing bodies known, its open tickets in order.

Looks at the files before every answer, and compiles anew what has changed. Judges what stands in answer files by others'
hands; hands nothing out itself and writes nothing but tickets and journal.
"""

from __future__ import annotations

import os
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from holo.config import NAME as CONFIG
from holo.emit.writer import write_files
from holo.errors import HoloError
from holo.operations import trust
from holo.operations.compile import Compiled, compile_project, without_collector
from holo.operations.filling import fill, stand_of
from holo.operations.offers import HAND, by_hand
from holo.operations.projects import governing, roots
from holo.operations.publish import ticket_files
from holo.operations.stands import Candidate, folders
from holo.operations.workshop import Workshop
from holo.provenance import lock as locks
from holo.provenance.journal import Journal
from holo.provenance.leases import Leases
from holo.provenance.projectlock import BUSY, alone
from holo.verify.judge import needs
from holo.verify.prepare import prepare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from holo.config import Config
    from holo.sandbox.pool import Pool

    Stamp = tuple[tuple[Path, int, int], ...]

PATIENCE = 2.0
"""Seconds to wait for a build before tickets are left for it to write."""


@dataclass(slots=True)
class Opened:
    """One root hologram; `shop` is None where it has errors, or describes code that stands.

    `rests` are the functions without a body in the hologram that each of them needs, `waited` how many need each.
    """

    compiled: Compiled
    shop: Workshop | None = None
    rests: Mapping[str, frozenset[str]] = field(default_factory=dict)
    waited: Mapping[str, int] = field(default_factory=dict)
    seen: dict[str, Stamp] = field(default_factory=dict)


class Served:
    """The project of a server. Use it from one thread, and close it."""

    def __init__(
        self,
        specs: tuple[Path, ...],
        base: Path,
        pool: Pool,
        environ: Mapping[str, str],
        clock: Callable[[], float],
    ) -> None:
        """Read nothing yet; `specs` are the root holograms, those of `holo.toml` where none is named."""
        self.base = base
        self.pool = pool
        self.clock = clock
        self._specs = specs
        self._environ = environ
        self._stack = ExitStack()
        self._stamp: Stamp = ()
        self._opened: tuple[Opened, ...] = ()
        self._config: Config | None = None
        self._journal: Journal | None = None
        self._leases: Leases | None = None
        self.given: list[str] = []

    def leave(self) -> None:
        """Let the leases that were given out here run out, and close: their holders are gone, or will come back."""
        if self._leases is not None and self._stamp:
            self._leases.lapse(self.given)
        self.close()

    def close(self) -> None:
        """Close journal and leases."""
        self._stack.close()
        self._stamp = ()

    @property
    def config(self) -> Config:
        """Return the configuration as it was last read."""
        assert self._config is not None, "nothing was opened yet"
        return self._config

    @property
    def journal(self) -> Journal:
        """Return the project's journal."""
        assert self._journal is not None, "nothing was opened yet"
        return self._journal

    @property
    def leases(self) -> Leases:
        """Return the project's leases."""
        assert self._leases is not None, "nothing was opened yet"
        return self._leases

    def opened(self) -> tuple[Opened, ...]:
        """Return the root holograms as their files are now. Raises `HoloError` where the project cannot be read."""
        if not self._stamp or self._stamp != stamp(path for path, _, _ in self._stamp):
            self._open()
        else:
            self._look_again()
        return self._opened

    def shops(self) -> tuple[tuple[Opened, Workshop], ...]:
        """Return the root holograms that have no error. Raises `HoloError` where there is none."""
        opened = self.opened()
        found = tuple((one, one.shop) for one in opened if one.shop is not None)
        if not found:
            first = next((row for one in opened for row in one.compiled.diagnostics if row.severity == "error"), None)
            if first is None:
                raise HoloError(
                    "The holograms of this project describe code that stands: there are no tickets",
                    "Edit the code where it is, and hold it against its hologram with `holo drift`",
                    "H903",
                )
            raise HoloError(
                f"The hologram has errors, the first in {first.path}:{first.line}: {first.code} {first.message}",
                "Only its author can mend it; `status` lists the errors. Call again when it has changed",
                "H903",
            )
        return found

    def refusal(self) -> HoloError | None:
        """Return why no body of an agent may be run here, or None."""
        return trust.refusal(self.config, self.pool, self._environ)

    # -- opening ---------------------------------------------------------------------------

    def _open(self) -> None:
        self.close()
        config = governing(self._specs, self.base)
        specs = roots(config, self._specs, self.base)
        state = config.root / ".holo"
        # Before they are read: what changes meanwhile is read again at the next call.
        before = stamp((config.root / CONFIG, config.root / "holo.lock", *specs))
        self._config = config
        self._journal = self._stack.enter_context(Journal(state))
        self._leases = self._stack.enter_context(Leases(state, config.agents.lease_minutes * 60, self.clock))
        compiled = [compile_project(spec, config, self.base, needs_spans=True) for spec in specs]
        files = stamp({path for one in compiled for path in one.inputs if path not in specs})
        self._opened = tuple(Opened(one) if one.broken or one.code else self._shop(one) for one in compiled)
        self._stamp = (*before, *files)

    def _shop(self, compiled: Compiled) -> Opened:
        with without_collector():
            where = folders(compiled, self.config)
            shop = Workshop(compiled, self.config, where, locks.read(where.lock), self.journal, self.pool)
            self._write_tickets(shop)
            run = [agent for agent in self.config.agents.order if agent != "model"]
            if self.refusal() is not None:
                run = [agent for agent in run if agent != "files"]  # an agent may have written them
            seen = {key: _stamped(shop, key) for key in shop.planned.tickets}
            fill(shop, run, lambda _done, _total, _what: None)
            rests = {key: _rests(shop, key) for key in shop.planned.tickets}
        return Opened(compiled, shop, rests, Counter(other for rest in rests.values() for other in rest), seen)

    def _write_tickets(self, shop: Workshop) -> None:
        """Write tickets and open bodies where they are not as they should be; a build at work does so itself."""
        folder = shop.folders.build
        same = all(
            _starts(folder / "tickets" / f"{key}.md", ticket.text) and (folder / ticket.file).is_file()
            for key, ticket in shop.planned.tickets.items()
        )
        if same:
            return
        try:
            with alone(self.config.root / ".holo", lambda _text: None, PATIENCE):
                write_files(folder, ticket_files(shop))
        except HoloError as error:
            if error.code != BUSY:
                raise

    # -- what others write meanwhile -----------------------------------------------------------

    def _look_again(self) -> None:
        """Judge what has been written into answer files since; what is right stands from here on."""
        for one in self._opened:
            shop = one.shop
            now = {} if shop is None else {key: _stamped(shop, key) for key in shop.planned.tickets}
            if shop is None or now == one.seen or self.refusal() is not None:
                continue
            for wave in shop.planned.waves:
                for key in (key for group in wave for key in group if now.get(key) != one.seen.get(key)):
                    text = _text(shop, key)
                    if text and key not in standing(shop):
                        settle(shop, key, text)
            one.seen = now


def standing(shop: Workshop) -> frozenset[str]:
    """Return the functions whose bodies stand."""
    return frozenset(key for key, stand in shop.stands.items() if stand.stands)


def settle(shop: Workshop, key: str, text: str) -> bool:
    """Judge the body of a function beside the answers of those that it calls in turn; all of them stand, or none.

    Says whether they do. Nothing is judged while one of them has no answer.
    """
    ring = shop.called_in_turn(key)
    texts = {other: shop.stands[other].source if other in standing(shop) else _text(shop, other) for other in ring}
    if not all(texts.values()):
        return False
    texts[key] = text
    formed = dict(zip(texts, prepare([(each, shop.rules(one)) for one, each in texts.items()]), strict=True))
    kept = {one: shop.as_kept(one, each.source) for one, each in formed.items() if each.source is not None}
    if len(kept) < len(texts):
        return False
    beside = kept if ring else {}
    made = {}
    for one, each in texts.items():
        ticket = shop.planned.tickets[one].hash
        verdict = shop.judge(one, each, beside, formed[one])
        made[one] = stand_of(shop, one, Candidate("files", each, ticket=ticket), verdict)
    if all(stand.stands for stand in made.values()):
        shop.stands.update(made)
        return True
    return False


def ready(opened: Opened, shop: Workshop) -> Iterator[str]:
    """Yield the open functions whose tickets can be answered now, first those for which the most others wait."""
    stands = standing(shop)
    level = {key: number for number, wave in enumerate(shop.planned.waves) for group in wave for key in group}
    found = []
    for key in shop.planned.tickets:
        ring = shop.called_in_turn(key)
        if key in stands or not opened.rests[key] <= {*stands, *ring}:
            continue
        if ring and _text(shop, key) and any(other not in stands and not _text(shop, other) for other in ring):
            continue  # answered; it is judged as soon as those that it calls in turn are
        found.append(key)
    yield from sorted(found, key=lambda key: (-opened.waited.get(key, 0), level.get(key, 0), key))


def stands_by_hand(shop: Workshop, key: str) -> bool:
    """Say whether a person's body stands in the package, which a build keeps whatever else is offered."""
    text = shop.on_disk(key)
    record = shop.lock.get(key)
    return text is not None and ((record is not None and record.agent == HAND) or by_hand(shop, key, text, record))


def answered(opened: Opened, shop: Workshop, key: str) -> None:
    """Take note that an answer file is as it was just judged."""
    opened.seen[key] = _stamped(shop, key)


def stamp(paths: Iterable[Path]) -> Stamp:
    """Return paths with time and size, 0 for what is not there."""
    found = []
    for path in paths:
        try:
            known = os.stat(path)  # noqa: PTH116  (its own call is a third faster, and it stands before every answer)
            found.append((path, known.st_mtime_ns, known.st_size))
        except OSError:
            found.append((path, 0, 0))
    return tuple(found)


def _text(shop: Workshop, key: str) -> str:
    return shop.written(key) or ""


def _stamped(shop: Workshop, key: str) -> Stamp:
    return stamp((shop.folders.build / shop.body_file(key),))


def _rests(shop: Workshop, key: str) -> frozenset[str]:
    reached = needs(shop.function(key), shop.compiled.library.lookup)
    return frozenset(other for other, each in reached.items() if each.body is None)


def _starts(path: Path, text: str) -> bool:
    try:
        return path.read_text(encoding="utf-8").startswith(text)
    except (OSError, UnicodeDecodeError):
        return False
