"""Made by Holo from `semver.ranges.print_range`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from semver.ranges.print_comparators import print_comparators
from semver.types import Range


def print_range(wanted: Range) -> str:
    """A range in comparators alone."""
    return " || ".join(print_comparators(comparators) for comparators in wanted.alternatives)
