"""Measure how much of the accepted bodies their contracts pin down.

Takes the bodies that the lock vouches for, changes each in small ways, and asks the judge which changes it
notices. What a body was measured with is kept: nothing is measured twice.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from holo.errors import HoloError
from holo.operations.compile import Compiled, compile_project, without_collector
from holo.operations.judge import find
from holo.operations.measured import basis, opened, results_of
from holo.operations.pinning import offered
from holo.operations.stands import Stand, State
from holo.operations.verdicts import limits_of, verdict_on
from holo.verify.strength import Strength

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from holo.config import Config
    from holo.operations.workshop import Workshop
    from holo.verify.given import Draws

    Advance = Callable[[int, int, str], None]

MUTANTS = 60
"""So many changes of one body are judged, unless more or fewer are asked for."""

COMPARED = 500
"""Inputs on which a change that the judge accepts is held against the body."""

_TIMED = 30  # calls by which it is known how long a body needs


@dataclass(frozen=True, slots=True)
class Left:
    """A function that was not measured, and why; `counts` says that it has a body and should have been."""

    id: str
    why: str
    counts: bool = False


@dataclass(frozen=True, slots=True)
class Measured:
    """One root hologram; nothing was measured where it has errors.

    `derived` counts bodies that it says itself, `remembered` what an earlier run had measured; `unknown` are the names
    asked for that are none of its functions.
    """

    compiled: Compiled
    found: tuple[Strength, ...] = ()
    left: tuple[Left, ...] = ()
    derived: int = 0
    remembered: int = 0
    unknown: dict[str, HoloError] = field(default_factory=dict)

    @property
    def caught(self) -> int:
        """Return how many changes were caught."""
        return sum(one.caught for one in self.found)

    @property
    def survivors(self) -> int:
        """Return how many changes live."""
        return sum(len(one.survivors) for one in self.found)


def share(done: Iterable[Measured]) -> float | None:
    """Return the share caught over some holograms; None where nothing could be told."""
    rows = list(done)
    caught = sum(one.caught for one in rows)
    told = caught + sum(one.survivors for one in rows)
    return caught / told if told else None


def strength(
    spec: Path, config: Config, base: Path, advance: Advance, names: Sequence[str] = (), *, most: int, seed: int
) -> Measured:
    """Measure the accepted bodies of one hologram, or those named alone. Writes nothing but its own results."""
    from holo.sandbox.pool import Pool

    with ExitStack() as stack:
        pool = stack.enter_context(Pool(2))  # a body and its change are asked in turn
        pool.start()
        compiled = compile_project(spec, config, base, needs_spans=True)
        if compiled.broken or compiled.code:
            return Measured(compiled)
        stack.enter_context(without_collector())
        shop = opened(compiled, config, pool)
        wanted, unknown = _named(shop, names)
        rows, left, derived = _chosen(shop, wanted) if wanted or not names else ([], [], 0)
        results, settings = results_of(shop), f"{most} {seed} {COMPARED}"
        found: list[Strength] = []
        remembered = 0
        for done, stand in enumerate(rows):
            advance(done, len(rows), stand.id)
            row = results.get(stand.id, basis(shop, stand), settings)
            if row is not None:
                remembered += 1
                found.append(Strength.model_validate(row))
                continue
            made = _measured(shop, stand, most=most, seed=seed)
            if isinstance(made, Left):
                left.append(made)
                continue
            found.append(made)
            results.keep(stand.id, basis(shop, stand), settings, made.model_dump(mode="json", exclude_defaults=True))
        advance(len(rows), len(rows), "")
        return Measured(compiled, tuple(found), tuple(left), derived, remembered, unknown)


def _named(shop: Workshop, names: Sequence[str]) -> tuple[set[str], dict[str, HoloError]]:
    """Return the functions that some names mean, and why the others mean none."""
    found: set[str] = set()
    unknown: dict[str, HoloError] = {}
    for name in names:
        try:
            found.add(find(shop, name))
        except HoloError as error:  # it may be a function of another hologram of the same command
            unknown[name] = error
    return found, unknown


def _chosen(shop: Workshop, wanted: set[str]) -> tuple[list[Stand], list[Left], int]:
    """Return the bodies to measure, what is left out and why, and how many the hologram says itself."""
    rows: list[Stand] = []
    left: list[Left] = []
    derived = 0
    for key in sorted(wanted or shop.planned.slices):
        stand = shop.stands.get(key)
        if stand is None or stand.state not in {State.ACCEPTED, State.WEAK}:
            left.append(_left(shop, key))
        elif shop.function(key).body is not None and not wanted:
            # A body that is the hologram's own words has itself for an oracle: it would measure the inputs alone.
            derived += 1
        else:
            rows.append(stand)
    return rows, left, derived


def _left(shop: Workshop, key: str) -> Left:
    if shop.on_disk(key) is None:
        return Left(key, "open: there is no body")
    why = "its body has not been accepted as it is now" if key in shop.lock else "its body was never accepted"
    return Left(key, why, counts=True)


def _measured(shop: Workshop, stand: Stand, *, most: int, seed: int) -> Strength | Left:
    from holo.pycode.mutate import mutants, spread  # LibCST, only where something is measured
    from holo.verify.apart import Apart, quick
    from holo.verify.prepare import prepare
    from holo.verify.strength import strength as measure
    from holo.verify.verdict import Outcome

    function, lookup = shop.function(stand.id), shop.compiled.library.lookup
    all_of = mutants(stand.source, [clause.error.rpartition(".")[2] for clause in function.raises])
    chosen = spread(all_of.mutants, most, seed)
    rules = shop.rules(stand.id)
    own, *ready = prepare([(text, rules) for text in (stand.source, *(one.source for one in chosen))])
    draws: Draws = {}
    limits = limits_of(shop.config)
    first = verdict_on(shop, stand.id, own, {}, draws=draws, limits=limits)
    if first.outcome is not Outcome.ACCEPTED:
        return Left(stand.id, f"the judge does not accept its body today ({first.outcome.value})", counts=True)
    apart = Apart(
        function,
        shop.world,
        lookup,
        shop.pool,
        limits,
        shop.program(stand.id, own.source or stand.source, {}),
        COMPARED,
        shop.config.limits.seed,
        shop.hashes(),
    )
    apart.limits = quicker = quick(limits, apart.slowest(draws[stand.id].inputs[:_TIMED]), COMPARED)
    return measure(
        function,
        list(zip(chosen, ready, strict=True)),
        lambda one: verdict_on(shop, stand.id, one, {}, draws=draws, limits=quicker),
        apart,
        lambda source: shop.program(stand.id, source, {}),
        lambda found: offered(shop, stand.id, found),
        made=len(all_of.mutants),
        same=all_of.same,
    )
