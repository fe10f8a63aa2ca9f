"""Made by Holo from `lending.catalogue.words`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations


def words(text: str) -> list[str]:
    """The words of a text, in small letters."""
    return text.lower().split()
