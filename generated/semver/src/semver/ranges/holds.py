"""Made by Holo from `semver.ranges.holds`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from semver.compare import compare
from semver.types import SIDES, Comparator, Version


def holds(comparator: Comparator, version: Version) -> bool:
    """Whether a version is on the side of a comparator, by precedence alone."""
    return compare(version, comparator.version) in SIDES[comparator.operator]
