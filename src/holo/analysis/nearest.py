"""The name that was probably meant.

Used only where something is already wrong. Never looks anything up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(word: str, candidates: Iterable[str]) -> str:
    """Return the candidate that is closest to `word`, the first of several; nothing where none is close.

    Case costs nothing, but of two that are close the one that begins in the same case is preferred.
    """
    limit = (len(word) > 2) + (len(word) > 4) + (len(word) > 8)
    best, found = 2 * limit + 4, ""
    low, upper = word.lower(), word[:1].isupper()
    for candidate in candidates:
        if not candidate or candidate == word or abs(len(candidate) - len(word)) > limit:
            continue
        distance = _distance(low, candidate.lower(), limit + 1)
        cost = 2 * distance + 3 * (candidate[0].isupper() != upper)
        if distance <= limit and cost < best:
            best, found = cost, candidate
    return found


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """Return a hint that names the nearest candidate, or nothing."""
    found = nearest(word, candidates)
    return f"Did you mean `{found}`?" if found else ""


def _distance(one: str, two: str, stop: int) -> int:
    """Return how many letters must change, swap, come or go; `stop` or more where it takes too many."""
    before: list[int] = []
    last = list(range(len(two) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, other in enumerate(two, 1):
            cost = min(last[j] + 1, row[-1] + 1, last[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == two[j - 2] and one[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) >= stop:
            return stop
        before, last = last, row
    return last[-1]
