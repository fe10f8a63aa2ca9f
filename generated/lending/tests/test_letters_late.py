"""Made by Holo: what is asked of `lending.letters.late`."""

from __future__ import annotations

from copy import deepcopy
from datetime import date

import pytest

from lending.letters.late import late
from lending.letters.overdue import overdue
from lending.types import Loan, Member

CASES = [
    ([Loan(319, "aaaab", date(2024, 2, 29), 2)], "aaaab", date(2026, 3, 1)),
    (
        [
            Loan(2, "b", date(2026, 1, 2)),
            Loan(1, "a", date(2026, 1, 1), 1),
            Loan(1, "a", date(2026, 1, 1), 1),
        ],
        "a",
        date(2026, 2, 1),
    ),
    ([Loan(1, "a", date(2026, 1, 1), 1)], "a", date(2026, 1, 1)),
    (
        [Loan(2, "16348967", date(1, 1, 13), 2), Loan(2, "16348967", date(2034, 7, 13), 1)],
        "16348967",
        date(2034, 7, 13),
    ),
    (
        [
            Loan(1, ".A\t.λ🎲z", date(2025, 12, 17), 1),
            Loan(1, ".A\t.λ🎲z", date(2025, 12, 17)),
            Loan(1, ".A\t.λ🎲z", date(2024, 12, 17)),
            Loan(1, ".A\t.λ🎲z", date(2025, 12, 17), 2),
            Loan(1, ".A\t.λ🎲z", date(2025, 12, 17)),
        ],
        ".A\t.λ🎲z",
        date(2036, 12, 13),
    ),
    ([], "b", date(2026, 1, 2)),
    (
        [
            Loan(2, "86841269611611620766", date(2031, 4, 4), 2),
            Loan(2, "86841269611611620766", date(2025, 11, 24)),
            Loan(2, "86841269611611620767", date(2031, 4, 4), 2),
        ],
        "86841269611611620766",
        date(2031, 4, 4),
    ),
    (
        [
            Loan(544849, 'z\t_"٣z🎲z\n.', date(1, 1, 2), 1),
            Loan(544849, 'z\t_"٣z🎲z\n.', date(2025, 12, 31), 1),
            Loan(544849, 'z\t_"٣z🎲z\n.', date(1, 1, 2), 1),
        ],
        'z\t_"٣z🎲z\n.',
        date(2026, 1, 1),
    ),
    ([Loan(1, "a", date(2026, 1, 1), 1), Loan(2, "b", date(2026, 1, 2))], "ab", date(2025, 12, 31)),
    (
        [Loan(7, "b", date(2025, 4, 10)), Loan(7, "🎲²z²'\n0\"", date(2025, 4, 11))],
        "b",
        date(2025, 4, 11),
    ),
    (
        [Loan(2, " A\"🎲é漢',", date(2018, 10, 27)), Loan(2, " A\"🎲é漢',", date(2018, 10, 27))],
        " A\"🎲é漢',",
        date(2024, 2, 29),
    ),
    ([Loan(2, "b", date(2026, 1, 2))], "A", date(2024, 2, 29)),
    (
        [
            Loan(1, '"_λλ٣²\'b漢A"\n0', date(2024, 8, 18)),
            Loan(1, '"_λλ٣²\'b漢A"\n0', date(2036, 3, 25)),
        ],
        '"_λλ٣²\'b漢A"\n0',
        date(2026, 1, 2),
    ),
    (
        [
            Loan(161496, "58582684", date(2026, 4, 30), 2),
            Loan(161496, "58582684", date(2025, 12, 24)),
            Loan(74527659767720944, "漢z\n", date(2036, 10, 15), 2),
            Loan(3, "漢z\n", date(2036, 10, 15), 2),
        ],
        "58582684",
        date(2036, 10, 15),
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
    (
        [
            Loan(7, "ab", date(2027, 2, 3), 1),
            Loan(560435, "ab", date(2025, 12, 30), 2),
            Loan(8, "ab", date(2027, 2, 3), 1),
            Loan(560435, "ab", date(2027, 2, 3), 2),
        ],
        "ab",
        date(2027, 2, 3),
    ),
    (
        [
            Loan(982, "bbbaabaa", date(2032, 4, 5)),
            Loan(982, "bbbaabaa", date(2032, 4, 5), 1),
            Loan(982, "bbbaabaa", date(2032, 2, 29)),
            Loan(982, "bbbaabaa", date(2024, 12, 19)),
            Loan(982, "bbbaabaa", date(2032, 4, 5)),
        ],
        "bbbaabaa",
        date(2032, 4, 5),
    ),
    ([Loan(1, "a", date(2026, 1, 1), 1)], "A", date(2024, 2, 29)),
    (
        [
            Loan(13, "b\n", date(2026, 1, 23)),
            Loan(13, "b\n", date(2015, 9, 28)),
            Loan(13, "b", date(2020, 12, 31)),
        ],
        "b",
        date(2021, 1, 1),
    ),
    (
        [
            Loan(148, "aababbbbaaababbbbb", date(2026, 1, 31), 1),
            Loan(2, "aababbbbaaababbbbb", date(7498, 9, 23), 1),
            Loan(149, "aababbbbaaababbbbb", date(2025, 12, 14), 1),
        ],
        "aababbbbaaababbbbb",
        date(7498, 9, 22),
    ),
    ([], "a", date(2026, 2, 1)),
    (
        [
            Loan(360, "a", date(2026, 1, 4), 1),
            Loan(1, "a", date(2026, 1, 3), 2),
            Loan(360, "a", date(2026, 1, 4), 1),
            Loan(568403338518, "a", date(2026, 1, 4)),
        ],
        "a",
        date(2026, 1, 4),
    ),
    (
        [
            Loan(982, "bbbaabaa", date(2032, 4, 5)),
            Loan(982, "bbbaabaa", date(2032, 4, 5), 1),
            Loan(982, "bbbaabaa", date(2032, 2, 29)),
            Loan(982, "bbbaabaa", date(2024, 12, 19)),
            Loan(982, "bbbaabaa", date(2032, 4, 5)),
        ],
        "bbbaabaa",
        date(2033, 4, 5),
    ),
    ([Loan(1, "a", date(2026, 1, 1), 1), Loan(2, "b", date(2026, 1, 2))], "b", date(2026, 1, 1)),
    (
        [
            Loan(7, "ab", date(2027, 2, 3), 1),
            Loan(560435, "ab", date(2025, 12, 30), 2),
            Loan(8, "ab", date(2027, 2, 3), 1),
            Loan(560435, "ab", date(2027, 2, 3), 2),
        ],
        "ab",
        date(2026, 4, 30),
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
