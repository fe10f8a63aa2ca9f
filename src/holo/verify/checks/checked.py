"""What one check gives back, and how a fault becomes a finding."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from holo.verify.verdict import Check, Finding, Status

if TYPE_CHECKING:
    from holo.codes import Code
    from holo.ir import model as ir
    from holo.verify.contract import Fault


@dataclass(frozen=True, slots=True)
class Checked:
    """One check with its findings; `inputs` are the inputs it ran with, and by which clause each ended."""

    check: Check
    findings: tuple[Finding, ...] = ()
    inputs: tuple[tuple[object, ...], ...] = ()
    branches: tuple[str, ...] = field(default=())


def not_run(name: str, reason: str) -> Checked:
    """Return a check that had nothing to run."""
    return Checked(Check(name=name, status=Status.NOT_RUN, reason=reason))


def passed(name: str, runs: int) -> Checked:
    """Return a check that ran and found nothing; one without runs has not passed."""
    assert runs > 0, name
    return Checked(Check(name=name, status=Status.PASSED, runs=runs))


def failed(name: str, runs: int, *findings: Finding) -> Checked:
    """Return a check that found a candidate wrong."""
    assert findings, name
    check = Check(name=name, status=Status.FAILED, runs=runs, reason=findings[0].message)
    return Checked(check, findings)


def undecided(name: str, runs: int, reason: str, *findings: Finding) -> Checked:
    """Return a check that cannot say."""
    return Checked(Check(name=name, status=Status.UNDECIDED, runs=runs, reason=reason), findings)


def finding(
    name: str, code: Code, clause: ir.Node, message: str, *, call: str = "", got: str = "", suspect: str = "candidate"
) -> Finding:
    """Return a finding that points at a clause; the clause's own place is where the hologram says it."""
    node: Any = clause
    return Finding(
        code=code.number,
        check=name,
        message=message,
        clause=getattr(node, "id", ""),
        span=getattr(node, "span", None) or getattr(getattr(node, "expr", None), "span", None),
        input=call,
        got=got,
        suspect=suspect,
    )


def of_fault(name: str, fault: Fault, call: str) -> Finding:
    """Return the finding of a fault of one call."""
    suspect = "hologram" if fault.hologram else "candidate"
    return finding(name, fault.code, fault.clause, fault.message, call=call, got=fault.got, suspect=suspect)
