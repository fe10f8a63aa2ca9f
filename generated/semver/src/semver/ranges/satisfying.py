"""Made by Holo from `semver.ranges.satisfying`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from semver.ranges.allows import allows
from semver.types import Range, Version


def satisfying(versions: list[Version], wanted: Range) -> list[Version]:
    """The versions that a range allows, in their order."""
    return [version for version in versions if allows(wanted, version)]
