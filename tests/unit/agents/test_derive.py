"""Bodies that the hologram says itself."""

from __future__ import annotations

from holo.agents.derive import derive
from holo.ir import model as ir
from holo.ir.library import Library
from tests.unit.tickets import lending
from tests.unit.tickets.lending import expr


def _library() -> Library:
    library = Library()
    library.add(lending.hologram())
    return library


def _text(function: ir.Function) -> str | None:
    return derive(function, _library().lookup)


def test_an_open_function_is_for_others() -> None:
    """Where the hologram says no body there is none to derive."""
    assert _text(lending.OPEN) is None


def test_returns_becomes_one_statement() -> None:
    """The expression is the body."""
    assert (
        "def count_loans(loans: list[Loan], member: Member) -> int:\n"
        "    return sum(loan.member == member for loan in loans)\n" == _text(lending.COUNT)
    )


def test_a_flow_becomes_nested_calls() -> None:
    """The lowered expression is the body."""
    text = _text(lending.TO_WRITE)

    assert text is not None
    assert text.endswith("    return members(overdue(loans, today))\n")


def test_a_table_becomes_cases_in_their_order() -> None:
    """The first row that holds wins, and `otherwise` ends the function."""
    rows = (ir.Row(when=expr("age < 12"), value=expr("100")), ir.Row(when=None, value=expr("0")))
    text = _text(lending.function("lending.fines.discount", "age: int", "int", body=ir.Table(rows=rows)))

    assert "def discount(age: int) -> int:\n    if age < 12:\n        return 100\n    return 0\n" == text


def test_a_table_without_otherwise_ends_in_an_assertion() -> None:
    """A case that the compiler has ruled out does not pass in silence."""
    rows = (ir.Row(when=expr("age < 12"), value=expr("100")),)
    text = _text(lending.function("lending.fines.discount", "age: int", "int", body=ir.Table(rows=rows)))

    assert text is not None
    assert "    raise AssertionError(" in text


def test_errors_are_raised_before_the_value() -> None:
    """`raises ... when` guards stand first, with their payload."""
    function = lending.function(
        "lending.loans.free",
        "loans: list[Loan]; member: Member",
        "int",
        raises=(lending.LIMIT,),
        body=lending.returns("MAX_LOANS - count_loans(loans, member)"),
    )

    assert (
        "    if count_loans(loans, member) >= MAX_LOANS:\n"
        "        raise LimitReached(member)\n"
        "    return MAX_LOANS - count_loans(loans, member)\n"
    ) == "\n".join((_text(function) or "").split("\n")[1:])


def test_a_payload_left_open_is_filled_from_parameters() -> None:
    """An error without payload takes the parameters of its fields' names."""
    clause = lending.LIMIT.model_copy(update={"payload": None})
    function = lending.function(
        "lending.loans.free", "member: Member", "int", raises=(clause,), body=lending.returns("1")
    )

    assert "        raise LimitReached(member=member)\n" in (_text(function) or "")
