"""Each promise of a contract is broken by a body of its own, which is refused; and an honest body is accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from holo.verify.verdict import Outcome
from tests.unit.verify import broken_containers, broken_numbers, broken_ports, broken_shapes, broken_texts
from tests.unit.verify.spoken import Case, heard

if TYPE_CHECKING:
    from holo.sandbox.pool import Pool

CASES = (
    *broken_numbers.CASES,
    *broken_texts.CASES,
    *broken_containers.CASES,
    *broken_shapes.CASES,
    *broken_ports.CASES,
)
WRONG = [(case, what) for case in CASES for what in case.wrong]

FORM_ALONE = frozenset({("state", "idy"), ("state", "glob")})
"""What only the form of a body gives away: an address and the time are the same for a moment."""


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_an_honest_body_is_accepted(case: Case, pool: Pool) -> None:
    """What keeps its contract stands."""
    verdict = heard(case.text, case.function, case.right, pool)

    assert (Outcome.ACCEPTED, ()) == (verdict.outcome, verdict.findings)


@pytest.mark.parametrize(("case", "what"), WRONG, ids=[f"{case.name}-{what}" for case, what in WRONG])
def test_a_body_that_breaks_one_thing_is_refused(case: Case, what: str, pool: Pool) -> None:
    """Accepting one of these would be the worst fault there is; what form sees, the runs see too."""
    verdict = heard(case.text, case.function, case.wrong[what], pool)
    if verdict.findings and verdict.findings[0].check in {"form", "lint"} and (case.name, what) not in FORM_ALONE:
        verdict = heard(case.text, case.function, case.wrong[what], pool, raw=True)

    assert Outcome.REJECTED is verdict.outcome


def test_the_order_of_a_set_is_no_answer(pool: Pool) -> None:
    """What hangs on the order in which a set is gone through is another answer in another process."""
    case = next(case for case in CASES if case.name == "setorder")

    verdict = heard(case.text, case.function, case.wrong["unordered"], pool)

    assert ("H711", "`names` gives another answer where sets are gone through in another order") == (
        verdict.findings[0].code,
        verdict.findings[0].message,
    )


def test_a_dict_in_another_order_is_the_same_value(pool: Pool) -> None:
    """Dicts are equal in any order; where the contract does not ask for one, nobody is refused for it."""
    case = next(case for case in CASES if case.name == "dictorder")
    body = (
        "def index(words: list[str]) -> dict[str, int]:\n    return {word: words.count(word) for word in set(words)}\n"
    )

    verdict = heard(case.text, case.function, body, pool)

    assert (Outcome.ACCEPTED, ()) == (verdict.outcome, verdict.findings)


def test_a_contract_that_asks_for_an_order_is_asked_in_both(pool: Pool) -> None:
    """A dict made of a set may happen to stand in order in one process, and not in another."""
    case = next(case for case in CASES if case.name == "dictlist")

    verdict = heard(case.text, case.function, case.wrong["fromset"], pool)

    assert Outcome.REJECTED is verdict.outcome
