"""A verdict: the evidence for or against one candidate.

Pydantic, frozen: verdicts go to the journal and the lock. A check that was skipped, that ran out of time or
that had nothing to run is never passed. Nothing here runs anything.
"""

from __future__ import annotations

from enum import Enum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from holo.source import Span


class Outcome(Enum):
    """What the judge says."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    UNDECIDED = "undecided"


class Status(Enum):
    """What became of one check. Only `PASSED` speaks for a candidate."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_RUN = "not_run"
    UNDECIDED = "undecided"


class Part(BaseModel):
    """Base of what a verdict is made of."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Finding(Part):
    """One thing that is wrong, in the words of the hologram.

    `clause` is the id of the clause that is broken and `span` its place; `input` the smallest call that shows it,
    `got` what came out. `suspect` says who is to blame: the candidate, the hologram, or what surrounds them.
    """

    code: str
    check: str
    message: str
    clause: str = ""
    input: str = ""
    got: str = ""
    suspect: str = "candidate"  # or "hologram", "surroundings"
    span: Annotated[Span | None, Field(exclude=True, repr=False)] = None


class Check(Part):
    """One check, how it ended, and how often it ran; `reason` says why not, or what a check that passed never reached."""

    name: str
    status: Status
    runs: int = 0
    reason: str = ""


class Verdict(Part):
    """What was run, with what, and what was found.

    `source` is the candidate in its final form (formatted), empty when its form was refused. `bodies` are the
    hashes of all bodies that the checks could run, by id. `stored` are inputs worth keeping as tests, each argument
    as an expression in the hologram's words; `laws` those of the laws that held, by id.
    """

    function: str
    outcome: Outcome
    weak: bool = False
    findings: tuple[Finding, ...] = ()
    checks: tuple[Check, ...] = ()
    seed: int = 0
    inputs: int = 0
    bodies: dict[str, str] = {}
    sandbox: str = ""
    source: str = ""
    stored: tuple[tuple[str, ...], ...] = ()
    laws: dict[str, tuple[tuple[str, ...], ...]] = {}

    @property
    def accepted(self) -> bool:
        """Whether the candidate stands, weakly or not."""
        return self.outcome is Outcome.ACCEPTED

    def check(self, name: str) -> Check | None:
        """Return the check of a name, if it was listed."""
        return next((check for check in self.checks if check.name == name), None)
