"""How much of a body its contract pins down: small changes of it, and which of them the judge does not notice.

A change is *caught* where the judge rejects it, a *survivor* where it is accepted although some input tells it
apart, and *alike* where no such input was found: that is never called proved. Changes that are undecided count for
neither side. Judges nothing itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from holo.verify.apart import Difference
from holo.verify.verdict import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from holo.ir import model as ir
    from holo.pycode.mutate import Mutant
    from holo.sandbox.program import Program
    from holo.verify.apart import Apart
    from holo.verify.prepare import Prepared
    from holo.verify.verdict import Verdict


class _Kept(BaseModel):
    """Base of what is kept between runs."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Survivor(_Kept):
    """One change that the judge does not notice.

    `call` is the smallest input found that tells it apart, `right` what the accepted body answers, `wrong` what the
    changed one does. `offer` is the statement that would pin it down, empty where none can: `silent` says why.
    `against` says how the changed one breaks the contract there: then it says enough, and the judge's inputs missed it.
    `own` says how the accepted body itself does.
    """

    operator: str
    line: int
    before: str
    after: str
    call: str
    right: str
    wrong: str
    offer: str = ""
    silent: str = ""
    against: str = ""
    own: str = ""


class Slip(_Kept):
    """One change of which nothing can be said: it is alike on all inputs tried, or the judge is undecided."""

    operator: str
    line: int
    before: str
    after: str
    why: str = ""


class Strength(_Kept):
    """What became of the changes of one body.

    `made` are all that there are and `judged` those chosen; `by_time` of the `caught` ones never ended. `alike` are
    not told apart by `compared` inputs; `same` are provably the same code; `refused` are no well-formed bodies.
    """

    function: str
    made: int
    judged: int
    caught: int
    by_time: int = 0
    refused: int = 0
    same: int = 0
    compared: int = 0
    survivors: tuple[Survivor, ...] = ()
    alike: tuple[Slip, ...] = ()
    undecided: tuple[Slip, ...] = ()

    @property
    def share(self) -> float | None:
        """Return the share caught of those that are known to be another function; None where there is none."""
        told = self.caught + len(self.survivors)
        return self.caught / told if told else None


def strength(
    function: ir.Function,
    chosen: Sequence[tuple[Mutant, Prepared]],
    judge: Callable[[Prepared], Verdict],
    apart: Apart,
    compose: Callable[[str], Program],
    offer: Callable[[Difference], dict[str, str]],
    *,
    made: int,
    same: int,
) -> Strength:
    """Judge changed bodies and hold those that are accepted against the original.

    `offer` writes down what would tell one apart, or why nothing can (`offer`, `silent`). `made` and `same` are the numbers of all changes and of those left out as provably the same.
    """
    caught = by_time = refused = compared = 0
    survivors: list[Survivor] = []
    alike: list[Slip] = []
    undecided: list[Slip] = []
    for mutant, ready in chosen:
        if ready.source is None:
            refused += 1
            continue
        verdict = judge(ready)
        if verdict.outcome is Outcome.REJECTED:
            caught += 1
            by_time += ran_out_of_time(verdict)
            continue
        if verdict.outcome is Outcome.UNDECIDED:
            why = next((found.message for found in verdict.findings), "")
            undecided.append(_slip(mutant, why))
            continue
        found = apart.difference(compose(ready.source))
        if isinstance(found, Difference):
            survivors.append(_survivor(mutant, found, {} if found.own else offer(found)))
        else:
            compared = found.inputs
            alike.append(_slip(mutant))
    return Strength(
        function=function.id,
        made=made,
        judged=len(chosen) - refused,
        caught=caught,
        by_time=by_time,
        refused=refused,
        same=same,
        compared=compared,
        survivors=tuple(survivors),
        alike=tuple(alike),
        undecided=tuple(undecided),
    )


def _slip(mutant: Mutant, why: str = "") -> Slip:
    return Slip(operator=mutant.operator.value, line=mutant.line, before=mutant.before, after=mutant.after, why=why)


def _survivor(mutant: Mutant, found: Difference, offer: Mapping[str, str]) -> Survivor:
    return Survivor(
        operator=mutant.operator.value,
        line=mutant.line,
        before=mutant.before,
        after=mutant.after,
        call=found.call,
        right=found.first_came,
        wrong=found.second_came,
        offer=offer.get("offer", ""),
        silent=offer.get("silent", ""),
        against=found.against,
        own=found.own,
    )


def ran_out_of_time(verdict: Verdict) -> bool:
    """Say whether a body was rejected since it did not end."""
    marks = ("no answer within", "processor time")
    return any(mark in text for found in verdict.findings for text in (found.got, found.message) for mark in marks)
