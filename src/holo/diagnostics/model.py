"""One report to the user, as a value.

Knows codes and spans; never how a report is shown (that is `render`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holo.codes import Code
    from holo.source import Span


class Severity(Enum):
    """How much a report weighs: an error stops what depends on it, a warning and a note stop nothing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Fix:
    """One edit that mends the fault: `span` is replaced by `text`."""

    span: Span
    text: str
    title: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault of a hologram: message without a full stop, user text in backticks, the hint an imperative."""

    code: Code
    message: str
    span: Span
    hint: str = ""
    severity: Severity = Severity.ERROR
    fix: Fix | None = None
