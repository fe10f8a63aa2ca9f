"""Made by Holo: the types of `lending`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Final, Protocol, TypeAlias

from lending.money.types import Cents

# The number on the label of a copy.
# Holds: it > 0 (`it` is the value).
CopyId: TypeAlias = int

# A day that leaves room to count on from it.
# Holds: it.year < 9000 (`it` is the value).
Day: TypeAlias = date

# A fine that is not paid yet, in cents.
# Holds: it > 0 (`it` is the value).
Debt: TypeAlias = int

# Holds: it.strip() != "" (`it` is the value).
Member: TypeAlias = str

# Holds: it.strip() != "" (`it` is the value).
Title: TypeAlias = str


class Shelf(Enum):
    """Where a copy can be"""

    shelved = "shelved"
    lent = "lent"
    lost = "lost"


# The most copies in one member's hands.
MAX_LOANS: Final[int] = 5

# How often one loan is renewed at most.
MAX_RENEWALS: Final[int] = 2

# How long a loan lasts.
TERM: Final[timedelta] = timedelta(days=21)


@dataclass(frozen=True, slots=True)
class Book:
    """A title, and the copies of it that the library owns."""

    title: Title
    author: str
    copies: list[CopyId]

    def __post_init__(self) -> None:
        if not (self.title.strip() != ""):
            raise ValueError("Book.title is no Title")
        if not (all(_each > 0 for _each in self.copies)):
            raise ValueError("Book.copies is no list[CopyId]")
        if not (len(set(self.copies)) == len(self.copies)):
            raise ValueError("Book: len(set(copies)) == len(copies)")


@dataclass(frozen=True, slots=True)
class Hold:
    """A member's place in the queue for a title."""

    title: Title
    member: Member
    since: date

    def __post_init__(self) -> None:
        if not (self.title.strip() != ""):
            raise ValueError("Hold.title is no Title")
        if not (self.member.strip() != ""):
            raise ValueError("Hold.member is no Member")


@dataclass(frozen=True, slots=True)
class Loan:
    """A copy in a member's hands."""

    copy: CopyId
    member: Member
    due: date  # Last day without a fine.
    renewals: int = 0

    def __post_init__(self) -> None:
        if not (self.copy > 0):
            raise ValueError("Loan.copy is no CopyId")
        if not (self.member.strip() != ""):
            raise ValueError("Loan.member is no Member")
        if not (0 <= self.renewals <= MAX_RENEWALS):
            raise ValueError("Loan: 0 <= renewals <= MAX_RENEWALS")


@dataclass(frozen=True, slots=True)
class Receipt:
    """What remains of some debts after a payment."""

    owed: list[Debt]  # What is still to pay, oldest first.
    change: Cents  # What goes back to the member.

    def __post_init__(self) -> None:
        if not (all(_each > 0 for _each in self.owed)):
            raise ValueError("Receipt.owed is no list[Debt]")
        if not (self.change >= 0):
            raise ValueError("Receipt.change is no Cents")
        if not (self.owed == [] or self.change == 0):
            raise ValueError("Receipt: owed == [] or change == 0")


class AlreadyWaiting(Exception):
    """The member is in the queue for this title."""

    def __init__(self, member: Member, title: Title) -> None:
        super().__init__(member, title)
        self.member = member
        self.title = title

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.args == other.args

    def __hash__(self) -> int:
        return hash(type(self))


class LimitReached(Exception):
    """The member already holds the most loans allowed."""

    def __init__(self, member: Member) -> None:
        super().__init__(member)
        self.member = member

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.args == other.args

    def __hash__(self) -> int:
        return hash(type(self))


class NotLent(Exception):
    """Nobody has this copy."""

    def __init__(self, copy: CopyId) -> None:
        super().__init__(copy)
        self.copy = copy

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.args == other.args

    def __hash__(self) -> int:
        return hash(type(self))


class RenewedTooOften(Exception):
    """A loan is renewed twice at most."""

    def __init__(self, copy: CopyId) -> None:
        super().__init__(copy)
        self.copy = copy

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.args == other.args

    def __hash__(self) -> int:
        return hash(type(self))


class UnknownTitle(Exception):
    """The library owns no copy of this title."""

    def __init__(self, title: Title) -> None:
        super().__init__(title)
        self.title = title

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.args == other.args

    def __hash__(self) -> int:
        return hash(type(self))


class Post(Protocol):
    """The letter service: outside this program."""

    def send(self, member: Member, text: str) -> None:
        """Carry out `send`.

        Raises:
            ConnectionError
        """
        ...
