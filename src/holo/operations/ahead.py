"""Judge bodies before their turn comes, on all cores.

Each is judged in a copy of this process, on the assumption that those before it are accepted; a verdict is taken only
where, when its turn comes, the very same question is asked. So what comes out, and the order in which it is written
down, is what one process alone would have made: a wrong assumption costs time and nothing else.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from typing import TYPE_CHECKING

from holo.operations.stands import Stand, State
from holo.operations.verdicts import verdict_on
from holo.pycode.digest import body_digest
from holo.sandbox.crew import Crew, hands

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType
    from typing import Self

    from holo.operations.workshop import Workshop
    from holo.verify.prepare import Prepared
    from holo.verify.verdict import Verdict

WORTH = 8
"""Bodies that are worth a crew, which takes a tenth of a second to get ready."""


@dataclass(frozen=True, slots=True)
class _Step:
    """A body that is taken to stand from here on; without `body`, one that is not any more."""

    key: str
    source: str
    body: str


@dataclass(frozen=True, slots=True)
class _Task:
    """One body to judge, and what has changed around it since the hand was last asked."""

    key: str
    prepared: Prepared
    steps: tuple[_Step, ...]


class Ahead:
    """The crew of one run, if it is worth one, and what was asked of it. Close it, or use `with`."""

    def __init__(self, shop: Workshop) -> None:
        """Fork nothing yet: the first run of bodies that is long enough does."""
        self._shop = shop
        self._crew: Crew | None = None
        self._asked: dict[str, tuple[str, int]] = {}
        self._standing: dict[str, str] = {}
        self._steps: list[_Step] = []
        self._told: dict[int, int] = {}

    def __enter__(self) -> Self:
        """Return it."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the crew."""
        self.close()

    def close(self) -> None:
        """End the crew."""
        if self._crew is not None:
            self._crew.close()
            self._crew = None
        self._asked.clear()

    def start(self, bodies: Sequence[tuple[str, Prepared]]) -> None:
        """Have bodies judged, in the order in which their turns will come."""
        shop = self._shop
        for key, stand in shop.stands.items():
            self._step(key, stand.source if stand.stands else "", stand.body if stand.stands else "")
        todo: list[tuple[str, Prepared, str, int]] = []
        for key, prepared in bodies:
            if prepared.source is None:
                continue
            question = shop.question(key, prepared.source, {}, self._standing)
            if not shop.remembers(question):
                todo.append((key, prepared, question, len(self._steps)))
                if self._crew is not None or len(todo) == WORTH:
                    self._ask(todo)
            kept = shop.as_kept(key, prepared.source)
            self._step(key, kept, body_digest(kept))

    def _step(self, key: str, source: str, body: str) -> None:
        """Take a body to stand, or to stand no more."""
        if body != self._standing.get(key, ""):
            self._steps.append(_Step(key, source, body))
            if body:
                self._standing[key] = body
            else:
                del self._standing[key]

    def _ask(self, todo: list[tuple[str, Prepared, str, int]]) -> None:
        if self._crew is None:
            count = hands()
            if not count:
                return
            shop = self._shop
            self._crew = Crew(count, lambda: _hand(shop), lambda: shop.pool.close())  # noqa: PLW0108  the pool that the hand has by then
        for key, prepared, question, before in todo:
            self._asked[key] = (question, self._crew.ask(self._writer(key, prepared, before)))
        todo.clear()

    def verdict(self, key: str, question: str) -> Verdict | None:
        """Return the verdict on one body if this very question was asked of the crew and answered."""
        asked = self._asked.pop(key, None)
        if asked is None or self._crew is None:
            return None
        found = self._crew.answer(asked[1])
        if found is None or asked[0] != question:
            return None
        verdict: Verdict = pickle.loads(found)  # noqa: S301  written by our own copy, which runs no body
        return verdict

    def _writer(self, key: str, prepared: Prepared, upto: int) -> Callable[[int], bytes]:
        def write(hand: int) -> bytes:
            steps = self._steps[self._told.get(hand, 0) : upto]
            self._told[hand] = upto
            return pickle.dumps(_Task(key, prepared, tuple(steps)))

        return write


def _hand(shop: Workshop) -> Callable[[bytes], bytes]:
    """Return what a hand does with a task; it has servers of its own, and writes nothing down."""
    from holo.sandbox.pool import Pool

    shop.pool.forget()  # or the parent could not end its servers
    shop.pool = Pool(1, shop.pool.best)
    shop.pool.start()
    shop.journal = None
    shop.stands = {}

    def work(data: bytes) -> bytes:
        task = pickle.loads(data)  # noqa: S301  written by the process that this one is a copy of
        assert isinstance(task, _Task)
        for step in task.steps:
            state = State.ACCEPTED if step.body else State.OPEN
            shop.stands[step.key] = Stand(step.key, state, source=step.source, body=step.body)
        return pickle.dumps(verdict_on(shop, task.key, task.prepared, {}))

    return work
