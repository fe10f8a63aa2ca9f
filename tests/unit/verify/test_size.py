"""Inputs that are absurdly large: what a slow body gets for them, and never for nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.verify.verdict import Outcome, Status
from tests.unit.verify.spoken import heard

if TYPE_CHECKING:
    from holo.sandbox.pool import Pool

DEEP = """
function deep(n: int) -> int {
  "So deep."
  requires n >= 0
  table {
    n == 0    -> 0
    otherwise -> 1 + deep(n - 1)
  }
}
"""

TRIANGLE = """
function triangle(n: int) -> int {
  "All numbers up to n."
  requires n >= 0
  ensures %s
}
"""

COUNTING = """
def triangle(n: int) -> int:
    total = 0
    for one in range(n + 1):
        total += one
    return total
"""


def test_recursion_is_not_refused_where_the_contract_is_too_deep_itself(pool: Pool) -> None:
    """Where neither can be computed nothing is said; the rest is judged, and the verdict counts it."""
    body = "def deep(n: int) -> int:\n    return 0 if n == 0 else 1 + deep(n - 1)\n"

    verdict = heard(DEEP, "deep", body, pool)

    check = verdict.check("properties")
    assert check is not None
    assert (Outcome.ACCEPTED, Status.PASSED) == (verdict.outcome, check.status)
    assert 10 <= check.runs < 100
    assert "too large to say anything" in check.reason
    assert "nest more than 200 deep" in check.reason


def test_recursion_that_is_wrong_is_refused_all_the_same(pool: Pool) -> None:
    """Small inputs tell."""
    body = "def deep(n: int) -> int:\n    return 0 if n == 0 else 1 + deep(max(0, n - 2))\n"

    verdict = heard(DEEP, "deep", body, pool)

    assert (Outcome.REJECTED, "H712") == (verdict.outcome, verdict.findings[0].code)


def test_counting_is_not_refused_where_the_contract_counts_too(pool: Pool) -> None:
    """An `ensures` that runs out of fuel says nothing of a body that runs out of time."""
    verdict = heard(TRIANGLE % "result == sum(range(n + 1))", "triangle", COUNTING, pool)

    assert Outcome.ACCEPTED is verdict.outcome


def test_no_answer_to_an_absurd_number_is_undecided(pool: Pool) -> None:
    """Where the contract can be computed and the body cannot, nobody is accepted, and both ways out are named."""
    verdict = heard(TRIANGLE % "result * 2 == n * (n + 1)", "triangle", COUNTING, pool)

    found = verdict.findings[0]
    assert (Outcome.UNDECIDED, "H715", "hologram") == (verdict.outcome, found.code, found.suspect)
    assert "with numbers beyond 10000: bound them by a `requires` or a type" in found.message


def test_no_answer_to_a_small_number_is_refused(pool: Pool) -> None:
    """A body that does not end where anybody would wait for it is at fault."""
    body = COUNTING.replace("    total = 0\n", "    total = 0\n    while n == 7:\n        total += 1\n")

    verdict = heard(TRIANGLE % "result * 2 == n * (n + 1)", "triangle", body, pool)

    assert Outcome.ACCEPTED is not verdict.outcome


def test_a_wrong_answer_is_refused_beside_absurd_numbers(pool: Pool) -> None:
    """That some inputs say nothing hides no wrong body."""
    body = COUNTING.replace("return total", "return total + (n == 3)")

    verdict = heard(TRIANGLE % "result * 2 == n * (n + 1)", "triangle", body, pool)

    assert (Outcome.REJECTED, "triangle(3)") == (verdict.outcome, verdict.findings[0].input)


def test_hardly_any_input_is_no_evidence(pool: Pool) -> None:
    """Where nearly all inputs are too large for the contract, the verdict is undecided and says why."""
    wide = "sum(deep(n - 1 if n > 196 else 0) for each in range(9))"
    verdict = heard(
        DEEP.replace("n >= 0", "n == 0 or n > 195").replace("deep(n - 1)", wide),
        "deep",
        "def deep(n: int) -> int:\n    return (9 ** (n - 195) - 1) // 8 if n else 0\n",
        pool,
    )

    assert (Outcome.UNDECIDED, "hologram") == (verdict.outcome, verdict.findings[0].suspect)
