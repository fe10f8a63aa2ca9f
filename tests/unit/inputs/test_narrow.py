"""What a condition says about single values."""

from __future__ import annotations

from holo.inputs.narrow import EACH, LENGTH, SOME, limits
from holo.ir import model as ir


def read(source: str, *roots: str) -> list[tuple[str, tuple[str, ...], str, str]]:
    """Return the limits of a condition in short."""
    return [
        (limit.root, limit.path, limit.op, limit.other.source if limit.other else "")
        for limit in limits(ir.Expr(source=source), roots)
    ]


def test_chain_bounds_both_ends() -> None:
    """A chain of comparisons is read pair by pair."""
    assert [("x", (), ">=", "0"), ("x", (), "<", "10")] == read("0 <= x < 10", "x")


def test_comparison_of_two_variables_is_read_from_both() -> None:
    """Whichever of the two is made last can be made to fit."""
    assert [("a", (), "<", "b"), ("b", (), ">", "a")] == read("a < b", "a", "b")


def test_elements_are_bounded_by_all() -> None:
    """`all` over a list speaks of each element."""
    assert [("loans", (EACH, "copy"), "!=", "copy")] == read(
        "all(loan.copy != copy for loan in loans)", "loans", "copy"
    )[:1]


def test_one_element_is_asked_for_by_any() -> None:
    """`any` asks for one element, and so for a list that is not empty."""
    found = read("any(loan.copy == copy for loan in loans)", "loans", "copy")

    assert ("loans", (SOME, "copy"), "==", "copy") in found
    assert ("loans", (LENGTH,), ">", "0") in found


def test_membership_asks_the_container_for_an_element() -> None:
    """`x in xs` is a choice for `x` and an element for `xs`."""
    assert [("x", (), "in", "xs"), ("xs", (SOME,), "==", "x")] == read("x in xs", "x", "xs")


def test_length_is_a_place() -> None:
    """`len` of a value is bounded like a number."""
    assert [("text", (LENGTH,), ">", "0")] == read("len(text) > 0", "text")


def test_negation_turns_the_comparison() -> None:
    """`not` before one comparison is its opposite."""
    assert [("x", (), ">=", "3")] == read("not x < 3", "x")


def test_disjunction_says_nothing() -> None:
    """What holds of one side only is no limit."""
    assert [] == read("x < 3 or x > 5", "x")


def test_comparison_between_elements_says_nothing_of_others() -> None:
    """An element compared with another element cannot be made to fit beforehand."""
    assert [] == read("all(a.x != b.x for a in xs for b in xs)", "xs")
