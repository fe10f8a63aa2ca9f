"""Types: whether a value fits, and how they are printed."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from holo.expr.types import resolve, text
from holo.ir.prelude import CLOCK
from tests.unit.expr.library import expr, library

ADA = 'Loan(7, "ada", date(2026, 1, 1))'


@pytest.mark.parametrize(
    ("value", "type_", "reason"),
    [
        (1, "int", ""),
        (True, "int", "expected int, got bool True"),
        (1, "float", ""),
        (True, "float", "expected float, got bool True"),
        (1.0, "int", "expected int, got float 1.0"),
        (None, "None", ""),
        (None, "int", "expected int, got None"),
        ("a", "int | str", ""),
        (1.5, "int | str", "expected int | str, got float 1.5"),
        (0, "CopyId | None", "0 is no `CopyId`: `it > 0` is false"),
        (1, "CopyId", ""),
        ("", "Member", '"" is no `Member`: `it.strip() != ""` is false'),
        (5, "Member", "expected str, got int 5"),
        (0, "Odd", "`Odd` is undefined for 0: `1 / it`: division by zero"),
        ([1, 2], "list[int]", ""),
        ([1, "a"], "list[int]", 'element 1: expected int, got str "a"'),
        ((1, 2), "list[int]", "expected list[int], got tuple (1, 2)"),
        ([[1], [0]], "list[list[CopyId]]", "element 1: element 0: 0 is no `CopyId`: `it > 0` is false"),
        ({"a": 1}, "dict[str, int]", ""),
        ({1: 1}, "dict[str, int]", "key 1: expected str, got int 1"),
        ({"a": "b"}, "dict[str, int]", 'value at "a": expected int, got str "b"'),
        ({1}, "set[int]", ""),
        ({"a"}, "set[int]", 'element "a": expected int, got str "a"'),
        (frozenset({1}), "set[int]", "expected set[int], got frozenset frozenset({1})"),
        ((1, "a"), "tuple[int, str]", ""),
        ((1,), "tuple[int, str]", "expected 2 elements, got 1"),
        ((1, 2), "tuple[int, str]", "element 1: expected str, got int 2"),
        ((), "tuple[int, ...]", ""),
        ((1, "a"), "tuple[int, ...]", 'element 1: expected int, got str "a"'),
        (date(2026, 1, 1), "date", ""),
        (datetime(2026, 1, 1), "date", "expected date, got datetime datetime(2026, 1, 1)"),  # noqa: DTZ001 - a moment without a zone is a value too
        (Decimal(1), "Decimal", ""),
        (3, "Shelf", "expected Shelf, got int 3"),
        (3, "Loan", "expected Loan, got int 3"),
        (len, "int", "expected int, got builtin_function_or_method"),
    ],
)
def test_fits_gives_the_reason_with_its_path(value: object, type_: str, reason: str) -> None:
    """Types are exact, refinements are checked, elements are named."""
    world = library()
    type_expr = expr(type_) if "Odd" not in type_ else expr(type_).model_copy(update={"names": {"Odd": "lending.Odd"}})

    assert world.fits(value, world.type(type_expr)).startswith(reason)
    assert bool(reason) == bool(world.fits(value, world.type(type_expr)))


def test_values_of_declared_types_fit_theirs() -> None:
    """A record, a member, an error and a fake fit exactly their own type."""
    world = library()
    loan = world.evaluate(expr(ADA))

    assert "" == world.fits(loan, world.type(expr("Loan")))
    assert "" == world.fits(loan, world.type(expr("Payment")))
    assert "" == world.fits(world.enum("lending.Shelf").lent, world.type(expr("Shelf")))
    assert "" == world.fits(world.fake("lending.Post"), world.type(expr("Post")))
    assert world.fits(world.fake(CLOCK), world.type(expr("Post")))
    assert "" == world.fits([1, "a"], world.type(expr("list[T]"), ("T",)))
    assert world.fits(world.fits, world.type(expr("T"), ("T",)))


def test_a_huge_value_is_not_walked_to_its_end() -> None:
    """A value of many shared parts is refused, not walked."""
    world = library()
    value: list[Any] = [1]
    for _ in range(59):
        value = [value, value]

    assert world.fits(value, world.type(expr("list[Tree]")))
    assert "…" == world.show(value)
    deep = world.type(expr("list[" * 60 + "int" + "]" * 60))
    assert "fuel" in world.fits(value, deep)


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("dict[str, list[CopyId]] | None", "dict[str, list[CopyId]] | None"),
        ("tuple[int, ...]", "tuple[int, ...]"),
        ("int | (str | int)", "int | str"),
        ("list", "list"),
        ("Clock", "Clock"),
    ],
)
def test_types_are_printed_as_written(source: str, printed: str) -> None:
    """A resolved type prints as source again, in whatever spelling of declared names is asked for."""
    type_ = resolve(expr(source))

    assert printed == text(type_)
    assert printed.replace("CopyId", "lending.CopyId") == text(type_, lambda id_: id_.replace("prelude.", ""))
