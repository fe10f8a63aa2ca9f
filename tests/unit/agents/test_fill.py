"""The loop around a model: over real HTTP where the model matters, with a scripted judge."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from holo.agents.fill import Filled, Step, asker, fill
from holo.agents.model import Answer, Model
from holo.errors import HoloError
from holo.ir.library import Library
from holo.provenance.journal import Journal
from holo.pycode.rules import FormRules, rules_for
from holo.tickets import ticket as tickets
from holo.tickets.stubs import Stubs
from holo.verify.verdict import Finding, Outcome, Verdict
from tests.unit.agents.scripted_server import Line, Script, serving
from tests.unit.tickets import lending

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from holo.tickets.ticket import Ticket

HEAD = "def open_loan(loans: list[Loan], copy: CopyId, member: Member, today: Day) -> list[Loan]:\n"
GOOD = f"```python\n{HEAD}    return [*loans, Loan(copy, member, today + TERM)]\n```\n"
WRONG = f"```python\n{HEAD}    return [Loan(copy, member, today + TERM), *loans]\n```\n"
WRONG_AGAIN = f"```python\n{HEAD}    return loans\n```\n"
TWO_BLOCKS = GOOD + GOOD
FINDING = Finding(
    code="H701",
    check="properties",
    message="`result[:-1] == loans` is not true",
    input="open_loan([a], 1)",
    got="[b, a]",
)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """A journal in a temporary folder."""
    with Journal(tmp_path) as opened:
        yield opened


@pytest.fixture(scope="module")
def ticket() -> Ticket:
    """The ticket of `open_loan`."""
    made, _ = tickets.write(lending.cut(lending.OPEN.id), Stubs())
    assert made is not None
    return made


@pytest.fixture(scope="module")
def rules() -> FormRules:
    """The form of an answer to it."""
    library = Library()
    library.add(lending.hologram())
    return rules_for(lending.OPEN, library.lookup)


def judge(source: str) -> Verdict:
    """Accept the body that keeps the order."""
    if "[*loans," in source:
        return Verdict(function=lending.OPEN.id, outcome=Outcome.ACCEPTED, source=source)
    return Verdict(function=lending.OPEN.id, outcome=Outcome.REJECTED, findings=(FINDING,))


def run(
    script: Script,
    ticket: Ticket,
    rules: FormRules,
    journal: Journal,
    judged: Callable[[str], Verdict] = judge,
    may_ask: Callable[[], bool] = lambda: True,
) -> Filled:
    """Fill the ticket from a scripted server."""
    ask = asker({}, lambda _: None, lambda: 0.0)
    model = Model("scripted", script.base, timeout=5.0)
    return fill(ticket, rules, model, journal=journal, judge=judged, ask=ask, may_ask=may_ask)


def test_a_good_reply_is_accepted_at_once(ticket: Ticket, rules: FormRules, journal: Journal) -> None:
    """One question, one answer, and the reply is there to be recorded."""
    with serving(Line(GOOD)) as script:
        filled = run(script, ticket, rules, journal)

    assert (1, GOOD) == (len(script.asked), filled.reply)
    assert "[*loans," in (filled.source or "")


def test_the_model_sees_the_ticket_and_nothing_else(ticket: Ticket, rules: FormRules, journal: Journal) -> None:
    """What is sent is the ticket's text, word for word."""
    with serving(Line(GOOD)) as script:
        run(script, ticket, rules, journal)

    assert [{"role": "user", "content": ticket.text}] == script.asked[0]["messages"]


def test_a_red_flag_is_thrown_away_and_sampled_again(ticket: Ticket, rules: FormRules, journal: Journal) -> None:
    """The second question is the first one, without a word about the flag."""
    with serving(Line(TWO_BLOCKS), Line(GOOD)) as script:
        filled = run(script, ticket, rules, journal)

    assert filled.source is not None
    assert script.asked[0]["messages"] == script.asked[1]["messages"]
    assert filled.attempts[0].flags == ("The reply has 2 fenced blocks; it must have exactly one",)


def test_red_flags_without_end_leave_the_function_open(ticket: Ticket, rules: FormRules, journal: Journal) -> None:
    """After a fixed number of samples the reason says what was wrong."""
    with serving(Line(TWO_BLOCKS)) as script:
        filled = run(script, ticket, rules, journal)

    assert (None, 3) == (filled.source, len(script.asked))
    assert "2 fenced blocks" in filled.reason


def test_a_wrong_body_is_repaired_with_the_smallest_input(ticket: Ticket, rules: FormRules, journal: Journal) -> None:
    """The writer sees its own answer and what is wrong with it."""
    with serving(Line(WRONG), Line(GOOD)) as script:
        filled = run(script, ticket, rules, journal)

    said = script.asked[1]["messages"]
    assert ["user", "assistant", "user"] == [message["role"] for message in said]
    assert "`open_loan([a], 1)`" in said[2]["content"]
    assert [Step.SAMPLE, Step.REPAIR] == [attempt.step for attempt in filled.attempts]
    assert filled.source is not None


