"""The meaning of each node: Python closures with fuel, made once of an expression and run as often as wanted.

One function a node type, `(scope, node)`, in one table; it gives what the node does, a function of a run and
the variables. Every failure of an operation becomes `Undefined` with the words of the expression that failed.
Never makes Python code, never calls Python's `eval`.
"""

from __future__ import annotations

import ast
from types import GeneratorType
from typing import TYPE_CHECKING, Any

from holo.expr.evaluate import calls, displays, loops, nodes
from holo.expr.evaluate.frame import NODES, Closure, Scope, Work, prepared
from holo.expr.stopped import OutOfFuel, Stopped, Undefined

if TYPE_CHECKING:
    from holo.expr.run import Run

__all__ = ["Closure", "Scope", "Work", "evaluate", "prepared"]


def evaluate(work: Work, run: Run, variables: dict[str, Any]) -> Any:
    """Return the value of a prepared expression; raise `Undefined`, `NotComputable` or `Raised`."""
    try:
        value = work(run, variables)
    except Stopped:
        raise
    except RecursionError:
        raise Undefined("nests too deep") from None
    except MemoryError:
        raise OutOfFuel from None
    if value.__class__ is GeneratorType:
        raise Undefined("an iterator is no value: write `list(…)` around it")
    return value


NODES.update(
    {
        ast.Constant: nodes.constant_node,
        ast.Name: nodes.name_node,
        ast.Attribute: calls.attribute_node,
        ast.Call: calls.call_node,
        ast.Compare: nodes.compare_node,
        ast.BinOp: nodes.binary_node,
        ast.BoolOp: nodes.boolean_node,
        ast.UnaryOp: nodes.unary_node,
        ast.IfExp: nodes.choice_node,
        ast.Subscript: nodes.subscript_node,
        ast.Slice: nodes.slice_node,
        ast.List: displays.list_node,
        ast.Tuple: displays.tuple_node,
        ast.Set: displays.set_node,
        ast.Dict: displays.dict_node,
        ast.ListComp: loops.list_of_node,
        ast.SetComp: loops.set_of_node,
        ast.DictComp: loops.dict_of_node,
        ast.GeneratorExp: loops.generator_node,
        ast.JoinedStr: displays.joined_node,
        ast.Lambda: calls.lambda_node,
    }
)
