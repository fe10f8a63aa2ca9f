"""When nobody is right, look at the hologram: an example that no candidate passes.

One of fifty shipped examples of a well-known benchmark is wrong. Candidates that were written apart, agree with
each other and keep the rest of the contract speak against an example that all of them fail. Runs no body.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from holo.codes import Code
from holo.verify.checks.checked import finding
from holo.verify.contract import fault
from holo.verify.verdict import Outcome

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from holo.ir import model as ir
    from holo.verify.fingerprint import Fingerprint
    from holo.verify.trial import Trial
    from holo.verify.verdict import Finding, Verdict

MANY: Final = 3
"""Different bodies that must agree before they are believed more than an example."""


def broken_example(verdicts: Sequence[Verdict]) -> str:
    """Return the id of the visible example that every verdict names as broken; empty where there is none."""
    named = []
    for verdict in verdicts:
        first = verdict.findings[0] if verdict.findings else None
        if verdict.outcome is not Outcome.REJECTED or first is None or first.code != Code.EXAMPLE_BROKEN.number:
            return ""
        named.append(first.clause)
    return named[0] if len(set(named)) == 1 else ""


def suspect(
    function: ir.Function, verdicts: Mapping[int, Verdict], group: Sequence[int], bodies: Mapping[int, str]
) -> Finding | None:
    """Return a finding against the example that all candidates fail, where enough different bodies agree.

    `verdicts` are those of all candidates, `group` the numbers of those that behave alike, `bodies` their digests.
    """
    clause = broken_example(list(verdicts.values()))
    example = next((each for each in function.examples if each.id == clause), None)
    agreed = len({bodies[number] for number in group})
    if example is None or agreed < MANY:
        return None
    first = verdicts[group[0]].findings[0]
    message = (
        f"No candidate passes this example; {agreed} that differ as texts agree on all inputs: look at the hologram"
    )
    return finding(
        first.check, Code.EXAMPLE_SUSPECT, example, message, call=first.input, got=first.got, suspect="hologram"
    )


def keeps_the_rest(trial: Trial, inputs: Sequence[tuple[object, ...]], print_: Fingerprint) -> bool:
    """Whether a body keeps the contract wherever it was run, examples aside."""
    for arguments, outcome in zip(inputs, print_.outcomes, strict=True):
        trial.recall(arguments, outcome)
        broken = fault(trial, arguments, outcome)
        if broken is not None and not broken.hologram:
            return False
    return True
