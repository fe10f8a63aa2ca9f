"""The rules of the standard's grammar, on text"""

from __future__ import annotations

from typing import TYPE_CHECKING

from semver._package import offer

# ruff: noqa: TC004  (these names are offered below, and loaded when they are asked for)
if TYPE_CHECKING:
    from semver.grammar.build_text import build_text
    from semver.grammar.core_text import core_text
    from semver.grammar.is_build import is_build
    from semver.grammar.is_core import is_core
    from semver.grammar.is_digits import is_digits
    from semver.grammar.is_identifier import is_identifier
    from semver.grammar.is_number import is_number
    from semver.grammar.is_prerelease import is_prerelease
    from semver.grammar.prerelease_text import prerelease_text

__all__ = [
    "build_text",
    "core_text",
    "is_build",
    "is_core",
    "is_digits",
    "is_identifier",
    "is_number",
    "is_prerelease",
    "prerelease_text",
]

offer(
    __name__,
    {
        "build_text": "semver.grammar.build_text",
        "core_text": "semver.grammar.core_text",
        "is_build": "semver.grammar.is_build",
        "is_core": "semver.grammar.is_core",
        "is_digits": "semver.grammar.is_digits",
        "is_identifier": "semver.grammar.is_identifier",
        "is_number": "semver.grammar.is_number",
        "is_prerelease": "semver.grammar.is_prerelease",
        "prerelease_text": "semver.grammar.prerelease_text",
    },
)
