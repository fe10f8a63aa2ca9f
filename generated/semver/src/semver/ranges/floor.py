"""Made by Holo from `semver.ranges.floor`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from semver.grammar.prerelease_text import prerelease_text
from semver.ranges.numbers_of import numbers_of
from semver.types import Version


def floor(term: str) -> Version:
    """The least version with the numbers of a term: what is not given is 0.

    Requires:
        is_term(term)
    """
    return Version(
        (numbers_of(term) + [0])[0],
        (numbers_of(term) + [0, 0])[1],
        (numbers_of(term) + [0, 0, 0])[2],
        tuple(prerelease_text(term).split(".")) if prerelease_text(term) != "" else (),
    )
