"""Which changes of a body its contract notices, what is offered against the others, and what is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from holo.config import LimitsTable
from holo.operations.pinning import pin
from holo.operations.status import status
from tests.unit.operations.built import HEAD, town

if TYPE_CHECKING:
    from pathlib import Path

    from holo.operations.strength import Measured
    from holo.verify.strength import Strength

TICKET = """
function ticket(age: int) -> str {
  "What a visitor pays: free below six, else full."
  requires 0 <= age <= 130
  ensures  result in ["free", "full"]
  example  ticket(3) == "free"
  example  ticket(30) == "full"
}
"""
TICKET_BODY = 'def ticket(age: int) -> str:\n    return "free" if age < 6 else "full"\n'


def only(done: Measured) -> Strength:
    """Return the one function that was measured."""
    (found,) = done.found
    return found


def test_a_boundary_that_no_clause_shows_survives_with_its_input(tmp_path: Path) -> None:
    """The smallest age on which two boundaries part, and both answers."""
    found = only(town(tmp_path, TICKET, ticket=TICKET_BODY).measure())

    (alive,) = [one for one in found.survivors if one.operator == "boundary"]

    assert ("ticket(6)", '`"full"`', '`"free"`') == (alive.call, alive.right, alive.wrong)
    assert 'example ticket(6) == "full"' == alive.offer


def test_every_change_has_one_fate(tmp_path: Path) -> None:
    """What was judged is caught, alive, alike or undecided."""
    found = only(town(tmp_path, TICKET, ticket=TICKET_BODY).measure())

    assert found.judged == found.caught + len(found.survivors) + len(found.alike) + len(found.undecided)
    assert found.caught > 0
    assert 0 < (found.share or 0) < 1


def test_offers_that_are_written_make_the_contract_catch_all(tmp_path: Path) -> None:
    """With the examples in the hologram, nothing lives on."""
    made = town(tmp_path, TICKET, ticket=TICKET_BODY)

    pinned = pin(made.measure(), made.config, tmp_path)
    made.build()

    assert ['example ticket(6) == "full"', 'example ticket(5) == "free"'] == [one.statement for one in pinned.added]
    lines = made.spec.read_text(encoding="utf-8").splitlines()
    assert [one.statement for one in pinned.added] == [lines[one.line - 1].strip() for one in pinned.added]
    assert 1.0 == only(made.measure()).share


def test_nothing_is_written_into_a_hologram_that_changed_meanwhile(tmp_path: Path) -> None:
    """What somebody is writing stays as it is."""
    made = town(tmp_path, TICKET, ticket=TICKET_BODY)
    done = made.measure()
    made.spec.write_text(HEAD + TICKET + "# mine\n", encoding="utf-8")

    pinned = pin(done, made.config, tmp_path)

    assert () == pinned.added
    assert HEAD + TICKET + "# mine\n" == made.spec.read_text(encoding="utf-8")


def test_what_raises_is_offered_as_a_scenario_that_compiles(tmp_path: Path) -> None:
    """No example can say that a function raises."""
    spec = """
error Bad(text: str) "No level."

function level(text: str) -> int {
  "Two for high, one for low."
  raises  Bad
  ensures result in [1, 2]
  example level("high") == 2
  example level("low") == 1
}
"""
    body = (
        "def level(text: str) -> int:\n"
        '    if text not in ("high", "low"):\n'
        "        raise Bad(text)\n"
        '    return 2 if text == "high" else 1\n'
    )
    made = town(tmp_path, spec, level=body)

    pinned = pin(made.measure(), made.config, tmp_path)
    made.build()

    assert () == pinned.left
    assert any("then raises Bad" in one.statement for one in pinned.added)
    assert 1.0 == only(made.measure()).share


def test_a_change_that_nothing_tells_apart_counts_for_neither_side(tmp_path: Path) -> None:
    """Where the list is never empty, `>` and `>=` are one."""
    spec = """
function largest(xs: list[int]) -> int {
  "The largest."
  requires len(xs) > 0
  ensures  result == max(xs)
}
"""
    body = (
        "def largest(xs: list[int]) -> int:\n"
        "    best = xs[0]\n"
        "    for x in xs:\n"
        "        if x > best:\n"
        "            best = x\n"
        "    return best\n"
    )

    found = only(town(tmp_path, spec, largest=body).measure())

    assert ("if x > best:", "if x >= best:") in [(one.before, one.after) for one in found.alike]
    assert found.compared > 100
    assert 1.0 == found.share


def test_a_change_that_never_ends_is_caught_by_time(tmp_path: Path) -> None:
    """It is caught, and the report says how."""
    spec = """
function count(n: int) -> int {
  "Count up."
  requires 0 <= n <= 50
  ensures  result == n
}
"""
    body = "def count(n: int) -> int:\n    at = 0\n    while at < n:\n        at += 1\n    return at\n"

    found = only(town(tmp_path, spec, count=body).measure())

    assert found.by_time >= 1
    assert found.by_time < found.caught


def test_a_clause_that_the_judges_inputs_miss_is_named(tmp_path: Path) -> None:
    """A survivor that the contract forbids is another thing than one of which it says nothing."""
    spec = """
