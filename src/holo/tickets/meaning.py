"""What declarations mean, as digests: which declarations each one rests on, and a digest of its contract.

Docs and other prose do not count here, and neither do places: a new wording of a record's doc moves no
digest. Works on the IR by id, keeps what it has worked out, and reads no file.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias, TypeGuard

from holo.ir import model as ir
from holo.ir.prelude import CLOCK, PORTS, RANDOM
from holo.provenance.digest import digest, digest_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Lookup: TypeAlias = Callable[[str], ir.Node | None]
"""Finds the declaration behind an id; None for what nothing declares."""

Shape: TypeAlias = ir.Alias | ir.Const | ir.Enum | ir.Record | ir.Error | ir.Port
"""A declaration that a function names without calling it."""

Declared: TypeAlias = Shape | ir.Function

# Prose and places of use are no part of what a declaration promises to others.
_PROSE: dict[type[ir.Node], set[str] | dict[str, object]] = {
    ir.Function: {"doc", "logic", "notes", "examples", "uses"},
    ir.Alias: {"doc"},
    ir.Const: {"doc"},
    ir.Enum: {"doc": True, "members": {"__all__": {"doc"}}},
    ir.Record: {"doc": True, "fields": {"__all__": {"doc"}}},
    ir.Error: {"doc": True, "fields": {"__all__": {"doc"}}},
    ir.Port: {"doc": True, "functions": {"__all__": {"doc"}}},
}


def is_shape(node: ir.Node | None) -> TypeGuard[Shape]:
    """Say whether a declaration is named without being called."""
    return isinstance(node, ir.Alias | ir.Const | ir.Enum | ir.Record | ir.Error | ir.Port)


class Meanings:
    """Digests and connections of declarations, worked out once each."""

    def __init__(self, lookup: Lookup) -> None:
        """Work on the declarations that `lookup` finds."""
        self.lookup = lookup
        self._owner: dict[str, str] = {}
        self._edges: dict[str, tuple[str, ...]] = {}
        self._dotted: dict[str, dict[str, str]] = {}
        self._signed: dict[str, tuple[str, ...]] = {}
        self._local: dict[str, str] = {}
        self._contract: dict[str, str] = {}

    def find(self, key: str) -> Declared | None:
        """Return the declaration that an id belongs to: a port for its function, an enum for its member."""
        key = self.owner(key)
        node = PORTS.get(key) or self.lookup(key)
        return node if isinstance(node, ir.Function) or is_shape(node) else None

    def owner(self, key: str) -> str:
        """Return the id of the declaration that an id belongs to; the id itself where nothing declares it."""
        found = self._owner.get(key)
        if found is None:
            found = key
            node = self.lookup(key)
            if node is None or isinstance(node, ir.PortFunction):
                above = key.rpartition(".")[0]
                if is_shape(self.lookup(above)):
                    found = above
            self._owner[key] = found
        return found

    def edges(self, key: str) -> tuple[str, ...]:
        """Return the ids of what a declaration names in its shape or contract, each once, in order."""
        found = self._edges.get(key)
        return self._read(key) if found is None else found

    def dotted(self, key: str) -> dict[str, str]:
        """Return how a declaration reaches what it names by a dotted name: id to name. For most it is empty."""
        if key not in self._edges:
            self._read(key)
        return self._dotted.get(key, {})

    def _read(self, key: str) -> tuple[str, ...]:
        node = self.find(key)
        exprs = tuple(expressions(node)) if node is not None else ()
        found = tuple(dict.fromkeys(self.named(exprs, errors(node)))) if node is not None else ()
        self._edges[key] = found
        for expr in exprs:
            for word, target in expr.names.items():
                if "." in word:
                    owned = self.owner(target)
                    # `Shelf.lent` names a member: what a body imports is `Shelf`.
                    name = word if owned == target else word.rpartition(".")[0]
                    if "." in name:
                        self._dotted.setdefault(key, {})[owned] = name
        return found

    def signed(self, key: str) -> tuple[str, ...]:
        """Return the ids of what a function's signature names."""
        found = self._signed.get(key)
        if found is None:
            node = self.find(key)
            found = tuple(dict.fromkeys(self.named(signature(node)))) if isinstance(node, ir.Function) else ()
            self._signed[key] = found
        return found

    def named(self, found: Iterable[ir.Expr], raised: Iterable[str] = ()) -> Iterator[str]:
        """Yield the ids of the declarations that expressions and raised errors name."""
        owner = self.owner
        for expr in found:
            for key in expr.names.values():
                yield owner(key)
            if "C" in expr.source or "R" in expr.source:
                yield from _prelude_ports(expr.source)
        for key in raised:
            if "." in key:
                yield owner(key)

    def local(self, key: str) -> str:
        """Return the digest of what one declaration says by itself."""
        found = self._local.get(key)
        if found is None:
            node = self.find(key)
            if node is None:
                found = digest(f"missing {key}")
            else:
                said = node.model_dump_json(exclude_defaults=True, exclude=_PROSE[type(node)])  # type: ignore[arg-type]  # pydantic's type for nested excludes cannot be named
                found = digest(f"{type(node).__name__} {said}")
            self._local[key] = found
        return found

    def reach(self, starts: Iterable[str]) -> set[str]:
        """Return everything that the given declarations rest on, themselves included."""
        seen: set[str] = set()
        waiting = list(starts)
        while waiting:
            key = waiting.pop()
            if key not in seen:
                seen.add(key)
                waiting.extend(self.edges(key))
        return seen

    def contract(self, key: str) -> str:
        """Return the digest of a contract: signature, clauses, derived body, and all that these rest on."""
        found = self._contract.get(key)
        if found is None:
            rests = self.reach((key,))
            rests.discard(key)
            found = digest_parts((self.local(key), *sorted(map(self.local, rests))))
            self._contract[key] = found
        return found


