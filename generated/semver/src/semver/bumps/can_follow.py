"""Made by Holo from `semver.bumps.can_follow`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from semver.grammar.is_digits import is_digits
from semver.identifier_rank import identifier_rank
from semver.is_release import is_release
from semver.types import Label, Version


def can_follow(version: Version, label: Label) -> bool:
    """Whether a label with some number, on the same three numbers, is above a version."""
    if is_release(version):
        return False
    if version.prerelease[0] != label:
        return identifier_rank(version.prerelease[0]) < identifier_rank(label)
    if len(version.prerelease) == 1:
        return True
    return is_digits(version.prerelease[1])
