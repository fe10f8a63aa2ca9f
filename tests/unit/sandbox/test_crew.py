from __future__ import annotations

import os
import signal
from contextlib import suppress

import pytest

from holo.sandbox.crew import Crew


def upper(data: bytes) -> bytes:
    """Answer with the task and the process that did it."""
    if data == b"die":
        os.kill(os.getpid(), signal.SIGKILL)
    if data == b"fail":
        raise ValueError("fail")
    return data.upper()


def alive(pids: list[int]) -> list[int]:
    """Return those of some processes that are still there."""
    found = []
    for pid in pids:
        with suppress(OSError):
            os.kill(pid, 0)
            found.append(pid)
    return found


def test_answers_come_by_number_whatever_the_order_of_asking_for_them() -> None:
    """Each task has its own answer, and large ones do not get stuck."""
    tasks = [b"a" * 300_000, b"b", b"", *[str(number).encode() for number in range(40)]]
    with Crew(2, lambda: upper) as crew:
        numbers = [crew.ask(lambda _, task=task: task) for task in tasks]  # type: ignore[misc]  # bound at once
        answers = [crew.answer(number) for number in reversed(numbers)]

    assert [task.upper() for task in tasks] == answers[::-1]


@pytest.mark.parametrize("task", [b"die", b"fail"])
def test_what_a_hand_cannot_do_has_no_answer_and_the_others_go_on(task: bytes) -> None:
    """A hand that dies takes its own tasks with it, and no others."""
    with Crew(2, lambda: upper) as crew:
        lost = crew.ask(lambda _: task)
        assert crew.answer(lost) is None
        assert crew.answer(crew.ask(lambda _: b"x")) == b"X"


def test_without_hands_nothing_is_answered() -> None:
    """When every hand has died, all that is asked has no answer, at once."""
    with Crew(1, lambda: upper) as crew:
        assert [None, None] == [crew.answer(crew.ask(lambda _, task=task: task)) for task in (b"die", b"x")]  # type: ignore[misc]  # bound at once


def test_nothing_is_left_behind() -> None:
    """Closing ends every hand, those at work included."""
    with Crew(2, lambda: upper) as crew:
        pids = [hand.pid for hand in crew._hands.values()]
        crew.ask(lambda _: b"x")
        assert pids == alive(pids)

    assert [] == alive(pids)
