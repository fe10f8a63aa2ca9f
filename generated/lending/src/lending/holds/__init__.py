"""Who waits for what"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lending._package import offer

# ruff: noqa: TC004  (these names are offered below, and loaded when they are asked for)
if TYPE_CHECKING:
    from lending.holds.hand_out import hand_out
    from lending.holds.place_hold import place_hold
    from lending.holds.position import position
    from lending.holds.waiting import waiting
    from lending.holds.withdraw import withdraw

__all__ = [
    "hand_out",
    "place_hold",
    "position",
    "waiting",
    "withdraw",
]

offer(
    __name__,
    {
        "hand_out": "lending.holds.hand_out",
        "place_hold": "lending.holds.place_hold",
        "position": "lending.holds.position",
        "waiting": "lending.holds.waiting",
        "withdraw": "lending.holds.withdraw",
    },
)
