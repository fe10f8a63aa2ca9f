"""Made by Holo from `semver.ranges.print_comparators`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from semver.print_version import print_version
from semver.types import Comparator


def print_comparators(comparators: list[Comparator]) -> str:
    """Comparators, a blank between two."""
    return " ".join(one.operator + print_version(one.version) for one in comparators)
