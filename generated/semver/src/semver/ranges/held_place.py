"""Made by Holo from `semver.ranges.held_place`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from semver.ranges.numbers_of import numbers_of
from semver.ranges.operator_of import operator_of


def held_place(term: str) -> int:
    """The last place, counted from 0, that may not change: a caret's is the first number above 0.

    Requires:
        is_term(term) and numbers_of(term) != []
    """
    if operator_of(term) == "^" and any(numbers_of(term)):
        return [number > 0 for number in numbers_of(term)].index(True)
    if operator_of(term) == "~":
        return min(1, len(numbers_of(term)) - 1)
    return len(numbers_of(term)) - 1
