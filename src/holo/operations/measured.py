"""A project as it was accepted, for whoever measures it; and where measurements are kept."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from holo.operations import trust
from holo.operations.compile import cache_folder
from holo.operations.stands import folders
from holo.operations.workshop import Workshop
from holo.provenance import lock as locks
from holo.provenance.results import Results

if TYPE_CHECKING:
    from holo.config import Config
    from holo.operations.compile import Compiled
    from holo.operations.stands import Stand
    from holo.sandbox.pool import Pool

FOLDER = "strength"


def opened(compiled: Compiled, config: Config, pool: Pool) -> Workshop:
    """Return a project with everything that stands unchanged since it was accepted; nothing is judged.

    Raises `HoloError` where a body that a model wrote may not run on this machine.
    """
    where = folders(compiled, config)
    shop = Workshop(compiled, config, where, locks.read(where.lock), None, pool)
    for wave in shop.planned.waves:
        for group in wave:
            shop.stands.update((stand.id, stand) for stand in shop.kept(group))
    if any(stand.model for stand in shop.stands.values()):
        refused = trust.refusal(config, pool, os.environ)
        if refused is not None:
            raise refused
    return shop


def results_of(shop: Workshop) -> Results:
    """Return where measurements of a project are kept."""
    return Results(cache_folder(shop.config, shop.compiled.path) / FOLDER)


def basis(shop: Workshop, stand: Stand) -> str:
    """Return the digest of the body and of everything by which it is judged."""
    return shop.question(stand.id, stand.source, {})
