"""What became of everything that was to be lifted: counted, and what was left out listed with the reason."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that no hologram says: its path in the code, and why."""

    name: str
    reason: str


@dataclass(slots=True)
class Tally:
    """Counts of one lift. `left_out` is never a silent drop: each entry has its reason."""

    functions: int = 0
    methods: int = 0
    classes: int = 0
    constants: int = 0
    constants_without_value: int = 0
    examples: int = 0
    doctests_as_prose: int = 0
    raises: int = 0
    raises_with_condition: int = 0
    opaque_types: int = 0
    literal_types: int = 0
    defaults_without_value: int = 0
    left_out: list[LeftOut] = field(default_factory=list)

    def leave(self, name: str, reason: str) -> None:
        """Note what is left out."""
        self.left_out.append(LeftOut(name, reason))

    def as_json(self) -> dict[str, Any]:
        """Return the counts and the list as a JSON object."""
        counts = {name: getattr(self, name) for name in COUNTS}
        return {**counts, "left_out": [{"name": one.name, "reason": one.reason} for one in self.left_out]}


COUNTS = tuple(
    "functions methods classes constants constants_without_value examples doctests_as_prose raises raises_with_condition "
    "opaque_types literal_types defaults_without_value".split()
)
"""The names of all counts, in the order in which they are shown."""
