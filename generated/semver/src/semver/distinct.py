"""Made by Holo from `semver.distinct`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from semver.rank import rank
from semver.types import Version


def distinct(versions: list[Version]) -> list[Version]:
    """The first version of every precedence, in their order: what differs in its build alone is left out.

    Ensures:
        result == [version for i, version in enumerate(versions) if equals(versions[:i], version) == []]
    """
    ranks = [rank(version) for version in versions]
    # A rank ends in a list, which cannot be hashed: make it a tuple.
    keys = [(*found[:4], tuple(found[4])) for found in ranks]
    # Going backwards, the earliest position of each key is the one that stays.
    first = {keys[i]: i for i in reversed(range(len(keys)))}
    return [version for i, version in enumerate(versions) if first[keys[i]] == i]
