"""Made by Holo from `semver.grammar.is_identifier`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from semver.types import LETTERS


def is_identifier(text: str) -> bool:
    """Whether a text is ASCII letters, digits and hyphens, at least one."""
    return text != "" and all(letter in LETTERS for letter in text)