def test_a_body_that_is_wrong_twice_stays_open(ticket: Ticket, rules: FormRules, journal: Journal) -> None:
    """One repair, then somebody else's turn."""
    with serving(Line(WRONG), Line(WRONG_AGAIN)) as script:
        filled = run(script, ticket, rules, journal)

    assert (None, 2) == (filled.source, len(script.asked))
    assert "wrong again" in filled.reason


def test_a_sealed_example_is_never_told(ticket: Ticket, rules: FormRules, journal: Journal) -> None:
    """The repair says that something is wrong, and not what."""
    sealed = FINDING.model_copy(
        update={"check": "sealed examples", "input": "open_loan([], 1, 'bob')", "got": "secret"}
    )

    def refuse(source: str) -> Verdict:
        found = judge(source)
        return found if found.accepted else found.model_copy(update={"findings": (sealed,)})

    with serving(Line(WRONG), Line(GOOD)) as script:
        run(script, ticket, rules, journal, refuse)

    told = script.asked[1]["messages"][2]["content"]
    assert "bob" not in told
    assert "secret" not in told


def test_a_fault_of_the_hologram_is_not_the_writers(ticket: Ticket, rules: FormRules, journal: Journal) -> None:
    """No repair is asked for what no body can mend."""
    fault = FINDING.model_copy(update={"suspect": "hologram"})

    def blame(_: str) -> Verdict:
        return Verdict(function=lending.OPEN.id, outcome=Outcome.REJECTED, findings=(fault,))

    with serving(Line(WRONG)) as script:
        filled = run(script, ticket, rules, journal, blame)

    assert 1 == len(script.asked)
    assert "hologram" in filled.reason


def test_a_truncated_reply_is_sampled_again(ticket: Ticket, rules: FormRules, journal: Journal) -> None:
    """Even where the part that came could be read."""
    with serving(Line(GOOD, finish="length"), Line(GOOD)) as script:
        filled = run(script, ticket, rules, journal)

    assert 2 == len(script.asked)
    assert filled.source is not None


def test_a_provider_that_fails_leaves_the_function_open(ticket: Ticket, rules: FormRules, journal: Journal) -> None:
    """The reason is the provider's, and the attempt is in the journal without an answer."""
    with serving(Line(status=500)) as script:
        filled = run(script, ticket, rules, journal)

    assert "(500)" in filled.reason
    assert [None] == [entry.reply for entry in journal.attempts()]


def test_an_answered_question_is_not_paid_twice(ticket: Ticket, rules: FormRules, journal: Journal) -> None:
    """A second run finds every answer in the journal, repairs too."""
    with serving(Line(WRONG), Line(GOOD)) as script:
        run(script, ticket, rules, journal)
        again = run(script, ticket, rules, journal)

    assert 2 == len(script.asked)
    assert [False, False] == [attempt.paid for attempt in again.attempts]
    assert again.source is not None


def test_a_fresh_run_asks_anew(ticket: Ticket, rules: FormRules, journal: Journal) -> None:
    """Whoever wants other answers than those of the journal can have them."""
    with serving(Line(WRONG), Line(WRONG_AGAIN), Line(GOOD)) as script:
        run(script, ticket, rules, journal)
        again = fill(
            ticket,
            rules,
            Model("scripted", script.base),
            journal=journal,
            judge=judge,
            ask=asker({}, lambda _: None, lambda: 0.0),
            fresh=True,
        )

    assert 3 == len(script.asked)
    assert again.source is not None


def test_a_spent_budget_asks_nothing(ticket: Ticket, rules: FormRules, journal: Journal) -> None:
    """The function stays open, and the reason says why."""
    with serving(Line(GOOD)) as script:
        filled = run(script, ticket, rules, journal, may_ask=lambda: False)

    assert (0, "The budget is spent") == (len(script.asked), filled.reason)


def test_the_question_is_in_the_journal_before_it_is_asked(ticket: Ticket, rules: FormRules, journal: Journal) -> None:
    """Whoever dies during a call leaves the question behind."""
    seen: list[int] = []

    def ask(_: Model, __: Sequence[dict[str, str]]) -> Answer:
        seen.append(len(journal.attempts(lending.OPEN.id)))
        raise HoloError("gone")

    with pytest.raises(HoloError, match="gone"):
        fill(ticket, rules, Model("m"), journal=journal, judge=judge, ask=ask)

    assert [1] == seen


def test_verdicts_are_in_the_journal(ticket: Ticket, rules: FormRules, journal: Journal) -> None:
    """Each with the attempt that it is about."""
    with serving(Line(WRONG), Line(GOOD)) as script:
        run(script, ticket, rules, journal)

    assert [("rejected", 1), ("accepted", 2)] == [(one.outcome, one.attempt) for one in journal.verdicts()]
