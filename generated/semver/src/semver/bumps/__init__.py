"""What comes after a version"""

from __future__ import annotations

from typing import TYPE_CHECKING

from semver._package import offer

# ruff: noqa: TC004  (these names are offered below, and loaded when they are asked for)
if TYPE_CHECKING:
    from semver.bumps.bump import bump
    from semver.bumps.can_follow import can_follow
    from semver.bumps.lowered import lowered
    from semver.bumps.next_prerelease import next_prerelease
    from semver.bumps.numbered import numbered
    from semver.bumps.serial import serial

__all__ = [
    "bump",
    "can_follow",
    "lowered",
    "next_prerelease",
    "numbered",
    "serial",
]

offer(
    __name__,
    {
        "bump": "semver.bumps.bump",
        "can_follow": "semver.bumps.can_follow",
        "lowered": "semver.bumps.lowered",
        "next_prerelease": "semver.bumps.next_prerelease",
        "numbered": "semver.bumps.numbered",
        "serial": "semver.bumps.serial",
    },
)
