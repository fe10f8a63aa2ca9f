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
            Loan(5, r"\é", date(2026, 1, 1), 1),
            Loan(5, "6650", date(2026, 2, 28), 1),
            Loan(5, "baa", date(2024, 2, 29), 2),
            Loan(5, r"\É", date(2012, 2, 29), 1),
            Loan(5, r"\É", date(2026, 2, 28), 2),
        ],
        1,
        r"\é",
        date(2026, 9, 6),
    ),
    (
        [
            Loan(86, "b", date(2026, 1, 31), 2),
            Loan(1, "b", date(2034, 7, 13)),
            Loan(1, "b", date(2025, 11, 23), 2),
            Loan(2, "a", date(2026, 1, 31), 2),
        ],
        4,
        "aab",
        date(2024, 2, 29),
    ),
    (
        [
            Loan(4, "'zλ٣.é", date(2015, 1, 22), 2),
            Loan(29, "'zλ٣.éa", date(2025, 4, 30), 2),
            Loan(3, "'zλ٣.", date(2035, 11, 26), 1),
            Loan(6, "'zλ٣.é", date(2015, 1, 22), 2),
            Loan(3, "'zλ٣.é", date(2026, 1, 2), 1),
        ],
        2,
        "'zλ٣.é",
        date(2024, 12, 5),
    ),
    (
        [
            Loan(1, "771", date(2025, 12, 30), 1),
            Loan(1, "771", date(2025, 12, 31), 1),
            Loan(842336690806, "771", date(2024, 2, 29), 1),
            Loan(1, "771", date(2025, 2, 28), 1),
        ],
        95519909480,
        "771",
        date(2025, 12, 30),
    ),
    (
        [
            Loan(13, "漢,", date(2027, 2, 4), 1),
            Loan(5, "漢,", date(2026, 1, 1)),
            Loan(5, "漢,", date(2027, 1, 1), 2),
            Loan(5, "漢,", date(2027, 2, 4), 1),
        ],
        749541633711,
        "漢,",
        date(2036, 12, 6),
    ),
    ([Loan(800, "🎲", date(2017, 6, 10), 1)], 799, "🎲", date(2017, 6, 10)),
    ([Loan(4, "8", date(2025, 3, 1))], 5, "8", date(2025, 3, 1)),
    (
        [
            Loan(908, "²🎲0\n baA", date(2025, 6, 28), 1),
            Loan(908, "²🎲0\n baA", date(2015, 3, 17), 1),
            Loan(5, "²🎲0\n baA", date(2015, 3, 17), 1),
        ],
        2,
        "²🎲0\n baA",
        date(2015, 3, 17),
    ),
    (
        [
            Loan(205, "a", date(2025, 1, 23), 1),
            Loan(6, r"\\z", date(2026, 2, 8)),
            Loan(6, "a", date(2026, 2, 8)),
            Loan(647684, r"-\🎲,λ9abbz-'٣🎲-٣٣Aß", date(2022, 8, 20), 1),
        ],
        1,
        "a",
        date(2026, 2, 8),
    ),
    (
        [
            Loan(8, "6783", date(2026, 7, 19)),
            Loan(4, "6783", date(2027, 2, 2)),
            Loan(8, "6783", date(2026, 7, 19)),
        ],
        2,
        "6783",
        date(2027, 2, 2),
    ),
    (
        [Loan(2, "-\n", date(2025, 2, 28), 2), Loan(7, "-\n", date(2025, 12, 30))],
        6,
        "-\n",
        date(2026, 1, 5),
    ),
    (
        [
            Loan(688564, "710a", date(2026, 1, 11), 1),
            Loan(688564, "710a", date(2026, 2, 28), 1),
            Loan(688564, "710a", date(2026, 1, 11), 1),
        ],
        84,
        "710",
        date(2026, 1, 4),
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
