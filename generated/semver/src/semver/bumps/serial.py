"""Made by Holo from `semver.bumps.serial`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from semver.grammar.is_digits import is_digits
from semver.types import Version


def serial(version: Version) -> int:
    """The number at the end of a pre-release; 0 if there is none."""
    if version.prerelease == ():
        return 0
    if is_digits(version.prerelease[-1]):
        return int(version.prerelease[-1])
    return 0
