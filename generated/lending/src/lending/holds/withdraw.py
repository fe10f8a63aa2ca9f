"""Made by Holo from `lending.holds.withdraw`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from lending.types import Hold, Member, Title


def withdraw(holds: list[Hold], title: Title, member: Member) -> list[Hold]:
    """Take a member out of the queue for a title; nothing changes for one who is not in it.

    Ensures:
        member not in waiting(result, title)
    """
    return [hold for hold in holds if (hold.title, hold.member) != (title, member)]
