"""Calls, attributes and `lambda`: everything that reaches what a name stands for."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from holo.expr.access import attribute
from holo.expr.evaluate.frame import Closure, Scope, Work, prepared
from holo.expr.evaluate.loops import quantified
from holo.expr.evaluate.nodes import declared, is_declared
from holo.expr.fit import instance_of
from holo.expr.functions import ISINSTANCE, KNOWN, Native
from holo.expr.methods import METHODS
from holo.expr.stopped import OutOfFuel
from holo.expr.values import FunctionValue, RecordType

if TYPE_CHECKING:
    from collections.abc import Callable

    from holo.expr.contract import Callee
    from holo.expr.run import Run

    Arguments = Callable[[Run, dict[str, Any]], list[Any]]
    Keywords = Callable[[Run, dict[str, Any]], dict[str, Any]]

_NEVER = object()


def _dotted(node: ast.Attribute) -> str:
    """Return the dotted name that ends at a node, or nothing."""
    parts = [node.attr]
    below: Any = node.value
    while below.__class__ is ast.Attribute:
        parts.append(below.attr)
        below = below.value
    return ".".join([below.id, *reversed(parts)]) if below.__class__ is ast.Name else ""


def _qualified(scope: Scope, node: ast.Attribute) -> str | None:
    """Return the id that a dotted name has in the hologram, if it is one there."""
    dotted = _dotted(node) if scope.names else ""
    found = scope.names.get(dotted) if dotted else None
    return None if found is None or dotted.partition(".")[0] in scope.bound else found


def attribute_node(scope: Scope, node: ast.Attribute) -> Work:
    """`value.name`."""
    key = _qualified(scope, node)
    if key is not None:
        return declared(scope, key)
    below, name = prepared(scope, node.value), node.attr
    known: Any = _NEVER  # the class of the record that was asked last, which has such a field

    def work(run: Run, variables: dict[str, Any]) -> Any:
        nonlocal known
        value = below(run, variables)
        kind = value.__class__
        if kind is known:
            return getattr(value, name)
        try:
            found = attribute(value, name)
        except Exception as error:  # noqa: BLE001 - whatever an attribute raises, the expression has no value
            raise scope.failed(node, error) from None
        if kind.__class__ is RecordType:
            known = kind
        return found

    return work


def call_node(scope: Scope, node: ast.Call) -> Work:
    """`function(arguments)`."""
    function = node.func
    if isinstance(function, ast.Attribute):
        key = _qualified(scope, function)
        return _method(scope, node, function) if key is None else _to_declared(scope, node, key)
    if isinstance(function, ast.Name):
        if is_declared(scope, function.id):
            return _to_declared(scope, node, scope.names[function.id])
        native = KNOWN.get(function.id)
        if type(native) is Native and function.id not in scope.names:
            return _to_native(scope, node, function.id, native)
    return _to_value(scope, node, prepared(scope, function))


def _to_declared(scope: Scope, node: ast.Call, key: str) -> Work:
    """A call of what the hologram declares: most often a function."""
    world, named = scope.world, declared(scope, key)
    arguments, keywords = _arguments(scope, node), _keywords(scope, node)
    callee: Callee | None = None

    def work(run: Run, variables: dict[str, Any]) -> Any:
        nonlocal callee
        run.fuel -= 2
        if run.fuel < 0:
            raise OutOfFuel
        target = named(run, variables) if callee is None else None
        args = arguments(run, variables)
        kwargs = keywords(run, variables) if keywords is not None else {}
        try:
            if callee is None and target.__class__ is FunctionValue:
                callee = world.callee(key)
            if callee is not None:
                return callee.call(run, args, kwargs)
            return world.apply(run, target, args, kwargs)
        except Exception as error:  # noqa: BLE001 - whatever a call raises, the expression has no value
            raise scope.failed(node, error) from None

    return work


def _to_native(scope: Scope, node: ast.Call, name: str, native: Native) -> Work:
    """A call of a builtin, unless a variable has its name."""
    arguments, keywords = _arguments(scope, node), _keywords(scope, node)
    other = _to_value(scope, node, prepared(scope, node.func))
    if native is ISINSTANCE:
        return other
    direct = quantified(scope, node, name)
    act = native.work

    def work(run: Run, variables: dict[str, Any]) -> Any:
        if name in variables:
            return other(run, variables)
        run.fuel -= 2
        if run.fuel < 0:
            raise OutOfFuel
        if direct is not None:
            return direct(run, variables)
        args = arguments(run, variables)
        kwargs = keywords(run, variables) if keywords is not None else {}
        try:
            return act(run, args, kwargs)
        except Exception as error:  # noqa: BLE001 - whatever a call raises, the expression has no value
            raise scope.failed(node, error) from None

    return work


def _method(scope: Scope, node: ast.Call, function: ast.Attribute) -> Work:
    """A call of a method, or of what an attribute holds."""
    below, name, world = prepared(scope, function.value), function.attr, scope.world
    arguments, keywords = _arguments(scope, node), _keywords(scope, node)

    def work(run: Run, variables: dict[str, Any]) -> Any:
        run.fuel -= 2
        if run.fuel < 0:
            raise OutOfFuel
        target = below(run, variables)
        methods = METHODS.get(target.__class__)
        method = methods.get(name) if methods is not None else None
        if method is None:
            try:
                target = attribute(target, name)
            except Exception as error:  # noqa: BLE001 - as for an attribute
                raise scope.failed(function, error) from None
        args = arguments(run, variables)
        kwargs = keywords(run, variables) if keywords is not None else {}
        try:
            if method is not None:
                return method(run, target, args, kwargs)
            return world.apply(run, target, args, kwargs)
        except Exception as error:  # noqa: BLE001 - whatever a call raises, the expression has no value
            raise scope.failed(node, error) from None

    return work


def _to_value(scope: Scope, node: ast.Call, function: Work) -> Work:
    """A call of whatever an expression gives."""
    world = scope.world
    arguments, keywords = _arguments(scope, node), _keywords(scope, node)
    asked = _isinstance(scope, node)

    def work(run: Run, variables: dict[str, Any]) -> Any:
        run.fuel -= 2
        if run.fuel < 0:
            raise OutOfFuel
        target = function(run, variables)
        if target is ISINSTANCE:
            return asked(run, variables)
        args = arguments(run, variables)
        kwargs = keywords(run, variables) if keywords is not None else {}
        try:
            return world.apply(run, target, args, kwargs)
        except Exception as error:  # noqa: BLE001 - whatever a call raises, the expression has no value
            raise scope.failed(node, error) from None

    return work


def _arguments(scope: Scope, node: ast.Call) -> Arguments:
    if any(isinstance(argument, ast.Starred) for argument in node.args):
        return _spread(scope, node)
    parts = [prepared(scope, argument) for argument in node.args]
    if len(parts) == 1:
        (only,) = parts
        return lambda run, variables: [only(run, variables)]
    return lambda run, variables: [part(run, variables) for part in parts]


def _spread(scope: Scope, node: ast.Call) -> Arguments:
    parts = [
        (argument.value, prepared(scope, argument.value))
        if isinstance(argument, ast.Starred)
        else (None, prepared(scope, argument))
        for argument in node.args
    ]

    def work(run: Run, variables: dict[str, Any]) -> list[Any]:
        args: list[Any] = []
        for starred, part in parts:
            value = part(run, variables)
            if starred is None:
                args.append(value)
                continue
            try:
                args.extend(run.whole(value))
            except TypeError as error:
                raise scope.failed(starred, error) from None
        return args

    return work


def _keywords(scope: Scope, node: ast.Call) -> Keywords | None:
    if not node.keywords:
        return None
    parts = [(keyword.arg, prepared(scope, keyword.value)) for keyword in node.keywords]

    def work(run: Run, variables: dict[str, Any]) -> dict[str, Any]:
        kwargs: dict[str, Any] = {}
        for name, part in parts:
            value = part(run, variables)
            if name is not None:
                kwargs[name] = value
                continue
            if type(value) is not dict or not all(type(each) is str for each in value):
                raise scope.failed(node, TypeError("`**` takes a dict whose keys are strings"))
            twice = kwargs.keys() & value.keys()
            if twice:
                raise scope.failed(node, TypeError(f"`{min(twice)}` is given twice"))
            run.spend(len(value))
            kwargs.update(value)
        return kwargs

    return work


def _isinstance(scope: Scope, node: ast.Call) -> Work:
    if len(node.args) != 2 or node.keywords:

        def refused(run: Run, variables: dict[str, Any]) -> bool:  # noqa: ARG001 - the signature of all work
            raise scope.failed(node, TypeError("`isinstance` takes a value and a type"))

        return refused
    value, kinds = prepared(scope, node.args[0]), _kinds(scope, node.args[1])

    def work(run: Run, variables: dict[str, Any]) -> bool:
        one = value(run, variables)
        for part, kind in kinds:
            try:
                if instance_of(run.world, one, kind(run, variables)):
                    return True
            except TypeError as error:
                raise scope.failed(part, error) from None
        return False

    return work


def _kinds(scope: Scope, node: ast.expr) -> list[tuple[ast.expr, Work]]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        return [*_kinds(scope, node.left), *_kinds(scope, node.right)]
    if isinstance(node, ast.Tuple):
        return [kind for each in node.elts for kind in _kinds(scope, each)]
    return [(node, prepared(scope, node))]


def lambda_node(scope: Scope, node: ast.Lambda) -> Work:
    """`lambda x: …`."""
    parameter = node.args.args[0].arg
    body = prepared(scope.inner(frozenset((parameter,))), node.body)
    return lambda run, variables: Closure(run, variables, parameter, body)
