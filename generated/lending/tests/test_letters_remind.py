"""Made by Holo: what is asked of `lending.letters.remind`."""

from __future__ import annotations

from copy import deepcopy
from datetime import date

import pytest
from fakes import FakePost, calls, fault

from lending.letters.letter import letter
from lending.letters.remind import remind
from lending.letters.to_write import to_write
from lending.types import Loan


def test_scenario_F6() -> None:
    """The post works"""
    post = FakePost()
    result = remind([Loan(7, "ada", date(2026, 1, 1))], date(2026, 2, 1), post)
    assert result == []


def test_scenario_F7() -> None:
    """The post is down"""
    post = FakePost()
    fault(post.send, ConnectionError("remind"))
    result = remind([Loan(7, "ada", date(2026, 1, 1))], date(2026, 2, 1), post)
    assert result == ["ada"]


CASES = [
    (
        [
            Loan(55998681134157959, "\tz-", date(2027, 1, 11), 2),
            Loan(55998681134157959, ", due a", date(2024, 2, 29), 1),
            Loan(55998681134157959, "\tz-", date(2027, 1, 11), 2),
        ],
        date(2027, 1, 12),
        ("send", ConnectionError()),
    ),
    (
        [
            Loan(2, "dEAR ", date(2025, 4, 30), 2),
            Loan(5, "dEAR ", date(2026, 1, 1), 2),
            Loan(85, "dEAR ", date(2016, 12, 2), 2),
        ],
        date(2026, 1, 1),
        ("send", ConnectionError()),
    ),
    ([Loan(1, "a", date(2026, 1, 1), 1)], date(2026, 1, 1), None),
    (
        [
            Loan(2, "🎲a.A0", date(2, 4, 5), 2),
            Loan(2, "🎲a.A0", date(2, 4, 5)),
            Loan(2, "b", date(2, 4, 5), 2),
            Loan(2, "🎲a.A0", date(2, 4, 5), 2),
        ],
        date(2026, 1, 1),
        ("send", ConnectionError()),
    ),
    (
        [Loan(4100, "bababb", date(2025, 11, 22), 1), Loan(100, "bababb", date(2025, 11, 22), 1)],
        date(2026, 1, 22),
        ("send", ConnectionError()),
    ),
    ([], date(2026, 1, 2), None),
    (
        [
            Loan(92818418347553373, "🎲A_", date(2025, 11, 24), 2),
            Loan(92818418347553373, "🎲A_", date(2025, 11, 24), 1),
        ],
        date(2026, 1, 1),
        ("send", ConnectionError()),
    ),
    ([Loan(1, "a", date(2026, 1, 1), 1), Loan(2, "b", date(2026, 1, 2))], date(2025, 12, 31), None),
    ([Loan(100, "39592532482", date(2026, 2, 28))], date(7218, 7, 8), ("send", ConnectionError())),
    ([Loan(2, "b", date(2026, 1, 2))], date(2024, 2, 29), None),
    (
        [
            Loan(17, "bb", date(2026, 1, 11)),
            Loan(17, "bb", date(2035, 5, 31), 1),
            Loan(17, "bb", date(2026, 1, 1), 2),
        ],
        date(2036, 9, 12),
        ("send", ConnectionError()),
    ),
    (
        [
            Loan(2, "b", date(2026, 1, 2)),
            Loan(1, "a", date(2026, 1, 1), 1),
            Loan(1, "a", date(2026, 1, 1), 1),
        ],
        date(2026, 2, 1),
        None,
    ),
    (
        [Loan(17, "bb", date(2026, 1, 11)), Loan(17, "bb", date(2035, 5, 31), 1)],
        date(2036, 9, 12),
        ("send", ConnectionError()),
    ),
    (
        [
            Loan(1, "a", date(2026, 1, 1), 1),
            Loan(2, "b", date(2026, 1, 2)),
            Loan(3, "ab", date(2025, 12, 31), 2),
            Loan(2, "ab", date(2026, 1, 2), 1),
            Loan(3, "A", date(2025, 12, 31)),
        ],
        date(2026, 1, 1),
        None,
    ),
    (
        [
            Loan(54596752871366605, "03", date(2025, 12, 30)),
            Loan(54596752871366605, "03", date(2025, 12, 30), 1),
        ],
        date(2026, 1, 1),
        ("send", ConnectionError()),
    ),
    ([Loan(1, "a", date(2026, 1, 1), 1)], date(2025, 12, 31), None),
    (
        [Loan(17, "bb", date(2026, 1, 11)), Loan(17, "bb", date(2035, 5, 31), 1)],
        date(2029, 7, 22),
        ("send", ConnectionError()),
    ),
    ([], date(2024, 2, 29), None),
    (
        [Loan(407398083628, ", due", date(2017, 12, 1), 1)],
        date(2026, 2, 28),
        ("send", ConnectionError()),
    ),
    ([Loan(1, "a", date(2026, 1, 1), 1), Loan(2, "b", date(2026, 1, 2))], date(2026, 2, 1), None),
    (
        [Loan(4100, "bababb", date(2025, 11, 22), 1), Loan(100, "bababb", date(2025, 11, 22), 1)],
        date(2026, 1, 21),
        ("send", ConnectionError()),
    ),
    ([Loan(2, "b", date(2026, 1, 2))], date(2026, 1, 1), None),
    (
        [Loan(145400, "λé漢0  -A9\\", date(2015, 9, 2), 1)],
        date(2026, 2, 9),
        ("send", ConnectionError()),
    ),
    (
        [
            Loan(101, "ß", date(2025, 4, 30)),
            Loan(69, "ß", date(2028, 1, 31)),
            Loan(69, "ßßßßßßßß", date(2028, 1, 31)),
            Loan(101, "ßa", date(2025, 4, 30)),
            Loan(101, "ßa", date(2025, 4, 30)),
            Loan(99, "ßa", date(2025, 4, 30)),
        ],
        date(2028, 1, 31),
        None,
    ),
    (
        [Loan(145400, "λé漢0  -A9\\", date(2015, 9, 2), 1)],
        date(2026, 2, 28),
        ("send", ConnectionError()),
    ),
]


@pytest.mark.parametrize(("loans", "today", "post_fault"), CASES)
def test_contract(loans: list[Loan], today: date, post_fault: tuple[str, Exception] | None) -> None:
    """Stored inputs meet the contract."""
    post = FakePost()
    if post_fault is not None:
        fault(getattr(post, post_fault[0]), post_fault[1])
    before = deepcopy((loans, today))
    result = remind(loans, today, post)
    assert type(result) is list
    assert all((type(_each) is str) and (_each.strip() != "") for _each in result)
    assert [call.member for call in calls(post.send)] == to_write(loans, today)
    assert all(call.text == letter(loans, call.member, today) for call in calls(post.send))
    assert result == [member for member in to_write(loans, today) if member in result]
    assert (loans, today) == before
