"""Comprehensions and generators: each round of a loop costs three steps."""

from __future__ import annotations

import ast
from types import GeneratorType
from typing import TYPE_CHECKING, Any

from holo.expr.evaluate.frame import NODES, Frame, visit
from holo.expr.stopped import OutOfFuel
from holo.expr.values import EnumType

if TYPE_CHECKING:
    from collections.abc import Iterator

_ITERATED = frozenset(
    {
        list,
        tuple,
        str,
        range,
        bytes,
        dict,
        GeneratorType,
        type({}.items()),
        type({}.keys()),
        type({}.values()),
    }
)


def _scope(frame: Frame, generators: list[ast.comprehension]) -> Frame:
    if len(generators) == 1 and generators[0].target.__class__ is ast.Name:
        return frame.inner(frozenset((generators[0].target.id,)))
    names = {n.id for each in generators for n in ast.walk(each.target) if isinstance(n, ast.Name)}
    return frame.inner(frozenset(names))


def _source(frame: Frame, generator: ast.comprehension) -> Any:
    below = generator.iter
    value = NODES[below.__class__](frame, below)
    if value.__class__ in _ITERATED or isinstance(value, EnumType | dict):
        return value
    if value.__class__ in {set, frozenset}:
        return frame.run.order(value)
    raise frame.failed(below, TypeError("it cannot be iterated over"))


def _loop(frame: Frame, generators: list[ast.comprehension], at: int, source: Any) -> Iterator[None]:
    """Set the targets and yield, once for each round of the generators from `at` on."""
    generator = generators[at]
    target = generator.target
    simple = target.id if target.__class__ is ast.Name else None
    variables = frame.variables
    run = frame.run
    tests = generator.ifs
    last = at + 1 == len(generators)
    for value in source:
        run.fuel -= 3
        if run.fuel < 0:
            raise OutOfFuel
        if simple is not None:
            variables[simple] = value
        else:
            _bind(frame, target, value)
        for test in tests:
            if not NODES[test.__class__](frame, test):
                break
        else:
            if last:
                yield
            else:
                yield from _loop(frame, generators, at + 1, _source(frame, generators[at + 1]))


def _results(frame: Frame, node: ast.ListComp | ast.SetComp | ast.GeneratorExp) -> Iterator[Any]:
    """Yield the element of each round; the first source is evaluated at once, as Python does."""
    generators = node.generators
    source = _source(frame, generators[0])
    inner = _scope(frame, generators)
    if len(generators) == 1 and generators[0].target.__class__ is ast.Name:
        return _simple(inner, generators[0], node.elt, source)
    return (visit(inner, node.elt) for _ in _loop(inner, generators, 0, source))


def _simple(frame: Frame, generator: ast.comprehension, element: ast.expr, source: Any) -> Iterator[Any]:
    """Yield the results of one loop over one name: nearly every comprehension, at half the price."""
    name: str = generator.target.id  # type: ignore[attr-defined]
    tests = generator.ifs
    variables = frame.variables
    run = frame.run
    work = NODES[element.__class__]
    for value in source:
        run.fuel -= 3
        if run.fuel < 0:
            raise OutOfFuel
        variables[name] = value
        for test in tests:
            if not NODES[test.__class__](frame, test):
                break
        else:
            yield work(frame, element)


def _bind(frame: Frame, target: ast.expr, value: Any) -> None:
    if isinstance(target, ast.Name):
        frame.variables[target.id] = value
        return
    assert isinstance(target, ast.Tuple | ast.List)
    try:
        values = list(frame.run.whole(value))
    except TypeError as error:
        raise frame.failed(target, error) from None
    elements = target.elts
    starred = next((i for i, each in enumerate(elements) if isinstance(each, ast.Starred)), None)
    if starred is not None:
        after = len(elements) - starred - 1
        if len(values) < len(elements) - 1:
            raise frame.failed(target, ValueError(f"{len(values)} values are too few"))
        middle = values[starred : len(values) - after]
        values = [*values[:starred], middle, *values[len(values) - after :]]
    if len(values) != len(elements):
        raise frame.failed(target, ValueError(f"{len(values)} values for {len(elements)} names"))
    for element, each in zip(elements, values, strict=True):
        _bind(frame, element.value if isinstance(element, ast.Starred) else element, each)


def list_of_node(frame: Frame, node: ast.ListComp) -> list[Any]:
    """`[… for …]`."""
    return list(_results(frame, node))


def set_of_node(frame: Frame, node: ast.SetComp) -> set[Any]:
    """`{… for …}`."""
    made: set[Any] = set()
    hashed = frame.run.hashed
    for value in _results(frame, node):
        try:
            hashed(value, len(made))
            made.add(value)
        except TypeError as error:
            raise frame.failed(node.elt, error) from None
    return made


def dict_of_node(frame: Frame, node: ast.DictComp) -> dict[Any, Any]:
    """`{…: … for …}`."""
    source = _source(frame, node.generators[0])
    inner = _scope(frame, node.generators)
    made: dict[Any, Any] = {}
    for _ in _loop(inner, node.generators, 0, source):
        key = visit(inner, node.key)
        try:
            inner.run.hashed(key, len(made))
            made[key] = visit(inner, node.value)
        except TypeError as error:
            raise frame.failed(node.key, error) from None
    return made


def generator_node(frame: Frame, node: ast.GeneratorExp) -> Iterator[Any]:
    """`(… for …)`."""
    return _results(frame, node)
