"""Made by Holo: what is asked of `lending.letters.due_on`."""

from __future__ import annotations

from copy import deepcopy
from datetime import date

import pytest

from lending.letters.due_on import due_on
from lending.types import Loan

CASES = [
    (
        [
            Loan(982229481711, "zé٣éé.ß\t", date(2025, 12, 17), 2),
            Loan(269476, "é٣éé.ß\t", date(2025, 12, 17), 1),
            Loan(1, "é٣éé.ß\t", date(2025, 12, 3), 2),
            Loan(982229481711, "é٣éé.ß\t", date(2025, 12, 3), 2),
        ],
        date(2025, 12, 3),
    ),
    ([Loan(1, "a", date(2026, 1, 1), 1)], date(2026, 1, 1)),
    ([], date(2026, 1, 2)),
    (
        [
            Loan(1, "41743441", date(2025, 7, 3)),
            Loan(1, "4174344141743441", date(2025, 7, 3), 1),
            Loan(1, "17434", date(2025, 7, 2), 1),
            Loan(1, "4417434411", date(2025, 7, 3), 1),
        ],
        date(2025, 7, 3),
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
    (
        [
            Loan(1, "290", date(2022, 3, 1), 1),
            Loan(1, "290", date(2022, 3, 1), 1),
            Loan(1, "290", date(2022, 3, 1), 1),
            Loan(1, "290", date(2022, 3, 1), 1),
        ],
        date(2022, 3, 1),
    ),
    (
        [
            Loan(727, '",ab', date(2026, 1, 1), 1),
            Loan(727, '",abbbbbbbb', date(2026, 1, 22)),
            Loan(1, "ab", date(2026, 1, 2)),
            Loan(727, '",abbbbbbbb', date(2026, 12, 31)),
        ],
        date(2026, 1, 1),
    ),
    ([Loan(2, "b", date(2026, 1, 2))], date(2024, 2, 29)),
    (
        [Loan(1, "141 16 ", date(2026, 1, 4), 1), Loan(1, "141 16", date(2026, 1, 4), 1)],
        date(2026, 1, 4),
    ),
    ([Loan(1, " 9 1", date(2026, 1, 29), 2)], date(2026, 1, 29)),
    (
        [
            Loan(2, "b", date(2026, 1, 2)),
            Loan(1, "a", date(2026, 1, 1), 1),
            Loan(1, "a", date(2026, 1, 1), 1),
        ],
        date(2026, 2, 1),
    ),
    (
        [Loan(6, '\t"ba"λ ', date(1, 3, 24), 2), Loan(6, '\t"ba"λ ', date(1, 3, 24), 2)],
        date(1, 3, 24),
    ),
    (
        [
            Loan(2, ".", date(2026, 12, 31), 2),
            Loan(2, "4 1065899082173 77676695122650424", date(2026, 2, 7), 2),
            Loan(2, ".", date(2026, 12, 31), 2),
        ],
        date(2026, 2, 7),
    ),
    ([Loan(1, "a", date(2026, 1, 1), 1)], date(2025, 12, 31)),
    ([Loan(2, "ß", date(9878, 3, 15)), Loan(2, "ß", date(9878, 3, 15), 1)], date(9878, 3, 15)),
    (
        [
            Loan(249646, "_0bé٣.,\t_-\nab٣A", date(2026, 1, 2), 1),
            Loan(249646, "_0bé", date(2022, 3, 13), 1),
        ],
        date(2026, 1, 2),
    ),
    ([], date(2024, 2, 29)),
    (
        [
            Loan(1, "5 21 ", date(2036, 12, 6), 1),
            Loan(1, "5 21 ", date(2022, 8, 16), 1),
            Loan(1, "5 21 ", date(2022, 8, 16), 1),
            Loan(2, "5 21 ", date(2015, 1, 28)),
        ],
        date(2022, 8, 16),
    ),
    (
        [
            Loan(11, "aab", date(2029, 11, 2)),
            Loan(11, "'", date(2026, 7, 19)),
            Loan(10, "'", date(2026, 7, 19)),
        ],
        date(2029, 11, 2),
    ),
    ([Loan(1, "a", date(2026, 1, 1), 1), Loan(2, "b", date(2026, 1, 2))], date(2026, 2, 1)),
    (
        [
            Loan(747451783193, "٣ 漢", date(2036, 9, 29), 1),
            Loan(92, "٣", date(2025, 12, 29)),
            Loan(2097152, "33646651430394488 a", date(2036, 9, 29), 1),
        ],
        date(2036, 9, 29),
    ),
    (
        [
            Loan(1, ",a٣'ß-_\nb\"'\\09\tA", date(2026, 6, 22), 1),
            Loan(1, "0", date(2025, 12, 3), 2),
            Loan(1, ",a٣'ß-_\nb\"'\\09\tA", date(2026, 6, 22), 1),
        ],
        date(2025, 12, 3),
    ),
    ([Loan(2, "b", date(2026, 1, 2))], date(2026, 1, 1)),
    (
        [
            Loan(4294967296, "2 12", date(2015, 2, 28), 2),
            Loan(4294967296, "2 12", date(2015, 2, 28), 2),
            Loan(4294967296, "2 12", date(2015, 2, 28), 2),
            Loan(4294967296, "2 12", date(2015, 2, 28), 2),
        ],
        date(2015, 2, 28),
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
