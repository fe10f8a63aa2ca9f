"""Made by Holo from `semver.print_version`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from semver.marked import marked
from semver.print_core import print_core
from semver.types import Version


def print_version(version: Version) -> str:
    """A version as the standard writes it.

    Ensures:
        is_valid(result)
    """
    return print_core(version) + marked("-", version.prerelease) + marked("+", version.build)
