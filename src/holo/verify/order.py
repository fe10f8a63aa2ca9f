"""Who must stand before whom: the call graph, its waves, and what a function reaches.

Works on IR `uses` and on the names in bodies and expressions. Decides nothing about any body.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.ir import model as ir

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    Lookup = Callable[[str], ir.Node | None]


def calls(function: ir.Function) -> Iterator[str]:
    """Yield the ids that a function's body may call: its `uses`, and what a body said in the hologram names.

    Port functions, records and constants are among them; whoever asks looks them up.
    """
    yield from function.uses
    match function.body:
        case ir.Returns(expr=expr) | ir.Flow(expr=expr):
            yield from expr.names.values()
        case ir.Table(rows=rows):
            for row in rows:
                if row.when is not None:
                    yield from row.when.names.values()
                yield from row.value.names.values()


def reach(start: Iterable[str], lookup: Lookup) -> dict[str, ir.Function]:
    """Return the functions that some ids and all that they call name, the ids themselves included, by id in order."""
    found: dict[str, ir.Function] = {}
    waiting = list(start)
    while waiting:
        key = waiting.pop()
        if key in found:
            continue
        node = lookup(key)
        if isinstance(node, ir.Function):
            found[key] = node
            waiting.extend(calls(node))
    return dict(sorted(found.items()))


def named(expressions: Iterable[ir.Expr], lookup: Lookup) -> dict[str, ir.Function]:
    """Return the functions that some expressions reach."""
    return reach((key for expr in expressions for key in expr.names.values()), lookup)


def waves(functions: Mapping[str, ir.Function]) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Return waves of groups of ids: a group calls itself and earlier waves alone.

    A group is one function, or several that call each other and are judged together. Ids stand in order within
    each; names outside `functions` are left out.
    """
    edges = {key: sorted({to for to in calls(node) if to in functions}) for key, node in functions.items()}
    depth: dict[str, int] = {}
    levels: list[list[tuple[str, ...]]] = []
    for group in _groups(edges):
        below = [depth[to] for key in group for to in edges[key] if to not in group]
        level = max(below, default=-1) + 1
        depth.update(dict.fromkeys(group, level))
        while len(levels) <= level:
            levels.append([])
        levels[level].append(group)
    return tuple(tuple(sorted(level)) for level in levels)


def _groups(edges: Mapping[str, list[str]]) -> Iterator[tuple[str, ...]]:
    """Yield strongly connected groups, called before callers (Tarjan, without recursion)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    for root in sorted(edges):
        if root in index:
            continue
        work = [(root, iter(edges[root]))]
        index[root] = low[root] = len(index)
        stack.append(root)
        on_stack.add(root)
        while work:
            key, rest = work[-1]
            for to in rest:
                if to not in index:
                    index[to] = low[to] = len(index)
                    stack.append(to)
                    on_stack.add(to)
                    work.append((to, iter(edges[to])))
                    break
                if to in on_stack:
                    low[key] = min(low[key], index[to])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[key])
                if low[key] == index[key]:
                    at = stack.index(key)
                    group = stack[at:]
                    del stack[at:]
                    on_stack.difference_update(group)
                    yield tuple(sorted(group))
