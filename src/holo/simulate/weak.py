"""Contracts that a trivial body passes.

`return None`, a zero, an empty value, an argument, the constant of an example: each is judged by the
examples first and then by `raises` and `ensures` on small inputs. The first input that tells it from a right
body ends its trial. What cannot be computed is counted as not checked, never as weak.
"""

from __future__ import annotations

import ast
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from holo.codes import Code
from holo.diagnostics.model import Severity
from holo.expr.parse import parse
from holo.expr.types import Named, Type
from holo.expr.world import NotComputable, Raised, Undefined
from holo.inputs.choice import Seeded
from holo.inputs.make import Maker
from holo.inputs.range import Reject
from holo.inputs.small import allowed
from holo.ir import model as ir
from holo.simulate.report import Body, span_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from holo.expr.world import World
    from holo.simulate.report import Report
    from holo.simulate.trial import Trial

TRIVIAL: Final[tuple[tuple[str, object], ...]] = (
    ("None", None),
    ("0", 0),
    ("False", False),
    ("True", True),
    ('""', ""),
    ("[]", []),
    ("{}", {}),
    ("set()", set()),
    ("frozenset()", frozenset()),
    ("()", ()),
    ("0.0", 0.0),
    ('b""', b""),
)
_FEW: Final = 14
_SHOWN: Final = 3
_RANDOM: Final = 12
_FAR: Final = (1_000_007, -1_000_007, 10_009, -10_009)
"""Numbers beyond the constants of most contracts: `result >= amount` is no weaker for a small example."""
_NO_NAMES: Final[frozenset[str]] = frozenset()


def weak(function: ir.Function, trial: Trial, report: Report) -> None:
    """Warn of the trivial bodies that pass the whole contract of a function."""
    if _determined(function, trial, report.world):
        report.checked += 1
        return
    bodies = _not_refuted(function, _bodies(function, trial, report), trial, report)
    if not bodies:
        report.checked += 1
        return
    try:
        left = _survivors(function, bodies, trial, report)
    except NotComputable:
        report.not_checked += 1
        return
    report.checked += 1
    if not left:
        return
    texts = tuple(f"return {body.text or report.show(body.value)}" for body in left)
    report.weak[function.id] = texts
    shown = ", ".join(f"`{text}`" for text in texts[:_SHOWN])
    more = f" and {len(texts) - _SHOWN} more" if len(texts) > _SHOWN else ""
    report.find(
        Code.WEAK_CONTRACT,
        f"The contract of `{function.name}` is weak: {shown}{more} {'passes' if len(texts) == 1 else 'pass'} all of it",
        span_of(function),
        f"Add an example or an `ensures` that `{texts[0]}` fails",
        Severity.WARNING,
    )


def _determined(function: ir.Function, trial: Trial, world: World) -> bool:
    """Whether an `ensures` says the whole result: then a trivial body that passes is the right one."""
    if not any(_equation(condition.expr.source) for condition in function.ensures):
        return False
    return not any(isinstance(type_, Named) and isinstance(world.node(type_.id), ir.Port) for type_ in trial.types)


@lru_cache(maxsize=512)
def _equation(text: str) -> bool:
    return "==" in text and any(_says_result(node) for node in _parts(parse(text)))


@lru_cache(maxsize=1024)
def _tied(text: str) -> frozenset[str]:
    """Return the names that a condition makes a part of the result equal to; no constant is equal to a parameter."""
    return frozenset(_ties(parse(text))) if "==" in text and "result" in text else _NO_NAMES


def _ties(root: ast.expr) -> Iterator[str]:
    for node in _parts(root):
        if isinstance(node, ast.Compare) and len(node.ops) == 1 and isinstance(node.ops[0], ast.Eq):
            sides = (node.left, node.comparators[0])
            for one, other in (sides, sides[::-1]):
                if _of_result(one) and isinstance(other, ast.Name | ast.Attribute):
                    yield _root(other)


def _of_result(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute | ast.Subscript) and _root(node) == "result"


def _root(node: ast.expr) -> str:
    while isinstance(node, ast.Attribute | ast.Subscript):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def _parts(node: ast.expr) -> list[ast.expr]:
    return node.values if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And) else [node]


def _says_result(node: ast.expr) -> bool:
    match node:
        case ast.Compare(left=ast.Name(id="result"), ops=[ast.Eq()], comparators=[other]):
            pass
        case ast.Compare(left=other, ops=[ast.Eq()], comparators=[ast.Name(id="result")]):
            pass
        case _:
            return False
    return not any(isinstance(inner, ast.Name) and inner.id == "result" for inner in ast.walk(other))


