"""Made by Holo from `semver.bumps.lowered`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from dataclasses import replace

from semver.types import Part, Version


def lowered(version: Version, part: Part) -> Version:
    """The version with one number lower by one, as far as it goes."""
    if part == Part.major:
        return replace(version, major=max(0, version.major - 1))
    if part == Part.minor:
        return replace(version, minor=max(0, version.minor - 1))
    return replace(version, patch=max(0, version.patch - 1))
