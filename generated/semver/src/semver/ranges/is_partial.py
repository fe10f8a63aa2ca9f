"""Made by Holo from `semver.ranges.is_partial`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from semver.grammar.is_number import is_number
from semver.ranges.numbers_of import numbers_of
from semver.types import WILDCARDS


def is_partial(text: str) -> bool:
    """Whether a text is up to three parts of a version: numbers, and after them wildcards."""
    if text.count(".") > 2:
        return False
    if not all(is_number(part) or part in WILDCARDS for part in text.split(".")):
        return False
    return all(part in WILDCARDS for part in text.split(".")[len(numbers_of(text)) :])
