"""Ask a configured model for one function: route the ticket, ask, judge, keep the reply if it is wanted."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from holo.agents import replay
from holo.agents.fill import asker
from holo.agents.fill import fill as ask_model
from holo.agents.model import NO_MODEL, Model
from holo.errors import HoloError
from holo.operations.filling import stand_of
from holo.operations.stands import Candidate, Stand, State
from holo.operations.trust import refusal
from holo.verify.verdict import Outcome

if TYPE_CHECKING:
    from holo.config import Config, ModelTable
    from holo.operations.workshop import Workshop

ROLES = ("small", "large")
"""The roles that write bodies, cheapest first; the first that is configured is asked."""


def writer_of(config: Config) -> ModelTable | None:
    """Return the model that fills tickets, or None where none is configured."""
    if "model" not in config.agents.order:
        return None
    named = [config.models[role] for role in ROLES if role in config.models]
    return named[0] if named else next(iter(config.models.values()), None)


class Asking:
    """Asks one model for function after function.

    `failure` is why nobody is asked any more: a model that cannot be reached fails for all tickets alike, so that
    the first failure ends the asking and not the build. What has been judged is kept.
    """

    def __init__(self, table: ModelTable, *, record: bool) -> None:
        """Ask the model of a table; `record` keeps accepted replies under `recordings`."""
        self.failure: HoloError | None = None
        self._record = record
        self._ask = asker(os.environ, time.sleep, time.monotonic)
        self._model = Model(
            model=table.model,
            api_base=table.api_base,
            api_key_env=table.api_key_env,
            temperature=table.temperature,
            max_tokens=table.max_tokens,
            timeout=table.timeout,
        )

    def __call__(self, shop: Workshop, key: str) -> Stand:
        """Return where a function stands after the model was asked."""
        ticket = shop.planned.tickets[key]
        assert shop.journal is not None, "a model is asked only where its answers are kept"
        if self.failure is not None:
            return Stand(key, State.OPEN, ticket=ticket.hash, notes=("not asked for",))
        # Before anything is paid for: what comes back would not be judged.
        self.failure = refusal(shop.config, shop.pool, os.environ)
        if self.failure is not None:
            return Stand(key, State.OPEN, ticket=ticket.hash, notes=(self.failure.message,))
        try:
            filled = ask_model(
                ticket,
                shop.rules(key),
                self._model,
                journal=shop.journal,
                judge=lambda text: shop.judge(key, text, {}),
                ask=self._ask,
            )
        except HoloError as error:
            if error.code != NO_MODEL:
                raise
            self.failure = error
            return Stand(key, State.OPEN, ticket=ticket.hash, notes=(error.message,))
        if filled.verdict is None or filled.source is None:
            return Stand(
                key,
                State.OPEN,
                "model",
                self._model.model,
                ticket.hash,
                fresh=True,
                verdict=filled.verdict,
                findings=filled.verdict.findings if filled.verdict is not None else (),
                notes=(filled.reason,) if filled.reason else (),
            )
        if self._record and filled.verdict.outcome is not Outcome.REJECTED:
            replay.record(shop.folders.recordings, ticket, self._model.model, filled.reply)
        candidate = Candidate("model", filled.source, self._model.model, ticket.hash)
        return stand_of(shop, key, candidate, filled.verdict)


def asking(config: Config, *, record: bool) -> Asking | None:
    """Return what asks a model for a function, or None where no model is configured."""
    table = writer_of(config)
    return None if table is None else Asking(table, record=record)
