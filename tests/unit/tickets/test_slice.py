"""Slices: what is in, what is out, and what moves their digests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from holo.ir import model as ir
from holo.ir.library import Library
from holo.tickets.meaning import Meanings
from holo.tickets.slice import Slice, Slicer
from tests.unit.tickets import lending
from tests.unit.tickets.lending import COUNT, MEMBERS, OPEN, OVERDUE, REMIND, TO_WRITE, conditions, cut, expr, hologram

if TYPE_CHECKING:
    from collections.abc import Iterable


def names(nodes: Iterable[ir.Node]) -> list[str]:
    """Return the names of declarations."""
    return [getattr(node, "name", "") for node in nodes]


def with_top(**changed: object) -> ir.Hologram:
    """Return the library's hologram with other declarations at top level."""
    return hologram(top=lending.TOP.model_copy(update=changed))


def test_shapes_of_signature_and_contract_are_near() -> None:
    """Each once, in the order in which they are met."""
    assert ["Loan", "CopyId", "Member", "Day", "MAX_LOANS", "LimitReached", "TERM"] == sorted(
        names(cut(OPEN.id).near), key=["Loan", "CopyId", "Member", "Day", "MAX_LOANS", "LimitReached", "TERM"].index
    )


def test_shapes_of_shapes_are_far() -> None:
    """`remind` names no `CopyId`, but `Loan` has one."""
    assert ["CopyId"] == names(cut(REMIND.id).far)


def test_functions_of_the_contract_may_be_called() -> None:
    """Even those that `uses` does not list."""
    assert ["count_loans"] == names(cut(OPEN.id).called)


def test_functions_listed_under_uses_may_be_called() -> None:
    """And the function itself is never in its own slice."""
    assert ["to_write"] == names(cut(REMIND.id).called)


def test_functions_of_examples_are_only_mentioned() -> None:
    """An example may call anything; the body may not."""
    function = OPEN.model_copy(update={"examples": (ir.Example(id="x", expr=expr("members(open_loan([], 1)) == []")),)})

    found = cut(OPEN.id, hologram(function))

    assert (["count_loans"], ["members"]) == (names(found.called), names(found.mentioned))


def test_ports_scenarios_and_flows_are_found() -> None:
    """A port by its parameter, a scenario by its call, a flow by its step."""
    assert (["Post"], ["F2"]) == (names(cut(REMIND.id).ports), names(cut(REMIND.id).failures))
    assert ["to_write"] == names(cut(MEMBERS.id).flows)


def test_ports_of_the_prelude_need_no_declaration() -> None:
    """`Clock` is in no hologram."""
    function = lending.function("lending.loans.now", "clock: Clock", "date")

    assert ["Clock"] == names(cut(function.id, hologram(function)).ports)


def test_laws_stand_with_every_function_they_relate() -> None:
    """Both are judged by it."""
    law = ir.Law(id="lending.l", name="l", ensures=conditions("lending.l", "ensures", "overdue([]) == members([])"))

    holo = with_top(laws=(law,))

    assert [["l"], ["l"], []] == [names(cut(key, holo).laws) for key in (OVERDUE.id, MEMBERS.id, OPEN.id)]


@pytest.mark.parametrize(
    ("doc", "found"),
    [
        ("Lend copies.", ["copy"]),
        ("What the Due Days are.", ["due day"]),
        ("Something is due.", []),
        ("The shelves.", []),
    ],
)
def test_terms_are_found_where_the_text_mentions_them(doc: str, found: list[str]) -> None:
    """In any number and case, and whole."""
    function = lending.function("lending.loans.f", "x: int", "int", doc)

    assert found == names(cut(function.id, hologram(function)).terms)


def test_dotted_names_are_kept_as_the_contract_writes_them() -> None:
    """What another package calls `fines.fine` is imported under that name."""
    fine = lending.function("lending.fines.fine", "x: int", "int", body=lending.returns("x"))
    condition = ir.Condition(id="c", expr=ir.Expr(source="fines.fine(x) > 0", names={"fines.fine": fine.id}))
    function = lending.function("lending.loans.f", "x: int", "int").model_copy(update={"ensures": (condition,)})

    assert {fine.id: "fines.fine"} == cut(function.id, hologram(fine, function)).words


def test_functions_of_one_name_are_told_apart_by_their_packages() -> None:
    """Both under `uses`."""
    one = lending.function("lending.fines.f", "x: int", "int")
    other = lending.function("lending.loans.f", "x: int", "int")
    user = lending.function("lending.loans.g", "x: int", "int", uses=(one.id, other.id))

    assert {other.id: "loans.f"} == cut(user.id, hologram(one, other, user)).words


# -- digests ------------------------------------------------------------------------------


