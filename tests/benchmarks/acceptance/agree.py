"""Several candidates from different sources: how often accepted ones agree, and how often they are then right.

Draws five sources that answered without a second look, one answer of each, and takes the accepted ones. Those that
behave alike are one vote; an answer stands when the largest vote reaches the threshold and no other reaches as much.
"""

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from problems import Answer, Problem, Source

CANDIDATES = 5
_DRAWS = 400


class Row(Protocol):
    """A verdict as agreement needs it."""

    @property
    def accept(self) -> bool | None:
        """Whether the answer was accepted."""

    @property
    def group(self) -> int | None:
        """Accepted answers of a problem with the same number behave alike."""


def agreement(problems: Sequence[Problem], verdicts: Mapping[str, Row], sources: Mapping[str, Source]) -> str:
    """Return one line a threshold: the share of problems answered, and the share of the answers that are right."""
    draw = random.Random(5)
    counts = {votes: [0, 0, 0] for votes in range(1, CANDIDATES // 2 + 2)}  # tries, answered, right
    for problem in problems:
        pool = _by_source(problem, sources)
        for _ in range(_DRAWS):
            chosen = draw.sample(sorted(pool), min(CANDIDATES, len(pool)))
            answers = [draw.choices(*pool[key])[0] for key in chosen]
            for votes, count in counts.items():
                right = _answered(answers, verdicts, votes)
                count[0] += 1
                count[1] += right is not None
                count[2] += bool(right)
    lines = [f"{CANDIDATES} candidates from different sources, {_DRAWS} draws a problem:"]
    for votes, (tries, answered, right_ones) in counts.items():
        lines.append(
            f"  at least {votes} accepted and alike: {100 * answered / max(1, tries):.1f} % of the problems answered, "
            f"{100 * right_ones / max(1, answered):.1f} % of the answers right"
        )
    return "\n".join(lines)


def _by_source(problem: Problem, sources: Mapping[str, Source]) -> dict[str, tuple[list[Answer], list[int]]]:
    found: dict[str, tuple[list[Answer], list[int]]] = {}
    for answer in problem.answers:
        for key, count in answer.weights.items():
            if sources[key].first:
                row = found.setdefault(key, ([], []))
                row[0].append(answer)
                row[1].append(count)
    return found


def _answered(answers: Sequence[Answer], verdicts: Mapping[str, Row], votes: int) -> bool | None:
    """Return whether the answer that stands is right; None where none stands."""
    groups: Counter[int] = Counter()
    first: dict[int, Answer] = {}
    for answer in answers:
        row = verdicts.get(answer.sid)
        if row is None or not row.accept or row.group is None:
            continue
        groups[row.group] += 1
        first.setdefault(row.group, answer)
    ranked = groups.most_common(2)
    if not ranked or ranked[0][1] < votes or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return first[ranked[0][0]].right
