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
        [
            Loan(8, "🎲\t²ß🎲\t²ß🎲\t²ß🎲\t²ß🎲\t²ß🎲\t²ß", date(2025, 8, 27), 1),
            Loan(8, "🎲\t²ß🎲\t²ß🎲\t²ß🎲\t²ß🎲\t²ß🎲\t²ß", date(2035, 9, 14), 1),
            Loan(8, "🎲\t²ß🎲\t²ß🎲\t²ß🎲\t²ß🎲\t²ß🎲\t²ß", date(2025, 8, 27), 1),
        ],
        date(2026, 2, 4),
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
    ([Loan(45783590494097091, "abbbb", date(2031, 1, 1))], date(2036, 12, 7)),
    ([], date(2026, 1, 2)),
    ([Loan(1, "a", date(2026, 1, 1), 1), Loan(2, "b", date(2026, 1, 2))], date(2026, 2, 1)),
    (
        [
            Loan(1, "41743441", date(2025, 7, 3)),
            Loan(1, "4174344141743441", date(2025, 7, 3), 1),
            Loan(1, "17434", date(2025, 7, 2), 1),
            Loan(1, "4417434411", date(2025, 7, 3), 1),
        ],
        date(2025, 7, 3),
    ),
    ([Loan(1, "a", date(2026, 1, 1), 1), Loan(2, "b", date(2026, 1, 2))], date(2025, 12, 31)),
    (
        [
            Loan(298309, '"', date(2026, 1, 4), 1),
            Loan(298308, '"', date(2026, 1, 4), 1),
            Loan(2983090, '"', date(2027, 2, 1), 1),
            Loan(298308, '""', date(2026, 1, 4), 1),
        ],
        date(2027, 2, 1),
    ),
    (
        [Loan(32769, " 10 9 10", date(2026, 1, 20)), Loan(32770, " 10 9 10", date(2015, 2, 21))],
        date(2036, 11, 11),
    ),
    ([Loan(2, "b", date(2026, 1, 2))], date(2024, 2, 29)),
    (
        [
            Loan(982229481711, "zé٣éé.ß\t", date(2025, 12, 17), 2),
            Loan(269476, "é٣éé.ß\t", date(2025, 12, 17), 1),
            Loan(1, "é٣éé.ß\t", date(2025, 12, 3), 2),
            Loan(982229481711, "é٣éé.ß\t", date(2025, 12, 3), 2),
        ],
        date(4037, 8, 28),
    ),
    ([Loan(16384, "abbbaa", date(2025, 12, 19), 2)], date(2036, 8, 30)),
    ([Loan(1, "a", date(2026, 1, 1), 1)], date(2025, 12, 31)),
    (
        [
            Loan(121, "b", date(2036, 8, 30)),
            Loan(46973450509602874, "b", date(2015, 1, 22), 2),
            Loan(1, "b²", date(2015, 1, 22)),
            Loan(421, "b²", date(2015, 1, 22), 2),
        ],
        date(2036, 8, 30),
    ),
    (
        [
            Loan(3, "ß", date(2026, 1, 3), 1),
            Loan(3, ",", date(2025, 1, 1), 1),
            Loan(3, "ß", date(2026, 1, 3), 1),
        ],
        date(2025, 1, 31),
    ),
    ([], date(2024, 2, 29)),
    (
        [
            Loan(2, ".", date(2026, 12, 31), 2),
            Loan(2, "4 1065899082173 77676695122650424", date(2026, 2, 7), 2),
            Loan(2, ".", date(2026, 12, 31), 2),
        ],
        date(6728, 12, 15),
    ),
    (
        [
            Loan(1, "5 21 ", date(2036, 12, 6), 1),
            Loan(1, "5 21 ", date(2022, 8, 16), 1),
            Loan(1, "5 21 ", date(2022, 8, 16), 1),
            Loan(2, "5 21 ", date(2015, 1, 28)),
        ],
        date(2022, 8, 16),
    ),
    ([Loan(2, "b", date(2026, 1, 2))], date(2026, 1, 1)),
    (
        [
            Loan(121, "b", date(2036, 8, 30)),
            Loan(46973450509602874, "b", date(2015, 1, 22), 2),
            Loan(1, "b²", date(2015, 1, 22)),
            Loan(421, "b²", date(2015, 1, 22), 2),
        ],
        date(2027, 2, 3),
    ),
    (
        [Loan(11, "ab", date(2026, 1, 4), 1), Loan(81, "ab", date(2025, 11, 25), 1)],
        date(7995, 11, 18),
    ),
    ([Loan(4, "ß", date(2024, 11, 30), 1), Loan(8196, "ß", date(2026, 2, 8))], date(2015, 1, 29)),
    (
        [
            Loan(727, '",ab', date(2026, 1, 1), 1),
            Loan(727, '",abbbbbbbba', date(2026, 1, 22)),
            Loan(1, "ab", date(2026, 1, 2)),
            Loan(727, '",abbbbbbbba', date(2026, 12, 31)),
        ],
        date(2026, 12, 31),
    ),
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
