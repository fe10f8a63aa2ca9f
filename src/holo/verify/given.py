"""What hangs on an input alone, kept from one candidate of a function to the next.

How an input travels, which error is due, what the hologram itself says, and what the contract made of an answer that
another candidate gave to it. None of that asks the candidate, nor any other body. Inputs with ports are not kept: what
their fakes remember changes from call to call.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from holo.expr.values import Fake
from holo.sandbox.outcome import Kind

if TYPE_CHECKING:
    from holo.inputs.draw import Drawn
    from holo.ir import model as ir
    from holo.sandbox.outcome import Outcome
    from holo.sandbox.wire import Asked
    from holo.verify.contract import Fault

_ANSWERS = 16
"""Different answers to one input whose judgement is kept."""

_LONGEST = 4096
"""Characters of an answer whose judgement is kept."""


@dataclass(slots=True)
class Given:
    """One input. What is None, or not there, has not been asked yet."""

    asked: Asked | None = None
    due: tuple[ir.Raises | Fault | None] | None = None
    """The `raises` that holds; the fault where that cannot be computed."""
    right: tuple[object, Fault | None] | None = None
    """What `returns` or `table` says, or the fault where that cannot be computed."""
    key: tuple[str, ...] = ()
    judged: dict[str, tuple[Fault | None]] = field(default_factory=dict)
    """What the contract makes of an answer, by its text."""

    def judgement(self, outcome: Outcome) -> tuple[Fault | None] | None:
        """Return what was made of the same answer before."""
        return self.judged.get(outcome.text) if _whole(outcome) else None

    def keep(self, outcome: Outcome, fault: Fault | None) -> None:
        """Keep what was made of an answer."""
        if _whole(outcome) and len(self.judged) < _ANSWERS and len(outcome.text) <= _LONGEST:
            self.judged[outcome.text] = (fault,)


@dataclass(slots=True)
class Shared:
    """The inputs of a function or law, and what is known of each; `stored` are those chosen for tests, by branches."""

    drawn: Drawn
    stored: dict[tuple[str, ...], tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    _given: dict[int, Given] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Know the inputs by identity: they live as long as this does."""
        for arguments in self.drawn.inputs:
            if not any(isinstance(one, Fake) for one in arguments):
                self._given[id(arguments)] = Given()

    @property
    def inputs(self) -> tuple[tuple[object, ...], ...]:
        """Return the inputs."""
        return self.drawn.inputs

    def given(self, arguments: tuple[object, ...]) -> Given | None:
        """Return what is known of an input; None for one that was not drawn, or that has a port."""
        return self._given.get(id(arguments))


Draws: TypeAlias = "dict[str, Shared]"
"""Inputs by the id of a function or law, kept from one candidate to the next."""


def _whole(outcome: Outcome) -> bool:
    """Whether the text of an answer says all of it: not what Python's own errors carry, nor what became of arguments."""
    if outcome.changed or not outcome.text:
        return False
    return outcome.kind is Kind.RETURNED or (outcome.kind is Kind.RAISED and "." in outcome.error)
