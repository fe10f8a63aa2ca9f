"""Made by Holo from `semver.latest`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from semver.rank import rank
from semver.types import Version


def latest(versions: list[Version]) -> Version:
    """The version of the highest precedence; the first one of equals.

    Requires:
        versions != []

    Ensures:
        all(rank(version) <= rank(result) for version in versions)
        equals(versions, result)[:1] == [result]
    """
    return max(versions, key=rank)
