"""Made by Holo from `semver.grammar.is_number`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from semver.grammar.is_digits import is_digits


def is_number(text: str) -> bool:
    """Whether a text is a number without leading zeros."""
    return is_digits(text) and (text == "0" or text[0] != "0")
