"""Made by Holo: what is asked of `lending.letters.to_write`."""

from __future__ import annotations

from copy import deepcopy
from datetime import date

import pytest

from lending.letters.members import members
from lending.letters.overdue import overdue
from lending.letters.to_write import to_write
from lending.types import Loan

CASES = [
    (
        [
            Loan(2, "b", date(2026, 1, 2)),
            Loan(1, "a", date(2026, 1, 1), 1),
            Loan(1, "a", date(2026, 1, 1), 1),
        ],
        date(2026, 2, 1),
    ),
    (
        [Loan(48, "a90", date(2027, 2, 2), 1), Loan(48, "022", date(9999, 8, 26), 1)],
        date(9999, 8, 26),
    ),
    ([Loan(1, "a", date(2026, 1, 1), 1)], date(2026, 1, 1)),
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
    (
        [
            Loan(2, r"\é", date(2024, 2, 29), 2),
            Loan(2, r"\é", date(2026, 1, 14), 2),
            Loan(2, r"\é", date(2024, 2, 29), 2),
            Loan(1, r"\é", date(2026, 1, 3)),
        ],
        date(2025, 4, 30),
    ),
    ([], date(2026, 1, 2)),
    ([Loan(1, "a", date(2026, 1, 1), 1), Loan(2, "b", date(2026, 1, 2))], date(2026, 2, 1)),
    (
        [
            Loan(7, "30", date(2025, 2, 27), 1),
            Loan(7, "30", date(2025, 2, 27)),
            Loan(7, "30", date(2025, 2, 27), 1),
            Loan(7, "30", date(2025, 2, 27)),
            Loan(7, "30", date(2025, 2, 26)),
        ],
        date(2025, 2, 28),
    ),
    ([Loan(1, "a", date(2026, 1, 1), 1), Loan(2, "b", date(2026, 1, 2))], date(2025, 12, 31)),
    (
        [
            Loan(46, "ß", date(2026, 12, 16), 1),
            Loan(46, " ß", date(2026, 12, 16), 1),
            Loan(46, "ß", date(2026, 12, 16), 1),
            Loan(46, "ß", date(2026, 12, 16), 1),
            Loan(396, "3", date(2025, 12, 11), 1),
        ],
        date(2026, 12, 17),
    ),
    (
        [
            Loan(3, "²", date(2024, 2, 29)),
            Loan(2, "²", date(2024, 2, 29)),
            Loan(1, "²", date(2024, 2, 29)),
            Loan(3, "²", date(2024, 2, 29)),
        ],
        date(2025, 11, 22),
    ),
    ([Loan(2, "b", date(2026, 1, 2))], date(2024, 2, 29)),
    (
        [
            Loan(25238103101, "82", date(2026, 1, 2), 2),
            Loan(25238103101, "82", date(2026, 1, 2), 2),
            Loan(2, "82", date(2036, 12, 4), 2),
            Loan(652570, " 82", date(2024, 11, 28), 1),
        ],
        date(2027, 1, 30),
    ),
    (
        [Loan(453, "aabbaaaa", date(2025, 1, 5), 2), Loan(453, "aabbaaaa", date(2025, 1, 4), 2)],
        date(2026, 2, 6),
    ),
    ([Loan(1, "a", date(2026, 1, 1), 1)], date(2025, 12, 31)),
    ([Loan(1, "a", date(2026, 1, 1), 1), Loan(2, "b", date(2026, 1, 2))], date(2026, 2, 2)),
    (
        [
            Loan(11, "40811551702840065", date(2026, 1, 2), 1),
            Loan(2, "40811551702840065", date(2026, 1, 3), 1),
        ],
        date(2026, 1, 3),
    ),
    ([], date(2024, 2, 29)),
    (
        [
            Loan(794636346561, "bb", date(2025, 11, 26), 2),
            Loan(794636346561, "bb", date(2025, 11, 26), 2),
            Loan(794636346561, r"é🎲, .a\a", date(2026, 2, 10), 1),
            Loan(794636346561, r"é🎲, .a\a", date(2026, 2, 10), 1),
        ],
        date(2027, 1, 24),
    ),
    (
        [
            Loan(1, '"', date(9999, 11, 3), 1),
            Loan(1, '"', date(2019, 1, 7), 2),
            Loan(1, '"', date(9999, 11, 3), 1),
        ],
        date(2020, 2, 29),
    ),
    ([Loan(2, "b", date(2026, 1, 2))], date(2026, 1, 1)),
    (
        [
            Loan(2, "_λ90 _'", date(2025, 11, 24), 2),
            Loan(8, " Aλ", date(2027, 2, 5)),
            Loan(8, "bbbbabba", date(2025, 11, 24), 1),
            Loan(12, "bbbabba", date(2026, 1, 8)),
        ],
        date(9885, 8, 13),
    ),
    (
        [
            Loan(3, "'漢b\n \t", date(2024, 12, 10)),
            Loan(3, "'漢b\n \t", date(2024, 12, 10)),
            Loan(3, "'漢b\n \t", date(2024, 12, 10)),
        ],
        date(2026, 1, 19),
    ),
    ([Loan(3, "a", date(2030, 3, 16), 2), Loan(3, "a", date(2030, 3, 16), 2)], date(2030, 3, 16)),
    ([Loan(1, "a", date(2026, 1, 1), 1), Loan(2, "b", date(2026, 1, 2))], date(2026, 1, 21)),
]


@pytest.mark.parametrize(("loans", "today"), CASES)
def test_contract(loans: list[Loan], today: date) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((loans, today))
    result = to_write(loans, today)
    assert type(result) is list
    assert all((type(_each) is str) and (_each.strip() != "") for _each in result)
    assert result == (members(overdue(loans, today)))
    assert (loans, today) == before
