"""Which versions are allowed"""

from __future__ import annotations

from typing import TYPE_CHECKING

from semver._package import offer

# ruff: noqa: TC004  (these names are offered below, and loaded when they are asked for)
if TYPE_CHECKING:
    from semver.ranges.above import above
    from semver.ranges.admits import admits
    from semver.ranges.allows import allows
    from semver.ranges.best import best
    from semver.ranges.expand import expand
    from semver.ranges.floor import floor
    from semver.ranges.held_place import held_place
    from semver.ranges.holds import holds
    from semver.ranges.invites import invites
    from semver.ranges.is_partial import is_partial
    from semver.ranges.is_range import is_range
    from semver.ranges.is_term import is_term
    from semver.ranges.meaning import meaning
    from semver.ranges.numbers_of import numbers_of
    from semver.ranges.operand_of import operand_of
    from semver.ranges.operator_of import operator_of
    from semver.ranges.parse_range import parse_range
    from semver.ranges.print_comparators import print_comparators
    from semver.ranges.print_range import print_range
    from semver.ranges.satisfying import satisfying
    from semver.ranges.terms import terms

__all__ = [
    "above",
    "admits",
    "allows",
    "best",
    "expand",
    "floor",
    "held_place",
    "holds",
    "invites",
    "is_partial",
    "is_range",
    "is_term",
    "meaning",
    "numbers_of",
    "operand_of",
    "operator_of",
    "parse_range",
    "print_comparators",
    "print_range",
    "satisfying",
    "terms",
]

offer(
    __name__,
    {
        "above": "semver.ranges.above",
        "admits": "semver.ranges.admits",
        "allows": "semver.ranges.allows",
        "best": "semver.ranges.best",
        "expand": "semver.ranges.expand",
        "floor": "semver.ranges.floor",
        "held_place": "semver.ranges.held_place",
        "holds": "semver.ranges.holds",
        "invites": "semver.ranges.invites",
        "is_partial": "semver.ranges.is_partial",
        "is_range": "semver.ranges.is_range",
        "is_term": "semver.ranges.is_term",
        "meaning": "semver.ranges.meaning",
        "numbers_of": "semver.ranges.numbers_of",
        "operand_of": "semver.ranges.operand_of",
        "operator_of": "semver.ranges.operator_of",
        "parse_range": "semver.ranges.parse_range",
        "print_comparators": "semver.ranges.print_comparators",
        "print_range": "semver.ranges.print_range",
        "satisfying": "semver.ranges.satisfying",
        "terms": "semver.ranges.terms",
    },
)
