"""What the words in a function's body mean: from a name as a writer uses it to an id.

Works on the IR by id. A ticket shows exactly these words, `form` lets them pass, `emit` imports them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from holo.ir import model as ir
from holo.ir import prelude

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Lookup: TypeAlias = Callable[[str], ir.Node | None]


@dataclass(frozen=True, slots=True)
class Scope:
    """`names` maps the words a body may use, bare or dotted, to ids.

    `unlisted` are functions of the same hologram that it would have to list under `uses` first: what a body calls is
    known before it is written, since its ticket shows it, its wave follows from it and its evidence names it. `ports` maps the
    parameters that are ports to the names of the port functions that it may call.
    """

    names: Mapping[str, str]
    unlisted: Mapping[str, str]
    ports: Mapping[str, frozenset[str]]


def scope_of(function: ir.Function, lookup: Lookup) -> Scope:
    """Return what the words in a function's body mean."""
    names: dict[str, str] = {}
    root = function.id.partition(".")[0]
    own = function.id.rpartition(".")[0]
    for expr in expressions(function):
        names.update(expr.names)
    for raised in function.raises:
        if "." in raised.error:
            names.setdefault(raised.error.rpartition(".")[2], raised.error)
    for key in function.uses:
        if not isinstance(lookup(key), ir.PortFunction):
            names.setdefault(key.rpartition(".")[2], key)
            names.setdefault(_dotted(key, root), key)
    unlisted: dict[str, str] = {}
    for package in dict.fromkeys((own, root)):
        node = lookup(package)
        if not isinstance(node, ir.Package):
            continue
        for shape in shapes(node):
            names.setdefault(shape.name, shape.id)
        for each in node.functions:
            unlisted.setdefault(each.name, each.id)
            unlisted.setdefault(_dotted(each.id, root), each.id)
    _reach(names, lookup)
    return Scope(names, {word: key for word, key in unlisted.items() if word not in names}, _ports(function, lookup))


def shapes(package: ir.Package) -> Iterator[ir.Alias | ir.Const | ir.Enum | ir.Record | ir.Error | ir.Port]:
    """Yield what a package declares that is named and not called."""
    yield from package.aliases
    yield from package.consts
    yield from package.enums
    yield from package.records
    yield from package.errors
    yield from package.ports


def expressions(function: ir.Function) -> Iterator[ir.Expr]:
    """Yield all types and expressions of a function's signature and clauses."""
    for each in function.parameters:
        yield each.type
        if each.default is not None:
            yield each.default
    yield function.returns
    for condition in (*function.requires, *function.ensures):
        yield condition.expr
    for raised in function.raises:
        yield from _present(raised.payload, raised.when)
    yield from derived(function)
    for example in function.examples:
        if not example.sealed:
            yield example.expr


def derived(function: ir.Function) -> Iterator[ir.Expr]:
    """Yield the expressions of a body that the hologram says itself."""
    match function.body:
        case ir.Returns() | ir.Flow():
            yield function.body.expr
        case ir.Table():
            for row in function.body.rows:
                yield from _present(row.when, row.value)
        case None:
            return


def _present(*found: ir.Expr | None) -> Iterator[ir.Expr]:
    return (each for each in found if each is not None)


def _dotted(key: str, root: str) -> str:
    return key.removeprefix(f"{root}.")


def _reach(names: dict[str, str], lookup: Lookup) -> None:
    # Who may name a record may name the types of its fields; a ticket shows them.
    waiting = list(names.values())
    seen: set[str] = set()
    while waiting:
        key = waiting.pop()
        if key in seen:
            continue
        seen.add(key)
        node = lookup(key)
        for expr in _shape_types(node):
            for word, target in expr.names.items():
                if names.setdefault(word, target) == target:
                    waiting.append(target)


def _shape_types(node: ir.Node | None) -> Iterable[ir.Expr]:
    match node:
        case ir.Alias():
            return (node.base,)
        case ir.Const():
            return (node.type,)
        case ir.Record() | ir.Error():
            return tuple(field.type for field in node.fields)
        case ir.Function() | ir.PortFunction():
            return (*(each.type for each in node.parameters), node.returns)
        case ir.Port():
            return tuple(expr for each in node.functions for expr in _shape_types(each))
        case _:
            return ()


def _ports(function: ir.Function, lookup: Lookup) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for each in function.parameters:
        port = port_of(each.type, lookup)
        if port is not None:
            listed = (key.rpartition(".") for key in function.uses)
            found[each.name] = frozenset(name for owner, _, name in listed if owner == port.id)
    return found


def port_of(type_: ir.Expr, lookup: Lookup) -> ir.Port | None:
    """Return the port that a parameter's type names, if it names one."""
    key = type_.names.get(type_.source)
    if key is None:
        key = f"prelude.{type_.source}"
        return prelude.PORTS.get(key)
    node = lookup(key)
    return node if isinstance(node, ir.Port) else prelude.PORTS.get(key)
