"""Failing inputs are made small, and stay failing and valid."""

from __future__ import annotations

from holo.inputs.shrink import smallest
from tests.unit.inputs.worlds import made

LOANS = """
record Loan {
  copy:   int
  member: str
  invariant copy > 0
}
function close(loans: list[Loan], copy: int) -> list[Loan] {
  requires any(loan.copy == copy for loan in loans)
}
function pair(a: int, b: int) -> int {
  ensures result > a
}
"""


def test_number_shrinks_to_the_border() -> None:
    """The least number that still fails is found by halves, not by luck."""
    one = made(LOANS)

    found = smallest(one.function("pair"), one.world, (98_765, 4), lambda args: args[0] > 1234)

    assert (1235, 0) == found


def test_list_loses_what_does_not_matter() -> None:
    """Only the elements that make it fail are left, as plain as their record allows."""
    one = made(LOANS)
    loan = one.world.record("demo.Loan")
    failing = ([loan(9, "zoe"), loan(40, "eve"), loan(9, "ann"), loan(3, "x y")], 9)

    found = smallest(
        one.function("close"), one.world, failing, lambda args: sum(each.copy == args[1] for each in args[0]) > 1
    )

    assert ([loan(1, ""), loan(1, "")], 1) == found


def test_requires_holds_of_everything_tried() -> None:
    """No input outside the contract is ever asked about."""
    one = made(LOANS)
    loan = one.world.record("demo.Loan")
    asked: list[tuple[object, ...]] = []

    smallest(one.function("close"), one.world, ([loan(9, "zoe")], 9), lambda args: bool(asked.append(args)) or True)

    assert asked
    assert all(any(each.copy == copy for each in loans) for loans, copy in asked)


def test_calls_are_bounded() -> None:
    """A judge that is slow is asked only so often."""
    one = made(LOANS)
    asked: list[tuple[object, ...]] = []

    found = smallest(one.function("pair"), one.world, (10**30, 7), lambda args: bool(asked.append(args)), calls=5)

    assert 5 == len(asked)
    assert (10**30, 7) == found
