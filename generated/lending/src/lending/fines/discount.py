"""Made by Holo from `lending.fines.discount`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from lending.money.types import Percent


def discount(age: int, student: bool) -> Percent:
    """Per cent taken off a fine.

    Requires:
        age >= 0
    """
    if age < 12:
        return 100
    if age < 26 and student:
        return 50
    return 0
