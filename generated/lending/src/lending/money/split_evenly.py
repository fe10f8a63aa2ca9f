"""Made by Holo from `money.split_evenly`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from lending.money.types import Cents


def split_evenly(amount: Cents, parts: int) -> list[Cents]:
    """An amount in parts that differ by one cent at most, the larger ones first.

    Requires:
        1 <= parts <= 100

    Ensures:
        len(result) == parts
        sum(result) == amount
        max(result) - min(result) <= 1
        result == sorted(result, reverse=True)
    """
    base, extra = divmod(amount, parts)
    return [base + 1] * extra + [base] * (parts - extra)