def _digests(found: Slice) -> tuple[str, dict[str, str]]:
    return found.digest, found.contracts


@pytest.mark.parametrize(
    "changed",
    [
        {"doc": "Lend."},
        {"logic": "Otherwise."},
        {"notes": ()},
        {"requires": ()},
        {"ensures": ()},
        {"raises": ()},
        {"examples": ()},
        {"examples": OPEN.examples[:1]},
        {"returns": expr("list[int]")},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_its_own_text_moves_a_slice(changed: dict[str, object]) -> None:
    """All that the hologram says of the function, sealed examples included."""
    assert cut(OPEN.id).digest != cut(OPEN.id, hologram(OPEN.model_copy(update=changed))).digest


def test_places_move_nothing() -> None:
    """A declaration that stands elsewhere is the same declaration."""
    assert _digests(cut(OPEN.id)) == _digests(cut(OPEN.id, hologram(OPEN.model_copy(update={"span": None}))))


def test_a_new_wording_elsewhere_moves_nothing() -> None:
    """Docs of other declarations and the glossary ask nobody anew."""
    loan = lending.TOP.records[0].model_copy(update={"doc": "Another wording."})
    top = lending.TOP.model_copy(update={"records": (loan,)})
    count = COUNT.model_copy(update={"doc": "Another wording.", "examples": OPEN.examples})

    holo = hologram(count, top=top, terms=(ir.Term(name="copy", definition="Another wording."),))

    assert _digests(cut(OPEN.id)) == _digests(cut(OPEN.id, holo))


def test_a_shape_that_changes_moves_the_slices_that_rest_on_it() -> None:
    """And no other."""
    ids = tuple(
        alias.model_copy(update={"where": expr("it > 9")}) if alias.name == "CopyId" else alias
        for alias in lending.TOP.aliases
    )
    other = lending.function("lending.loans.plain", "x: int", "int")

    before, after = hologram(other), hologram(other, top=lending.TOP.model_copy(update={"aliases": ids}))

    assert cut(REMIND.id, before).digest != cut(REMIND.id, after).digest
    assert cut(other.id, before).digest == cut(other.id, after).digest


def test_a_contract_that_changes_moves_its_callers_contracts_alone() -> None:
    """The caller's own slice stays; the callee's digest in it moves."""
    stricter = COUNT.model_copy(update={"requires": conditions(COUNT.id, "requires", "len(loans) > 0")})

    before, after = cut(OPEN.id), cut(OPEN.id, hologram(stricter))

    assert before.digest == after.digest
    assert before.contracts.keys() == after.contracts.keys()
    assert before.contracts != after.contracts


def test_what_a_contract_means_goes_through_derived_functions() -> None:
    """`to_write` is said by `overdue`; a change there changes what `remind` must do."""
    changed = OVERDUE.model_copy(update={"body": lending.returns("[loan for loan in loans if loan.due <= today]")})

    assert cut(REMIND.id).contracts[TO_WRITE.id] != cut(REMIND.id, hologram(changed)).contracts[TO_WRITE.id]


def test_functions_in_a_ring_have_digests_that_do_not_depend_on_where_one_starts() -> None:
    """Two derived functions that call each other."""
    lending.NAMES.update(even="lending.loans.even", odd="lending.loans.odd")
    even = lending.function("lending.loans.even", "n: int", "bool", body=lending.returns("n == 0 or odd(n - 1)"))
    odd = lending.function("lending.loans.odd", "n: int", "bool", body=lending.returns("n != 0 and even(n - 1)"))
    library = Library()
    library.add(hologram(even, odd))

    first, second = Meanings(library.lookup), Meanings(library.lookup)

    assert (first.contract(even.id), first.contract(odd.id)) == tuple(
        reversed((second.contract(odd.id), second.contract(even.id)))
    )


def test_failures_belong_to_the_slice_but_their_titles_do_not() -> None:
    """A scenario judges; its title only names it."""
    holo = hologram()
    renamed = holo.model_copy(update={"failures": (lending.DOWN.model_copy(update={"title": "No post"}),)})
    gone = holo.model_copy(update={"failures": ()})

    assert cut(REMIND.id, holo).digest == cut(REMIND.id, renamed).digest
    assert cut(REMIND.id, holo).digest != cut(REMIND.id, gone).digest


def test_a_declaration_that_is_missing_breaks_nothing() -> None:
    """One with errors is left out of the IR; its users still have a slice."""
    holo = with_top(records=())

    assert "Loan" not in names(cut(OPEN.id, holo).near)


def test_open_functions_are_those_without_a_body() -> None:
    """Derived ones need no ticket."""
    library = Library()
    library.add(hologram())

    assert ["remind", "open_loan"] == names(Slicer(hologram(), Meanings(library.lookup)).open)
