"""Made by Holo from `lending.letters.remind_today`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from lending.letters.remind import remind
from lending.prelude import Clock
from lending.types import Loan, Member, Post


def remind_today(loans: list[Loan], post: Post, clock: Clock) -> list[Member]:
    """Send the letters of the day that the clock says; says who could not be reached.

    Ensures:
        len(calls(clock.today)) == 1
        set(result) <= {call.member for call in calls(post.send)}
        {call.member for call in calls(post.send)} <= {loan.member for loan in loans}
    """
    return remind(loans, clock.today(), post)
