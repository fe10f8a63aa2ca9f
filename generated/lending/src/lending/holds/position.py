"""Made by Holo from `lending.holds.position`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from lending.holds.waiting import waiting
from lending.types import Hold, Member, Title


def position(holds: list[Hold], title: Title, member: Member) -> int | None:
    """The first place of a member in the queue for a title, counted from 1; None without a hold.

    Ensures:
        (result is None) == (member not in waiting(holds, title))
        result is None or 1 <= result <= len(waiting(holds, title))
        result is None or waiting(holds, title)[result - 1] == member
        result is None or member not in waiting(holds, title)[:result - 1]
    """
    queue = waiting(holds, title)
    if member not in queue:
        return None
    return queue.index(member) + 1
