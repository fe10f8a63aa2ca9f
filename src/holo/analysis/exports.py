"""What other holograms can see of one: a summary that fits into JSON.

Made from the IR, so that a file whose IR is cached need not be parsed again for those that use it. Holds
names, kinds, parameters, fields and members; never a contract, a body or a doc.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from holo.analysis.symbols import OWNERS, Kind, Slot, Symbol
from holo.ir.described import can_be_left_out, defined
from holo.ir.library import declarations

if TYPE_CHECKING:
    from collections.abc import Iterable

from holo.ir import model as ir


@dataclass(frozen=True, slots=True)
class Exports:
    """The names of one hologram, in order of their ids.

    `broken` are names that were declared with errors: naming them is no second error; `whole` says that nothing was
    left out, here and in all that is used. `symbols` holds packages too; port functions stand inside their ports.
    """

    name: str
    path: str
    words: int = 0
    symbols: tuple[Symbol, ...] = ()
    broken: tuple[str, ...] = ()
    whole: bool = True
    code: str = ""  # what the hologram describes

    def data(self) -> dict[str, Any]:
        """Return the same as plain JSON data."""
        return {
            "name": self.name,
            "path": self.path,
            "words": self.words,
            "symbols": [_pack(one) for one in self.symbols],
            "broken": list(self.broken),
            "whole": self.whole,
            **({"code": self.code} if self.code else {}),
        }

    @staticmethod
    def of(data: dict[str, Any]) -> Exports:
        """Return the exports that `data` was made from."""
        symbols, broken = tuple(map(_unpack, data["symbols"])), tuple(data["broken"])
        code = data.get("code", "")
        return Exports(data["name"], data["path"], data["words"], symbols, broken, data["whole"], code)


def exports_of(
    hologram: ir.Hologram, path: str, *, words: int = 0, broken: Iterable[str] = (), whole: bool = True
) -> Exports:
    """Return what users of a hologram can see; `path` is the one that messages show."""
    prefix = len(hologram.name) + 1
    found = [
        symbol
        for id_, node in declarations(hologram)
        if (symbol := _symbol(id_, node, id_[prefix:].rpartition(".")[0])) is not None
    ]
    if hologram.code:
        found = _with_methods(
            found, {function.id: function.owner for p in hologram.packages for function in p.functions}
        )
    computable = _computable(hologram)
    for symbol in found:
        symbol.computable = symbol.id in computable
    found.sort(key=lambda one: one.id)
    return Exports(hologram.name, path, words, tuple(found), tuple(sorted(broken)), whole, hologram.code)


def _with_methods(found: list[Symbol], owners: dict[str, str]) -> list[Symbol]:
    """Return the symbols without methods and classes in classes, which stand in their owners."""
    by_id = {one.id: one for one in found}
    kept: list[Symbol] = []
    for one in found:
        owner = by_id.get(owners.get(one.id, "") or (one.id.rpartition(".")[0] if one.kind is Kind.CLASS else ""))
        if owner is not None and owner.kind in OWNERS:
            owner.functions[one.name.rpartition(".")[2]] = one
            one.package = owner.package
        else:
            kept.append(one)
    return kept


def _computable(hologram: ir.Hologram) -> set[str]:
    """Return the ids of the functions that the hologram itself defines, flows over such functions included."""
    done: set[str] = set()
    flows: list[tuple[str, ir.Flow]] = []
    own: set[str] = set()
    for package in hologram.packages:
        for function in package.functions:
            own.add(function.id)
            if isinstance(function.body, ir.Flow):
                flows.append((function.id, function.body))
            elif defined(function):
                done.add(function.id)
    moved = True
    while moved:
        left = [
            (id_, flow) for id_, flow in flows if not all(n in done or n not in own for n in flow.expr.names.values())
        ]
        moved = len(left) < len(flows)
        remaining = {id_ for id_, _ in left}
        done.update(id_ for id_, _ in flows if id_ not in remaining)
        flows = left
    return done


def _typed(expr: ir.Expr) -> str:
    """Return a type with ids in place of names, where it is one name or a container of one."""
    source, names = expr.source, expr.names
    if not names or source in names:
        return names.get(source, source)
    head, bracket, rest = source.partition("[")
    inner, comma, tail = rest[:-1].partition(", ...")
    return f"{head}[{names[inner]}{comma}{tail}]" if bracket and inner in names else ""


def _slots(parts: Iterable[ir.Parameter | ir.RecordField]) -> tuple[Slot, ...]:
    return tuple(Slot(one.name, _typed(one.type), one.default is None) for one in parts)


def _taken(parts: Iterable[ir.Parameter]) -> tuple[Slot, ...]:
    usual = "positional_or_keyword"
    return tuple(
        Slot(one.name, _typed(one.type), not can_be_left_out(one), "" if one.kind == usual else one.kind)
        for one in parts
    )


def _symbol(id_: str, node: ir.Node, package: str) -> Symbol | None:
    match node:
        case ir.Package(name=""):
            return None
        case ir.Package():
            return Symbol(Kind.PACKAGE, id_, node.name, foreign=True)
        case ir.Alias():
            return Symbol(Kind.ALIAS, id_, node.name, package, returns=_typed(node.base), foreign=True)
        case ir.Const():
            return Symbol(Kind.CONST, id_, node.name, package, returns=_typed(node.type), foreign=True)
        case ir.Enum():
            return Symbol(Kind.ENUM, id_, node.name, package, members=tuple(m.name for m in node.members), foreign=True)
        case ir.Record():
            return Symbol(Kind.RECORD, id_, node.name, package, slots=_slots(node.fields), foreign=True)
        case ir.Error():
            return Symbol(Kind.ERROR, id_, node.name, package, slots=_slots(node.fields), foreign=True)
        case ir.Port():
            functions = {one.name: _port_function(one) for one in node.functions}
            return Symbol(Kind.PORT, id_, node.name, package, functions=functions, foreign=True)
        case ir.Function():
            return Symbol(
                Kind.FUNCTION,
                id_,
                node.name,
                package,
                slots=_taken(node.parameters)[node.binding == "class" :],
                returns=_typed(node.returns),
                is_async=node.is_async,
                generic=node.type_parameters,
                foreign=True,
                binding=node.binding,
            )
        case ir.Class():
            slots = _slots(node.fields)
            return Symbol(Kind.CLASS, id_, node.name, package, slots=slots, foreign=True, unlisted=bool(node.bases))
        case ir.Opaque():
            return Symbol(Kind.OPAQUE, id_, node.name, package, foreign=True)
        case ir.Law():
            return Symbol(Kind.LAW, id_, node.name, package, slots=_slots(node.parameters), foreign=True)
        case _:
            return None


def _port_function(node: ir.PortFunction) -> Symbol:
    return Symbol(
        Kind.FUNCTION,
        node.id,
        node.name,
        slots=_slots(node.parameters),
        returns=_typed(node.returns),
        raises=node.raises,
        is_async=node.is_async,
        foreign=True,
    )


def _pack(symbol: Symbol) -> list[Any]:
    """Return a symbol as a row; what is empty at its end is left off."""
    row: list[Any] = [
        symbol.kind.value,
        symbol.id,
        symbol.name,
        symbol.package,
        [list(slot) if slot.kind else list(slot[:3]) for slot in symbol.slots],
        list(symbol.members),
        [_pack(one) for one in symbol.functions.values()],
        symbol.returns,
        list(symbol.raises),
        symbol.computable,
        symbol.is_async,
        list(symbol.generic),
        symbol.binding,
        symbol.unlisted,
    ]
    while not row[-1]:
        row.pop()
    return row


def _unpack(row: list[Any]) -> Symbol:
    (
        kind,
        id_,
        name,
        package,
        slots,
        members,
        functions,
        returns,
        raises,
        computable,
        is_async,
        generic,
        binding,
        unlisted,
    ) = row + _EMPTY[len(row) :]
    return Symbol(
        Kind(kind),
        id_,
        name,
        package,
        None,
        tuple(Slot(*slot) for slot in slots),
        tuple(members),
        {one.name.rpartition(".")[2]: one for one in map(_unpack, functions)},
        returns,
        tuple(raises),
        computable,
        is_async,
        tuple(generic),
        foreign=True,
        binding=binding,
        unlisted=unlisted,
    )


_EMPTY: list[Any] = ["", "", "", "", [], [], [], "", [], False, False, [], "", False]
