"""Names, operators and displays: nodes without loops or calls."""

from __future__ import annotations

import ast
from typing import Any

from holo.expr.evaluate.frame import NODES, Frame, visit
from holo.expr.functions import KNOWN
from holo.expr.modules import MODULES
from holo.expr.operators import BINARY, COMPARE, UNARY, subscript
from holo.expr.run import SCALARS
from holo.expr.stopped import OutOfFuel, Undefined
from holo.expr.text import check_format, represent, string
from holo.expr.values import Module

_BIG = 1 << 256


def constant_node(frame: Frame, node: ast.Constant) -> Any:  # noqa: ARG001 - the signature of every node
    """A literal."""
    return node.value


def name_node(frame: Frame, node: ast.Name) -> Any:
    """A name: variable, declaration, builtin or module."""
    name = node.id
    variables = frame.variables
    if name in variables:
        return variables[name]
    declared = frame.names.get(name)
    if declared is not None:
        return frame.run.world.declared(declared, frame.run)
    known = KNOWN.get(name)
    if known is not None:
        return known
    if name in MODULES or name == "urllib":
        return Module(name)
    raise Undefined(f"`{name}` is not known here")


def compare_node(frame: Frame, node: ast.Compare) -> Any:
    """`a < b <= c`."""
    run = frame.run
    run.fuel -= 1
    if run.fuel < 0:
        raise OutOfFuel
    below = node.left
    left = NODES[below.__class__](frame, below)
    result: Any = True
    for operator, below in zip(node.ops, node.comparators, strict=True):
        right = NODES[below.__class__](frame, below)
        try:
            result = COMPARE[operator.__class__](run, left, right)
        except Exception as error:  # noqa: BLE001 - as for a call
            raise frame.failed(node, error) from None
        if not result:
            return result
        left = right
    return result


def binary_node(frame: Frame, node: ast.BinOp) -> Any:
    """`a + b`."""
    run = frame.run
    run.fuel -= 1
    if run.fuel < 0:
        raise OutOfFuel
    below = node.left
    left = NODES[below.__class__](frame, below)
    below = node.right
    right = NODES[below.__class__](frame, below)
    try:
        return BINARY[node.op.__class__](run, left, right)
    except Exception as error:  # noqa: BLE001 - as for a call
        raise frame.failed(node, error) from None


def boolean_node(frame: Frame, node: ast.BoolOp) -> Any:
    """`a and b`."""
    value: Any = None
    if node.op.__class__ is ast.And:
        for below in node.values:
            value = NODES[below.__class__](frame, below)
            if not value:
                return value
        return value
    for below in node.values:
        value = NODES[below.__class__](frame, below)
        if value:
            return value
    return value


def unary_node(frame: Frame, node: ast.UnaryOp) -> Any:
    """`not a`."""
    below = node.operand
    value = NODES[below.__class__](frame, below)
    try:
        if value.__class__ is int and not -_BIG < value < _BIG:
            frame.run.grown(value)
        return UNARY[node.op.__class__](value)
    except Exception as error:  # noqa: BLE001 - as for a call
        raise frame.failed(node, error) from None


def choice_node(frame: Frame, node: ast.IfExp) -> Any:
    """`a if test else b`."""
    test = node.test
    below = node.body if NODES[test.__class__](frame, test) else node.orelse
    return NODES[below.__class__](frame, below)


def subscript_node(frame: Frame, node: ast.Subscript) -> Any:
    """`a[i]`."""
    run = frame.run
    run.fuel -= 1
    if run.fuel < 0:
        raise OutOfFuel
    below = node.value
    value = NODES[below.__class__](frame, below)
    below = node.slice
    index = NODES[below.__class__](frame, below)
    try:
        return subscript(run, value, index)
    except Exception as error:  # noqa: BLE001 - as for a call
        raise frame.failed(node, error) from None


def slice_node(frame: Frame, node: ast.Slice) -> slice:
    """`a[i:j]`."""
    return slice(*[None if part is None else visit(frame, part) for part in (node.lower, node.upper, node.step)])


def _elements(frame: Frame, nodes: list[ast.expr]) -> list[Any]:
    values: list[Any] = []
    run = frame.run
    run.spend(len(nodes))
    for node in nodes:
        if node.__class__ is ast.Starred:
            below = node.value
            value = NODES[below.__class__](frame, below)
            try:
                values.extend(run.whole(value))
            except Exception as error:  # noqa: BLE001 - as for a call
                raise frame.failed(node, error) from None
        else:
            values.append(NODES[node.__class__](frame, node))
    return values


def list_node(frame: Frame, node: ast.List) -> list[Any]:
    """`[a, b]`."""
    return _elements(frame, node.elts)


def tuple_node(frame: Frame, node: ast.Tuple) -> tuple[Any, ...]:
    """`(a, b)`."""
    return tuple(_elements(frame, node.elts))


def set_node(frame: Frame, node: ast.Set) -> set[Any]:
    """`{a, b}`."""
    values = _elements(frame, node.elts)
    try:
        frame.run.hash_all(values)
        return set(values)
    except Exception as error:  # noqa: BLE001 - as for a call
        raise frame.failed(node, error) from None


def dict_node(frame: Frame, node: ast.Dict) -> dict[Any, Any]:
    """`{a: b}`."""
    run = frame.run
    run.spend(len(node.keys))
    made: dict[Any, Any] = {}
    for key, below in zip(node.keys, node.values, strict=True):
        left = None if key is None else NODES[key.__class__](frame, key)
        value = NODES[below.__class__](frame, below)
        try:
            if key is None:
                if not isinstance(value, dict):
                    raise TypeError("`**` takes a dict")
                run.spend(len(value))
                made.update(value)
            else:
                run.hashed(left, len(made))
                made[left] = value
        except Exception as error:  # noqa: BLE001 - as for a call
            raise frame.failed(node, error) from None
    return made


def joined_node(frame: Frame, node: ast.JoinedStr) -> str:
    """`f"…{a}…"`."""
    parts: list[str] = []
    for part in node.values:
        if isinstance(part, ast.Constant):
            parts.append(str(part.value))
        else:
            assert isinstance(part, ast.FormattedValue)
            parts.append(_formatted(frame, node, part))
    text = "".join(parts)
    frame.run.spend(1 + (len(text) >> 6))
    return text


def _formatted(frame: Frame, whole: ast.JoinedStr, part: ast.FormattedValue) -> str:
    value = visit(frame, part.value)
    run = frame.run
    spec = _spec(part.format_spec)
    try:
        if part.conversion in {97, 114}:
            value = represent(run, value)
            if part.conversion == 97:
                value = value.encode("ascii", "backslashreplace").decode()
        elif part.conversion == 115 or (value.__class__ not in SCALARS and not spec):
            value = string(run, value)
        check_format(run, value, spec)
        return format(value, spec)
    except Exception as error:  # noqa: BLE001 - as for a call
        raise frame.failed(whole, error) from None


def _spec(node: ast.expr | None) -> str:
    parts = node.values if isinstance(node, ast.JoinedStr) else []
    return "".join(str(part.value) for part in parts if isinstance(part, ast.Constant))
