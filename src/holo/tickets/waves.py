"""The call graph in waves: what a function rests on stands in an earlier one.

Functions that call each other form one group. Knows ids only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def waves(calls: Mapping[str, Sequence[str]]) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Return waves of groups of ids, each sorted; ids that are called but not keys are taken to stand already."""
    depth: dict[str, int] = {}
    found: dict[int, list[tuple[str, ...]]] = {}
    for group in groups(calls):
        members = set(group)
        below = [depth[other] for key in group for other in calls[key] if other in depth and other not in members]
        level = 1 + max(below, default=-1)
        for key in group:
            depth[key] = level
        found.setdefault(level, []).append(group)
    return tuple(tuple(sorted(found[level])) for level in sorted(found))


def groups(calls: Mapping[str, Sequence[str]]) -> list[tuple[str, ...]]:
    """Return the strongly connected groups, what is called before what calls it (Tarjan, 1972).

    Keeps its own stack, since a chain of calls may be longer than Python's.
    """
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    open_: list[str] = []
    on_stack: set[str] = set()
    found: list[tuple[str, ...]] = []
    for start in sorted(calls):
        if start in index:
            continue
        index[start] = low[start] = len(index)
        open_.append(start)
        on_stack.add(start)
        work = [(start, iter(calls[start]))]
        while work:
            key, rest = work[-1]
            for other in rest:
                if other not in calls:
                    continue
                if other not in index:
                    index[other] = low[other] = len(index)
                    open_.append(other)
                    on_stack.add(other)
                    work.append((other, iter(calls[other])))
                    break
                if other in on_stack:
                    low[key] = min(low[key], index[other])
            else:
                work.pop()
                if work:
                    above = work[-1][0]
                    low[above] = min(low[above], low[key])
                if low[key] == index[key]:
                    group = [open_.pop()]
                    while group[-1] != key:
                        group.append(open_.pop())
                    on_stack.difference_update(group)
                    found.append(tuple(sorted(group)))
    return found
