"""Made by Holo from `semver.ranges.expand`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from semver.ranges.above import above
from semver.ranges.floor import floor
from semver.ranges.numbers_of import numbers_of
from semver.ranges.operator_of import operator_of
from semver.types import Comparator, Version


def expand(term: str) -> list[Comparator]:
    """What a term means, in comparators alone.

    Requires:
        is_term(term)
    """
    if numbers_of(term) == []:
        return [Comparator(">=", Version(0, 0, 0))]
    if operator_of(term) in [">=", "<"]:
        return [Comparator(operator_of(term), floor(term))]
    if operator_of(term) in ["^", "~"]:
        return [Comparator(">=", floor(term)), Comparator("<", above(term))]
    if len(numbers_of(term)) == 3:
        return [Comparator(operator_of(term) or "=", floor(term))]
    if operator_of(term) == ">":
        return [Comparator(">=", above(term))]
    if operator_of(term) == "<=":
        return [Comparator("<", above(term))]
    return [Comparator(">=", floor(term)), Comparator("<", above(term))]
