"""Which declarations can be run at all: those whose names all lead somewhere.

The front end leaves out what has errors, and reports it. What hangs on it, however far away, would only
repeat the report in stranger words, so it is counted as not checked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.expr.modules import MODULES
from holo.inputs.harvest import contract
from holo.ir import model as ir

if TYPE_CHECKING:
    from collections.abc import Iterable

    from holo.expr.world import World


class Whole:
    """Answers for each id whether it and all that it names are declared."""

    def __init__(self, world: World, *, all_of_it: bool = False) -> None:
        """Know nothing yet; `all_of_it` where nothing was left out anywhere, so that no name need be followed."""
        self.world = world
        self.all = all_of_it
        self._known: dict[str, bool] = {}

    def names(self, expressions: Iterable[ir.Expr]) -> bool:
        """Whether all names of some expressions lead to whole declarations."""
        if self.all:
            return True
        known = self._known
        for expr in expressions:
            if expr.names:
                for id_ in expr.names.values():
                    if not known.get(id_) and not self.id(id_):
                        return False
        return True

    def id(self, id_: str) -> bool:
        """Whether a declaration is whole; a ring of declarations is as whole as the rest of it."""
        if self.all:
            return True
        found = self._known.get(id_)
        if found is None:
            self._known[id_] = True
            node = self.world.node(id_)
            found = id_ in MODULES if node is None else self.names(spoken(node))
            self._known[id_] = found
        return found


def spoken(node: ir.Node) -> list[ir.Expr]:
    """Return the expressions and types of which a declaration is made."""
    match node:
        case ir.Function():
            return [node.returns, *_slots(node.parameters), *contract(node)]
        case ir.Record():
            return [*_slots(node.fields), *[condition.expr for condition in node.invariants]]
        case ir.Error():
            return _slots(node.fields)
        case ir.Law():
            return [*_slots(node.parameters), *contract(node)]
        case ir.Alias():
            return [node.base] if node.where is None else [node.base, node.where]
        case ir.Const():
            return [node.type, node.value]
        case ir.Port():
            return [expr for function in node.functions for expr in (function.returns, *_slots(function.parameters))]
        case ir.Failure():
            given = [one.value for one in node.given if isinstance(one, ir.GivenValue | ir.GivenReply)]
            return [node.when, *given, *[then.expr for then in node.then if isinstance(then, ir.ThenHolds)]]
        case _:
            return []


def _slots(slots: tuple[ir.Parameter, ...] | tuple[ir.RecordField, ...]) -> list[ir.Expr]:
    return [slot.type for slot in slots] + [slot.default for slot in slots if slot.default is not None]
