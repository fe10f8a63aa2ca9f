"""Made by Holo from `lending.holds.place_hold`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from datetime import date

from lending.holds.waiting import waiting
from lending.types import AlreadyWaiting, Hold, Member, Title


def place_hold(holds: list[Hold], title: Title, member: Member, today: date) -> list[Hold]:
    """Put a member into the queue for a title.

    Raises:
        AlreadyWaiting(member, title): when member in waiting(holds, title)
    """
    if member in waiting(holds, title):
        raise AlreadyWaiting(member, title)
    return holds + [Hold(title, member, today)]
