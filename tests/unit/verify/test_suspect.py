"""An example that nobody passes speaks against itself."""

from __future__ import annotations

import pytest

from holo.codes import Code
from holo.verify.suspect import suspect
from holo.verify.verdict import Finding, Outcome, Verdict
from tests.unit.verify import town

LABEL = next(one for one in town.FUNCTIONS if one.id == "town.label")
FIRST = "town.label/example/0"
SECOND = "town.label/example/1"


def failed(clause: str, code: str = "H703") -> Verdict:
    """Return a verdict that names a clause."""
    found = Finding(code=code, check="examples", message="It is not true", clause=clause, input="label(1)", got="`'1'`")
    return Verdict(function="town.label", outcome=Outcome.REJECTED, findings=(found,))


ACCEPTED = Verdict(function="town.label", outcome=Outcome.ACCEPTED)
ALL = {number: failed(FIRST) for number in range(3)}
DIFFERENT = {0: "a", 1: "b", 2: "c"}


def test_three_that_agree_are_believed_more_than_an_example() -> None:
    """The finding points at the example, and blames the hologram."""
    found = suspect(LABEL, ALL, (0, 1, 2), DIFFERENT)

    assert found is not None
    assert (Code.EXAMPLE_SUSPECT.number, FIRST, "hologram") == (found.code, found.clause, found.suspect)
    assert ("label(1)", "`'1'`") == (found.input, found.got)


@pytest.mark.parametrize(
    ("verdicts", "group", "bodies"),
    [
        (ALL, (0, 1), DIFFERENT),
        (ALL, (0, 1, 2), {0: "a", 1: "a", 2: "b"}),
        ({**ALL, 3: ACCEPTED}, (0, 1, 2), DIFFERENT),
        ({**ALL, 3: failed(SECOND)}, (0, 1, 2), DIFFERENT),
        ({number: failed(FIRST, "H706") for number in range(3)}, (0, 1, 2), DIFFERENT),
        ({number: failed("town.label/sealed/0", "H704") for number in range(3)}, (0, 1, 2), DIFFERENT),
    ],
    ids=["two agree", "the same text twice", "one passes", "another example", "a promise", "a sealed example"],
)
def test_less_is_not_enough(verdicts: dict[int, Verdict], group: tuple[int, ...], bodies: dict[int, str]) -> None:
    """Then the candidates stay the suspects."""
    assert suspect(LABEL, verdicts, group, bodies) is None
