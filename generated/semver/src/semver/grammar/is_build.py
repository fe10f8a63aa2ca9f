"""Made by Holo from `semver.grammar.is_build`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from semver.grammar.is_identifier import is_identifier


def is_build(text: str) -> bool:
    """Whether a text is identifiers, joined by dots."""
    return all(is_identifier(part) for part in text.split("."))