function odd_one(n: int) -> bool {
  "Whether a number is none of some that are hard to find."
  ensures result == ((n * n + n) % 101 != 90)
}
"""
    body = "def odd_one(n: int) -> bool:\n    return (n * n + n) % 101 != 90\n"
    made = town(tmp_path, spec, odd_one=body)

    found = only(replace(made, config=replace(made.config, limits=LimitsTable(inputs=4))).measure())

    assert found.survivors
    assert {"`result == ((n * n + n) % 101 != 90)` is ensured and does not hold"} == {
        one.against for one in found.survivors
    }
    assert {""} == {one.own for one in found.survivors}


def test_an_accepted_body_that_breaks_its_contract_is_found_out(tmp_path: Path) -> None:
    """The input that tells it from a change is one that the judge never tried; nothing is offered for it."""
    spec = """
function odd_one(n: int) -> bool {
  "Whether a number is none of some that are hard to find."
  ensures result == ((n * n + n) % 101 != 90)
}
"""
    body = "def odd_one(n: int) -> bool:\n    return (n * n + n) % 101 != 90 or n == 9\n"

    found = only(town(tmp_path, spec, inputs=4, odd_one=body).measure())

    wrong = [one for one in found.survivors if one.own]
    assert {("odd_one(9)", "")} == {(one.call, one.offer) for one in wrong}


def test_an_offer_that_does_not_compile_keeps_no_other_out(tmp_path: Path) -> None:
    """What the hologram refuses is named; the rest is written."""
    made = town(tmp_path, TICKET, ticket=TICKET_BODY)
    done = made.measure()
    (first, *rest) = done.found[0].survivors
    spoilt = first.model_copy(update={"offer": 'example ticket(7) == "half"'})
    found = done.found[0].model_copy(update={"survivors": (spoilt, *rest)})

    pinned = pin(replace(done, found=(found,)), made.config, tmp_path)

    assert ['example ticket(7) == "half"'] == [one.statement for one in pinned.left]
    assert "would not compile" in pinned.left[0].why
    text = made.spec.read_text(encoding="utf-8")
    assert "half" not in text
    assert pinned.added
    assert all(one.statement in text for one in pinned.added)


def test_bodies_that_the_hologram_says_are_left_out_unless_named(tmp_path: Path) -> None:
    """Their oracle is the whole answer."""
    spec = 'function double(n: int) -> int {\n  "Twice."\n  returns n * 2\n}\n'
    made = town(tmp_path, spec)

    assert (1, ()) == (made.measure().derived, made.measure().found)
    assert ["town.double"] == [one.function for one in made.measure("double").found]


def test_what_is_open_or_edited_is_not_measured(tmp_path: Path) -> None:
    """Only what was accepted as it is now can be changed; the report says what was left."""
    made = town(tmp_path, TICKET, ticket=TICKET_BODY)
    path = tmp_path / "generated" / "town" / "src" / "town" / "ticket.py"
    path.write_text(path.read_text(encoding="utf-8").replace("age < 6", "age < 7"), encoding="utf-8")

    done = made.measure()

    assert () == done.found
    assert [("town.ticket", True)] == [(one.id, one.counts) for one in done.left]


def test_a_second_run_measures_nothing(tmp_path: Path) -> None:
    """The same question has one answer."""
    made = town(tmp_path, TICKET, ticket=TICKET_BODY)
    first = made.measure()

    second = made.measure()

    assert (0, 1) == (first.remembered, second.remembered)
    assert first.found == second.found
    assert 0 == made.measure(most=3).remembered


def test_status_shows_the_strength_of_this_body_under_this_contract(tmp_path: Path) -> None:
    """What was measured before the contract changed is shown as nothing."""
    made = town(tmp_path, TICKET, ticket=TICKET_BODY)
    before = status(made.spec, made.config, tmp_path).rows[0]
    found = only(made.measure())
    after = status(made.spec, made.config, tmp_path).rows[0]
    made.spec.write_text(HEAD + TICKET.replace("130", "140"), encoding="utf-8")
    made.build()
    later = status(made.spec, made.config, tmp_path).rows[0]

    assert (0, 0) == (before.caught, before.told)
    assert (found.caught, found.caught + len(found.survivors)) == (after.caught, after.told)
    assert later.state in {"accepted", "weak"}
    assert 0 == later.told


@pytest.mark.parametrize("most", [1, 5])
def test_no_more_changes_are_judged_than_asked_for(tmp_path: Path, most: int) -> None:
    """The report says how many there are."""
    found = only(town(tmp_path, TICKET, ticket=TICKET_BODY).measure(most=most))

    assert most == found.judged
    assert found.made > most
