"""What a writer is told about a body that was judged wrong.

The smallest input that shows the fault, in the words of the hologram; never a sealed example, nor anything
from which one could be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from holo.verify.verdict import Finding, Verdict

_SEALED = "sealed"
_AGAIN = (
    "Find the mistake, and answer again by the rules of the task: exactly one fenced ```python block with the whole "
    "corrected function."
)


def complaint(verdict: Verdict) -> str | None:
    """Return what to tell the writer, or None where the fault is not the writer's."""
    mine = [finding for finding in verdict.findings if finding.suspect == "candidate"]
    if not mine:
        return None
    # Checks stop at the first that fails, so the first finding is the one to mend.
    return f"{_told(mine[0])}\n\n{_AGAIN}"


def flagged(flags: Sequence[str]) -> str:
    """Return red flags as one sentence."""
    return "; ".join(flags) if flags else "it could not be read"


def _told(finding: Finding) -> str:
    if finding.check.startswith(_SEALED):
        return "The function is wrong: it breaks the contract on an input that is not shown here."
    lines = [f"The function is wrong: {finding.message}"]
    if finding.input:
        lines.append(f"Smallest input that shows it: `{finding.input}`")
    if finding.got:
        lines.append(f"What came out: {finding.got}")
    return "\n".join(lines)
