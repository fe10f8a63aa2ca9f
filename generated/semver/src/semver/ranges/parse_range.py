"""Made by Holo from `semver.ranges.parse_range`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from semver.ranges.is_range import is_range
from semver.ranges.meaning import meaning
from semver.types import NotARange, Range


def parse_range(text: str) -> Range:
    """The range that a text says, in comparators alone.

    Raises:
        NotARange(text): when not is_range(text)

    Ensures:
        result.alternatives == [meaning(part) for part in text.split("||")]
    """
    if not is_range(text):
        raise NotARange(text)
    return Range([meaning(part) for part in text.split("||")])
