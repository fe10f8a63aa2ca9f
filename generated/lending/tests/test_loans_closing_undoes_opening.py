"""Made by Holo: what is asked of `lending.loans.closing_undoes_opening`."""

from __future__ import annotations

from datetime import date

import pytest

from lending.loans.close_loan import close_loan
from lending.loans.count_loans import count_loans
from lending.loans.open_loan import open_loan
from lending.types import MAX_LOANS, CopyId, Day, Loan, Member

CASES = [
    ([], 2, "b", date(2026, 1, 2)),
    (
        [Loan(1, "a", date(2026, 1, 1), 1), Loan(2, "b", date(2026, 1, 2))],
        3,
        "ab",
        date(2025, 12, 31),
    ),
    ([Loan(2, "b", date(2026, 1, 2))], 10, "A", date(2024, 2, 29)),
    ([Loan(1, "a", date(2026, 1, 1), 1)], 10, "a", date(2026, 2, 1)),
    ([], 1, "b", date(2026, 1, 1)),
    ([Loan(2, "b", date(2026, 1, 2))], 3, "A", date(2025, 12, 31)),
    (
        [Loan(1, "a", date(2026, 1, 1), 1), Loan(2, "b", date(2026, 1, 2))],
        5,
        "ab",
        date(2025, 12, 31),
    ),
    ([Loan(2, "b", date(2026, 1, 2))], 4, "A", date(2024, 2, 29)),
    (
        [
            Loan(2, "b", date(2026, 1, 2)),
            Loan(1, "a", date(2026, 1, 1), 1),
            Loan(1, "a", date(2026, 1, 1), 1),
        ],
        6,
        "a",
        date(2026, 2, 1),
    ),
    ([Loan(1, "a", date(2026, 1, 1), 1)], 10, "ab", date(2026, 1, 2)),
    ([], 2, "b", date(2026, 1, 1)),
    (
        [Loan(1, "a", date(2026, 1, 1), 1), Loan(2, "b", date(2026, 1, 2))],
        5,
        "ab",
        date(2026, 1, 2),
    ),
    ([Loan(2, "b", date(2026, 1, 2))], 4, "A", date(2025, 12, 31)),
    (
        [
            Loan(11664, "bbb", date(2027, 2, 28), 2),
            Loan(11664, "bbb", date(2025, 12, 31), 2),
            Loan(11663, "bbb", date(2025, 12, 31), 2),
            Loan(11664, "bbb", date(2025, 12, 31), 1),
        ],
        108,
        "bbb",
        date(2027, 3, 23),
    ),
    (
        [
            Loan(12, ",\nßbé", date(2026, 11, 26), 1),
            Loan(12, ",\nßbéa", date(2026, 11, 26), 1),
            Loan(1073741825, ",\nßbé", date(2026, 11, 26), 1),
            Loan(12, ",\nßbéa", date(2026, 2, 28), 1),
        ],
        1,
        "'-\t\t_٣²",
        date(2025, 3, 1),
    ),
    (
        [
            Loan(201892, "bbababbab", date(2027, 7, 23), 1),
            Loan(141, "bababbabbabababbbababbab", date(2015, 1, 31), 1),
        ],
        6,
        "bababbabbabababbbababbab",
        date(2026, 2, 8),
    ),
    (
        [Loan(524290, "10 0 1", date(2026, 1, 2)), Loan(35, "10 0 1a", date(2025, 12, 19))],
        524289,
        "10 0 1",
        date(2026, 1, 2),
    ),
    (
        [Loan(7, "9 0 2", date(2025, 11, 27), 2), Loan(7, "9 0 2", date(2025, 11, 23), 2)],
        22,
        "9 0 2",
        date(2025, 4, 30),
    ),
    (
        [
            Loan(5, " 84 100 2", date(2025, 11, 25), 1),
            Loan(555918, "7", date(2025, 11, 25), 1),
            Loan(286398875122, " 84 100 2", date(5772, 10, 7), 1),
            Loan(286398875121, " 84 100 2", date(5772, 10, 7), 1),
        ],
        12,
        " 84 100 2",
        date(2025, 11, 25),
    ),
    (
        [
            Loan(7, "'", date(2025, 12, 12), 1),
            Loan(7, "²bé", date(2025, 11, 26), 1),
            Loan(7, "'", date(2025, 12, 12), 1),
            Loan(7, "380710093", date(2026, 12, 12), 1),
        ],
        6,
        "²bé,0 λ",
        date(2025, 12, 12),
    ),
    (
        [Loan(4, "7", date(2025, 12, 8), 1), Loan(4, "7", date(2025, 12, 8), 1)],
        5,
        "7",
        date(2025, 12, 8),
    ),
    (
        [
            Loan(12, "a", date(2026, 2, 5), 1),
            Loan(13, "1", date(2026, 8, 20), 2),
            Loan(12, "1", date(2026, 1, 2)),
            Loan(1, "1", date(2026, 1, 1), 1),
        ],
        2,
        "a",
        date(2026, 2, 5),
    ),
    ([], 1, " 9 1 1", date(2031, 2, 5)),
    (
        [Loan(15, "A", date(2028, 6, 22), 1), Loan(15, "Aa", date(2028, 6, 22), 1)],
        58,
        "a",
        date(2028, 6, 22),
    ),
    (
        [
            Loan(990517805713, "²²", date(2026, 1, 31), 1),
            Loan(792337299393, "z.\\_\n²", date(2030, 12, 31), 2),
            Loan(37, "_", date(2026, 1, 2), 1),
            Loan(2, "1 9 934", date(2030, 12, 31), 2),
        ],
        5,
        "²",
        date(2026, 1, 2),
    ),
]


@pytest.mark.parametrize(("loans", "copy", "member", "today"), CASES)
def test_law(loans: list[Loan], copy: CopyId, member: Member, today: Day) -> None:
    """A copy that is lent and given back leaves no trace."""
    if not (all(loan.copy != copy for loan in loans)):
        return
    if not (count_loans(loans, member) < MAX_LOANS):
        return
    assert close_loan(open_loan(loans, copy, member, today), copy) == loans
