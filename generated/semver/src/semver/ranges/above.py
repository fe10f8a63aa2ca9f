"""Made by Holo from `semver.ranges.above`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from semver.ranges.held_place import held_place
from semver.ranges.numbers_of import numbers_of
from semver.types import Version


def above(term: str) -> Version:
    """The first release that a term does not allow: its held number is one higher.

    Requires:
        is_term(term) and numbers_of(term) != []
    """
    if held_place(term) == 0:
        return Version(numbers_of(term)[0] + 1, 0, 0)
    if held_place(term) == 1:
        return Version(numbers_of(term)[0], numbers_of(term)[1] + 1, 0)
    return Version(numbers_of(term)[0], numbers_of(term)[1], numbers_of(term)[2] + 1)
