"""Made by Holo from `semver.is_valid`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from semver.grammar.build_text import build_text
from semver.grammar.core_text import core_text
from semver.grammar.is_build import is_build
from semver.grammar.is_core import is_core
from semver.grammar.is_prerelease import is_prerelease
from semver.grammar.prerelease_text import prerelease_text


def is_valid(text: str) -> bool:
    """Whether a text is a version: three numbers, perhaps a pre-release, perhaps build metadata."""
    if not is_core(core_text(text)):
        return False
    if "-" in text.partition("+")[0] and not is_prerelease(prerelease_text(text)):
        return False
    if "+" in text:
        return is_build(build_text(text))
    return True
