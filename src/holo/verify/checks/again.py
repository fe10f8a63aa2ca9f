"""The same inputs again: in the other order, and in a process with another order of sets and another time zone.

A function without a port gives one answer to one input, whatever was called before and wherever it runs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from holo.codes import Code
from holo.sandbox.outcome import Kind
from holo.verify.checks.checked import finding
from holo.verify.contract import alike, fault
from holo.verify.size import starved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from holo.sandbox.outcome import Outcome
    from holo.sandbox.program import Program
    from holo.sandbox.session import Session
    from holo.verify.trial import Trial
    from holo.verify.verdict import Finding

NAME = "properties"

_BATCH = 32
_UNORDERED = re.compile(r"\bset\b|frozenset|[{]|\.keys\b|\.items\b|hash|\bid\b")
_ZONED = re.compile(r"timestamp\b|\bastimezone\b|\bmktime\b|\blocaltime\b|\bctime\b|\bstrftime\b")
_ORDER, _ZONE = "where sets are gone through in another order", "in another time zone"


def again(trial: Trial, inputs: Sequence[tuple[object, ...]], first: Mapping[int, Outcome]) -> Finding | None:
    """Ask again for every answer in `first`, by the number of its input; return what is wrong with the second one."""
    # The other way round, so that what a body remembers of earlier calls shows.
    backwards = sorted(first, reverse=True)
    for at, outcome in outcomes(trial, trial.session, inputs, backwards):
        before = first[at]
        if outcome.text != before.text or outcome.kind is not before.kind:
            return _unlike(trial, inputs[at], before, outcome, "when it is called again")
    if trial.elsewhere is None:
        return None
    with trial.elsewhere() as session:
        for at, outcome in outcomes(trial, session, inputs, sorted(first)):
            before = first[at]
            if outcome.text == before.text or starved(outcome):
                continue
            if not _same(before, outcome):
                return _unlike(trial, inputs[at], before, outcome, trial.where)
            broken = fault(trial, inputs[at], outcome)
            if broken is not None and not broken.hologram:
                call = trial.shown(trial.function, inputs[at])
                message = f"{trial.where[:1].upper()}{trial.where[1:]}: {broken.message}"
                return finding(NAME, Code.NOT_REPEATABLE, broken.clause, message, call=call, got=broken.got)
    return None


def outcomes(
    trial: Trial,
    session: Session,
    inputs: Sequence[tuple[object, ...]],
    order: Sequence[int],
    left_out: Callable[[int, tuple[object, ...]], bool] = lambda _at, _arguments: False,
) -> Iterator[tuple[int, Outcome]]:
    """Call the candidate with inputs in an order; the fakes of an input remember its call while it is looked at."""
    for start in range(0, len(order), _BATCH):
        batch = list(order[start : start + _BATCH])
        while batch:
            # A call without an answer ends what was sent with it; the rest is sent again, or is left out by now.
            batch = [at for at in batch if not left_out(at, inputs[at])]
            for at in batch:
                for argument in inputs[at]:
                    trial.prepare(argument)
            answers = session.ask_many([trial.travelling(session, inputs[at]) for at in batch])
            for at, outcome in zip(batch, answers, strict=False):
                settled = trial.settled(trial.function, inputs[at], outcome)
                trial.recall(inputs[at], settled)
                yield at, settled
            batch = batch[len(answers) :]


def elsewhere(source: str, program: Program) -> str:
    """Return where a body may answer otherwise, in words; empty where its text hangs on neither order nor time zone."""
    unordered = bool(_UNORDERED.search(source)) or any("set[" in text for text in program.modules.values())
    return ", ".join(words for words, there in ((_ORDER, unordered), (_ZONE, bool(_ZONED.search(source)))) if there)


def _same(before: Outcome, outcome: Outcome) -> bool:
    """Whether two answers are one value, although a dict or set in them is written in another order."""
    if outcome.kind is not before.kind or outcome.error != before.error or outcome.calls != before.calls:
        return False
    if outcome.kind is Kind.RETURNED:
        return alike(before.value, outcome.value)
    return type(outcome.value) is type(before.value) and (
        not isinstance(outcome.value, BaseException)
        or not isinstance(before.value, BaseException)
        or not outcome.error
        or outcome.value.args == before.value.args
    )


def _unlike(trial: Trial, arguments: tuple[object, ...], before: Outcome, after: Outcome, where: str) -> Finding:
    name = trial.function.name
    call = trial.shown(trial.function, arguments)
    got = f"first {trial.came(before)}, then {trial.came(after)}"
    message = f"`{name}` gives {'another answer' if after.ran else 'no answer'} {where}"
    code = Code.NO_ANSWER if after.kind is Kind.TIMED_OUT else Code.NOT_REPEATABLE
    return finding(NAME, code, trial.function, message, call=call, got=got)
