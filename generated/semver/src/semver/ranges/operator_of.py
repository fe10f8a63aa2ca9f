"""Made by Holo from `semver.ranges.operator_of`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations


def operator_of(term: str) -> str:
    """The signs in front of a term; empty if there are none."""
    return term[: len(term) - len(term.lstrip("<>=^~"))]
