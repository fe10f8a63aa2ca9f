"""Search the accepted bodies of a project for inputs that break their contracts, on symbols instead of values.

Slow, and asked for by hand: `holo check --deep`. Writes nothing.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

from holo.agents.derive import derive
from holo.emit.symbolic_file import MODULE, check_text, needed, unsupported
from holo.errors import HoloError
from holo.operations.compile import Compiled, compile_project, without_collector
from holo.operations.measured import opened
from holo.operations.verdicts import limits_of
from holo.sandbox.program import Program
from holo.sandbox.symbolic import explore, installed
from holo.sandbox.wire import Wire
from holo.verify.deep import Deep, Ending, settled
from holo.verify.judge import needs
from holo.verify.prepare import prepare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from holo.config import Config
    from holo.operations.stands import Stand
    from holo.operations.workshop import Workshop
    from holo.sandbox.pool import Pool

    Advance = Callable[[int, int, str], None]

SECONDS = 10.0
"""Of the processor, for one function."""


@dataclass(frozen=True, slots=True)
class Searched:
    """One root hologram. `left` are functions without an accepted body, `derived` those whose only contract is their body."""

    compiled: Compiled
    found: tuple[Deep, ...] = ()
    left: tuple[str, ...] = ()
    derived: int = 0

    @property
    def sound(self) -> bool:
        """Say whether no search broke a contract."""
        return all(one.ending is not Ending.BROKEN for one in self.found)


def demand() -> None:
    """Raise `HoloError` where CrossHair is not installed."""
    if not installed():
        raise HoloError(
            "`--deep` needs CrossHair, which is not installed",
            "Install it with `pip install 'holo[deep]'` (about 80 MB, most of it the solver Z3)",
            "H901",
        )


def search(spec: Path, config: Config, base: Path, advance: Advance, seconds: float) -> Searched:
    """Search every body of one hologram that stands unchanged since it was accepted."""
    from holo.sandbox.pool import Pool

    with ExitStack() as stack:
        pool = stack.enter_context(Pool(1))
        pool.start()
        compiled = compile_project(spec, config, base, needs_spans=True)
        if compiled.broken or compiled.code:
            return Searched(compiled)
        stack.enter_context(without_collector())
        shop = opened(compiled, config, pool)
        left = tuple(key for key in sorted(shop.planned.slices) if key not in shop.stands)
        rows = [stand for _, stand in sorted(shop.stands.items()) if _says_more(shop, stand)]
        found = []
        for done, stand in enumerate(rows):
            advance(done, len(rows), stand.id)
            found.append(_search(shop, stand, pool, seconds))
        advance(len(rows), len(rows), "")
        return Searched(compiled, tuple(found), left, len(shop.stands) - len(rows))


def _says_more(shop: Workshop, stand: Stand) -> bool:
    """Say whether a body could break its contract: one that is the hologram's own words can break its promises alone."""
    function = shop.function(stand.id)
    return function.body is None or not _own_words(shop, stand) or bool(function.ensures)


def _own_words(shop: Workshop, stand: Stand) -> bool:
    text = derive(shop.function(stand.id), shop.compiled.library.lookup)
    return text is not None and stand.agent == "derive"


def _search(shop: Workshop, stand: Stand, pool: Pool, seconds: float) -> Deep:
    function, lookup = shop.function(stand.id), shop.compiled.library.lookup
    reason = unsupported(function, lookup)
    if reason:
        return Deep(stand.id, Ending.UNSUPPORTED, reason)
    refused = _refused(shop, (stand.id, *needs(function, lookup)))
    if refused:
        # The search runs in one process with these bodies: what their text gives away is not even asked.
        return Deep(stand.id, Ending.UNSUPPORTED, refused)
    waits = shop.waits_for(stand.id)
    if waits:
        return Deep(stand.id, Ending.UNSUPPORTED, f"it may call `{waits[0]}`, which is open")
    around = shop.composer.program(shop.bodies(), {stand.id, *needs(function, lookup), *needed(function)})
    text = check_text(shop.composer.layout, function, oracle=not _own_words(shop, stand))
    program = Program({**around.modules, MODULE: text}, around.entries, around.asynchronous)
    limits = limits_of(shop.config)
    explored = explore(program, seconds, limits, Wire(shop.world, lookup))
    return settled(
        function,
        explored,
        shop.program(stand.id, stand.source, {}),
        seconds=seconds,
        world=shop.world,
        lookup=lookup,
        pool=pool,
        limits=limits,
        bodies=shop.hashes(),
    )


def _refused(shop: Workshop, keys: Iterable[str]) -> str:
    """Say which of some bodies that stand has a form that no judge would take; empty where none has."""
    standing = [(key, shop.stands[key].source) for key in keys if key in shop.stands]
    ready = prepare([(source, shop.rules(key)) for key, source in standing])
    for (key, _), one in zip(standing, ready, strict=True):
        if one.source is None:
            return f"the form of `{key}` is refused: {one.findings[0].message}"
    return ""
