"""Made by Holo from `lending.holds.hand_out`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from lending.types import CopyId, Member


def hand_out(copies: list[CopyId], queue: list[Member]) -> dict[Member, CopyId]:
    """Give free copies to those who wait: in the order of the queue, lowest number first, as far as they go.

    Requires:
        len(set(copies)) == len(copies)
        len(set(queue)) == len(queue)

    Ensures:
        list(result) == queue[:len(copies)]
        list(result.values()) == sorted(copies)[:len(queue)]
    """
    return dict(zip(queue, sorted(copies)))
