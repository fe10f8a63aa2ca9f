"""Tickets: what a writer reads, and what happens when it does not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from holo.codes import Code
from holo.diagnostics.model import Diagnostic, Severity
from holo.ir import model as ir
from holo.tickets import render, tokens
from holo.tickets import ticket as tickets
from holo.tickets.stubs import Stubs
from tests.unit.tickets import lending
from tests.unit.tickets.lending import OPEN, REMIND, conditions, cut, expr, function, hologram

if TYPE_CHECKING:
    from holo.tickets.ticket import Ticket


def write(key: str = OPEN.id, holo: ir.Hologram | None = None, max_tokens: int = 1000) -> Ticket:
    """Return the ticket of a function that has one."""
    made, _ = tickets.write(cut(key, holo), Stubs(), "file.py", max_tokens=max_tokens)
    assert made is not None
    return made


def said(holo: ir.Hologram, key: str = OPEN.id, max_tokens: int = 1000) -> tuple[Diagnostic, ...]:
    """Return what is said of a ticket's size; both ways of asking must agree."""
    _, found = tickets.write(cut(key, holo), Stubs(), max_tokens=max_tokens)
    assert found == tickets.check(cut(key, holo), Stubs(), max_tokens=max_tokens)
    return found


def ensuring(*sources: str) -> ir.Function:
    """Return `open_loan` with other postconditions."""
    return OPEN.model_copy(update={"ensures": conditions(OPEN.id, "ensures", *sources)})


@pytest.mark.parametrize(
    "shown",
    [
        "def open_loan(loans: list[Loan], copy: CopyId, member: Member, today: Day) -> list[Loan]:\n",
        "Task: Lend a copy to a member for three weeks.\n",
        "- `all(loan.copy != copy for loan in loans)`\n",
        "1. if `count_loans(loans, member) >= MAX_LOANS`: `raise LimitReached(member)`\n",
        "- `result[-1] == Loan(copy, member, today + TERM)`\n",
        '- `open_loan([], 7, "ada", date(2026, 1, 1))[0].copy == 7`\n',
        "How: Count first, then build a new list.\n",
        "Note: Build a new list; never append to the given one.\n",
        "class Loan:  # A copy in a member's hands.\n",
        "    due: date  # Last day without a fine.\n",
        "    # always: 0 <= renewals <= 2\n",
        "CopyId = int  # `it` is the value: it > 0\n",
        "MAX_LOANS: int = 5\n",
        "class LimitReached(Exception):",
        "    def __init__(self, member: Member): ...\n",
        "def count_loans(loans: list[Loan], member: Member) -> int: ...  # How many of the loans are the member's.\n",
        "- `count_loans(loans, member)` is `sum(loan.member == member for loan in loans)`\n",
        "- copy: One physical book.\n",
        "exactly one fenced ```python block",
    ],
)
def test_a_ticket_says_all_that_its_function_needs(shown: str) -> None:
    """Signature, contract, examples, names, meaning, words, and how to answer."""
    assert shown in write().text


def test_a_ticket_of_an_effect_says_how_to_reach_the_outside() -> None:
    """The port with the functions that may be called, what they raise, and the scenario."""
    text = write(REMIND.id).text

    assert "    def send(self, member: Member, text: str) -> None: ...  # may raise ConnectionError.\n" in text
    assert "- The post is down: given `post` a `Post`, `post.send` always raises `ConnectionError`: " in text
    assert "Reach the outside only by calling functions of the parameters" in text
    assert "`calls(p.f)` is the list of calls" in text


def test_a_port_function_that_is_not_listed_is_not_shown() -> None:
    """The form refuses it, so the ticket must not offer it."""
    text = write(REMIND.id, hologram(REMIND.model_copy(update={"uses": ()}))).text

    assert "def send" not in text
    assert "no function of it is for you to call" in text


def test_sealed_examples_are_never_shown() -> None:
    """Not even where there is nothing else."""
    assert "bob" not in write().text


def test_an_async_function_is_asked_for_as_such() -> None:
    """The signature says `async def`, the rules say `await`."""
    later = function("lending.loans.later", "x: int", "int", is_async=True)
    text = write(later.id, hologram(later)).text

    assert "\nasync def later(x: int) -> int:\n" in text
    assert "`await`" in text


def test_modules_that_the_hologram_names_are_named() -> None:
    """A writer may use them without importing them."""
    assert "- Imported, too: `math`, `re`.\n" in write(OPEN.id, hologram(python=("math", "re"))).text


def test_type_parameters_are_names_that_exist() -> None:
    """Generics are written with `TypeVar`."""
    first = function("lending.loans.first", "items: list[T]", "T | None").model_copy(update={"type_parameters": ("T",)})
    text = write(first.id, hologram(first)).text

    assert "def first(items: list[T]) -> T | None:\n" in text
    assert 'T = TypeVar("T")\n' in text


def test_a_law_is_shown_with_its_variables() -> None:
    """It is judged, so it is said."""
    law = ir.Law(
        id="lending.l",
        name="l",
        parameters=lending.params("loans: list[Loan]"),
        ensures=conditions("l", "ensures", "len(open_loan(loans)) > 0"),
    )
    text = write(OPEN.id, hologram(top=lending.TOP.model_copy(update={"laws": (law,)}))).text

    assert "- for all `loans: list[Loan]`: `len(open_loan(loans)) > 0`\n" in text


