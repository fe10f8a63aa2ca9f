"""The judge on right and wrong bodies, in real processes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from holo.verify.verdict import Outcome, Status, Verdict
from tests.unit.verify.bodies import RIGHT, WRONG
from tests.unit.verify.town import PARITY, tried

if TYPE_CHECKING:
    from holo.sandbox.pool import Pool


@pytest.mark.parametrize("name", sorted(RIGHT))
def test_a_right_body_is_accepted(name: str, pool: Pool) -> None:
    """A reference body passes everything that was run."""
    verdict = tried(name, RIGHT[name], pool)

    assert (Outcome.ACCEPTED, ()) == (verdict.outcome, verdict.findings)


@pytest.mark.parametrize(("name", "body", "code"), WRONG, ids=[f"{at}-{row[0]}" for at, row in enumerate(WRONG)])
def test_a_wrong_body_is_refused_for_the_right_reason(name: str, body: str, code: str, pool: Pool) -> None:
    """Accepting a mutant is the worst fault there is."""
    verdict = tried(name, body, pool)

    assert (Outcome.REJECTED, code) == (verdict.outcome, verdict.findings[0].code)


def test_the_failing_input_is_small(pool: Pool) -> None:
    """A finding shows the smallest call found, and what came of it."""
    verdict = tried("fine", "def fine(days: int) -> int:\n    return max(0, min(days, 7)) * 20\n", pool)

    assert ("fine(8)", "`140`") == (verdict.findings[0].input, verdict.findings[0].got)


def test_a_finding_names_its_clause(pool: Pool) -> None:
    """The clause that is broken is the line of the hologram."""
    verdict = tried("renew", RIGHT["renew"].replace(" + 1", ""), pool)

    assert "town.renew/ensures/0" == verdict.findings[0].clause


def test_checks_after_a_failure_are_listed_as_not_run(pool: Pool) -> None:
    """What was skipped is said, and is never passed."""
    verdict = tried("open_loan", WRONG[-1][1].replace("send_all", "open_loan"), pool)

    statuses = {check.name: check.status for check in verdict.checks}

    assert {"form": Status.FAILED} == {
        name: status for name, status in statuses.items() if status is not Status.NOT_RUN
    }
    assert ["form", "lint", "examples", "sealed examples", "failures", "properties"] == list(statuses)


def test_a_sealed_example_is_not_told(pool: Pool) -> None:
    """Findings are shown to writers: what is sealed is in none of them."""
    verdict = tried("open_loan", RIGHT["open_loan"].replace("+ TERM", "- TERM"), pool)

    assert ["H704"] == [finding.code for finding in verdict.findings]
    assert "2026" not in verdict.model_dump_json(exclude={"source"})


def test_a_law_is_run_when_its_bodies_stand(pool: Pool) -> None:
    """A law that relates derived functions is a check of its own."""
    verdict = tried("fine", RIGHT["fine"], pool)

    law = verdict.check("law later_costs_more")

    assert law is not None
    assert (Status.PASSED, 60) == (law.status, law.runs)


def test_a_broken_law_refuses(pool: Pool) -> None:
    """A body that meets its own contract and breaks a law is refused with the smallest input."""
    verdict = tried("capped", "def capped(n: int) -> int:\n    return n % 11\n", pool)

    assert ("H714", "town.more/ensures/0", "more(10)") == (
        verdict.findings[0].code,
        verdict.findings[0].clause,
        verdict.findings[0].input,
    )


def test_a_law_without_all_its_bodies_is_listed(pool: Pool) -> None:
    """A law that waits for another body holds nobody up, and is not passed."""
    body = "def is_even(n: int) -> bool:\n    return n % 2 == 0\n"

    verdict = tried("is_even", body, pool, beside={"is_odd": "def is_odd(n): return n % 2 == 1"}, laws=(PARITY,))

    law = verdict.check("law parity")

    assert law is not None
    assert (Outcome.ACCEPTED, Status.NOT_RUN, "still open: renew") == (verdict.outcome, law.status, law.reason)


def test_an_open_body_leaves_the_verdict_undecided(pool: Pool) -> None:
    """What calls an open function is neither accepted nor refused."""
    body = "def is_even(n: int) -> bool:\n    return True if n == 0 else is_odd(n - 1)\n"

    verdict = tried("is_even", body, pool)

    assert (Outcome.UNDECIDED, "H718") == (verdict.outcome, verdict.findings[0].code)


def test_functions_that_call_each_other_are_judged_together(pool: Pool) -> None:
    """With the other candidate beside it, each is accepted, and the evidence names both."""
    even = "def is_even(n: int) -> bool:\n    return True if n == 0 else is_odd(n - 1)\n"
    odd = "def is_odd(n: int) -> bool:\n    return False if n == 0 else is_even(n - 1)\n"

    verdict = tried("is_even", even, pool, beside={"is_odd": odd})

    assert Outcome.ACCEPTED is verdict.outcome
    assert ["town.is_even", "town.is_odd"] == list(verdict.bodies)


def test_an_undefined_contract_blames_the_hologram(pool: Pool) -> None:
    """An `ensures` without a value on a valid input is neither passed nor failed."""
    verdict = tried(
        "longest", "def longest(words: list[str]) -> str:\n    return max(words, key=len, default='')\n", pool
    )

    assert (Outcome.UNDECIDED, "H716", "hologram") == (
        verdict.outcome,
        verdict.findings[0].code,
        verdict.findings[0].suspect,
    )


def test_an_undefined_contract_hides_no_wrong_body(pool: Pool) -> None:
    """Where another input shows that the body is wrong, it is refused."""
    verdict = tried(
        "longest", "def longest(words: list[str]) -> str:\n    return min(words, key=len, default='')\n", pool
    )

    assert (Outcome.REJECTED, "H706") == (verdict.outcome, verdict.findings[0].code)


def test_almost_no_input_is_no_evidence(pool: Pool) -> None:
    """A contract that hardly any input fulfils leaves the verdict undecided."""
    verdict = tried("doubled", "def doubled(n: int) -> int:\n    return n * 2\n", pool)

    assert (Outcome.UNDECIDED, "H717") == (verdict.outcome, verdict.findings[0].code)


def test_a_weak_contract_is_called_weak(pool: Pool) -> None:
    """What trivial bodies pass is accepted weakly."""
    verdict = tried("first", RIGHT["first"], pool, weak=("None",))

    assert (Outcome.ACCEPTED, True) == (verdict.outcome, verdict.weak)


def test_a_verdict_survives_its_json(pool: Pool) -> None:
    """Journal and lock get back what they were given."""
    verdict = tried("open_loan", RIGHT["open_loan"], pool)

    again = Verdict.model_validate_json(verdict.model_dump_json())

    assert verdict == again


def test_the_same_seed_gives_the_same_verdict(pool: Pool) -> None:
    """Two judgements of one body are one text."""
    first = tried("renew", RIGHT["renew"], pool)
    second = tried("renew", RIGHT["renew"], pool)

    assert first.model_dump_json() == second.model_dump_json()


def test_evidence_lists_the_bodies_that_ran(pool: Pool) -> None:
    """Hashes of the candidate and of all that it may call are in the verdict."""
    verdict = tried("remind", RIGHT["remind"], pool)

    assert ["town.members", "town.overdue", "town.remind", "town.to_write"] == list(verdict.bodies)


def test_stored_inputs_cover_each_error_first(pool: Pool) -> None:
    """The inputs for generated tests begin with one that raises, and are few."""
    verdict = tried("renew", RIGHT["renew"], pool)

    assert verdict.stored[0][0].endswith(", 2)")
    assert len(verdict.stored) <= 25


BY_HEART = (
    "    if number == 1:\n        return 'one'\n    if number == 2:\n        return 'two'\n    return 'three'\n",
    "    return {1: 'one', 2: 'two', 3: 'three'}.get(number, 'many')\n",
    "    return ['one', 'two', 'three'][number - 1] if 0 < number < 4 else 'none'\n",
    "    match number:\n        case 1:\n            return 'one'\n        case 2:\n            return 'two'\n        case _:\n            return 'three'\n",
    "    return 'one two three'.split()[(number - 1) % 3]\n",
)


@pytest.mark.parametrize("shape", range(len(BY_HEART)))
def test_examples_by_heart_are_refused(shape: int, pool: Pool) -> None:
    """Even past the form check, sealed examples tell who knows the examples from who knows the rule."""
    verdict = tried("label", f"def label(number: int) -> str:\n{BY_HEART[shape]}", pool, raw=True)

    assert (Outcome.REJECTED, "H704") == (verdict.outcome, verdict.findings[0].code)
