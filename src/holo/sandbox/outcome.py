"""What came of one call, as a value. It judges nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Kind(Enum):
    """How a call ended."""

    RETURNED = "returned"
    RAISED = "raised"
    TIMED_OUT = "timed_out"
    MEMORY = "memory"
    CRASHED = "crashed"
    PROTOCOL = "protocol"  # what came back is no plain data, or no answer at all


@dataclass(frozen=True, slots=True)
class Told:
    """One call that a fake was told of: the port's function, and the arguments by parameter."""

    function: str
    arguments: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One call's end.

    `value` is the result, or the error raised as a value; `error` is the id or Python name of what was raised
    (`?Name` for a class that neither the program nor Python declares). `arguments_after` are the arguments as the
    call left them, `calls` what each fake among them was told, in order, by the argument's position.
    `text` is the answer as it came, canonical: two calls that did the same have the same text.
    """

    kind: Kind
    value: object = None
    error: str = ""
    message: str = ""
    arguments_after: tuple[object, ...] = ()
    calls: Mapping[int, tuple[Told, ...]] = field(default_factory=dict)
    seconds: float = 0.0
    changed: tuple[int, ...] = ()  # positions of the arguments that the call changed
    text: str = ""

    @property
    def ran(self) -> bool:
        """Whether the call came to an end of its own: a result or an error."""
        return self.kind in {Kind.RETURNED, Kind.RAISED}


@dataclass(frozen=True, slots=True)
class Limits:
    """What one judgement may use. Seconds are of the wall and measured by the judge; sizes in MiB.

    `answer` is the size of one answer as it travels; a session may give 32 of them.
    """

    call_seconds: float = 2.0
    session_seconds: float = 30.0
    memory: int = 512
    answer: int = 1
    inputs: int = 100  # generated for each function and law
