"""Made by Holo from `semver.ranges.allows`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from semver.ranges.admits import admits
from semver.types import Range, Version


def allows(wanted: Range, version: Version) -> bool:
    """Whether some alternative of a range allows a version."""
    return any(admits(comparators, version) for comparators in wanted.alternatives)
