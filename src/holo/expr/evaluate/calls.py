"""Calls, attributes and `lambda`: everything that reaches what a name stands for."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from holo.expr.access import attribute
from holo.expr.evaluate.frame import NODES, Closure, Frame, visit
from holo.expr.fit import instance_of
from holo.expr.functions import ISINSTANCE
from holo.expr.methods import METHODS
from holo.expr.stopped import OutOfFuel

if TYPE_CHECKING:
    from collections.abc import Callable

    from holo.expr.run import Run


def _chain(node: ast.Attribute) -> str:
    """Return the dotted name that ends at a node, or nothing; remembered on the node."""
    found: str | None = getattr(node, "holo_chain", None)
    if found is None:
        parts = [node.attr]
        below: Any = node.value
        while below.__class__ is ast.Attribute:
            parts.append(below.attr)
            below = below.value
        found = ".".join([below.id, *reversed(parts)]) if below.__class__ is ast.Name else ""
        node.holo_chain = found  # type: ignore[attr-defined]
    return found


def _qualified(frame: Frame, node: ast.Attribute) -> str | None:
    """Return the id that a dotted name has in the hologram, if it is one there."""
    chain = _chain(node)
    declared = frame.names.get(chain) if chain else None
    if declared is not None and frame.bound and chain.partition(".")[0] in frame.bound:
        return None
    return declared


def attribute_node(frame: Frame, node: ast.Attribute) -> Any:
    """`value.name`."""
    if frame.names:
        declared = _qualified(frame, node)
        if declared is not None:
            return frame.run.world.declared(declared, frame.run)
    below = node.value
    value = NODES[below.__class__](frame, below)
    try:
        return attribute(value, node.attr)
    except Exception as error:  # noqa: BLE001 - whatever an attribute raises, the expression has no value
        raise frame.failed(node, error) from None


def call_node(frame: Frame, node: ast.Call) -> Any:
    """`function(arguments)`."""
    run = frame.run
    run.fuel -= 2
    if run.fuel < 0:
        raise OutOfFuel
    function = node.func
    method: Callable[[Run, Any, list[Any], dict[str, Any]], Any] | None = None
    target: Any
    if function.__class__ is ast.Attribute:
        declared = _qualified(frame, function) if frame.names else None
        if declared is not None:
            target = run.world.declared(declared, run)
        else:
            below = function.value
            target = NODES[below.__class__](frame, below)
            methods = METHODS.get(target.__class__)
            if methods is not None:
                method = methods.get(function.attr)
            if method is None:
                try:
                    target = attribute(target, function.attr)
                except Exception as error:  # noqa: BLE001 - as for an attribute
                    raise frame.failed(function, error) from None
    else:
        target = NODES[function.__class__](frame, function)
        if target is ISINSTANCE:
            return _isinstance(frame, node)
    args: list[Any] = []
    for argument in node.args:
        kind = argument.__class__
        if kind is ast.Starred:
            args.extend(_spread(frame, argument))
        else:
            args.append(NODES[kind](frame, argument))
    kwargs = _keywords(frame, node) if node.keywords else {}
    try:
        if method is not None:
            return method(run, target, args, kwargs)
        return run.world.apply(run, target, args, kwargs)
    except Exception as error:  # noqa: BLE001 - whatever a call raises, the expression has no value
        raise frame.failed(node, error) from None


def _spread(frame: Frame, node: ast.expr) -> Any:
    assert isinstance(node, ast.Starred)
    try:
        return frame.run.whole(visit(frame, node.value))
    except TypeError as error:
        raise frame.failed(node.value, error) from None


def _keywords(frame: Frame, node: ast.Call) -> dict[str, Any]:
    kwargs: dict[str, Any] = {}
    for keyword in node.keywords:
        value = NODES[keyword.value.__class__](frame, keyword.value)
        if keyword.arg is not None:
            kwargs[keyword.arg] = value
            continue
        if type(value) is not dict or not all(type(name) is str for name in value):
            raise frame.failed(node, TypeError("`**` takes a dict whose keys are strings"))
        twice = kwargs.keys() & value.keys()
        if twice:
            raise frame.failed(node, TypeError(f"`{min(twice)}` is given twice"))
        frame.run.spend(len(value))
        kwargs.update(value)
    return kwargs


def _isinstance(frame: Frame, node: ast.Call) -> bool:
    if len(node.args) != 2 or node.keywords:
        raise frame.failed(node, TypeError("`isinstance` takes a value and a type"))
    value = visit(frame, node.args[0])
    return _is_a(frame, value, node.args[1])


def _is_a(frame: Frame, value: Any, node: ast.expr) -> bool:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        return _is_a(frame, value, node.left) or _is_a(frame, value, node.right)
    if isinstance(node, ast.Tuple):
        return any(_is_a(frame, value, each) for each in node.elts)
    kind = visit(frame, node)
    try:
        return instance_of(frame.run.world, value, kind)
    except TypeError as error:
        raise frame.failed(node, error) from None


def lambda_node(frame: Frame, node: ast.Lambda) -> Closure:
    """`lambda x: …`."""
    return Closure(frame, node)
