"""Made by Holo from `semver.grammar.is_core`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from semver.grammar.is_number import is_number


def is_core(text: str) -> bool:
    """Whether a text is three numbers, joined by dots."""
    return text.count(".") == 2 and all(is_number(part) for part in text.split("."))
