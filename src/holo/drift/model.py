"""One disagreement between hologram, lock and code, as a value.

It says what moved, since when, and the commands that would settle it. Finds nothing by itself.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from holo.codes import Code
from holo.lift.finding import HARMLESS as DESCRIBED_HARMLESS

HARMLESS = DESCRIBED_HARMLESS | {Code.CHANGED_ALIKE, Code.FUNCTION_EXTRA, Code.UNVOUCHED, Code.LOCK_ALONE}
"""Kinds that are warnings: nothing that the hologram says is broken."""

EITHER = "either"
"""What moved where nothing records which side it was: of code that is described, the lock knows nothing."""

_BY_NUMBER = {code.number: code for code in Code}


@dataclass(frozen=True, slots=True)
class Drift:
    """One finding. `moved` is `hologram`, `code`, `both` or `either`; `path` and `line` (from 1) say where to look.

    `id` is a function's id, else the path of what it is about; `settle` pairs each command with what it does. `input` is
    the smallest call that shows it, `got` what came of it. `file` is the path inside the package that it follows from; of
    described code the path from the project.
    """

    code: Code
    id: str
    path: str
    message: str
    moved: str
    settle: tuple[tuple[str, str], ...]
    line: int = 1
    since: str = ""
    input: str = ""
    got: str = ""
    file: str = ""

    @property
    def severity(self) -> str:
        """Return `error` for what breaks something that the hologram says, else `warning`."""
        return "warning" if self.code in HARMLESS else "error"

    def as_json(self) -> dict[str, Any]:
        """Return it as a JSON object."""
        return {
            **asdict(self),
            "code": self.code.number,
            "severity": self.severity,
            "settle": [{"command": command, "does": does} for command, does in self.settle],
        }


def from_json(row: dict[str, Any]) -> Drift:
    """Return what `as_json` wrote."""
    known = {one.name: row[one.name] for one in fields(Drift)}
    settle = tuple((one["command"], one["does"]) for one in row["settle"])
    return Drift(**{**known, "code": _BY_NUMBER[row["code"]], "settle": settle})


def since(found: Drift, when: str) -> Drift:
    """Return a finding with the moment since which it holds."""
    return replace(found, since=when)
