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
            Loan(3, ": , due a: , due : cOPY ", date(2024, 12, 5), 2),
            Loan(1, "a", date(2027, 2, 4)),
            Loan(3, "93108\n3\nDear a", date(2024, 12, 5), 2),
        ],
        date(2026, 12, 31),
        ("send", ConnectionError()),
    ),
    (
        [
            Loan(1, "2636341", date(2025, 1, 1), 1),
            Loan(1, "2636341", date(2025, 1, 1), 1),
            Loan(1, "2636341", date(2025, 1, 1)),
        ],
        date(2027, 1, 31),
        ("send", ConnectionError()),
    ),
    ([Loan(1, "a", date(2026, 1, 1), 1)], date(2026, 1, 1), None),
    (
        [
            Loan(1, "a", date(2026, 1, 1), 1),
            Loan(3, "A", date(2025, 12, 31)),
            Loan(3, "ab", date(2025, 12, 31), 2),
            Loan(2, "ab", date(2026, 1, 2), 1),
            Loan(2, "b", date(2026, 1, 2)),
        ],
        date(2026, 1, 1),
        ("send", ConnectionError()),
    ),
    (
        [Loan(303, ":", date(2026, 1, 31), 1), Loan(101, ":", date(1, 1, 7))],
        date(2026, 1, 2),
        ("send", ConnectionError()),
    ),
    ([], date(2026, 1, 2), None),
    (
        [
            Loan(3, ".a", date(2025, 4, 9), 1),
            Loan(3, ".a", date(2025, 4, 9), 1),
            Loan(3, ".a", date(2025, 4, 9), 1),
        ],
        date(2036, 12, 14),
        ("send", ConnectionError()),
    ),
    ([Loan(1, "a", date(2026, 1, 1), 1), Loan(2, "b", date(2026, 1, 2))], date(2025, 12, 31), None),
    (
        [
            Loan(100, "a '\\²a-ßb٣A\nA\"z\\漢", date(2025, 11, 26)),
            Loan(100, "a '\\²a-ßb٣A\nA\"z\\漢", date(2025, 11, 26)),
            Loan(88716698005, ", DUE ", date(2025, 11, 25), 2),
        ],
        date(2025, 11, 26),
        ("send", ConnectionError()),
    ),
    ([Loan(2, "b", date(2026, 1, 2))], date(2024, 2, 29), None),
    (
        [
            Loan(1, "2636341", date(2025, 1, 1), 1),
            Loan(1, "2636341", date(2025, 1, 1), 1),
            Loan(1, "2636341", date(2025, 1, 1)),
        ],
        date(2027, 2, 28),
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
        [Loan(99, "12:1", date(2036, 12, 14), 1), Loan(495, "12:1", date(2026, 1, 3))],
        date(2036, 12, 14),
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
    ([Loan(1, "a", date(2026, 1, 1), 1)], date(2025, 12, 31), None),
    ([], date(2024, 2, 29), None),
    ([Loan(1, "a", date(2026, 1, 1), 1), Loan(2, "b", date(2026, 1, 2))], date(2026, 2, 1), None),
    ([Loan(2, "b", date(2026, 1, 2))], date(2026, 1, 1), None),
    (
        [
            Loan(263244383909, "........................", date(2534, 12, 3)),
            Loan(263244383909, "........................", date(2029, 3, 23), 1),
            Loan(7, "................................................", date(2025, 1, 1)),
        ],
        date(2029, 3, 24),
        None,
    ),
    (
        [
            Loan(9, ":", date(2025, 12, 30), 2),
            Loan(9, ":", date(2036, 12, 8), 2),
            Loan(1, "::", date(2025, 12, 29), 1),
            Loan(707, ":", date(2030, 2, 28)),
            Loan(1, ":", date(2026, 12, 15)),
        ],
        date(2025, 12, 30),
        None,
    ),
    (
        [Loan(1, "0", date(2025, 1, 21), 1), Loan(1, ": a", date(9998, 2, 9), 1)],
        date(2027, 1, 31),
        None,
    ),
    ([], date(2025, 12, 6), None),
    (
        [
            Loan(4, "Copy", date(2026, 1, 31), 1),
            Loan(18216656105587707, ", due a", date(2025, 8, 22), 1),
            Loan(18216656105587707, ", due a", date(2025, 8, 22), 1),
            Loan(33554431, ": ", date(2021, 9, 18), 2),
        ],
        date(1, 1, 11),
        None,
    ),
    ([Loan(99, "LRpiiDRL", date(6799, 10, 6))], date(2026, 2, 9), None),
    (
        [
            Loan(100, "\nP", date(2026, 1, 20), 2),
            Loan(90, ": \n\n0\n88405817558737000", date(2027, 1, 24), 1),
        ],
        date(2026, 4, 30),
        None,
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
