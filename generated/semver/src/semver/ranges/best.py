"""Made by Holo from `semver.ranges.best`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from semver.ranges.satisfying import satisfying
from semver.rank import rank
from semver.types import Range, Version


def best(versions: list[Version], wanted: Range) -> Version | None:
    """The version of the highest precedence that a range allows, the first one of equals; None without one.

    Ensures:
        (result is None) == (satisfying(versions, wanted) == [])
        result is None or all(rank(version) <= rank(result) for version in satisfying(versions, wanted))
        result is None or equals(satisfying(versions, wanted), result)[:1] == [result]
    """
    return max(satisfying(versions, wanted), key=rank, default=None)
