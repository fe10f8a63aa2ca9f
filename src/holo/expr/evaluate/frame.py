"""What surrounds an expression while it is evaluated, and the table by which nodes find each other.

Knows no node's meaning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from holo.expr.access import describe
from holo.expr.places import segment
from holo.expr.stopped import Stopped, Undefined

if TYPE_CHECKING:
    import ast
    from collections.abc import Callable, Mapping

    from holo.expr.run import Run

__all__ = ["NODES", "Closure", "Frame", "visit"]

_NOTHING: frozenset[str] = frozenset()

NODES: Final[dict[type, Callable[[Frame, Any], Any]]] = {}
"""What each node means; filled in `evaluate`, since nodes stand inside one another."""


def visit(frame: Frame, node: ast.expr) -> Any:
    """Return the value of a node inside a frame."""
    return NODES[node.__class__](frame, node)


class Frame:
    """What the names of one expression mean: hologram names by id, variables by value."""

    __slots__ = ("bound", "names", "run", "source", "variables")

    def __init__(
        self,
        run: Run,
        names: Mapping[str, str],
        variables: dict[str, Any],
        source: str,
        bound: frozenset[str] = _NOTHING,
    ) -> None:
        """Take ownership of `variables`; `bound` are the names that comprehensions bind."""
        self.run = run
        self.names = names
        self.variables = variables
        self.source = source
        self.bound = bound

    def inner(self, bound: frozenset[str]) -> Frame:
        """Open a scope in which the names in `bound` will be set."""
        return Frame(self.run, self.names, self.variables.copy(), self.source, self.bound | bound)

    def failed(self, node: Any, error: BaseException) -> Stopped:
        """Turn what an operation raised into what the author reads."""
        if isinstance(error, Stopped):
            return error
        return Undefined(f"`{segment(node, self.source)}`: {describe(error)}")


class Closure:
    """A `lambda`: one parameter, one expression, the frame around it."""

    __slots__ = ("frame", "node", "parameter")

    def __init__(self, frame: Frame, node: ast.Lambda) -> None:
        """Remember where it stands."""
        self.frame = frame
        self.parameter = node.args.args[0].arg
        self.node = node.body

    def __call__(self, value: Any) -> Any:
        """Evaluate the body with the parameter set."""
        frame = self.frame.inner(frozenset((self.parameter,)))
        frame.variables[self.parameter] = value
        frame.run.spend(1)
        return NODES[self.node.__class__](frame, self.node)
