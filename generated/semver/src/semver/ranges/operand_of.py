"""Made by Holo from `semver.ranges.operand_of`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations


def operand_of(term: str) -> str:
    """What follows the signs of a term."""
    return term.lstrip("<>=^~")
