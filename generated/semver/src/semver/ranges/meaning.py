"""Made by Holo from `semver.ranges.meaning`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from semver.ranges.expand import expand
from semver.ranges.terms import terms
from semver.types import Comparator


def meaning(text: str) -> list[Comparator]:
    """What one alternative means: what its terms mean, one after the other.

    Requires:
        all(is_term(term) for term in terms(text))
    """
    return [comparator for term in terms(text) for comparator in expand(term)]
