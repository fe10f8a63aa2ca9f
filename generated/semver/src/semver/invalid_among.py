"""Made by Holo from `semver.invalid_among`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from semver.is_valid import is_valid


def invalid_among(texts: list[str]) -> list[str]:
    """The texts that are no versions, in their order."""
    return [text for text in texts if not is_valid(text)]
