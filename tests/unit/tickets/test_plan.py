"""Plans: tickets, waves and groups of a project."""

from __future__ import annotations

import pytest

from holo.ir import model as ir
from holo.tickets.plan import plan
from holo.tickets.waves import waves
from tests.unit.tickets.lending import COUNT, MEMBERS, OPEN, OVERDUE, REMIND, TO_WRITE, hologram


def test_every_open_function_has_a_ticket() -> None:
    """And no derived one."""
    planned = plan(ir.Project(root="lending", holograms=(hologram(),)), file=lambda key: f"{key}.py")

    assert {OPEN.id, REMIND.id} == set(planned.tickets)
    assert {COUNT.id, MEMBERS.id, OVERDUE.id, TO_WRITE.id} == set(planned.derived)
    assert "lending.loans.open_loan.py" == planned.tickets[OPEN.id].file


def test_what_is_used_stands_in_an_earlier_wave() -> None:
    """Derived functions stand in the waves as well."""
    planned = plan(ir.Project(root="lending", holograms=(hologram(),)))

    assert (
        ((MEMBERS.id,), (OVERDUE.id,), (COUNT.id,)),
        ((TO_WRITE.id,), (OPEN.id,)),
        ((REMIND.id,),),
    ) == planned.waves


def test_groups_are_packages_with_something_open() -> None:
    """In the order of their names."""
    planned = plan(ir.Project(root="lending", holograms=(hologram(),)))

    assert {"lending.letters": (REMIND.id,), "lending.loans": (OPEN.id,)} == planned.groups


def test_the_tokens_are_those_of_all_tickets() -> None:
    """What a forecast starts from."""
    planned = plan(ir.Project(root="lending", holograms=(hologram(),)))

    assert sum(ticket.tokens for ticket in planned.tickets.values()) == planned.tokens


def test_a_ticket_that_does_not_fit_is_reported() -> None:
    """The others are planned all the same."""
    planned = plan(ir.Project(root="lending", holograms=(hologram(),)), max_tokens=100)

    assert ({}, 2) == (planned.tickets, len(planned.diagnostics))


@pytest.mark.parametrize(
    ("calls", "expected"),
    [
        ({}, ()),
        ({"a": ["b"], "b": []}, ((("b",),), (("a",),))),
        ({"a": ["a"]}, ((("a",),),)),
        ({"a": ["b"], "b": ["a"], "c": ["a"]}, ((("a", "b"),), (("c",),))),
        ({"a": ["elsewhere"]}, ((("a",),),)),
        ({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}, ((("d",),), (("b",), ("c",)), (("a",),))),
    ],
)
def test_waves(calls: dict[str, list[str]], expected: tuple[object, ...]) -> None:
    """Alone, in chains, in rings, in diamonds."""
    assert expected == waves(calls)


def test_a_chain_may_be_longer_than_pythons_stack() -> None:
    """Ten thousand functions, each calling the next."""
    calls = {f"f{number:05}": [f"f{number + 1:05}"] for number in range(10_000)}

    assert 10_000 == len(waves(calls))
