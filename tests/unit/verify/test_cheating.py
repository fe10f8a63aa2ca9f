"""Bodies that know the examples and not the rule: each is refused, and by which check is said here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from holo.verify.verdict import Outcome, Status
from tests.unit.verify.cheats import BY_SEALED, CHEATS, HONEST, STRONG, WEAK
from tests.unit.verify.spoken import heard

if TYPE_CHECKING:
    from holo.sandbox.pool import Pool

FORM = frozenset(
    {
        "a dict of the examples",
        "a dict with an answer for the rest",
        "a dict with the nearest answer for the rest",
        "a chain of ifs",
        "conditional expressions",
        "a match",
        "a fallback in except",
        "names for the literals",
        "a default argument",
        "counting its calls",
        "reading its own docstring",
        "a default argument of its own",
        "a global",
    }
)
"""What is seen before it runs: the rule against special cases, or the form of a body."""

NOT_THE_EXAMPLES = frozenset({"reading its own docstring", "a default argument of its own", "a global"})
"""What does not even pass the visible examples where it runs: there is no docstring, and no more than one function."""


@pytest.mark.parametrize("shape", sorted(CHEATS))
def test_properties_refuse_what_is_known_by_heart(shape: str, pool: Pool) -> None:
    """Where `ensures` says the rule, generated inputs tell who knows it."""
    verdict = heard(STRONG, "score", CHEATS[shape], pool)

    check = "form" if shape in FORM else "properties"
    assert (Outcome.REJECTED, check) == (verdict.outcome, verdict.findings[0].check)


@pytest.mark.parametrize("shape", sorted(CHEATS))
def test_sealed_examples_refuse_what_is_known_by_heart(shape: str, pool: Pool) -> None:
    """Where nothing else says the rule, examples that no writer sees tell who knows it."""
    verdict = heard(BY_SEALED, "score", CHEATS[shape], pool)

    check = "form" if shape in FORM else "sealed examples"
    assert (Outcome.REJECTED, check) == (verdict.outcome, verdict.findings[0].check)


@pytest.mark.parametrize("shape", sorted(FORM - NOT_THE_EXAMPLES))
def test_what_form_refuses_would_be_refused_later_too(shape: str, pool: Pool) -> None:
    """Past the form check, the rest of the verdict comes to the same."""
    verdict = heard(STRONG, "score", CHEATS[shape], pool, raw=True)

    assert (Outcome.REJECTED, "properties") == (verdict.outcome, verdict.findings[0].check)


@pytest.mark.parametrize("shape", sorted(NOT_THE_EXAMPLES))
def test_tricks_with_the_surroundings_fail_the_examples(shape: str, pool: Pool) -> None:
    """A body stands alone in its file: docstring, globals and more parameters are not there."""
    verdict = heard(STRONG, "score", CHEATS[shape], pool, raw=True)

    assert (Outcome.REJECTED, "examples") == (verdict.outcome, verdict.findings[0].check)


@pytest.mark.parametrize("shape", sorted(CHEATS))
def test_a_contract_that_takes_a_cheat_is_called_weak(shape: str, pool: Pool) -> None:
    """Where examples are all that is said, nothing is plainly accepted."""
    verdict = heard(WEAK, "score", CHEATS[shape], pool)

    assert Outcome.REJECTED is verdict.outcome or verdict.weak


@pytest.mark.parametrize("text", [STRONG, BY_SEALED])
def test_the_rule_is_accepted(text: str, pool: Pool) -> None:
    """An honest body is accepted, and not weakly."""
    verdict = heard(text, "score", HONEST, pool)

    assert (Outcome.ACCEPTED, False, ()) == (verdict.outcome, verdict.weak, verdict.findings)


def test_a_weak_contract_makes_an_honest_body_weak(pool: Pool) -> None:
    """The verdict says which body by heart would pass, too."""
    verdict = heard(WEAK, "score", HONEST, pool)

    check = verdict.check("by heart")
    assert check is not None
    assert (Outcome.ACCEPTED, True, Status.UNDECIDED) == (verdict.outcome, verdict.weak, check.status)
    assert "a body that knows the examples by heart and gives `0` elsewhere passes, too" in check.reason


def test_examples_that_say_everything_are_not_weak(pool: Pool) -> None:
    """Where the examples are the whole domain, to know them by heart is to know the rule."""
    text = """
    function other(flag: bool) -> int {
      "One or two."
      example other(True) == 1
      example other(False) == 2
    }
    """

    verdict = heard(text, "other", "def other(flag: bool) -> int:\n    return 1 if flag else 2\n", pool)

    assert (Outcome.ACCEPTED, False) == (verdict.outcome, verdict.weak)


def test_a_law_may_refuse_what_is_known_by_heart(pool: Pool) -> None:
    """A contract is as strong as its laws, too."""
    text = """
    function double(n: int) -> int {
      "Twice."
      ensures result % 2 == 0
      example double(3) == 6
      example double(5) == 10
    }

    law adds(a: int, b: int) {
      ensures double(a + b) == double(a) + double(b)
    }
    """

    verdict = heard(text, "double", "def double(n: int) -> int:\n    return n + n\n", pool)

    assert (Outcome.ACCEPTED, False) == (verdict.outcome, verdict.weak)
