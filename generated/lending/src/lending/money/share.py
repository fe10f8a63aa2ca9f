"""Made by Holo from `money.share`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from lending.money.types import Cents, Percent


def share(amount: Cents, percent: Percent) -> Cents:
    """So many per cent of an amount; half a cent counts as one.

    Ensures:
        result <= amount
    """
    return (amount * percent + 50) // 100
