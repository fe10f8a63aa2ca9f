"""Made by Holo from `semver.ranges.is_term`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from semver.is_valid import is_valid
from semver.ranges.is_partial import is_partial
from semver.ranges.numbers_of import numbers_of
from semver.ranges.operand_of import operand_of
from semver.ranges.operator_of import operator_of
from semver.types import SIDES


def is_term(text: str) -> bool:
    """Whether a text is a version without build metadata or a part of one, perhaps with an operator."""
    if operator_of(text) not in [*SIDES, "", "^", "~"] or "+" in text:
        return False
    if operator_of(text) != "" and numbers_of(text) == []:
        return False
    return is_partial(operand_of(text)) or is_valid(operand_of(text))
