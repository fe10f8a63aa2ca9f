"""Made by Holo from `lending.fines.reduced`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from lending.money.share import share
from lending.money.types import Cents, Percent


def reduced(amount: Cents, percent: Percent) -> Cents:
    """An amount without so many per cent of it."""
    return amount - share(amount, percent)
