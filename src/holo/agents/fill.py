"""The loop around one model and one ticket: sample, throw away, judge, repair once, leave open.

Every question is in the journal before it is asked and every answer before it is read, and an answer that is in
the journal is not paid for again. Judges nothing itself.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from holo.agents import model as models
from holo.agents.repair import complaint, flagged
from holo.agents.reply import read_reply
from holo.provenance.digest import digest
from holo.provenance.journal import Entry, Judged
from holo.pycode.digest import body_digest
from holo.verify.verdict import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from holo.agents.model import Answer, Message, Model
    from holo.provenance.journal import Journal
    from holo.pycode.rules import FormRules
    from holo.tickets.ticket import Ticket
    from holo.verify.verdict import Verdict

SAMPLES = 3
"""Fresh samples of a ticket whose replies raise red flags."""


class Step(Enum):
    """Why a model was asked."""

    SAMPLE = "sample"
    REPAIR = "repair"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One question and what came of it.

    `flags` say why the reply was thrown away unread; `verdict` is there where it was judged. `number` is the
    attempt's in the journal; `paid` is False where the answer was found there.
    """

    step: Step
    model: str
    prompt: str
    answer: Answer
    number: int
    paid: bool
    flags: tuple[str, ...] = ()
    source: str | None = None
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Filled:
    """How it ended: `source` is the body that stands, or that waits for others (undecided); None for open.

    `reply` is the text that it came in, for the recording; `reason` says why the function stays open.
    """

    source: str | None
    verdict: Verdict | None
    attempts: tuple[Attempt, ...]
    reply: str = ""
    reason: str = ""

    @property
    def cost(self) -> float:
        """What was paid, in dollars."""
        return sum(attempt.answer.cost for attempt in self.attempts if attempt.paid)


def fill(
    ticket: Ticket,
    rules: FormRules,
    model: Model,
    *,
    journal: Journal,
    judge: Callable[[str], Verdict],
    ask: Callable[[Model, Sequence[Message]], Answer],
    samples: int = SAMPLES,
    repairs: int = 1,
    may_ask: Callable[[], bool] = lambda: True,
    fresh: bool = False,
) -> Filled:
    """Have a model write one function.

    `judge` takes the function in its kept form. `ask` is `model.ask` with its surroundings. `may_ask` is asked before
    every call that costs, so that a build stops at its budget. `fresh` asks anew even what the journal knows. Raises `HoloError` where the provider cannot be used.
    """
    desk = _Desk(ticket, model, journal, ask, may_ask, fresh=fresh)
    messages: list[Message] = [{"role": "user", "content": ticket.text}]
    attempts: list[Attempt] = []
    step, left, again = Step.SAMPLE, samples, repairs
    while True:
        asked = desk.ask(step, messages)
        if asked is None:
            return Filled(None, None, tuple(attempts), reason="The budget is spent")
        answer, number, paid = asked
        source, flags = _read(answer, rules, ticket)
        attempt = Attempt(step, model.model, messages[-1]["content"], answer, number, paid, flags, source)
        if source is None:
            attempts.append(attempt)
            if not answer.answered:
                return Filled(None, None, tuple(attempts), reason=answer.error)
            left -= 1
            if left <= 0:
                return Filled(None, None, tuple(attempts), reason=f"No usable reply: {flagged(flags)}")
            continue
        verdict = judge(source)
        journal.judged(
            Judged(ticket.id, body_digest(source), verdict.outcome.value, number, json.loads(verdict.model_dump_json()))
        )
        attempts.append(
            Attempt(step, attempt.model, attempt.prompt, answer, number, paid, verdict=verdict, source=source)
        )
        if verdict.outcome is not Outcome.REJECTED:
            return Filled(source, verdict, tuple(attempts), reply=answer.text)
        said = complaint(verdict)
        if said is None:
            return Filled(None, verdict, tuple(attempts), reason="What is wrong lies in the hologram, not in the body")
        if again <= 0:
            return Filled(None, verdict, tuple(attempts), reason="Judged wrong, and wrong again after its repair")
        again -= 1
        step = Step.REPAIR
        messages = [messages[0], {"role": "assistant", "content": answer.text}, {"role": "user", "content": said}]


def asker(
    environ: Mapping[str, str], sleep: Callable[[float], None], clock: Callable[[], float]
) -> Callable[[Model, Sequence[Message]], Answer]:
    """Return `model.ask` with its surroundings, for `fill`."""

    def ask(model: Model, messages: Sequence[Message]) -> Answer:
        return models.ask(model, messages, environ=environ, sleep=sleep, clock=clock)

    return ask


def _read(answer: Answer, rules: FormRules, ticket: Ticket) -> tuple[str | None, tuple[str, ...]]:
    if answer.error:
        return None, (answer.error,)
    reply = read_reply(answer.text, rules, ticket.max_answer)
    return reply.source, tuple(flag.message for flag in reply.flags)


class _Desk:
    """Asks, with the journal beside it."""

    def __init__(
        self,
        ticket: Ticket,
        model: Model,
        journal: Journal,
        ask: Callable[[Model, Sequence[Message]], Answer],
        may_ask: Callable[[], bool],
        *,
        fresh: bool,
    ) -> None:
        self._ticket = ticket
        self._model = model
        self._journal = journal
        self._ask = ask
        self._may_ask = may_ask
        # Answers of an earlier run, in their order; each is used once, for the same question to the same model.
        self._known: dict[str, list[Entry]] = {}
        for entry in () if fresh else journal.answered(ticket.hash):
            if entry.model == model.model:
                self._known.setdefault(entry.prompt_digest, []).append(entry)

    def ask(self, step: Step, messages: Sequence[Message]) -> tuple[Answer, int, bool] | None:
        prompt = json.dumps(messages, ensure_ascii=False)
        key = digest(prompt)
        known = self._known.get(key)
        if known:
            entry = known.pop(0)
            answer = models.Answer(
                entry.reply or "",
                entry.error,
                tokens_in=entry.tokens_in,
                tokens_out=entry.tokens_out,
                cost=entry.cost,
                seconds=entry.seconds,
            )
            return answer, entry.number, False
        if not self._may_ask():
            return None
        begun = Entry(self._ticket.id, self._ticket.hash, models.NAME, self._model.model, prompt, key, step=step.value)
        number = self._journal.begin(begun)
        answer = self._ask(self._model, messages)
        self._journal.answer(
            number,
            answer.text if answer.answered else None,
            error=answer.error,
            tokens_in=answer.tokens_in,
            tokens_out=answer.tokens_out,
            cost=answer.cost,
            seconds=answer.seconds,
        )
        return answer, number, True
