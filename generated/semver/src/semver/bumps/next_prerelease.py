"""Made by Holo from `semver.bumps.next_prerelease`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from dataclasses import replace

from semver.bumps.can_follow import can_follow
from semver.bumps.numbered import numbered
from semver.rank import rank
from semver.types import Label, Version


def next_prerelease(version: Version, label: Label) -> Version:
    """The least pre-release above a version that is called by a label and a number from 1.

    Ensures:
        serial(result) >= 1 and rank(result) > rank(version)
        result == numbered(version if can_follow(version, label) else replace(version, patch=version.patch + 1), label, serial(result))
        serial(result) == 1 or rank(numbered(result, label, serial(result) - 1)) <= rank(version)
    """
    if not can_follow(version, label):
        return numbered(replace(version, patch=version.patch + 1), label, 1)
    first = numbered(version, label, 1)
    if rank(first) > rank(version):
        return first
    # Some number is above the version but 1 is not: so the version's pre-release
    # starts with this label and a number, and only a higher number is above it,
    # whatever identifiers come after that number.
    return numbered(version, label, int(version.prerelease[1]) + 1)
