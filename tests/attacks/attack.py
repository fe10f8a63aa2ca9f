"""What an attack is: a body of `fine(days)` that does something else, and how that ends at each level of the sandbox.

A body gives the word `"reached"` where it got what it wanted. Capital names in it stand for what the surroundings of a
test lay out: `FOLDER` (files to steal), `SCRATCH` (files to spoil), `PID` (somebody else's process), and the addresses
`TCP`, `UDP`, `STREAM`, `DATAGRAM`, `ABSTRACT`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from textwrap import dedent, indent
from typing import TYPE_CHECKING

from holo.sandbox.outcome import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from holo.sandbox.outcome import Outcome

_PLACES = re.compile(r"\b(FOLDER|SCRATCH|PID|TCP|UDP|STREAM|DATAGRAM|ABSTRACT)\b")


@dataclass(frozen=True)
class End:
    """How a call may end: one of some kinds; errors by name, and words of the message, where they matter."""

    kinds: tuple[Kind, ...]
    errors: tuple[str, ...] = ()
    words: str = ""
    values: tuple[object, ...] = ()

    def holds(self, outcome: Outcome) -> bool:
        """Say whether a call ended so."""
        if outcome.kind not in self.kinds or self.words not in outcome.message:
            return False
        if self.errors and outcome.error not in self.errors:
            return False
        return not self.values or any(
            type(value) is type(outcome.value) and value == outcome.value for value in self.values
        )


Ends = tuple[End, ...]

REFUSED: Ends = (
    End((Kind.RAISED,), ("PermissionError", "FileNotFoundError", "NotADirectoryError", "?gaierror", "?URLError")),
)
"""The layer in the way says no: permission denied, or no such file."""
NOWHERE: Ends = (End((Kind.RAISED,), ("FileNotFoundError",)),)
"""There is no such file: in the namespace of a strong sandbox the machine is not to be seen."""
REACHED: Ends = (End((Kind.RETURNED,), values=("reached",)),)
"""The attack gets what it wants: what this level does not stop."""
EITHER: Ends = (
    REFUSED
    + REACHED
    + (End((Kind.RAISED,), ("OSError", "RuntimeError", "BlockingIOError", "ValueError", "TimeoutError")),)
)
"""It depends on the user, and on the kernel's settings: nothing is promised at this level."""
BLOCKED: Ends = (*REFUSED, End((Kind.RAISED,), ("OSError", "RuntimeError", "BlockingIOError", "ValueError")))
"""Refused, in whatever words the library finds for it."""
TIMED_OUT: Ends = (End((Kind.TIMED_OUT,)),)
MEMORY: Ends = (End((Kind.MEMORY,)),)
EXHAUSTED: Ends = (
    *MEMORY,
    *TIMED_OUT,
    End((Kind.RAISED,), ("OverflowError", "MemoryError", "OSError", "ValueError")),
    End((Kind.CRASHED,)),
)
"""It runs into one limit or another; which is a matter of speed."""
CRASHED: Ends = (End((Kind.CRASHED,)),)
NOT_PLAIN: Ends = (End((Kind.PROTOCOL,), words="not plain data"),)
NO_FORM: Ends = (End((Kind.PROTOCOL,)),)
HONEST: Ends = (End((Kind.RETURNED,), values=(60,)),)
"""The attack changes nothing: the right answer comes back as if there were none."""
WRONG: Ends = (End((Kind.RETURNED,)),)
"""An answer like any other: that it is wrong is found by comparing."""
RAISED: Ends = (End((Kind.RAISED,)),)


@dataclass(frozen=True)
class Attack:
    """One hostile body.

    `strong`, `good` and `weak` say how a call ends at each level; what is not given is as at the level above. `codes` are
    those with which the judge may reject it, none where it is right to accept it. `form` says whether its form is in
    order, so that the sandbox is all that stands in its way. `spoils` says that it leaves marks in `SCRATCH` at *weak*.
    """

    name: str
    body: str
    strong: Ends
    good: Ends = ()
    weak: Ends = ()
    codes: str = "H703"
    form: bool = False
    spoils: bool = False
    module: bool = False
    function: str = "fine"
    argument: object = 3
    modules: tuple[str, ...] = ()

    def ends(self, level: str) -> Ends:
        """Return how a call may end at a level."""
        good = self.good or self.strong
        return {"strong": self.strong, "good": good, "weak": self.weak or good}[level]

    def source(self, places: Mapping[str, object]) -> str:
        """Return the body as a candidate, with the surroundings filled in."""
        text = dedent(self.body).strip("\n")
        if not self.module:
            text = f"{HEADS[self.function]}\n{indent(text, '    ')}"
        return _PLACES.sub(lambda found: repr(places[found[0]]), text) + "\n"


HEADS = {"fine": "def fine(days: int) -> int:", "label": "def label(number: int) -> str:"}
