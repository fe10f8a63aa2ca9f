"""Where functions stand: the words in which a run speaks of them, and the folders in which their things lie.

Values only; decides nothing and reads nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from holo.config import Config
    from holo.operations.compile import Compiled
    from holo.verify.verdict import Finding, Verdict

Inputs: TypeAlias = "tuple[tuple[str, ...], ...]"
"""Calls worth keeping as tests, each argument as an expression in the hologram's words."""


class State(Enum):
    """Where one function stands."""

    ACCEPTED = "accepted"
    WEAK = "weak"  # accepted by a contract that trivial bodies pass, too
    REJECTED = "rejected"
    UNDECIDED = "undecided"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One proposed body: its text as handed in, who wrote it, and to which ticket.

    `note` says what is odd about it; `flags` say why a reply is no answer at all.
    """

    agent: str
    text: str
    model: str = ""
    ticket: str = ""
    note: str = ""
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stand:
    """What stands for one function after a run.

    `fresh` says that it was judged in this run and not remembered. `stored` are inputs for its generated tests, and
    `laws` for those of laws that it was held to, None where no one here remembers them.
    """

    id: str
    state: State
    agent: str = ""
    model: str = ""
    ticket: str = ""
    source: str = ""
    body: str = ""
    fresh: bool = False
    verdict: Verdict | None = None
    findings: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()
    stored: Inputs | None = None
    laws: Mapping[str, Inputs] = field(default_factory=dict)

    @property
    def stands(self) -> bool:
        """Say whether others may rest on it."""
        return self.state in {State.ACCEPTED, State.WEAK}


@dataclass(slots=True)
class Folders:
    """Where one root hologram's things lie."""

    package: Path
    build: Path
    recordings: Path
    lock: Path
    state: Path
    spec: Path


def folders(compiled: Compiled, config: Config, out: Path | None = None) -> Folders:
    """Return where things of a compiled root lie; `out` replaces the build folder."""
    root = config.root
    return Folders(
        package=root / config.project.generated / compiled.root,
        build=out if out is not None else root / config.project.build / compiled.root,
        recordings=root / config.project.recordings,
        lock=root / "holo.lock",
        state=root / ".holo",
        spec=compiled.path,
    )
