"""Comprehensions and generators: each round of a loop costs three steps."""

from __future__ import annotations

import ast
from types import GeneratorType
from typing import TYPE_CHECKING, Any

from holo.expr.evaluate.frame import Scope, Work, prepared
from holo.expr.stopped import OutOfFuel
from holo.expr.values import EnumType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from holo.expr.run import Run

    Bind = Callable[[Run, dict[str, Any], Any], None]
    Results = Callable[[Run, dict[str, Any]], Iterator[Any]]

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


class _Round:
    """One `for … in … if …`: where its values come from, how they are bound, and what they must fulfil."""

    __slots__ = ("bind", "name", "source", "tests")

    def __init__(self, outer: Scope, inner: Scope, generator: ast.comprehension) -> None:
        """Make the parts ready; the source of the first one stands outside."""
        self.source = _source(outer, generator.iter)
        target = generator.target
        self.name: str | None = target.id if isinstance(target, ast.Name) else None
        self.bind = _bind(inner, target)
        self.tests = [prepared(inner, test) for test in generator.ifs]


def _source(scope: Scope, node: ast.expr) -> Work:
    below = prepared(scope, node)

    def work(run: Run, variables: dict[str, Any]) -> Any:
        value = below(run, variables)
        kind = value.__class__
        if kind in _ITERATED or isinstance(value, EnumType | dict):
            return value
        if kind is set or kind is frozenset:
            return run.order(value)
        raise scope.failed(node, TypeError("it cannot be iterated over"))

    return work


def _rounds(scope: Scope, generators: list[ast.comprehension]) -> tuple[Scope, list[_Round]]:
    names = {n.id for each in generators for n in ast.walk(each.target) if isinstance(n, ast.Name)}
    inner = scope.inner(frozenset(names))
    return inner, [_Round(inner if at else scope, inner, each) for at, each in enumerate(generators)]


def _loop(rounds: list[_Round], at: int, run: Run, variables: dict[str, Any], source: Any) -> Iterator[None]:
    """Set the targets in `variables` and yield, once for each round of the generators from `at` on."""
    here = rounds[at]
    name, bind, tests = here.name, here.bind, here.tests
    last = at + 1 == len(rounds)
    for value in source:
        run.fuel -= 3
        if run.fuel < 0:
            raise OutOfFuel
        if name is not None:
            variables[name] = value
        else:
            bind(run, variables, value)
        for test in tests:
            if not test(run, variables):
                break
        else:
            if last:
                yield
            else:
                yield from _loop(rounds, at + 1, run, variables, rounds[at + 1].source(run, variables))


def _simple(here: _Round, element: Work, run: Run, variables: dict[str, Any], source: Any) -> Iterator[Any]:
    """Yield the results of one loop over one name: nearly every comprehension, at half the price."""
    name, tests = here.name, here.tests
    for value in source:
        run.fuel -= 3
        if run.fuel < 0:
            raise OutOfFuel
        variables[name] = value  # type: ignore[index]  # a loop over one name
        for test in tests:
            if not test(run, variables):
                break
        else:
            yield element(run, variables)


def _results(scope: Scope, node: ast.ListComp | ast.SetComp | ast.GeneratorExp) -> Results:
    """Return what yields the element of each round; the first source is evaluated at once, as Python does."""
    inner, rounds = _rounds(scope, node.generators)
    element = prepared(inner, node.elt)
    first = rounds[0]
    if len(rounds) == 1 and first.name is not None:

        def simple(run: Run, variables: dict[str, Any]) -> Iterator[Any]:
            source = first.source(run, variables)
            return _simple(first, element, run, variables.copy(), source)

        return simple

    def many(run: Run, variables: dict[str, Any]) -> Iterator[Any]:
        source = first.source(run, variables)
        own = variables.copy()
        return (element(run, own) for _ in _loop(rounds, 0, run, own, source))

    return many


def quantified(scope: Scope, node: ast.Call, name: str) -> Work | None:
    """Return `all(… for x in …)` and `any(…)` as one loop, which needs no generator; None for every other call."""
    if name not in {"all", "any"} or len(node.args) != 1 or node.keywords:
        return None
    made = node.args[0]
    if not isinstance(made, ast.GeneratorExp) or len(made.generators) != 1:
        return None
    inner, (here,) = _rounds(scope, made.generators)
    element, bound, tests = prepared(inner, made.elt), here.name, here.tests
    wanted = name == "any"
    if bound is None:
        return None

    def work(run: Run, variables: dict[str, Any]) -> bool:
        source = here.source(run, variables)
        own = variables.copy()
        try:
            for value in source:
                run.fuel -= 3
                if run.fuel < 0:
                    raise OutOfFuel
                own[bound] = value
                for test in tests:
                    if not test(run, own):
                        break
                else:
                    if element(run, own):
                        if wanted:
                            return True
                    elif not wanted:
                        return False
        except Exception as error:  # noqa: BLE001 - as for every other call
            raise scope.failed(node, error) from None
        return not wanted

    return work


def _bind(scope: Scope, target: ast.expr) -> Bind:
    if isinstance(target, ast.Name):
        name = target.id

        def plain(run: Run, variables: dict[str, Any], value: Any) -> None:  # noqa: ARG001 - the signature of all targets
            variables[name] = value

        return plain
    assert isinstance(target, ast.Tuple | ast.List)
    elements = target.elts
    starred = next((i for i, each in enumerate(elements) if isinstance(each, ast.Starred)), None)
    inside = [_bind(scope, each.value if isinstance(each, ast.Starred) else each) for each in elements]

    def spread(run: Run, variables: dict[str, Any], value: Any) -> None:
        try:
            values = list(run.whole(value))
        except TypeError as error:
            raise scope.failed(target, error) from None
        if starred is not None:
            after = len(elements) - starred - 1
            if len(values) < len(elements) - 1:
                raise scope.failed(target, ValueError(f"{len(values)} values are too few"))
            middle = values[starred : len(values) - after]
            values = [*values[:starred], middle, *values[len(values) - after :]]
        if len(values) != len(elements):
            raise scope.failed(target, ValueError(f"{len(values)} values for {len(elements)} names"))
        for bind, each in zip(inside, values, strict=True):
            bind(run, variables, each)

    return spread


def list_of_node(scope: Scope, node: ast.ListComp) -> Work:
    """`[… for …]`."""
    results = _results(scope, node)
    return lambda run, variables: list(results(run, variables))


def set_of_node(scope: Scope, node: ast.SetComp) -> Work:
    """`{… for …}`."""
    results, element = _results(scope, node), node.elt

    def work(run: Run, variables: dict[str, Any]) -> set[Any]:
        made: set[Any] = set()
        for value in results(run, variables):
            try:
                run.hashed(value, len(made))
                made.add(value)
            except TypeError as error:
                raise scope.failed(element, error) from None
        return made

    return work


def dict_of_node(scope: Scope, node: ast.DictComp) -> Work:
    """`{…: … for …}`."""
    inner, rounds = _rounds(scope, node.generators)
    key, value = prepared(inner, node.key), prepared(inner, node.value)

    def work(run: Run, variables: dict[str, Any]) -> dict[Any, Any]:
        source = rounds[0].source(run, variables)
        own = variables.copy()
        made: dict[Any, Any] = {}
        for _ in _loop(rounds, 0, run, own, source):
            found = key(run, own)
            try:
                run.hashed(found, len(made))
                made[found] = value(run, own)
            except TypeError as error:
                raise scope.failed(node.key, error) from None
        return made

    return work


def generator_node(scope: Scope, node: ast.GeneratorExp) -> Work:
    """`(… for …)`."""
    return _results(scope, node)
