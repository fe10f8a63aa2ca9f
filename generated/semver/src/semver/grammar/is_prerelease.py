"""Made by Holo from `semver.grammar.is_prerelease`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from semver.grammar.is_digits import is_digits
from semver.grammar.is_identifier import is_identifier
from semver.grammar.is_number import is_number


def is_prerelease(text: str) -> bool:
    """Whether a text is identifiers, joined by dots, and those of digits are numbers."""
    return all(
        is_number(part) or is_identifier(part) and not is_digits(part) for part in text.split(".")
    )
