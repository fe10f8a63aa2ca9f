"""Made by Holo from `semver.ranges.numbers_of`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from semver.grammar.core_text import core_text
from semver.grammar.is_number import is_number
from semver.ranges.operand_of import operand_of


def numbers_of(term: str) -> list[int]:
    """The numbers that a term gives; wildcards give none."""
    return [int(part) for part in core_text(operand_of(term)).split(".") if is_number(part)]
