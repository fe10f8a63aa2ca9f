"""Made by Holo: what is asked of `lending.letters.letter`."""

from __future__ import annotations

from copy import deepcopy
from datetime import date

import pytest

from lending.fines.total import total
from lending.letters.late import late
from lending.letters.letter import letter
from lending.letters.line import line
from lending.money.print_cents import print_cents
from lending.types import Loan, Member


def test_example_1() -> None:
    """An example of the hologram."""
    assert (
        letter([Loan(7, "ada", date(2026, 1, 1))], "ada", date(2026, 1, 4))
        == "Dear ada,\nCopy 7, due 2026-01-01: 0.60\nIn all: 0.60"
    )


CASES = [
    ([Loan(7, "ada", date(2026, 1, 1))], "ada", date(2026, 1, 4)),
    ([], "ada", date(2026, 1, 4)),
    ([Loan(7, "ada", date(2026, 1, 1))], "ad", date(2026, 1, 4)),
    ([Loan(7, "ada", date(2026, 1, 1))], "ada", date(2026, 1, 1)),
    ([Loan(7, "ada", date(2026, 1, 1))], "adaa", date(2026, 1, 4)),
    ([Loan(7, "ada", date(2026, 1, 1))], "ada", date(2026, 1, 3)),
    ([Loan(7, "ada", date(2026, 1, 1)), Loan(7, "ada", date(2026, 1, 1))], "ada", date(2026, 1, 4)),
    ([Loan(7, "ada", date(2026, 1, 1))], "ADA", date(2026, 1, 4)),
    ([Loan(7, "ada", date(2026, 1, 1))], "ada", date(2026, 1, 5)),
    ([Loan(7, "ada", date(2026, 1, 1))], "ada ", date(2026, 1, 4)),
    ([Loan(7, "ada", date(2026, 1, 1))], "ada", date(2024, 2, 29)),
    ([Loan(7, "ada", date(2026, 1, 1))], " ada", date(2026, 1, 4)),
    ([Loan(7, "ada", date(2026, 1, 1))], "ada", date(2024, 1, 4)),
    ([Loan(6, "ada", date(2026, 1, 1))], "ada", date(2026, 1, 4)),
    ([Loan(7, "ada", date(2026, 1, 1))], "aaa", date(2026, 1, 4)),
    ([Loan(7, "ada", date(2026, 1, 1))], "ada", date(2026, 1, 31)),
    ([Loan(7, "ada", date(2026, 1, 1)), Loan(6, "ada", date(2026, 1, 1))], "ada", date(2026, 1, 4)),
    ([Loan(7, "ada", date(2026, 1, 1))], "adb", date(2026, 1, 4)),
    ([Loan(7, "ad", date(2026, 1, 1))], "ada", date(2026, 1, 4)),
    ([Loan(7, "ada", date(2026, 1, 1))], "da", date(2026, 1, 4)),
    ([Loan(7, "ada", date(2026, 1, 1))], "ada", date(2027, 1, 4)),
    ([Loan(7, "ada", date(2026, 1, 1)), Loan(7, "ad", date(2026, 1, 1))], "ada", date(2026, 1, 4)),
    ([Loan(1, "a", date(2026, 1, 1), 1)], "a", date(2026, 1, 1)),
    ([], "b", date(2026, 1, 2)),
    ([Loan(1, "a", date(2026, 1, 1), 1), Loan(2, "b", date(2026, 1, 2))], "ab", date(2025, 12, 31)),
]


@pytest.mark.parametrize(("loans", "member", "today"), CASES)
def test_contract(loans: list[Loan], member: Member, today: date) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((loans, member, today))
    result = letter(loans, member, today)
    assert type(result) is str
    assert result == (
        "\n".join(
            [
                f"Dear {member},",
                *[line(loan, today) for loan in late(loans, member, today)],
                f"In all: {print_cents(total(late(loans, member, today), today))}",
            ]
        )
    )
    assert (loans, member, today) == before
