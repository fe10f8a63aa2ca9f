"""Made by Holo: what is asked of `lending.letters.due_on`."""

from __future__ import annotations

from copy import deepcopy
from datetime import date

import pytest

from lending.letters.due_on import due_on
from lending.types import Loan

CASES = [
    ([Loan(3, "a", date(2030, 3, 16), 2), Loan(3, "a", date(2030, 3, 16), 2)], date(2030, 3, 16)),
    ([Loan(1, "a", date(2026, 1, 1), 1)], date(2026, 1, 1)),
    ([], date(2026, 1, 2)),
    (
        [Loan(1, "🎲b", date(2025, 4, 30), 1), Loan(1, "🎲b", date(2025, 4, 30), 1)],
        date(2025, 4, 30),
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
    ),
    ([Loan(1, "a", date(2026, 1, 1), 1), Loan(2, "b", date(2026, 1, 2))], date(2025, 12, 31)),
    ([Loan(1, '"٣', date(2027, 2, 28), 1), Loan(1, '"٣', date(2027, 2, 28), 1)], date(2027, 2, 28)),
    (
        [Loan(48, "a90", date(2027, 2, 2), 1), Loan(48, "022", date(9999, 8, 26), 1)],
        date(9999, 8, 26),
    ),
    ([Loan(2, "b", date(2026, 1, 2))], date(2024, 2, 29)),
    (
        [
            Loan(794636346561, "bb", date(2025, 11, 26), 2),
            Loan(794636346561, "bb", date(2025, 11, 26), 2),
            Loan(794636346561, r"é🎲, .a\a", date(2026, 2, 10), 1),
            Loan(794636346561, r"é🎲, .a\a", date(2026, 2, 10), 1),
        ],
        date(2025, 11, 26),
    ),
    (
        [
            Loan(69033, "abaabb", date(2027, 2, 28), 2),
            Loan(69033, "abaabb", date(2026, 1, 27), 2),
            Loan(10, "abaabb", date(2025, 5, 16)),
        ],
        date(2025, 5, 16),
    ),
    (
        [
            Loan(2, "b", date(2026, 1, 2)),
            Loan(1, "a", date(2026, 1, 1), 1),
            Loan(1, "a", date(2026, 1, 1), 1),
        ],
        date(2026, 2, 1),
    ),
    (
        [
            Loan(2, "669532583861", date(2027, 2, 5), 2),
            Loan(2, "669532583861", date(2027, 2, 5), 2),
        ],
        date(2027, 2, 5),
    ),
    (
        [
            Loan(11, "40811551702840065", date(2026, 1, 2), 1),
            Loan(2, "40811551702840065", date(2026, 1, 3), 1),
        ],
        date(2026, 1, 3),
    ),
    ([Loan(1, "a", date(2026, 1, 1), 1)], date(2025, 12, 31)),
    (
        [
            Loan(896, "aab", date(2026, 2, 7)),
            Loan(896, "aab", date(2026, 2, 7)),
            Loan(896, "aab", date(2026, 2, 7)),
            Loan(896, "7417", date(2026, 2, 7)),
            Loan(896, "7417", date(2026, 2, 7), 1),
        ],
        date(2026, 2, 7),
    ),
    (
        [Loan(568, "58582684", date(2025, 11, 26)), Loan(1, "²", date(2025, 11, 25))],
        date(2025, 11, 25),
    ),
    ([], date(2024, 2, 29)),
    (
        [
            Loan(720778541755, "🎲a", date(2025, 12, 31), 1),
            Loan(720778541755, "🎲a", date(2025, 12, 31), 1),
            Loan(720778541755, "🎲a", date(2025, 12, 31), 1),
        ],
        date(2025, 12, 31),
    ),
    (
        [Loan(25472, "aabab", date(2026, 1, 1)), Loan(25472, "aabab", date(2025, 12, 30), 1)],
        date(2026, 1, 1),
    ),
    ([Loan(1, "a", date(2026, 1, 1), 1), Loan(2, "b", date(2026, 1, 2))], date(2026, 2, 1)),
    (
        [
            Loan(2, "_λ90 _'", date(2025, 11, 24), 2),
            Loan(8, " Aλ", date(2027, 2, 5)),
            Loan(8, "bbbbabba", date(2025, 11, 24), 1),
            Loan(12, "bbbabba", date(2026, 1, 8)),
        ],
        date(2025, 11, 24),
    ),
    (
        [
            Loan(2, '🎲b\n"_漢-_,λ\\\'²A"é', date(2025, 12, 31)),
            Loan(3, '🎲b\n"_漢-_,λ\\\'²A"é', date(9809, 3, 24)),
        ],
        date(2025, 12, 31),
    ),
    ([Loan(2, "b", date(2026, 1, 2))], date(2026, 1, 1)),
    (
        [
            Loan(3, "漢ß90a_", date(2025, 12, 31), 1),
            Loan(3, "漢ß90a_", date(2025, 12, 31), 1),
            Loan(3, "漢ß90a_", date(2025, 12, 31), 1),
        ],
        date(2025, 12, 31),
    ),
]


@pytest.mark.parametrize(("loans", "day"), CASES)
def test_contract(loans: list[Loan], day: date) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((loans, day))
    result = due_on(loans, day)
    assert type(result) is list
    assert all((type(_each) is int) and (_each > 0) for _each in result)
    assert result == (sorted(loan.copy for loan in loans if loan.due == day))
    assert (loans, day) == before
