"""Semantic Versioning 2.0.0, the standard of semver.org."""

from __future__ import annotations

from typing import TYPE_CHECKING

from semver._package import offer
from semver.types import (
    IN_ORDER,
    INVALID,
    LETTERS,
    SIDES,
    VALID,
    WILDCARDS,
    Comparator,
    Identifier,
    Label,
    NotARange,
    NotAVersion,
    Number,
    Operator,
    Part,
    Range,
    Rank,
    Version,
)

# ruff: noqa: TC004  (these names are offered below, and loaded when they are asked for)
if TYPE_CHECKING:
    from semver import bumps, grammar, ranges
    from semver.compare import compare
    from semver.core import core
    from semver.distinct import distinct
    from semver.equals import equals
    from semver.identifier_rank import identifier_rank
    from semver.invalid_among import invalid_among
    from semver.is_release import is_release
    from semver.is_valid import is_valid
    from semver.latest import latest
    from semver.marked import marked
    from semver.parse import parse
    from semver.parse_all import parse_all
    from semver.print_core import print_core
    from semver.print_version import print_version
    from semver.rank import rank
    from semver.sort_versions import sort_versions

__all__ = [
    "INVALID",
    "IN_ORDER",
    "LETTERS",
    "SIDES",
    "VALID",
    "WILDCARDS",
    "Comparator",
    "Identifier",
    "Label",
    "NotARange",
    "NotAVersion",
    "Number",
    "Operator",
    "Part",
    "Range",
    "Rank",
    "Version",
    "bumps",
    "compare",
    "core",
    "distinct",
    "equals",
    "grammar",
    "identifier_rank",
    "invalid_among",
    "is_release",
    "is_valid",
    "latest",
    "marked",
    "parse",
    "parse_all",
    "print_core",
    "print_version",
    "ranges",
    "rank",
    "sort_versions",
]

offer(
    __name__,
    {
        "bumps": "semver.bumps",
        "compare": "semver.compare",
        "core": "semver.core",
        "distinct": "semver.distinct",
        "equals": "semver.equals",
        "grammar": "semver.grammar",
        "identifier_rank": "semver.identifier_rank",
        "invalid_among": "semver.invalid_among",
        "is_release": "semver.is_release",
        "is_valid": "semver.is_valid",
        "latest": "semver.latest",
        "marked": "semver.marked",
        "parse": "semver.parse",
        "parse_all": "semver.parse_all",
        "print_core": "semver.print_core",
        "print_version": "semver.print_version",
        "ranges": "semver.ranges",
        "rank": "semver.rank",
        "sort_versions": "semver.sort_versions",
    },
)
