"""Made by Holo from `money.parse_cents`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from lending.money.is_money import is_money
from lending.money.types import Cents, NotMoney


def parse_cents(text: str) -> Cents:
    """The amount that a text says.

    Raises:
        NotMoney(text): when not is_money(text)

    Ensures:
        print_cents(result) == text
    """
    if not is_money(text):
        raise NotMoney(text)
    cents = 0
    for digit in text[:-3] + text[-2:]:
        cents = cents * 10 + int(digit)
    return cents
