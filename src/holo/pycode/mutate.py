"""Mutants of a body: the same function with one small thing changed, as a mistake would change it.

Texts alone: nothing is run and nothing judged. What Python's own compiler takes for the same code is left out, and
so is every mutant that says what an earlier one says.
"""

from __future__ import annotations

import difflib
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

import libcst as cst

from holo.pycode.bytecode import same_bytecode
from holo.pycode.digest import body_digest
from holo.pycode.mutate_code import Operator, changes

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Mutant", "Mutants", "Operator", "mutants", "spread"]

_LINES = 3  # of a change that are shown; a branch that is gone may have been long


@dataclass(frozen=True, slots=True)
class Mutant:
    """One changed body: `before` and `after` are the lines that differ, `line` is the first of them.

    Where lines are put in between, `before` is empty.
    """

    operator: Operator
    line: int
    before: str
    after: str
    source: str


@dataclass(frozen=True, slots=True)
class Mutants:
    """All mutants of a body in the order of its text; `same` counts those left out since they are provably the same."""

    mutants: tuple[Mutant, ...]
    same: int


def mutants(source: str, errors: Sequence[str] = ()) -> Mutants:
    """Return the mutants of a function's source, the same each time.

    `errors` are the errors that its contract names: what a `raise` may be mistaken for.
    """
    module = cst.parse_module(source)
    function = next(each for each in module.body if isinstance(each, cst.FunctionDef))
    seen = {body_digest(source)}
    found: list[Mutant] = []
    same = 0
    for change in changes(function, errors):
        made = module.deep_replace(change.old, change.new)
        assert isinstance(made, cst.Module), change
        text = made.code
        key = body_digest(text)
        if key in seen:
            continue
        seen.add(key)
        if same_bytecode(source, text):
            same += 1
            continue
        line, before, after = _difference(source, text)
        found.append(Mutant(change.operator, line, before, after, text))
    return Mutants(tuple(sorted(found, key=lambda one: one.line)), same)


def spread(found: Sequence[Mutant], most: int, seed: int) -> tuple[Mutant, ...]:
    """Return at most so many mutants, spread over the operators and chosen by seed, in the order of the text."""
    if len(found) <= most:
        return tuple(found)
    lanes: dict[Operator, list[int]] = {}
    for at, one in enumerate(found):
        lanes.setdefault(one.operator, []).append(at)
    chance = random.Random(seed)  # noqa: S311  a sample, no secret
    for lane in lanes.values():
        chance.shuffle(lane)
    taken: list[int] = []
    for turn in range(max(map(len, lanes.values()))):
        taken += [lane[turn] for lane in lanes.values() if turn < len(lane)]
    return tuple(found[at] for at in sorted(taken[:most]))


def _difference(source: str, text: str) -> tuple[int, str, str]:
    """Return the first line that differs, and the lines on either side."""
    old, new = source.splitlines(), text.splitlines()
    blocks = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    moved = [block for block in blocks if block[0] != "equal"]
    start, stop = moved[0][1], moved[-1][2]
    first, last = moved[0][3], moved[-1][4]
    return start + 1, _shown(old[start:stop]), _shown(new[first:last])


def _shown(lines: list[str]) -> str:
    stripped = [line.strip() for line in lines if line.strip()]
    return "\n".join(stripped if len(stripped) <= _LINES else [*stripped[:_LINES], "…"])
