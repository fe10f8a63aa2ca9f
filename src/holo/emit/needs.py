"""What declarations need of each other before Python can load them.

Pure graph work on the IR: which constants wait for a function, which types modules and which functions
stand in a ring and therefore cannot import each other at the top of their files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.ir import model as ir
from holo.pycode.scope import Lookup, shapes

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator


def rings(starts: Iterable[str], following: Callable[[str], Iterable[str]]) -> dict[str, int]:
    """Return, for each node that can reach itself through another, the number of its ring."""
    # Tarjan's algorithm without recursion: call graphs are deep.
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    waiting: set[str] = set()
    found: dict[str, int] = {}
    for start in starts:
        if start in index:
            continue
        work: list[tuple[str, Iterator[str]]] = []
        _enter(start, index, low, stack, waiting, work, following)
        while work:
            node, rest = work[-1]
            for next_ in rest:
                if next_ not in index:
                    _enter(next_, index, low, stack, waiting, work, following)
                    break
                if next_ in waiting:
                    low[node] = min(low[node], index[next_])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    ring = _leave(node, stack, waiting)
                    if len(ring) > 1:
                        found.update(dict.fromkeys(ring, index[node]))
    return found


def _enter(
    node: str,
    index: dict[str, int],
    low: dict[str, int],
    stack: list[str],
    waiting: set[str],
    work: list[tuple[str, Iterator[str]]],
    following: Callable[[str], Iterable[str]],
) -> None:
    index[node] = low[node] = len(index)
    stack.append(node)
    waiting.add(node)
    work.append((node, iter(tuple(following(node)))))


def _leave(node: str, stack: list[str], waiting: set[str]) -> list[str]:
    ring = []
    while True:
        last = stack.pop()
        waiting.discard(last)
        ring.append(last)
        if last == node:
            return ring


def type_rings(project: ir.Project) -> dict[str, int]:
    """Return the rings of packages whose types name each other, by package id."""
    edges: dict[str, set[str]] = {}
    home = {
        shape.id: package.id
        for hologram in project.holograms
        for package in hologram.packages
        for shape in shapes(package)
    }
    for hologram in project.holograms:
        for package in hologram.packages:
            named = {
                key for shape in shapes(package) for expr in shape_expressions(shape) for key in expr.names.values()
            }
            edges[package.id] = {home[key] for key in owners(named, home)} - {package.id}
    return rings(sorted(edges), lambda key: sorted(edges.get(key, ())))


def owners(keys: Iterable[str], home: Collection[str]) -> Iterator[str]:
    """Yield the declared ids that ids belong to: an enum for its member."""
    for key in keys:
        if key in home:
            yield key
        elif key.rpartition(".")[0] in home:
            yield key.rpartition(".")[0]


def shape_expressions(shape: ir.Node) -> Iterator[ir.Expr]:
    """Yield all types and expressions of a declaration that is no function."""
    match shape:
        case ir.Alias():
            yield shape.base
            if shape.where is not None:
                yield shape.where
        case ir.Const():
            yield shape.type
            yield shape.value
        case ir.Record() | ir.Error():
            for field in shape.fields:
                yield field.type
                if field.default is not None:
                    yield field.default
            if isinstance(shape, ir.Record):
                for invariant in shape.invariants:
                    yield invariant.expr
        case ir.Port():
            for function in shape.functions:
                yield from (each.type for each in function.parameters)
                yield from (each.default for each in function.parameters if each.default is not None)
                yield function.returns


def computed_constants(project: ir.Project, lookup: Lookup, packages: dict[str, int]) -> frozenset[str]:
    """Return the constants that cannot stand among the types: their value needs a function, or types in a ring.

    Such a constant has a module of its own, which is loaded when a function first needs it.
    """
    found: set[str] = set()
    consts = [const for hologram in project.holograms for package in hologram.packages for const in package.consts]
    for const in consts:
        own = const.id.rpartition(".")[0]
        for key in reached(const.value, lookup):
            node = lookup(key)
            other = key.rpartition(".")[0]
            in_ring = other != own and own in packages and packages.get(other) == packages[own]
            if isinstance(node, ir.Function) or in_ring:
                found.add(const.id)
                break
    return frozenset(found)


def reached(expr: ir.Expr, lookup: Lookup) -> Iterator[str]:
    """Yield the ids of all that is run when an expression is evaluated; functions are not looked into."""
    seen: set[str] = set()
    waiting = list(expr.names.values())
    while waiting:
        key = waiting.pop()
        if key in seen:
            continue
        seen.add(key)
        yield key
        for inner in _run(lookup(key)):
            waiting.extend(inner.names.values())


def _run(node: ir.Node | None) -> Iterator[ir.Expr]:
    match node:
        case ir.Const():
            yield node.value
        case ir.Alias():
            yield from shape_expressions(node)
        case ir.Record():
            # Making a record runs its checks, and those of its fields' types.
            yield from shape_expressions(node)
        case ir.Error():
            yield from (field.default for field in node.fields if field.default is not None)
        case _:
            return
