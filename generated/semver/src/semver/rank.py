"""Made by Holo from `semver.rank`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from semver.identifier_rank import identifier_rank
from semver.is_release import is_release
from semver.types import Rank, Version


def rank(version: Version) -> Rank:
    """What versions are compared by: a lower rank is a lower precedence."""
    return (
        version.major,
        version.minor,
        version.patch,
        is_release(version),
        [identifier_rank(identifier) for identifier in version.prerelease],
    )
