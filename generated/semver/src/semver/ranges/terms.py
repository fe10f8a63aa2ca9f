"""Made by Holo from `semver.ranges.terms`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations


def terms(text: str) -> list[str]:
    """The terms of one alternative; a hyphen between two blanks joins a lower and an upper end."""
    if " - " in text:
        return [">=" + text.partition(" - ")[0].strip(), "<=" + text.partition(" - ")[2].strip()]
    return text.split()
