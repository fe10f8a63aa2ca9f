"""What an `ensures` says whatever the body returns: parts without `result`, and results said in full.

`ensures result == loans[0]` is undefined for no loans, whoever writes the body; and what it says of the result
must fit the declared type and every other `ensures`. Only for functions without body: the others are run.
"""

from __future__ import annotations

import ast
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from holo.codes import Code
from holo.expr.parse import ExprError, parse
from holo.expr.places import place
from holo.expr.types import Named, Plain
from holo.expr.world import NotComputable, Raised, Undefined
from holo.ir import model as ir
from holo.ir.trusted import trusted
from holo.simulate.contract import may_fail
from holo.simulate.domain import domain
from holo.simulate.report import source, span_of

if TYPE_CHECKING:
    from holo.expr.types import Type
    from holo.simulate.report import Report
    from holo.simulate.trial import Trial

_MOST: Final = 6
_SOUGHT: Final = 2
"""Inputs for which a result is sought that keeps every `ensures`."""
_law = trusted(ir.Law)
_parameter = trusted(ir.Parameter)
_STOP: Final = (NotComputable, Undefined, Raised)


def promises(function: ir.Function, trial: Trial, report: Report) -> None:
    """Check the parts of `ensures` that no body can change."""
    if not function.ensures or any(raises.when is None for raises in function.raises):
        return  # a function that may raise need not come so far
    said = [(condition, _said(condition.expr.source)) for condition in function.ensures]
    free = [(condition, part) for condition, (parts, _) in said for part in parts]
    whole = next(((condition, text) for condition, (_, text) in said if text), None)
    result = report.result_type(function)
    alone = len(said) == 1 and not isinstance(result, Named)
    several = not alone or _several(function.ensures[0].expr.source)
    sought = _SOUGHT if several and whole is None and _scalar(result, report) else 0
    if alone:
        whole = None  # nothing that it could contradict
    if not free and whole is None and not sought:
        return
    if any(isinstance(type_, Named) and isinstance(report.world.node(type_.id), ir.Port) for type_ in trial.types):
        return
    for variables in trial.inputs(_MOST):
        if not _returns(function, variables, report):
            continue
        if not _defined(function, free, variables, report):
            return
        if whole is not None and not _agrees(function, *whole, result, variables, report):
            return
        if sought and not _possible(function, variables, report):
            return
        sought = max(0, sought - 1)


def _returns(function: ir.Function, variables: dict[str, object], report: Report) -> bool:
    """Whether no error is due."""
    try:
        return not any(
            report.world.evaluate(raises.when, variables) for raises in function.raises if raises.when is not None
        )
    except _STOP:
        return False


def _defined(
    function: ir.Function, free: list[tuple[ir.Condition, str]], variables: dict[str, object], report: Report
) -> bool:
    for condition, text in free:
        try:
            report.world.evaluate(_expr(condition, text), variables)
        except NotComputable:
            return False
        except (Undefined, Raised) as stopped:
            shown = report.call(function, list(variables.values()))
            report.undefined(f"ensures {source(condition.expr)}", condition, shown, stopped)
            return False
    return True


def _agrees(
    function: ir.Function,
    said: ir.Condition,
    text: str,
    result: Type,
    variables: dict[str, object],
    report: Report,
) -> bool:
    """Whether the result that one `ensures` says in full fits the type and every other `ensures`."""
    world = report.world
    try:
        value = world.evaluate(_expr(said, text), variables)
        reason = world.fits(value, result)
        broken = f"does not fit `-> {function.returns.source}`: {reason}" if reason else ""
        for condition in function.ensures:
            if (
                not broken
                and condition is not said
                and not world.evaluate(condition.expr, {**variables, "result": value})
            ):
                broken = f"breaks `ensures {source(condition.expr)}`"
    except _STOP:
        return False
    if not broken:
        return True
    report.find(
        Code.CONTRADICTION,
        f"`ensures {source(said.expr)}` says that `{report.call(function, list(variables.values()))}` is "
        f"`{report.show(value)}`, which {broken}",
        span_of(said, said.expr),
        "Mend one of the two, or exclude the input with a `requires`",
    )
    return False


