"""Names and operators: nodes without loops or calls."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from holo.expr.evaluate.frame import Scope, Work, prepared
from holo.expr.functions import KNOWN
from holo.expr.modules import MODULES
from holo.expr.operators import BINARY, COMPARE, PLAINLY, UNARY, subscript
from holo.expr.stopped import OutOfFuel, Undefined
from holo.expr.values import Module

if TYPE_CHECKING:
    from holo.expr.run import Run

_BIG = 1 << 256
_ABSENT = object()


def constant_node(scope: Scope, node: ast.Constant) -> Work:  # noqa: ARG001 - the signature of every node
    """A literal."""
    value = node.value
    return lambda run, variables: value  # noqa: ARG005 - the signature of all work


def declared(scope: Scope, key: str) -> Work:
    """What a declared name stands for; nothing but a constant costs a step."""
    world = scope.world
    found: Any = _ABSENT

    def work(run: Run, variables: dict[str, Any]) -> Any:  # noqa: ARG001 - the signature of all work
        nonlocal found
        if found is not _ABSENT:
            return found
        value = world.declared(key, run)
        if not world.is_constant(key):
            found = value
        return value

    return work


def is_declared(scope: Scope, name: str) -> bool:
    """Whether a bare name is one of the hologram wherever the expression is evaluated."""
    return name in scope.names and name not in scope.bound


def name_node(scope: Scope, node: ast.Name) -> Work:
    """A name: variable, declaration, builtin or module."""
    name = node.id
    if is_declared(scope, name):
        return declared(scope, scope.names[name])

    if name not in KNOWN and name not in MODULES:

        def variable(run: Run, variables: dict[str, Any]) -> Any:
            try:
                return variables[name]
            except KeyError:
                return _outside(scope, name, run)

        return variable

    def work(run: Run, variables: dict[str, Any]) -> Any:
        value = variables.get(name, _ABSENT)
        return value if value is not _ABSENT else _outside(scope, name, run)

    return work


def _outside(scope: Scope, name: str, run: Run) -> Any:
    """Return what a name means that is no variable here."""
    key = scope.names.get(name)
    if key is not None:
        return scope.world.declared(key, run)
    known = KNOWN.get(name)
    if known is not None:
        return known
    if name in MODULES or name == "urllib":
        return Module(name)
    raise Undefined(f"`{name}` is not known here")


def compare_node(scope: Scope, node: ast.Compare) -> Work:
    """`a < b <= c`."""
    if len(node.ops) > 1:
        return _chain(scope, node)
    first, second = prepared(scope, node.left), prepared(scope, node.comparators[0])
    kind = node.ops[0].__class__
    charged, native = COMPARE[kind], PLAINLY.get(kind)
    if kind is ast.In:
        return _within(scope, node, first, second)
    if native is None:

        def asked(run: Run, variables: dict[str, Any]) -> Any:
            run.fuel -= 1
            if run.fuel < 0:
                raise OutOfFuel
            left = first(run, variables)
            right = second(run, variables)
            try:
                return charged(run, left, right)
            except Exception as error:  # noqa: BLE001 - as for a call
                raise scope.failed(node, error) from None

        return asked

    def compared(run: Run, variables: dict[str, Any]) -> Any:
        run.fuel -= 1
        if run.fuel < 0:
            raise OutOfFuel
        left = first(run, variables)
        right = second(run, variables)
        # Small numbers and texts, which cost nothing more, are most of what is ever compared.
        plain = left.__class__
        try:
            if (plain is int and -_BIG < left < _BIG) or (plain is str and len(left) <= 256):
                return native(left, right)
            return charged(run, left, right)
        except Exception as error:  # noqa: BLE001 - as for a call
            raise scope.failed(node, error) from None

    return compared


def _within(scope: Scope, node: ast.Compare, first: Work, second: Work) -> Work:
    charged = COMPARE[ast.In]

    def contained(run: Run, variables: dict[str, Any]) -> Any:
        run.fuel -= 1
        if run.fuel < 0:
            raise OutOfFuel
        left = first(run, variables)
        right = second(run, variables)
        try:
            if right.__class__ is str and len(right) < 64:
                return left in right
            return charged(run, left, right)
        except Exception as error:  # noqa: BLE001 - as for a call
            raise scope.failed(node, error) from None

    return contained


def _chain(scope: Scope, node: ast.Compare) -> Work:
    first = prepared(scope, node.left)
    rest = [
        (COMPARE[each.__class__], prepared(scope, below))
        for each, below in zip(node.ops, node.comparators, strict=True)
    ]

    def chained(run: Run, variables: dict[str, Any]) -> Any:
        run.fuel -= 1
        if run.fuel < 0:
            raise OutOfFuel
        left = first(run, variables)
        result: Any = True
        for compare, below in rest:
            right = below(run, variables)
            try:
                result = compare(run, left, right)
            except Exception as error:  # noqa: BLE001 - as for a call
                raise scope.failed(node, error) from None
            if not result:
                return result
            left = right
        return result

    return chained


def binary_node(scope: Scope, node: ast.BinOp) -> Work:
    """`a + b`."""
    first, second = prepared(scope, node.left), prepared(scope, node.right)
    operate = BINARY[node.op.__class__]

    def work(run: Run, variables: dict[str, Any]) -> Any:
        run.fuel -= 1
        if run.fuel < 0:
            raise OutOfFuel
        left = first(run, variables)
        right = second(run, variables)
        try:
            return operate(run, left, right)
        except Exception as error:  # noqa: BLE001 - as for a call
            raise scope.failed(node, error) from None

    return work


def boolean_node(scope: Scope, node: ast.BoolOp) -> Work:
    """`a and b`."""
    parts = [prepared(scope, below) for below in node.values]
    if node.op.__class__ is ast.And:

        def every(run: Run, variables: dict[str, Any]) -> Any:
            value: Any = None
            for part in parts:
                value = part(run, variables)
                if not value:
                    return value
            return value

        return every

    def some(run: Run, variables: dict[str, Any]) -> Any:
        value: Any = None
        for part in parts:
            value = part(run, variables)
            if value:
                return value
        return value

    return some


def unary_node(scope: Scope, node: ast.UnaryOp) -> Work:
    """`not a`."""
    below = prepared(scope, node.operand)
    operate = UNARY[node.op.__class__]

    def work(run: Run, variables: dict[str, Any]) -> Any:
        value = below(run, variables)
        try:
            if value.__class__ is int and not -_BIG < value < _BIG:
                run.grown(value)
            return operate(value)
        except Exception as error:  # noqa: BLE001 - as for a call
            raise scope.failed(node, error) from None

    return work


def choice_node(scope: Scope, node: ast.IfExp) -> Work:
    """`a if test else b`."""
    test, body, orelse = prepared(scope, node.test), prepared(scope, node.body), prepared(scope, node.orelse)

    def work(run: Run, variables: dict[str, Any]) -> Any:
        return body(run, variables) if test(run, variables) else orelse(run, variables)

    return work


def subscript_node(scope: Scope, node: ast.Subscript) -> Work:
    """`a[i]`."""
    below, place = prepared(scope, node.value), prepared(scope, node.slice)

    def work(run: Run, variables: dict[str, Any]) -> Any:
        run.fuel -= 1
        if run.fuel < 0:
            raise OutOfFuel
        value = below(run, variables)
        index = place(run, variables)
        try:
            return subscript(run, value, index)
        except Exception as error:  # noqa: BLE001 - as for a call
            raise scope.failed(node, error) from None

    return work


def slice_node(scope: Scope, node: ast.Slice) -> Work:
    """`a[i:j]`."""
    parts = [None if part is None else prepared(scope, part) for part in (node.lower, node.upper, node.step)]

    def work(run: Run, variables: dict[str, Any]) -> slice:
        return slice(*[None if part is None else part(run, variables) for part in parts])

    return work
