"""Made by Holo from `lending.letters.remind`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from datetime import date

from lending.letters.letter import letter
from lending.letters.to_write import to_write
from lending.types import Loan, Member, Post


def remind(loans: list[Loan], today: date, post: Post) -> list[Member]:
    """Send its letter to every member with something overdue, by name; says who could not be reached.

    Ensures:
        [call.member for call in calls(post.send)] == to_write(loans, today)
        all(call.text == letter(loans, call.member, today) for call in calls(post.send))
        result == [member for member in to_write(loans, today) if member in result]
    """
    unreached: list[Member] = []
    for member in to_write(loans, today):
        text = letter(loans, member, today)
        try:
            post.send(member, text)
        except ConnectionError:
            unreached = [*unreached, member]
    return unreached
