"""The meaning of each node: a tree-walking interpreter with fuel.

One function a node type, `(frame, node)`, in one table. Every failure of an operation becomes
`Undefined` with the words of the expression that failed. Never compiles, never calls Python's `eval`.
"""

from __future__ import annotations

import ast
from types import GeneratorType
from typing import Any

from holo.expr.evaluate import calls, loops, nodes
from holo.expr.evaluate.frame import NODES, Closure, Frame
from holo.expr.stopped import OutOfFuel, Stopped, Undefined

__all__ = ["Closure", "Frame", "evaluate"]


def evaluate(frame: Frame, node: ast.expr) -> Any:
    """Return the value of a parsed expression; raise `Undefined`, `NotComputable` or `Raised`."""
    try:
        value = NODES[node.__class__](frame, node)
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
        ast.List: nodes.list_node,
        ast.Tuple: nodes.tuple_node,
        ast.Set: nodes.set_node,
        ast.Dict: nodes.dict_node,
        ast.ListComp: loops.list_of_node,
        ast.SetComp: loops.set_of_node,
        ast.DictComp: loops.dict_of_node,
        ast.GeneratorExp: loops.generator_node,
        ast.JoinedStr: nodes.joined_node,
        ast.Lambda: calls.lambda_node,
    }
)