def _scalar(type_: Type, report: Report) -> bool:
    """Whether a value of a type is one that boundary values decide: a number, a text, a day."""
    while isinstance(type_, Named):
        node = report.world.node(type_.id)
        if not isinstance(node, ir.Alias):
            return isinstance(node, ir.Enum)
        type_ = report.world.type(node.base)
    return isinstance(type_, Plain)


def _possible(function: ir.Function, variables: dict[str, object], report: Report) -> bool:
    """Whether some result keeps every `ensures`, as far as boundary values decide it."""
    world = report.world
    result = _parameter(name="result", type=function.returns)
    law = _law(id=function.id, name=function.name, parameters=(result,), requires=function.ensures)
    found = domain(law, (), world, variables)
    if not found.exact:
        return True
    try:
        for (value,) in found.inputs():
            if all(world.evaluate(condition.expr, {**variables, "result": value}) for condition in function.ensures):
                return True
    except _STOP:
        return True
    clauses = " and ".join(f"`ensures {source(condition.expr)}`" for condition in function.ensures)
    report.find(
        Code.CONTRADICTION,
        f"No result of `{report.call(function, list(variables.values()))}` fulfils {clauses}",
        span_of(function.ensures[0], function),
        "Mend one of them, or exclude the input with a `requires`",
    )
    return False


def _expr(condition: ir.Condition, text: str) -> ir.Expr:
    return ir.Expr(source=text, names=condition.expr.names)


@lru_cache(maxsize=1024)
def _said(text: str) -> tuple[tuple[str, ...], str]:
    """Return the parts of a condition that can fail whatever the result is, and what it says the result is."""
    try:
        node = parse(text)
    except ExprError:
        return (), ""
    parts: list[str] = []
    _certain(node, text, parts)
    whole = ""
    for one in node.values if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And) else [node]:
        whole = whole or _result(one, text)
    return tuple(parts), whole


def _certain(node: ast.expr, text: str, parts: list[str]) -> None:
    """Collect the largest parts without `result` that are evaluated in any case, and that can fail."""
    if not _speaks(node):
        start, stop = place(node, text)
        if may_fail(text[start:stop]):
            parts.append(text[start:stop])
        return
    match node:
        case ast.Compare(left=left, comparators=rights):
            inner = [left, rights[0]]
        case ast.BoolOp(values=values):
            inner = values[:1]
        case ast.IfExp(test=test):
            inner = [test]
        case ast.UnaryOp(operand=operand):
            inner = [operand]
        case ast.BinOp(left=left, right=right):
            inner = [left, right]
        case ast.Attribute(value=value):
            inner = [value]
        case ast.Subscript(value=value, slice=index) if not isinstance(index, ast.Slice):
            inner = [value, index]
        case ast.Call(args=args, keywords=keywords):
            inner = [one for one in (*args, *(each.value for each in keywords)) if not isinstance(one, ast.Lambda)]
        case ast.ListComp() | ast.SetComp() | ast.GeneratorExp() | ast.DictComp():
            inner = [node.generators[0].iter]
        case _:
            inner = []
    for one in inner:
        _certain(one, text, parts)


@lru_cache(maxsize=1024)
def _several(text: str) -> bool:
    """Whether a condition says more than one thing, as `a < result < b` does."""
    node = parse(text)
    return isinstance(node, ast.BoolOp) or (isinstance(node, ast.Compare) and len(node.ops) > 1)


def _speaks(node: ast.expr) -> bool:
    return any(isinstance(one, ast.Name) and one.id == "result" for one in ast.walk(node))


def _result(node: ast.expr, text: str) -> str:
    """Return what stands on the other side of `result == …`, where that says nothing of the result itself."""
    match node:
        case (
            ast.Compare(left=ast.Name(id="result"), ops=[ast.Eq()], comparators=[other])
            | ast.Compare(left=other, ops=[ast.Eq()], comparators=[ast.Name(id="result")])
        ) if not _speaks(other):
            start, stop = place(other, text)
            return text[start:stop]
        case _:
            return ""
