"""Calls in the words of the hologram: what a finding shows of an input.

A port is shown by its parameter, and what its fake did in the words of a failure scenario:
`remind([], post) given post.send raises ConnectionError at call 2`. Runs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.expr.values import Fake
from holo.sandbox.wire import Replies

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from holo.expr.values import FakeFunction
    from holo.ir import model as ir

_ANSWERS = 3  # so many answers of one function are shown


def call(
    function: ir.Function | ir.Law,
    arguments: Sequence[object],
    show: Callable[[object], str],
    given: Sequence[str] = (),
) -> str:
    """Return a call as it is written, and after it what its ports did; `given` says more of that."""
    written: list[str] = []
    said = list(given)
    for parameter, argument in zip(function.parameters, arguments, strict=True):
        if isinstance(argument, Fake):
            written.append(parameter.name)
            said += [each for each in doings(parameter.name, argument, show) if each not in said]
        else:
            written.append(show(argument))
    text = f"{function.name}({', '.join(written)})"
    return f"{text} given {' and '.join(said)}" if said else text


def doings(name: str, fake: Fake, show: Callable[[object], str]) -> Iterator[str]:
    """Yield the faults of a fake, and what it answered in the call that it remembers."""
    for key, function in fake.functions.items():
        place = f"{name}.{key}"
        if function.fault is not None:
            yield f"{place} raises {raised(function.fault, show)}"
        for number, error in sorted(function.faults.items()):
            yield f"{place} raises {raised(error, show)} at call {number}"
        answers = _answers(function) if function.fault is None else []
        if answers:
            yield f"{place} returns {', then '.join(map(show, answers))}"


def raised(error: BaseException, show: Callable[[object], str]) -> str:
    """Return an error as a scenario writes it: by its bare name where it carries nothing."""
    return show(error) if error.args else type(error).__name__


def _answers(function: FakeFunction) -> list[object]:
    """Return what a function answered to its first calls; the last answer goes on for ever."""
    reply = function.reply
    if reply is None or not function.replies or not function.calls:
        return []
    if isinstance(reply, Replies):
        answers = list(reply.values[: len(function.calls)])
    else:
        first = function.calls[0]
        answers = [reply(*(getattr(first, name) for name in function.parameters))]
    while len(answers) > 1 and answers[-1] == answers[-2]:
        del answers[-1]
    return answers[:_ANSWERS]
