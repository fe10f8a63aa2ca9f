from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from holo.sandbox.pool import Pool

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def pool() -> Iterator[Pool]:
    """One warm server for all sessions."""
    with Pool(1) as servers:
        servers.start()
        yield servers
