"""Made by Holo from `semver.identifier_rank`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from semver.grammar.is_digits import is_digits
from semver.types import Identifier


def identifier_rank(identifier: Identifier) -> tuple[bool, int, str]:
    """What pre-release identifiers are compared by: numbers as numbers, and before all that have letters."""
    return (False, int(identifier), "") if is_digits(identifier) else (True, 0, identifier)
