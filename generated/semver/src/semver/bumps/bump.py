"""Made by Holo from `semver.bumps.bump`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from semver.core import core
from semver.rank import rank
from semver.types import Part, Version


def bump(version: Version, part: Part) -> Version:
    """The least release of a kind above a version: major releases end in 0.0, minor ones in 0.

    Ensures:
        result == core(result) and rank(result) > rank(version)
        part == Part.patch or result.patch == 0
        part != Part.major or result.minor == 0
        part == Part.major or result.major == version.major
        part != Part.patch or result.minor == version.minor
        lowered(result, part) == result or rank(lowered(result, part)) <= rank(version)
    """
    if part == Part.major:
        floor = Version(version.major, 0, 0)
        following = Version(version.major + 1, 0, 0)
    elif part == Part.minor:
        floor = Version(version.major, version.minor, 0)
        following = Version(version.major, version.minor + 1, 0)
    else:
        floor = core(version)
        following = Version(version.major, version.minor, version.patch + 1)
    # Only a pre-release of the floor itself lies below the floor.
    return floor if rank(floor) > rank(version) else following
