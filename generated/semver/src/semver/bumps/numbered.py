"""Made by Holo from `semver.bumps.numbered`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from dataclasses import replace

from semver.core import core
from semver.types import Label, Number, Version


def numbered(version: Version, label: Label, number: Number) -> Version:
    """The pre-release of the same three numbers that is called by a label and a number."""
    return replace(core(version), prerelease=(label, str(number)))
