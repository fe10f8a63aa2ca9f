"""Made by Holo from `semver.sort_versions`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from semver.rank import rank
from semver.types import Version


def sort_versions(versions: list[Version]) -> list[Version]:
    """The versions, lowest first; those of equal precedence stay in their order.

    Ensures:
        len(result) == len(versions)
        all(rank(a) <= rank(b) for a, b in zip(result, result[1:]))
        all(equals(result, version) == equals(versions, version) for version in versions)
    """
    return sorted(versions, key=rank)
