"""Made by Holo from `semver.grammar.build_text`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations


def build_text(text: str) -> str:
    """What stands after the plus."""
    return text.partition("+")[2]
