"""Made by Holo: the types of `money`."""

from __future__ import annotations

from typing import TypeAlias

# An amount of money.
# Holds: it >= 0 (`it` is the value).
Cents: TypeAlias = int

# A part of a hundred.
# Holds: 0 <= it <= 100 (`it` is the value).
Percent: TypeAlias = int


class NotMoney(Exception):
    """The text is not an amount: digits, a point, two digits."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.args == other.args

    def __hash__(self) -> int:
        return hash(type(self))
