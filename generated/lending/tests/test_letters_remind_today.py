"""Made by Holo: what is asked of `lending.letters.remind_today`."""

from __future__ import annotations

from datetime import date

from fakes import FakeClock, FakePost, calls, fault, reply

from lending.letters.remind_today import remind_today
from lending.types import Loan


def test_scenario_F8() -> None:
    """The day after the due day"""
    post = FakePost()
    clock = FakeClock()
    reply(clock.today, date(2026, 1, 2))
    result = remind_today(
        [Loan(7, "ada", date(2026, 1, 1)), Loan(8, "bob", date(2026, 1, 2))], post, clock
    )
    assert result == []
    assert [call.member for call in calls(post.send)] == ["ada"]


def test_scenario_F9() -> None:
    """The post is down on the day"""
    post = FakePost()
    fault(post.send, ConnectionError("remind_today"))
    clock = FakeClock()
    reply(clock.today, date(2026, 1, 2))
    result = remind_today([Loan(7, "ada", date(2026, 1, 1))], post, clock)
    assert result == ["ada"]
