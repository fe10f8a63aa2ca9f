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
    (
        [
            Loan(7, "ADA", date(2015, 1, 25)),
            Loan(7, "ADA", date(2015, 1, 25)),
            Loan(134002056311, "ADA", date(2026, 1, 2), 2),
            Loan(7, "ADA", date(2015, 1, 25), 2),
        ],
    ),
    ([Loan(6, "bob", date(2026, 1, 1)), Loan(8, "ada", date(2026, 1, 1))],),
    ([Loan(2, 'A٣"__', date(2027, 2, 5), 2), Loan(2, 'A٣"__', date(2027, 2, 5), 2)],),
    (
        [
            Loan(7, "bob", date(2026, 1, 1)),
            Loan(8, "ada", date(2026, 1, 1)),
            Loan(6, "bob", date(2026, 1, 1)),
        ],
    ),
    ([Loan(8, "bob", date(2025, 12, 29), 1)],),
    ([Loan(7, "bo", date(2026, 1, 1)), Loan(8, "ada", date(2026, 1, 1))],),
    ([Loan(2, "bb", date(2026, 1, 2), 1)],),
    (
        [
            Loan(7, "bob", date(2026, 1, 1)),
            Loan(8, "ada", date(2026, 1, 1)),
            Loan(7, "bo", date(2026, 1, 1)),
        ],
    ),
    ([Loan(4, "b", date(210, 4, 20)), Loan(5, "b", date(210, 4, 20))],),
    ([Loan(7, "bob", date(2025, 12, 31)), Loan(8, "ada", date(2026, 1, 1))],),
    ([Loan(8, "1", date(2025, 11, 25), 1)],),
    (
        [
            Loan(7, "bob", date(2026, 1, 1)),
            Loan(8, "ada", date(2026, 1, 1)),
            Loan(7, "bob", date(2025, 12, 31)),
        ],
    ),
    (
        [
            Loan(9, "b", date(2022, 6, 15), 2),
            Loan(9, "b", date(2026, 2, 28)),
            Loan(9, "b", date(2022, 6, 15), 2),
        ],
    ),
    ([Loan(8, "bob", date(2026, 1, 1)), Loan(8, "ada", date(2026, 1, 1))],),
    ([Loan(6, "dAOAbDabAOAd", date(2026, 1, 24))],),
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
