"""Made by Holo from `semver.equals`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from semver.rank import rank
from semver.types import Version


def equals(versions: list[Version], version: Version) -> list[Version]:
    """The versions that have the precedence of one, in their order."""
    return [other for other in versions if rank(other) == rank(version)]
