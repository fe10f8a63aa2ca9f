"""Made by Holo from `semver.ranges.invites`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from semver.core import core
from semver.is_release import is_release
from semver.types import Comparator, Version


def invites(comparators: list[Comparator], version: Version) -> bool:
    """Whether a version is a release, or a comparator names a pre-release of the same three numbers."""
    if is_release(version):
        return True
    return any(
        core(one.version) == core(version) and not is_release(one.version) for one in comparators
    )
