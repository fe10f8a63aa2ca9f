"""Made by Holo: what is asked of `lending.letters.members`."""

from __future__ import annotations

from copy import deepcopy
from datetime import date

import pytest

from lending.letters.members import members
from lending.types import Loan


def test_example_1() -> None:
    """An example of the hologram."""
    assert members([Loan(7, "bob", date(2026, 1, 1)), Loan(8, "ada", date(2026, 1, 1))]) == [
        "ada",
        "bob",
    ]


CASES = [
    ([],),
    ([Loan(7, "bob", date(2026, 1, 1))],),
    ([Loan(7, "bob", date(2026, 1, 1)), Loan(8, "ada", date(2026, 1, 1))],),
    ([Loan(8, "ada", date(2026, 1, 1))],),
    (
        [
            Loan(7, "bob", date(2026, 1, 1)),
            Loan(8, "ada", date(2026, 1, 1)),
            Loan(8, "ada", date(2026, 1, 1)),
        ],
    ),
    ([Loan(1, "a", date(2026, 1, 1), 1)],),
    (
        [
            Loan(7, "bob", date(2026, 1, 1)),
            Loan(8, "ada", date(2026, 1, 1)),
            Loan(7, "bob", date(2026, 1, 1)),
        ],
    ),
    ([Loan(2, "b", date(2026, 1, 2))],),
    ([Loan(8, "ada", date(2026, 1, 1)), Loan(7, "bob", date(2026, 1, 1))],),
    ([Loan(7, "bob", date(2026, 4, 30)), Loan(7, "bob", date(1, 1, 13), 2)],),
    ([Loan(6, "bob", date(2026, 1, 1)), Loan(8, "ada", date(2026, 1, 1))],),
    (
        [
            Loan(6, "bo", date(2025, 11, 27), 1),
            Loan(90, "bo", date(2025, 11, 27), 1),
            Loan(6, "bo", date(2025, 12, 31), 1),
            Loan(90, "bo", date(2025, 11, 27)),
        ],
    ),
    (
        [
            Loan(7, "bob", date(2026, 1, 1)),
            Loan(8, "ada", date(2026, 1, 1)),
            Loan(6, "bob", date(2026, 1, 1)),
        ],
    ),
    (
        [
            Loan(7, "aa", date(2026, 2, 9), 1),
            Loan(7, "aa", date(2026, 2, 9), 1),
            Loan(7, "aa", date(2026, 2, 9), 2),
            Loan(7, "aa", date(2026, 2, 9), 1),
        ],
    ),
    ([Loan(7, "bo", date(2026, 1, 1)), Loan(8, "ada", date(2026, 1, 1))],),
    (
        [
            Loan(3, "babbabbbaababbabb", date(9999, 12, 26)),
            Loan(7, "babbabbbaababbabb", date(8942, 5, 7), 1),
            Loan(11, "babbabbbaababbabb", date(8942, 5, 7), 1),
        ],
    ),
    (
        [
            Loan(7, "bob", date(2026, 1, 1)),
            Loan(8, "ada", date(2026, 1, 1)),
            Loan(7, "bo", date(2026, 1, 1)),
        ],
    ),
    (
        [
            Loan(351, "adaa", date(2036, 12, 2)),
            Loan(351, "adaa", date(2037, 12, 2), 2),
            Loan(7, "adaa", date(2036, 12, 2), 1),
        ],
    ),
    ([Loan(7, "bob", date(2025, 12, 31)), Loan(8, "ada", date(2026, 1, 1))],),
    (
        [
            Loan(83974363217770064, "bbab", date(2025, 12, 31)),
            Loan(624599, "bbab", date(2026, 1, 2), 2),
            Loan(624599, "bbab", date(2017, 8, 7), 2),
        ],
    ),
    (
        [
            Loan(7, "bob", date(2026, 1, 1)),
            Loan(8, "ada", date(2026, 1, 1)),
            Loan(7, "bob", date(2025, 12, 31)),
        ],
    ),
    ([Loan(8, ' \\\n漢"λ _\\-A.zé', date(2018, 2, 12), 1)],),
    ([Loan(8, "bob", date(2026, 1, 1)), Loan(8, "ada", date(2026, 1, 1))],),
    (
        [
            Loan(2, "835006316996", date(2026, 12, 15), 2),
            Loan(2, "835006316996", date(2026, 2, 28), 2),
            Loan(2, "835006316996", date(2036, 4, 30), 2),
        ],
    ),
    (
        [
            Loan(7, "bob", date(2026, 1, 1)),
            Loan(8, "ada", date(2026, 1, 1)),
            Loan(8, "bob", date(2026, 1, 1)),
        ],
    ),
]


@pytest.mark.parametrize(("loans",), CASES)
def test_contract(loans: list[Loan]) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((loans,))
    result = members(loans)
    assert type(result) is list
    assert all((type(_each) is str) and (_each.strip() != "") for _each in result)
    assert result == (sorted({loan.member for loan in loans}))
    assert (loans,) == before
