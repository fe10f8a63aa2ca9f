"""Ask the judge about one body of a project, now; and say what of a lock counts as his answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.pycode.digest import body_digest
from holo.sandbox.level import rank
from holo.sandbox.outcome import Limits
from holo.verify.judge import judge, needs
from holo.verify.verdict import Outcome

if TYPE_CHECKING:
    from collections.abc import Mapping

    from holo.config import Config
    from holo.operations.workshop import Workshop
    from holo.provenance.lock import Locked
    from holo.verify.given import Draws
    from holo.verify.prepare import Prepared
    from holo.verify.verdict import Verdict


def verdict_on(
    shop: Workshop,
    key: str,
    ready: Prepared,
    group: Mapping[str, str],
    *,
    draws: Draws | None = None,
    limits: Limits | None = None,
) -> Verdict:
    """Return the verdict on one body beside those that stand; `group` are those on trial with it.

    `draws` keeps inputs from one body of a function to the next; `limits` stand for those of the project.
    """
    beside = {other: body_digest(source) for other, source in group.items() if other != key}
    return judge(
        shop.function(key),
        ready.source or "",
        rules=shop.rules(key),
        world=shop.world,
        lookup=shop.compiled.library.lookup,
        compose=lambda source: shop.program(key, source, group),
        pool=shop.pool,
        limits=limits or limits_of(shop.config),
        seed=shop.config.limits.seed,
        bodies={**shop.hashes(), **beside},
        scenarios=shop.hologram(key).failures,
        laws_beside=shop.laws.get(key, ()),
        weak=shop.compiled.weak.get(key, ()),
        prepared=ready,
        draws=draws,
    )


def is_evidence(shop: Workshop, key: str, record: Locked) -> bool:
    """Say whether a record holds what a verdict of this project holds: its seed, its level, every body that it ran."""
    found, minimum = record.evidence, shop.config.sandbox.minimum
    if found.outcome != Outcome.ACCEPTED.value or found.seed != shop.config.limits.seed:
        return False
    if shop.compiled.weak.get(key) and not found.weak:
        return False
    if record.model and minimum != "auto" and rank(found.sandbox) > rank(minimum):
        return False
    return found.ran.keys() >= {key, *needs(shop.function(key), shop.compiled.library.lookup)}


def limits_of(config: Config) -> Limits:
    """Return what one judgement may use in a project."""
    limits = config.limits
    return Limits(call_seconds=limits.seconds, memory=limits.memory_mb, inputs=limits.inputs)
