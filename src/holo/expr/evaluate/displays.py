"""Displays: lists, tuples, sets, dicts and f-strings written out."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from holo.expr.evaluate.frame import Scope, Work, prepared
from holo.expr.run import SCALARS
from holo.expr.stopped import OutOfFuel
from holo.expr.text import check_format, represent, string

if TYPE_CHECKING:
    from holo.expr.run import Run


def _elements(scope: Scope, nodes: list[ast.expr]) -> Work:
    size = len(nodes)
    if not any(node.__class__ is ast.Starred for node in nodes):
        parts = [prepared(scope, node) for node in nodes]

        def plain(run: Run, variables: dict[str, Any]) -> list[Any]:
            run.fuel -= size
            if run.fuel < 0:
                raise OutOfFuel
            return [part(run, variables) for part in parts]

        return plain
    mixed = [
        (node, prepared(scope, node.value if isinstance(node, ast.Starred) else node), isinstance(node, ast.Starred))
        for node in nodes
    ]

    def spread(run: Run, variables: dict[str, Any]) -> list[Any]:
        values: list[Any] = []
        run.spend(size)
        for node, part, starred in mixed:
            value = part(run, variables)
            if not starred:
                values.append(value)
                continue
            try:
                values.extend(run.whole(value))
            except Exception as error:  # noqa: BLE001 - as for a call
                raise scope.failed(node, error) from None
        return values

    return spread


def list_node(scope: Scope, node: ast.List) -> Work:
    """`[a, b]`."""
    return _elements(scope, node.elts)


def tuple_node(scope: Scope, node: ast.Tuple) -> Work:
    """`(a, b)`."""
    elements = _elements(scope, node.elts)
    return lambda run, variables: tuple(elements(run, variables))


def set_node(scope: Scope, node: ast.Set) -> Work:
    """`{a, b}`."""
    elements = _elements(scope, node.elts)

    def work(run: Run, variables: dict[str, Any]) -> set[Any]:
        values = elements(run, variables)
        try:
            run.hash_all(values)
            return set(values)
        except Exception as error:  # noqa: BLE001 - as for a call
            raise scope.failed(node, error) from None

    return work


def dict_node(scope: Scope, node: ast.Dict) -> Work:
    """`{a: b}`."""
    parts = [
        (None if key is None else prepared(scope, key), prepared(scope, value))
        for key, value in zip(node.keys, node.values, strict=True)
    ]

    def work(run: Run, variables: dict[str, Any]) -> dict[Any, Any]:
        run.spend(len(parts))
        made: dict[Any, Any] = {}
        for key, below in parts:
            left = None if key is None else key(run, variables)
            value = below(run, variables)
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
                raise scope.failed(node, error) from None
        return made

    return work


def joined_node(scope: Scope, node: ast.JoinedStr) -> Work:
    """`f"…{a}…"`."""
    parts = [_part(scope, node, part) for part in node.values]

    def work(run: Run, variables: dict[str, Any]) -> str:
        text = "".join([part if part.__class__ is str else part(run, variables) for part in parts])  # type: ignore[operator]  # a text or work
        run.spend(1 + (len(text) >> 6))
        return text

    return work


def _part(scope: Scope, whole: ast.JoinedStr, part: ast.expr) -> str | Work:
    if isinstance(part, ast.Constant):
        return str(part.value)
    assert isinstance(part, ast.FormattedValue)
    below, conversion, spec = prepared(scope, part.value), part.conversion, _spec(part.format_spec)

    def work(run: Run, variables: dict[str, Any]) -> str:
        value = below(run, variables)
        try:
            if conversion in {97, 114}:
                value = represent(run, value)
                if conversion == 97:
                    value = value.encode("ascii", "backslashreplace").decode()
            elif conversion == 115 or (value.__class__ not in SCALARS and not spec):
                value = string(run, value)
            check_format(run, value, spec)
            return format(value, spec)
        except Exception as error:  # noqa: BLE001 - as for a call
            raise scope.failed(whole, error) from None

    return work


def _spec(node: ast.expr | None) -> str:
    parts = node.values if isinstance(node, ast.JoinedStr) else []
    return "".join(str(part.value) for part in parts if isinstance(part, ast.Constant))
