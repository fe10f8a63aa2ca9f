"""Made by Holo from `semver.grammar.core_text`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations


def core_text(text: str) -> str:
    """What stands before the pre-release and the build metadata."""
    return text.partition("+")[0].partition("-")[0]
