"""What stands around an expression while it is made ready to run, and the table by which nodes find each other.

A node becomes a `Work`: a Python closure of a run and the variables. Knows no node's meaning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

from holo.expr.access import describe
from holo.expr.places import segment
from holo.expr.stopped import Stopped, Undefined

if TYPE_CHECKING:
    import ast
    from collections.abc import Callable, Mapping

    from holo.expr.run import Run
    from holo.expr.world import World

__all__ = ["NODES", "Closure", "Scope", "Work", "prepared"]

_NOTHING: frozenset[str] = frozenset()

Work: TypeAlias = "Callable[[Run, Any], Any]"
"""A node ready to run. It changes no variables that it is given: what binds names works on a copy."""

NODES: Final[dict[type, Callable[[Scope, Any], Work]]] = {}
"""How each node is made ready; filled in `evaluate`, since nodes stand inside one another."""


def prepared(scope: Scope, node: ast.expr) -> Work:
    """Return a node inside a scope, ready to run as often as wanted."""
    return NODES[node.__class__](scope, node)


class Scope:
    """What the names of one expression mean: hologram names by id, `bound` those that comprehensions bind."""

    __slots__ = ("bound", "names", "source", "world")

    def __init__(self, world: World, names: Mapping[str, str], source: str, bound: frozenset[str] = _NOTHING) -> None:
        """Remember where an expression stands."""
        self.world = world
        self.names = names
        self.source = source
        self.bound = bound

    def inner(self, bound: frozenset[str]) -> Scope:
        """Open a scope in which the names in `bound` will be set."""
        return Scope(self.world, self.names, self.source, self.bound | bound)

    def failed(self, node: Any, error: BaseException) -> Stopped:
        """Turn what an operation raised into what the author reads."""
        if isinstance(error, Stopped):
            return error
        return Undefined(f"`{segment(node, self.source)}`: {describe(error)}")


class Closure:
    """A `lambda`: one parameter, one expression, the variables around it."""

    __slots__ = ("parameter", "run", "variables", "work")

    def __init__(self, run: Run, variables: dict[str, Any], parameter: str, work: Work) -> None:
        """Remember where it stands."""
        self.run = run
        self.variables = variables
        self.parameter = parameter
        self.work = work

    def __call__(self, value: Any) -> Any:
        """Evaluate the body with the parameter set."""
        self.run.spend(1)
        return self.work(self.run, {**self.variables, self.parameter: value})
