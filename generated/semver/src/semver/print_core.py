"""Made by Holo from `semver.print_core`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from semver.types import Version


def print_core(version: Version) -> str:
    """The three numbers of a version, joined by dots."""
    return f"{version.major}.{version.minor}.{version.patch}"
