"""Made by Holo from `semver.is_release`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from semver.types import Version


def is_release(version: Version) -> bool:
    """Whether a version is a release."""
    return version.prerelease == ()
