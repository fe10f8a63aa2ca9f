"""What lateness costs"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lending._package import offer
from lending.fines.types import DAILY

# ruff: noqa: TC004  (these names are offered below, and loaded when they are asked for)
if TYPE_CHECKING:
    from lending.fines.discount import discount
    from lending.fines.fine import fine
    from lending.fines.fine_to_pay import fine_to_pay
    from lending.fines.pay import pay
    from lending.fines.reduced import reduced
    from lending.fines.total import total

__all__ = [
    "DAILY",
    "discount",
    "fine",
    "fine_to_pay",
    "pay",
    "reduced",
    "total",
]

offer(
    __name__,
    {
        "discount": "lending.fines.discount",
        "fine": "lending.fines.fine",
        "fine_to_pay": "lending.fines.fine_to_pay",
        "pay": "lending.fines.pay",
        "reduced": "lending.fines.reduced",
        "total": "lending.fines.total",
    },
)
