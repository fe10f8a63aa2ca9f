"""Made by Holo from `lending.holds.waiting`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from lending.types import Hold, Member, Title


def waiting(holds: list[Hold], title: Title) -> list[Member]:
    """The members who wait for a title: the first to come stands first."""
    return [
        hold.member for hold in sorted(holds, key=lambda hold: hold.since) if hold.title == title
    ]
