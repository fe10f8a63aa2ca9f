"""Made by Holo from `money.print_cents`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from lending.money.types import Cents


def print_cents(amount: Cents) -> str:
    """An amount as people write it: whole coins, a point, two digits."""
    return f"{amount // 100}.{amount % 100:02}"
