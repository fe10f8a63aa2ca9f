"""Made by Holo from `semver.compare`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from semver.rank import rank
from semver.types import Version


def compare(a: Version, b: Version) -> int:
    """The precedence of two versions: -1 if the first is lower, 1 if it is higher, 0 if neither."""
    if rank(a) < rank(b):
        return -1
    if rank(a) > rank(b):
        return 1
    return 0
