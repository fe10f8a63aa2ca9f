"""Types of expressions, as `ty` sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.analysis import types
from holo.analysis.analyze import analyze
from holo.analysis.types import check_types, find_ty
from holo.analysis.types_module import types_module
from holo.ir.library import Library
from holo.lowering.lower import lower
from holo.source import SourceFile
from holo.syntax.parse import parse

if TYPE_CHECKING:
    import pytest

    from holo.analysis.types import TypeChecked

HEAD = 'hologram demo "0.1.0" language 1\n\n'


def check(text: str) -> list[tuple[str, str]]:
    """Return the place and the message of each type error of a hologram without others."""
    whole = HEAD + text
    parsed = parse(SourceFile("a.holo", whole))
    analyzed = analyze(parsed, {})
    assert () == (*parsed.diagnostics, *analyzed.diagnostics)
    hologram = lower(analyzed).hologram
    library = Library()
    library.add(hologram)
    checked: TypeChecked = check_types([hologram], library.lookup, {"a.holo": whole})
    assert (find_ty() is not None) == checked.ran
    return [(whole[one.span.start : one.span.stop], one.message) for one in checked.diagnostics]


def expected(*found: tuple[str, str]) -> list[tuple[str, str]]:
    """Return what is to be found: nothing where `ty` is not installed."""
    return list(found) if find_ty() is not None else []


def test_argument_is_found_at_its_place() -> None:
    """A report points at the part of the expression that is wrong, behind names that were replaced too."""
    found = check("""
record Loan { due: date }
package fines {
  function fine(loan: Loan, days: int) -> int { returns days }
}
function f(loan: Loan) -> int {
  returns fines.fine(loan, "é") + fines.fine(loan,
    loan.due)
}
""")

    assert (
        expected(
            ('"é"', 'Argument to function `fine` is incorrect: Expected `int`, found `Literal["é"]`'),
            ("loan.due", "Argument to function `fine` is incorrect: Expected `int`, found `date`"),
        )
        == found
    )


def test_contract_narrows() -> None:
    """What `requires`, `raises` and earlier rows rule out is ruled out below them."""
    found = check("""
record Paid { on: date }
record Owed { cents: int }
function owed(bill: Paid | Owed) -> int {
  requires isinstance(bill, Owed)
  returns bill.cents
}
function cents(bill: Paid | Owed | None) -> int {
  raises ValueError when bill is None
  table {
    isinstance(bill, Paid) -> 0
    otherwise              -> bill.cents
  }
}
""")

    assert [] == found


def test_optional_values_are_not_read() -> None:
    """A value that may be missing has no fields."""
    found = check("""
record Loan { copy: int }
function first[T](items: list[T]) -> T | None { returns items[0] if items else None }
function f(loans: list[Loan]) -> int { returns first(loans).copy }
""")

    assert expected(("first(loans).copy", "Attribute `copy` is not defined on `None` in union `Loan | None`")) == found


def test_everything_that_has_a_type_is_checked() -> None:
    """Examples, payloads, replies, constants, scenarios and flows are checked as contracts are."""
    found = check("""
type Days = int where it.bit_length() > [1][0] + "a"
error Bad(why: str)
port Post { function send(text: str) -> bool raises Bad }
function f(a: int, post: Post) -> str {
  uses Post.send
  raises Bad(a + 1) when a > 3
  ensures len(calls(post.send)) == 1 or result + 1 == 2
}
function g(a: int) -> int { returns a * 2
  example g([1]) == 2 }
flow h(a: str) -> int { a -> g }
failure F1 "x" {
  given post: Post
  given post.send returns 3
  when f("1", post)
  then len(result.upper) == 3
}
""")

    places = [place for place, _ in found]

    assert (
        ['[1][0] + "a"', "a + 1", "result + 1", "[1]", "a -> g", "3", '"1"', "result.upper"] if places else []
    ) == places
    assert bool(places) == (find_ty() is not None)


def test_fields_may_have_the_names_of_types() -> None:
    """A field or parameter called `date` or `str` does not hide the type."""
    found = check("""
record Day { date: date
  str: str
  other: date | None = None }
function f(date: date, int: int) -> int { returns date.year + int }
""")

    assert [] == found


def test_missing_checker_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without `ty` nothing is checked, and the result says so."""
    monkeypatch.setattr(types, "find_ty", lambda: None)
    analyzed = analyze(parse(SourceFile("a.holo", f"{HEAD}const A: int = 1 + 1\n")), {})

    checked = check_types([lower(analyzed).hologram], lambda _: None, {})

    assert not checked.ran
    assert () == checked.diagnostics


def test_without_texts_the_whole_expression_is_to_blame() -> None:
    """Where the text is not at hand, a report covers the expression."""
    text = f"{HEAD}function f(a: int) -> int {{ returns 1 + a + a.real }}\n"
    hologram = lower(analyze(parse(SourceFile("a.holo", text)), {})).hologram
    library = Library()
    library.add(hologram)

    module = types_module([hologram], library.lookup, {})
    number = next(iter(module.lines))
    span = module.find(number, 12, 13)

    assert span is not None
    assert "1 + a + a.real" == text[span.start : span.stop]