def _bodies(function: ir.Function, trial: Trial, report: Report) -> list[Body]:
    result = report.result_type(function)
    constant = all(_tied(condition.expr.source).isdisjoint(trial.names) for condition in function.ensures)
    bodies = list(_trivial(result, report)) if constant else []
    bare = _bare(result, report.world)
    for name, type_ in zip(trial.names, trial.types, strict=True):
        if type_ == result or _bare(type_, report.world) == bare:
            bodies.append(Body(name, parameter=name))
    if not trial.stated or not constant:
        return bodies
    known = [body.value for body in bodies if not body.parameter]
    for call in trial.stated:
        value = call.values[0]
        if not any(type(value) is type(other) and value == other for other in known):
            known.append(value)
            bodies.append(Body("", value))
    return bodies


def _trivial(result: Type, report: Report) -> tuple[Body, ...]:
    found = report.trivial.get(result)
    if found is None:
        fitting = [(text, value) for text, value in TRIVIAL if not report.world.fits(value, result)]
        found = report.trivial[result] = tuple(Body(text, value) for text, value in fitting)
    return found


def _bare(type_: Type, world: World) -> Type:
    while isinstance(type_, Named):
        node = world.node(type_.id)
        if not isinstance(node, ir.Alias):
            return type_
        type_ = world.type(node.base)
    return type_


def _not_refuted(function: ir.Function, bodies: list[Body], trial: Trial, report: Report) -> list[Body]:
    """Return the bodies that pass every example."""
    for call in trial.stated:
        variables = dict(zip(trial.names, call.args, strict=True))
        expected = call.values[0]
        bodies = [body for body in bodies if _equal(body.result(variables), expected)]
        if not bodies:
            return []
    if len(trial.stated) == len(function.examples):
        return bodies
    said = {call.example.id for call in trial.stated if call.example is not None}
    for example in function.examples:
        if example.id not in said:
            bodies = [body for body in bodies if _passes(function, body, example, trial, report)]
    return bodies


def _equal(one: object, other: object) -> bool:
    return type(one) is type(other) and one == other


def _passes(function: ir.Function, body: Body, example: ir.Example, trial: Trial, report: Report) -> bool:
    def answer(called: str, args: tuple[object, ...]) -> object:
        if called != function.id:
            raise NotComputable(called)
        return body.result(dict(zip(trial.names, args, strict=True)))

    try:
        return report.world.evaluate(example.expr, {}, call=answer) is True
    except NotComputable:
        return True
    except (Undefined, Raised):
        return False


def _survivors(function: ir.Function, bodies: list[Body], trial: Trial, report: Report) -> list[Body]:
    """Return the bodies that no input refutes; nothing survives where there was no input."""
    if not function.ensures and all(raises.when is None for raises in function.raises):
        return bodies
    world = report.world
    result = report.result_type(function)
    tried = 0
    for variables in _inputs(function, trial, report):
        tried += 1
        if _raises(function, variables, world):
            return []
        bodies = [body for body in bodies if _keeps(function, body, variables, result, world)]
        if not bodies:
            return []
    return bodies if tried else []


def _inputs(function: ir.Function, trial: Trial, report: Report) -> Iterator[dict[str, object]]:
    world = report.world
    first: dict[str, object] | None = None
    for variables in trial.inputs(_FEW):
        first = first or variables
        yield variables
    if not function.parameters:
        return
    if first is not None:
        yield from _far(function, first, trial, world)
    # What got so far is nearly always weak indeed; a few unplanned inputs keep the warning honest. They are
    # dear, so that one file gets only so many.
    maker = Maker(report.smalls.shapes, Seeded(1), trial.constants())
    for _ in range(min(_RANDOM, report.unplanned)):
        report.unplanned -= 1
        try:
            args = maker.arguments(function)
        except Reject:
            continue
        if allowed(function, world, trial.names, args):
            yield dict(zip(trial.names, args, strict=True))


def _far(
    function: ir.Function, variables: dict[str, object], trial: Trial, world: World
) -> Iterator[dict[str, object]]:
    for name, type_ in zip(trial.names, trial.types, strict=True):
        kind = type(variables[name])
        if kind not in {int, float}:
            continue
        for number in _FAR:
            value: object = number if kind is int else float(number)
            moved = {**variables, name: value}
            if not world.fits(value, type_) and allowed(function, world, trial.names, tuple(moved.values())):
                yield moved


def _raises(function: ir.Function, variables: dict[str, object], world: World) -> bool:
    """Whether an error is due, which no trivial body raises."""
    for raises in function.raises:
        if raises.when is not None:
            try:
                if world.evaluate(raises.when, variables):
                    return True
            except (Undefined, Raised):
                return False
    return False


def _keeps(function: ir.Function, body: Body, variables: dict[str, object], result: Type, world: World) -> bool:
    value = body.result(variables)
    if body.parameter and world.fits(value, result):
        return False
    variables = {**variables, "result": value}
    for condition in function.ensures:
        try:
            if not world.evaluate(condition.expr, variables):
                return False
        except (Undefined, Raised):
            return False
    return True
