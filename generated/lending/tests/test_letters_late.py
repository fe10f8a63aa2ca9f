"""Made by Holo: what is asked of `lending.letters.late`."""

from __future__ import annotations

from copy import deepcopy
from datetime import date

import pytest

from lending.letters.late import late
from lending.letters.overdue import overdue
from lending.types import Loan, Member

CASES = [
    (
        [
            Loan(2, "b", date(2026, 1, 2)),
            Loan(1, "a", date(2026, 1, 1), 1),
            Loan(1, "a", date(2026, 1, 1), 1),
        ],
        "a",
        date(2026, 2, 1),
    ),
    (
        [
            Loan(4, "aaabababbabbababab", date(2026, 1, 4)),
            Loan(4, "babab", date(2026, 1, 4)),
            Loan(161490, "aaabababbabbababab", date(2026, 1, 21), 1),
        ],
        "aaabababbabbababab",
        date(2026, 1, 20),
    ),
    ([Loan(1, "a", date(2026, 1, 1), 1)], "a", date(2026, 1, 1)),
    (
        [
            Loan(2, "141 16 ", date(2026, 2, 3), 1),
            Loan(647583, "141 16 ", date(1, 1, 4), 1),
            Loan(647583, "141 16 ", date(1, 1, 4), 1),
            Loan(2, "141 16 ", date(2018, 11, 19), 2),
        ],
        "141 16 ",
        date(2026, 2, 3),
    ),
    ([Loan(2, "b", date(2012, 2, 29)), Loan(2, "b", date(2026, 1, 31))], "b", date(2026, 1, 30)),
    ([], "b", date(2026, 1, 2)),
    (
        [
            Loan(11, "aaa", date(2036, 12, 2)),
            Loan(11, "aaa", date(2025, 1, 1)),
            Loan(11, "aaa", date(2025, 12, 28)),
            Loan(11, "aaa", date(2026, 1, 12)),
            Loan(11, "aaa", date(2025, 12, 22)),
            Loan(11, "aaa", date(2026, 1, 12)),
        ],
        "aaa",
        date(2036, 12, 2),
    ),
    ([Loan(8, "0 9", date(2026, 2, 28))], "0 9", date(2026, 3, 1)),
    ([Loan(1, "a", date(2026, 1, 1), 1), Loan(2, "b", date(2026, 1, 2))], "ab", date(2025, 12, 31)),
    (
        [
            Loan(2, "141 16 ", date(2026, 2, 4), 1),
            Loan(647583, "141 16 ", date(1, 1, 4), 1),
            Loan(647583, "141 16 ", date(1, 1, 4), 1),
            Loan(2, "141 16 ", date(2018, 11, 19), 2),
        ],
        "141 16 ",
        date(2026, 2, 4),
    ),
    (
        [
            Loan(7, "é ", date(9999, 10, 6), 2),
            Loan(7, '9λ"a"٣"漢λλ-A ,"λ', date(9999, 10, 6), 2),
            Loan(7, "é ", date(2026, 12, 31), 2),
            Loan(8, '9λ"a"٣"漢λλ-A ,"λ', date(9999, 10, 6), 2),
        ],
        "é ",
        date(9999, 10, 6),
    ),
    ([Loan(2, "b", date(2026, 1, 2))], "A", date(2024, 2, 29)),
    (
        [Loan(86, "🎲", date(2019, 6, 8)), Loan(43, "bab", date(2027, 2, 5), 2)],
        "🎲",
        date(2027, 2, 5),
    ),
    (
        [
            Loan(1, "a", date(2026, 1, 1), 1),
            Loan(2, "b", date(2026, 1, 2)),
            Loan(3, "ab", date(2025, 12, 31), 2),
            Loan(2, "ab", date(2026, 1, 2), 1),
            Loan(3, "A", date(2025, 12, 31)),
        ],
        "b",
        date(2026, 1, 1),
    ),
    ([Loan(1, "a", date(2026, 1, 1), 1)], "A", date(2024, 2, 29)),
    ([], "a", date(2026, 2, 1)),
    ([Loan(1, "a", date(2026, 1, 1), 1), Loan(2, "b", date(2026, 1, 2))], "b", date(2026, 1, 1)),
    ([Loan(2, "b", date(2026, 1, 2))], "ab", date(2026, 1, 2)),
    (
        [Loan(3, ",,", date(2015, 1, 30), 2), Loan(9, "10 2", date(2027, 2, 2), 2)],
        "10 2",
        date(2025, 9, 27),
    ),
    ([], "🎲٣z\tz漢🎲0 A", date(2026, 2, 4)),
    (
        [Loan(10, "4", date(2026, 2, 28), 1), Loan(1, "4", date(2026, 2, 28), 1)],
        " 漢",
        date(2026, 2, 28),
    ),
    ([Loan(2, "002727", date(2031, 7, 4), 2)], "027", date(2031, 7, 4)),
    (
        [
            Loan(662150, "abbbbb", date(2026, 2, 4)),
            Loan(662150, "bbb", date(2026, 1, 3), 1),
            Loan(22606, "abbbbb", date(2026, 2, 4), 2),
        ],
        "abbbbb",
        date(2020, 3, 1),
    ),
    (
        [
            Loan(65, "a", date(2026, 2, 1), 1),
            Loan(65, " 4 795220", date(4809, 6, 24), 1),
            Loan(1, "²'", date(2026, 1, 1)),
            Loan(1, "²'", date(2026, 1, 1)),
        ],
        "127",
        date(2026, 2, 1),
    ),
    (
        [Loan(13, "0 A\n-.", date(2027, 2, 5)), Loan(13, "0 A\n-.", date(2027, 2, 5))],
        r".-λ漢²- \9",
        date(2025, 12, 5),
    ),
]


@pytest.mark.parametrize(("loans", "member", "today"), CASES)
def test_contract(loans: list[Loan], member: Member, today: date) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((loans, member, today))
    result = late(loans, member, today)
    assert type(result) is list
    assert all(type(_each) is Loan for _each in result)
    assert result == ([loan for loan in overdue(loans, today) if loan.member == member])
    assert (loans, member, today) == before
