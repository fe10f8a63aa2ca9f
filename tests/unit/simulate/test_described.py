"""What is said of code that exists, as far as it can be run without it."""

from __future__ import annotations

import pytest

from holo.operations.compile import check_text

HEAD = """hologram app "0.1.0" language 1

class Cart {
  total: int
}

type Pattern = python "re.Pattern[str]"

"""


def told(text: str) -> list[tuple[str, str, str]]:
    """Return code, severity and message of what is found in a described hologram."""
    return [
        (one.code.number, one.severity.value, one.message) for one in check_text(HEAD + text, "app.holo", "src/app")
    ]


@pytest.mark.parametrize(
    ("parameters", "reason"),
    [
        ("x: int, cart: Cart", "there is no value of `Cart`, the type of `cart`"),
        ("x: int, cart: list[Cart]", "there is no value of `Cart`, the type of `cart`"),
        ("x: int, pattern: Pattern", "there is no value of `Pattern`, the type of `pattern`"),
        ("x: int, more: Iterable[int]", "there is no value of `Iterable`, the type of `more`"),
        ("x: int, y", "`y` has no type"),
    ],
)
def test_clause_over_what_has_no_values_is_not_checkable(parameters: str, reason: str) -> None:
    """A needed parameter without values stops every clause; each is told, and none passes."""
    found = told(f"function f({parameters}) -> int {{\n  requires x > 0\n  ensures result > x\n}}\n")

    assert found == [
        ("H236", "note", f"`requires x > 0` is not checked on inputs: {reason}"),
        ("H236", "note", f"`ensures result > x` is not checked on inputs: {reason}"),
    ]


def test_what_may_be_left_out_stops_only_what_speaks_of_it() -> None:
    """A parameter with a default, and one that takes any number, are left out."""
    found = told(
        "function f(x: int, p: Pattern = ..., *rest: int) -> int {\n  requires x > 0\n  ensures len(rest) >= 0\n}\n"
    )

    assert found == [("H236", "note", "`ensures len(rest) >= 0` is not checked on inputs: `*rest` takes any number")]


def test_contract_over_plain_values_is_run() -> None:
    """A `requires` that no input fulfils is found as in any hologram."""
    found = told("function f(x: int, p: Pattern = ...) -> int {\n  requires x > 0 and x < 0\n}\n")

    assert ["H302"] == [code for code, _, _ in found] or ["error"] == [severity for _, severity, _ in found]


def test_oracle_is_run_against_its_examples() -> None:
    """What `returns` says must be what the examples say."""
    found = told("function f(x: int) -> int {\n  returns x * 2\n  example f(2) == 5\n}\n")

    assert ["`f(2)` is `4`, not `5`"] == [message for _, _, message in found]


def test_examples_over_classes_wait_for_the_code() -> None:
    """What makes, reads and calls values of a class is compiled and not run."""
    found = told(
        "function Cart.__init__(self: Cart, total: int = 0) -> None {\n}\n\n"
        "function Cart.plus(self: Cart, n: int) -> Cart {\n"
        "  example Cart(1).plus(2).total == 3\n  example Cart.plus(Cart(), 2).total == 2\n}\n"
    )

    assert [] == found


def test_law_over_a_class_is_not_checkable() -> None:
    """A law has no inputs where one of its parameters has no values."""
    found = told("law same(cart: Cart) {\n  ensures cart.total == cart.total\n}\n")

    assert [("H236", "note")] == [(code, severity) for code, severity, _ in found]


@pytest.mark.parametrize(
    ("parameter", "told_of"),
    [
        ("x: str = 5", True),
        ("x: int = None", False),
        ("x: Cart = 5", True),
        ("x: list[int] = ()", True),
        ("x=5", False),
    ],
)
def test_default_that_does_not_fit_is_a_warning(parameter: str, told_of: bool) -> None:  # noqa: FBT001  (a case)
    """What exists may be odd: it is told, and stops nothing; `None` is what code says for nothing."""
    found = told(f"function f({parameter}) -> Any {{\n}}\n")

    assert (["warning"] if told_of else []) == sorted({severity for _, severity, _ in found})


def test_described_function_is_never_weak_and_has_no_ticket() -> None:
    """Nothing is asked of a function without a contract: it is there."""
    assert [] == told("function f(x: int) -> int {\n}\n")


def test_generator_result_is_no_value() -> None:
    """An example of a generator waits for the code."""
    assert [] == told("function f(x: int) -> Iterator[int] {\n  example list(f(2)) == [0, 1]\n}\n")
