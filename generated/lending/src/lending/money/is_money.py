"""Made by Holo from `money.is_money`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations


def is_money(text: str) -> bool:
    """Whether a text is an amount exactly as print_cents writes it."""
    if len(text) < 4 or text[-3] != ".":
        return False
    if len(text) > 4 and text[0] == "0":
        return False
    return all(letter in "0123456789" for letter in text[:-3] + text[-2:])
