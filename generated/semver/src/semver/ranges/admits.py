"""Made by Holo from `semver.ranges.admits`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from semver.ranges.holds import holds
from semver.ranges.invites import invites
from semver.types import Comparator, Version


def admits(comparators: list[Comparator], version: Version) -> bool:
    """Whether one alternative allows a version: it is invited, and every comparator holds."""
    return invites(comparators, version) and all(holds(one, version) for one in comparators)
