"""Made by Holo from `semver.grammar.is_digits`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations


def is_digits(text: str) -> bool:
    """Whether a text is digits, at least one."""
    return text != "" and all(letter in "0123456789" for letter in text)
