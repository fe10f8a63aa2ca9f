"""Made by Holo from `semver.ranges.is_range`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from semver.ranges.is_term import is_term
from semver.ranges.terms import terms


def is_range(text: str) -> bool:
    """Whether a text is alternatives, joined by `||`, of at least one term each."""
    return all(
        terms(part) != [] and all(is_term(term) for term in terms(part))
        for part in text.split("||")
    )
