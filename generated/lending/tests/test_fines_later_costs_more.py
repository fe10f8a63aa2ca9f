"""Made by Holo: what is asked of `lending.fines.later_costs_more`."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from lending.fines.fine import fine
from lending.types import Day, Loan

CASES = [
    (Loan(1, "a", date(2026, 1, 1), 1), date(2026, 1, 1)),
    (Loan(2, "b", date(2026, 1, 2)), date(2026, 1, 2)),
    (Loan(3, "ab", date(2025, 12, 31), 2), date(2025, 12, 31)),
    (Loan(2, "ab", date(2026, 1, 2), 1), date(2024, 2, 29)),
    (Loan(3, "A", date(2025, 12, 31)), date(2026, 2, 1)),
    (Loan(10, "a", date(2024, 2, 29), 2), date(2026, 1, 1)),
    (Loan(1, "a", date(2026, 1, 1), 1), date(2025, 12, 31)),
    (Loan(2, "b", date(2026, 1, 2)), date(2024, 2, 29)),
    (Loan(3, "ab", date(2025, 12, 31), 2), date(2026, 2, 1)),
    (Loan(2, "ab", date(2026, 1, 2), 1), date(2026, 1, 1)),
    (Loan(1, "593824219", date(2028, 7, 19), 1), date(2028, 7, 19)),
    (Loan(201923771561, "abbaba", date(2026, 6, 6), 2), date(2, 4, 1)),
    (Loan(19, " ٣zzb ²λ", date(2036, 4, 17), 2), date(2026, 12, 31)),
    (Loan(2, "漢\tλ🎲٣ a", date(2025, 12, 29), 1), date(2026, 4, 30)),
    (Loan(1, r"é\漢0²٣", date(2018, 8, 7), 1), date(2026, 2, 2)),
    (Loan(2, "ab", date(2025, 11, 22), 2), date(2026, 1, 1)),
    (Loan(8, "6650", date(2026, 5, 22), 1), date(2026, 2, 28)),
    (Loan(20, "bbbaabb", date(2026, 1, 4)), date(2026, 1, 5)),
    (Loan(755108201836, "9", date(2016, 7, 11)), date(2016, 7, 11)),
    (Loan(21, "31764303921376", date(2015, 1, 22), 1), date(2024, 12, 6)),
    (Loan(736, " ßb -zb", date(2033, 4, 30), 2), date(2033, 4, 30)),
    (Loan(69494301603197042, "aaaabbbabbbb", date(2025, 12, 22)), date(2026, 3, 1)),
    (Loan(1, r"\A", date(2026, 12, 24), 1), date(2172, 11, 13)),
    (Loan(3, "aaabbaabbaabaaba", date(2026, 1, 3), 1), date(2026, 1, 3)),
    (Loan(2, "2717542", date(2025, 12, 31)), date(2025, 12, 30)),
]


@pytest.mark.parametrize(("loan", "day"), CASES)
def test_law(loan: Loan, day: Day) -> None:
    """A day later never costs less."""
    assert fine(loan, day) <= fine(loan, day + timedelta(days=1))
