"""What a contract compares its arguments with, and that inputs lie there."""

from __future__ import annotations

from typing import Any

from holo.inputs.draw import draw
from holo.inputs.hints import hints
from tests.unit.inputs.worlds import made

LOANS = """
record Loan {
  copy: int
  due:  date
}
"""


def read(text: str, name: str = "f") -> list[tuple[str, tuple[str, ...], str]]:
    """Return the hints of a function in short."""
    one = made(LOANS + text)
    return [
        (hint.root, hint.path, hint.other.source if hint.other else "")
        for hint in hints(one.function(name), one.world.node)
    ]


def test_comparisons_inside_comprehensions_are_read() -> None:
    """An element is compared with what is known of other arguments."""
    found = read(
        "function f(loans: list[Loan], today: date, days: int) -> list[Loan] {\n"
        "  requires 0 <= days < 400\n"
        "  ensures result == [loan for loan in loans if loan.due <= today + timedelta(days=days)]\n}"
    )

    assert [("loans", ("#each", "due"), "today + timedelta(days=days)")] == found


def test_functions_that_the_hologram_says_are_looked_into() -> None:
    """What a called function compares is compared by its caller."""
    found = read(
        "function late(loan: Loan, day: date) -> bool {\n  returns loan.due < day\n}\n"
        "function f(loans: list[Loan], today: date) -> int {\n"
        "  ensures result == len([one for one in loans if late(one, today)])\n}"
    )

    assert [("loans", ("#each", "due"), "today")] == found


def test_divisors_are_hints_and_plain_constants_are_not() -> None:
    """Constants are tried everywhere; what a divisor divides must be tried on purpose."""
    found = read("function f(year: int) -> bool {\n  ensures result == (year % 400 == 0 and year > 7)\n}")

    assert [("year", (), "400")] == found


def test_a_boundary_that_is_worked_out_is_reached() -> None:
    """Some element lies exactly on a day that two other arguments make."""
    one = made(
        LOANS + "function f(loans: list[Loan], today: date, days: int) -> list[Loan] {\n"
        "  requires 0 <= days < 400 and today.year < 9000\n"
        "  ensures result == [loan for loan in loans if loan.due <= today + timedelta(days=days)]\n}"
    )

    drawn: Any = draw(one.function("f"), one.world)
    gaps = [(loan.due - today).days - days for loans, today, days in drawn.inputs if days > 3 for loan in loans]

    assert gaps.count(0) > 2
