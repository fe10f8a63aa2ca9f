from __future__ import annotations

import pytest

from holo.expr.values import Fake
from holo.inputs.draw import Drawn
from holo.sandbox.outcome import Kind, Outcome
from holo.verify.given import Given, Shared

RETURNED = Outcome(Kind.RETURNED, 1, text='["returned",1,"",{}]')


def test_what_was_made_of_an_answer_is_known_when_the_same_one_comes_again() -> None:
    """That nothing was wrong is known, too, and another answer is another question."""
    given = Given()
    assert given.judgement(RETURNED) is None

    given.keep(RETURNED, None)

    assert (None,) == given.judgement(RETURNED)
    assert given.judgement(Outcome(Kind.RETURNED, 2, text='["returned",2,"",{}]')) is None


@pytest.mark.parametrize(
    "outcome",
    [
        Outcome(Kind.TIMED_OUT),
        Outcome(Kind.RETURNED, 1, text=RETURNED.text, changed=(0,)),
        Outcome(Kind.RAISED, ValueError("x"), "ValueError", text='["raised",null,"ValueError",{}]'),
    ],
)
def test_an_answer_whose_text_does_not_say_all_is_judged_each_time(outcome: Outcome) -> None:
    """What Python's own errors carry and what became of arguments stand elsewhere."""
    given = Given()
    given.keep(outcome, None)

    assert given.judgement(outcome) is None


def test_inputs_are_known_by_identity_and_those_with_ports_are_not() -> None:
    """A fake remembers calls: it is not the same input the second time."""
    plain, port = (1, [2]), (Fake("town.Bell", {}),)
    shared = Shared(Drawn((plain, port), 2, 2))

    assert shared.given(plain) is shared.given(plain) is not None
    assert shared.given((1, [2])) is None
    assert shared.given(port) is None
