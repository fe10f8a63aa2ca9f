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
    (Loan(101, "A🎲_λ²🎲", date(7855, 8, 11), 2), date(7855, 8, 11)),
    (Loan(9, "baaaab", date(2025, 12, 29), 1), date(2026, 1, 1)),
    (Loan(1, "babb", date(2025, 12, 29)), date(2025, 11, 26)),
    (Loan(1, "'b", date(2026, 3, 23), 1), date(2026, 3, 23)),
    (
        Loan(
            319, "9²,0--9²,0--9²,0--9²,0--9²,0--9²,0--9²,0--9²,0--9²,0--9²,0--", date(2036, 9, 16)
        ),
        date(2026, 1, 4),
    ),
    (
        Loan(
            4,
            "'A_z\tß\t\téAz_'A_z\tß\t\téAz_'A_z\tß\t\téAz_'A_z\tß\t\téAz_'A_z\tß\t\téAz_'A_z\tß\t\téAz_'A_z\tß\t\téAz_'A_z\tß\t\téAz_'A_z\tß\t\téAz_'A_z\tß\t\téAz_'A_z\tß\t\téAz_'A_z\tß\t\téAz_'A_z\tß",
            date(2025, 12, 31),
            2,
        ),
        date(2024, 2, 29),
    ),
    (
        Loan(
            19, r"λ\\ λ\\ λ\\ λ\\ λ\\ λ\\ λ\\ λ\\ λ\\ λ\\ λ\\ λ\\ λ\\ λ\\ λ\\ ", date(2025, 12, 1)
        ),
        date(2025, 12, 1),
    ),
    (Loan(443588, "1 0 10 2", date(2026, 2, 28), 1), date(6234, 5, 31)),
    (Loan(2, " ßb ", date(2025, 12, 30)), date(2367, 10, 31)),
    (Loan(240, "46", date(2025, 12, 22)), date(2026, 1, 2)),
    (Loan(1, "9795194", date(2026, 1, 3), 1), date(2025, 11, 22)),
    (Loan(40, "1 12", date(2025, 12, 29), 1), date(1178, 12, 30)),
    (Loan(1, "abbbab", date(2024, 2, 29), 1), date(2024, 2, 29)),
    (Loan(11, ".A\t", date(2025, 3, 1), 1), date(2025, 3, 1)),
    (Loan(643, "漢", date(2026, 1, 2), 2), date(2026, 1, 2)),
]


@pytest.mark.parametrize(("loan", "day"), CASES)
def test_law(loan: Loan, day: Day) -> None:
    """A day later never costs less."""
    assert fine(loan, day) <= fine(loan, day + timedelta(days=1))