def errors(node: Declared) -> tuple[str, ...]:
    """Return the ids or Python names of the errors that a declaration says may be raised."""
    match node:
        case ir.Function():
            return tuple(clause.error for clause in node.raises)
        case ir.Port():
            return tuple(error for function in node.functions for error in function.raises)
        case _:
            return ()


def expressions(node: Declared) -> Iterator[ir.Expr]:
    """Yield the types and expressions of a declaration's shape or contract; a function's examples are no part of it."""
    match node:
        case ir.Function():
            yield from signature(node)
            yield from clauses(node)
            yield from body(node)
        case ir.Alias():
            yield node.base
            if node.where is not None:
                yield node.where
        case ir.Const():
            yield node.type
            yield node.value
        case ir.Record() | ir.Error():
            for field in node.fields:
                yield field.type
                if field.default is not None:
                    yield field.default
            if isinstance(node, ir.Record):
                for invariant in node.invariants:
                    yield invariant.expr
        case ir.Port():
            for function in node.functions:
                yield from signature(function)
        case ir.Enum():
            return


def signature(function: ir.Function | ir.PortFunction) -> Iterator[ir.Expr]:
    """Yield the types and defaults of a signature."""
    for parameter in function.parameters:
        yield parameter.type
        if parameter.default is not None:
            yield parameter.default
    yield function.returns


def clauses(function: ir.Function | ir.Law) -> Iterator[ir.Expr]:
    """Yield the expressions of `requires`, `raises` and `ensures`."""
    for condition in function.requires:
        yield condition.expr
    if isinstance(function, ir.Function):
        for clause in function.raises:
            if clause.payload is not None:
                yield clause.payload
            if clause.when is not None:
                yield clause.when
    for condition in function.ensures:
        yield condition.expr


def body(function: ir.Function) -> Iterator[ir.Expr]:
    """Yield the expressions of a body that the hologram says itself."""
    match function.body:
        case None:
            return
        case ir.Returns() | ir.Flow():
            yield function.body.expr
        case ir.Table():
            for row in function.body.rows:
                if row.when is not None:
                    yield row.when
                yield row.value


def scenario(failure: ir.Failure) -> Iterator[ir.Expr]:
    """Yield the expressions of a failure scenario."""
    for given in failure.given:
        match given:
            case ir.GivenValue() | ir.GivenReply():
                yield given.value
            case ir.GivenFault():
                if given.payload is not None:
                    yield given.payload
            case ir.GivenPort():
                pass
    yield failure.when
    for then in failure.then:
        match then:
            case ir.ThenRaises():
                if then.payload is not None:
                    yield then.payload
            case ir.ThenHolds():
                yield then.expr


def _prelude_ports(source: str) -> Iterator[str]:
    # The prelude is in no `names`; its ports are named in types, bare.
    if source == "Clock":
        yield CLOCK
    elif source == "Random":
        yield RANDOM
