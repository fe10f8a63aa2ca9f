"""Made by Holo from `semver.grammar.prerelease_text`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations


def prerelease_text(text: str) -> str:
    """What stands between the first hyphen and the plus."""
    return text.partition("+")[0].partition("-")[2]
