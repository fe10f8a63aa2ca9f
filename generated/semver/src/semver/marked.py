"""Made by Holo from `semver.marked`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from semver.types import Identifier


def marked(mark: str, identifiers: tuple[Identifier, ...]) -> str:
    """Identifiers behind a mark; nothing if there are none."""
    return mark + ".".join(identifiers) if identifiers != () else ""