def test_the_number_of_tokens_is_that_of_the_text() -> None:
    """And the tokenizer is named beside it."""
    made = write()

    assert (tokens.count(made.text), "o200k_base") == (made.tokens, made.tokenizer)


def test_the_hash_is_that_of_the_text_alone() -> None:
    """Where the body lies is nobody's business."""
    elsewhere, _ = tickets.write(cut(OPEN.id), Stubs(), "other.py")

    assert elsewhere is not None
    assert write().hash == elsewhere.hash
    assert write().hash != write(OPEN.id, hologram(terms=())).hash


def test_the_same_slice_gives_the_same_ticket() -> None:
    """Byte for byte."""
    assert write() == write()


def test_a_ticket_does_not_grow_with_the_hologram_around_it() -> None:
    """Five hundred other functions, records and words change nothing."""
    others = [
        function(f"lending.other.f{number}", "loans: list[Loan]; x: int", "int", "Lend a copy.", uses=(OPEN.id,))
        for number in range(500)
    ]
    records = tuple(
        ir.Record(id=f"lending.R{number}", name=f"R{number}", fields=(ir.RecordField(name="x", type=expr("Loan")),))
        for number in range(500)
    )
    terms = hologram().terms + tuple(ir.Term(name=f"word{number}", definition="A word.") for number in range(500))
    top = lending.TOP.model_copy(update={"records": (*lending.TOP.records, *records)})

    assert write() == write(OPEN.id, hologram(*others, top=top, terms=terms))


# -- budget -------------------------------------------------------------------------------


def test_the_lowest_parts_go_first_and_are_named() -> None:
    """The glossary goes before examples; the ticket lists what went."""
    holo = hologram(terms=(ir.Term(name="copy", definition="word " * 60),))
    made = write(OPEN.id, holo, max_tokens=write(OPEN.id, holo).tokens - 1)

    assert ("the word `copy`",) == made.left_out
    assert "Left out for want of room: the word `copy`.\n" in made.text


def test_what_was_left_out_is_listed_by_kind() -> None:
    """Each kind is said once, since the list costs tokens, too."""
    left = ("law `a`", "the word `b`", "the word `due day`", "`example` 3")

    assert "law `a`; the word `b`, `due day`; `example` 3" == render.listed(left).replace("  ", " ").strip()


@pytest.mark.parametrize("max_tokens", range(440, 720, 20))
def test_no_ticket_passes_its_budget(max_tokens: int) -> None:
    """Whatever is left out, the contract stays whole."""
    made, found = tickets.write(cut(OPEN.id), Stubs(), max_tokens=max_tokens)

    if made is None:
        assert [Code.TICKET_TOO_LARGE] == [one.code for one in found]
    else:
        assert made.tokens <= max_tokens
        assert all(clause.expr.source in made.text for clause in (*OPEN.requires, *OPEN.ensures))


def test_a_long_word_does_not_push_out_what_is_worth_more() -> None:
    """One part that is too long goes alone."""
    terms = (ir.Term(name="copy", definition="word " * 900), ir.Term(name="member", definition="A reader."))
    made = write(OPEN.id, hologram(terms=terms))

    assert ("the word `copy`",) == made.left_out
    assert "- member: A reader.\n" in made.text


def test_background_left_out_is_a_note() -> None:
    """A build goes on."""
    found = said(hologram(terms=(ir.Term(name="copy", definition="word " * 900),)))

    assert [(Code.TICKET_CUT, Severity.NOTE)] == [(one.code, one.severity) for one in found]
    assert "the word `copy`" in found[0].message


def test_a_shape_left_out_is_a_warning() -> None:
    """Who cannot see a record will guess its fields."""
    fields = tuple(ir.RecordField(name=f"a_long_field_name_{n}", type=expr("int")) for n in range(120))
    loan = lending.TOP.records[0].model_copy(update={"fields": fields})

    found = said(hologram(top=lending.TOP.model_copy(update={"records": (loan,)})))

    assert [Severity.WARNING] == [one.severity for one in found]
    assert "record `Loan`" in found[0].message


def test_a_contract_that_does_not_fit_names_its_heaviest_parts() -> None:
    """With their tokens, the tokenizer, and what to split off."""
    long = " and ".join(f"result[{number}].member != member" for number in range(100))
    found = said(hologram(ensuring("result != []", long)))

    assert [Code.TICKET_TOO_LARGE] == [one.code for one in found]
    assert "heaviest: `ensures` 2 (" in found[0].message
    assert "o200k_base" in found[0].message
    assert "Move `ensures` 2 into helper functions" in found[0].hint
    assert OPEN.span == found[0].span


def test_many_small_clauses_are_to_be_split() -> None:
    """No one of them is to blame."""
    found = said(hologram(ensuring(*(f"result[{number}].member != member" for number in range(90)))))

    assert found[0].hint.startswith("Split `open_loan`: its 92 clauses have ")


def test_a_doc_that_does_not_fit_is_to_be_shortened() -> None:
    """There is no clause to split off."""
    found = said(hologram(OPEN.model_copy(update={"doc": "word " * 1200})))

    assert found[0].hint.startswith("Shorten the doc")


def test_most_tickets_are_checked_without_the_tokenizer(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bound is enough where there is room."""
    monkeypatch.setattr(tokens, "count", None)

    assert () == tickets.check(cut(OPEN.id), Stubs())
    assert () == tickets.check(cut(REMIND.id), Stubs(), max_tokens=1100)
