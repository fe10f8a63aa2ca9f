"""One difference between what a hologram describes and what the code holds, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from holo.codes import Code

HARMLESS: Final = frozenset({Code.UNDESCRIBED_FUNCTION, Code.DESCRIBED_MEMBER_EXTRA})
"""Kinds that are warnings: nothing that the hologram says is broken."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A difference. `id` is that of what the hologram describes; `path` and `line` (from 1) are where the code stands.

    `was` is what the hologram says and `now` what the code says, each as text, empty where there is nothing.
    """

    code: Code
    id: str
    path: str
    line: int
    message: str
    was: str = ""
    now: str = ""

    @property
    def severity(self) -> str:
        """Return `error` for what breaks something that the hologram says, else `warning`."""
        return "warning" if self.code in HARMLESS else "error"


@dataclass(frozen=True, slots=True)
class Seen:
    """What was known of a function's body when it was last accepted: its fingerprint, and the errors that it raises by name."""

    digest: str
    raises: tuple[str, ...] = ()
