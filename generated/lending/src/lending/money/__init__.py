"""Money as whole `cent`s: read, printed, shared and split."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lending._package import offer
from lending.money.types import Cents, NotMoney, Percent

# ruff: noqa: TC004  (these names are offered below, and loaded when they are asked for)
if TYPE_CHECKING:
    from lending.money.is_money import is_money
    from lending.money.parse_cents import parse_cents
    from lending.money.print_cents import print_cents
    from lending.money.share import share
    from lending.money.split_evenly import split_evenly

__all__ = [
    "Cents",
    "NotMoney",
    "Percent",
    "is_money",
    "parse_cents",
    "print_cents",
    "share",
    "split_evenly",
]

offer(
    __name__,
    {
        "is_money": "lending.money.is_money",
        "parse_cents": "lending.money.parse_cents",
        "print_cents": "lending.money.print_cents",
        "share": "lending.money.share",
        "split_evenly": "lending.money.split_evenly",
    },
)
