"""Inputs worth keeping: few, and different, for the tests that are generated with an accepted body.

Chooses among inputs that a verdict ran; draws none and runs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.expr.values import Fake

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MOST = 25
"""How many inputs of one function are kept."""

_LONGEST = 240  # characters of one input as it is written in a test


def chosen(
    inputs: Sequence[tuple[object, ...]], branches: Sequence[str], show: Callable[[object], str], most: int = MOST
) -> tuple[tuple[str, ...], ...]:
    """Return some inputs, each argument as it is written: one of each branch first, then in turn.

    `branches` names for each input how it ended: a `raises`, or a kind of result. Inputs that are long to write are
    left out. Tests make fakes of their own: what is written of one is its fault, as `function raises error`.
    """
    lanes: dict[str, list[tuple[str, ...]]] = {}
    seen: set[tuple[str, ...]] = set()
    for arguments, branch in zip(inputs, branches, strict=True):
        if branch == "undefined":
            continue
        written = tuple(_fault(one, show) if isinstance(one, Fake) else show(one) for one in arguments)
        if written not in seen and sum(map(len, written)) <= _LONGEST:
            seen.add(written)
            lanes.setdefault(branch, []).append(written)
    # Those that raise come first, then rare results before frequent ones; names make the order certain.
    order = sorted(lanes, key=lambda branch: ("raises" not in branch, len(lanes[branch]), branch))
    kept: list[tuple[str, ...]] = []
    for turn in range(max(map(len, lanes.values()), default=0)):
        kept += [lanes[branch][turn] for branch in order if turn < len(lanes[branch])]
    return tuple(kept[:most])


def _fault(fake: Fake, show: Callable[[object], str]) -> str:
    faults = [f"{name} raises {show(each.fault)}" for name, each in fake.functions.items() if each.fault is not None]
    return faults[0] if len(faults) == 1 else "..."
