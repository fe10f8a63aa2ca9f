"""Ask the judge about one body of a project, now: nothing is remembered and nothing looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.pycode.digest import body_digest
from holo.sandbox.outcome import Limits
from holo.verify.judge import judge

if TYPE_CHECKING:
    from collections.abc import Mapping

    from holo.config import Config
    from holo.operations.workshop import Workshop
    from holo.verify.prepare import Prepared
    from holo.verify.trial import Draws
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


def limits_of(config: Config) -> Limits:
    """Return what one judgement may use in a project."""
    limits = config.limits
    return Limits(call_seconds=limits.seconds, memory=limits.memory_mb, inputs=limits.inputs)
