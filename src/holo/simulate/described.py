"""What a hologram says of code that exists, as far as it can be run without that code.

A clause runs on values of the parameters that have some; what may be left out and has none is left out. A clause that
speaks of a parameter without values cannot be checked by anybody's inputs: it is told and counted, and never passes.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from holo.codes import Code
from holo.diagnostics.model import Severity
from holo.expr.names import free_names
from holo.expr.parse import ExprError, parse
from holo.ir import model as ir
from holo.ir.described import Values, can_be_left_out, defined, says
from holo.simulate.bodies import bodies
from holo.simulate.contract import contract
from holo.simulate.examples import examples
from holo.simulate.laws import laws
from holo.simulate.report import NOT_RUN, source, span_of
from holo.simulate.shapes import shapes
from holo.simulate.tables import tables
from holo.simulate.trial import Trial

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from holo.simulate.report import Report


def described(package: ir.Package, report: Report) -> None:
    """Run what can be run of a package whose code exists."""
    values = Values(report.world.node)
    methods = frozenset([one.name.rpartition(".")[2] for one in package.functions if one.owner])
    plain = [one for one in package.records if not any(map(values.without, (field.type for field in one.fields)))]
    shapes(package.model_copy(update={"records": tuple(plain)}), report)
    for const in package.consts:
        _value(f"`{const.name}`", const.type, const.value, values, report)
    for function in package.functions:
        if not report.whole.id(function.id):
            report.not_checked += 1
            continue
        for parameter in function.parameters:
            if says(parameter.default) and parameter.default is not None:
                what = f"The default of `{parameter.name}` of `{function.name}`"
                _value(what, parameter.type, parameter.default, values, report, function.type_parameters)
        _function(function, values, methods, report)
    for law in package.laws:
        if report.whole.id(law.id) and not any(values.without(one.type) for one in law.parameters):
            trial = Trial(law, report.world)
            contract(law, trial, report)
            laws(law, trial, report)
            continue
        for parameter in law.parameters:
            found = values.without(parameter.type)
            if found:
                reason = f"there is no value of `{found}`, the type of `{parameter.name}`"
                for condition in (*law.requires, *law.ensures):
                    _cannot("ensures" if condition in law.ensures else "requires", condition.expr, reason, report)
                break
        else:
            report.not_checked += 1


def _function(function: ir.Function, values: Values, methods: frozenset[str], report: Report) -> None:
    given, others = values.given(function)
    stuck = [reason for name, reason in others.items() if not can_be_left_out(_named(function, name))]
    speaks: list[tuple[str, ir.Expr]] = [
        *(("requires", one.expr) for one in function.requires),
        *(("raises … when", one.when) for one in function.raises if one.when is not None),
        *(("ensures", one.expr) for one in function.ensures),
    ]
    out = False
    for word, expr in speaks:
        names = _free(expr)
        reason = next(iter(stuck), "") or next((others[name] for name in others if name in names), "")
        if reason:
            out = True
            _cannot(word, expr, reason, report)
    if function.body is not None and (stuck or others):
        out = True
        reason = next(iter(stuck), "") or next(iter(others.values()))
        _cannot("table" if isinstance(function.body, ir.Table) else "returns", function.returns, reason, report)
    simple = not out and not others and all(not _odd(one) for one in function.parameters)
    if simple and not values.without(function.returns, anywhere=True):
        stated = examples(_open(function, values, methods, report), report)
        trial = Trial(function, report.world, stated)
        contract(function, trial, report)
        if defined(function):
            tables(function, trial, report)
            bodies(function, trial, report)
        return
    for _ in function.examples:
        report.not_checked += 1
        report.not_checked_examples.append(function.id)
    if not out and given:
        part = function.model_copy(update={"parameters": given})
        contract(part, Trial(part, report.world), report)


def _open(function: ir.Function, values: Values, methods: frozenset[str], report: Report) -> ir.Function:
    """Return a function with those of its examples that speak of nothing but values; the others wait for the code."""
    kept: list[ir.Example] = []
    for example in function.examples:
        names = example.expr.names.values()
        if all(_made_of_values(id_, values, report) for id_ in names) and not _calls(example.expr, methods):
            kept.append(example)
        else:
            report.not_checked += 1
            report.not_checked_examples.append(function.id)
    return function.model_copy(update={"examples": tuple(kept)})


def _calls(expr: ir.Expr, methods: frozenset[str]) -> bool:
    """Say whether an expression calls one of some methods on a value."""
    if not methods or "." not in expr.source:
        return False
    return any(isinstance(node, ast.Attribute) and node.attr in methods for node in ast.walk(parse(expr.source)))


def _made_of_values(id_: str, values: Values, report: Report) -> bool:
    node = report.world.node(id_)
    match node:
        case ir.Class() | ir.Opaque():
            return False
        case ir.Function():
            odd = any(_odd(one) or values.without(one.type, anywhere=True) for one in node.parameters)
            return not odd and not values.without(node.returns, anywhere=True) and node.binding != "class"
        case ir.Const():
            return node.value.source != ir.ELIDED
        case _:
            return True


def _odd(parameter: ir.Parameter) -> bool:
    """Say whether a parameter is given otherwise than by place or name, or its default is not said."""
    return parameter.kind not in {"positional_or_keyword", "positional_only"} or (
        parameter.default is not None and not says(parameter.default)
    )


def _named(function: ir.Function, name: str) -> ir.Parameter:
    return next(one for one in function.parameters if one.name == name)


def _free(expr: ir.Expr) -> set[str]:
    try:
        return {use.root for use in free_names(parse(expr.source), expr.source)}
    except ExprError:
        return set()


def _cannot(word: str, expr: ir.Expr, reason: str, report: Report) -> None:
    report.not_checkable += 1
    what = f"`{word} {source(expr)}`" if word not in {"returns", "table"} else f"The `{word}`"
    report.find(
        Code.NOT_CHECKABLE,
        f"{what} is not checked on inputs: {reason}",
        span_of(expr),
        "Say it in an `example` or `law` over values that can be made, or keep it as what readers are told",
        Severity.NOTE,
    )


def _value(
    what: str, type_: ir.Expr, value: ir.Expr, values: Values, report: Report, generic: Iterable[str] = ()
) -> None:
    """Warn of a value that does not fit the type beside it; `None` may stand beside any type, as code has it."""
    if (
        not says(value)
        or value.source == "None"
        or values.without(type_, anywhere=True)
        or not report.whole.names((type_, value))
    ):
        return
    if not all(_made_of_values(id_, values, report) for id_ in value.names.values()):
        report.not_checked += 1
        return
    report.checked += 1
    for reason in _misfit(type_, value, report, tuple(generic)):
        message = f"{what} does not fit `{source(type_)}`: {reason}"
        report.find(Code.UNFIT_VALUE, message, span_of(value), f"Write `{source(type_)}` as the code has it, or `Any`",
                    Severity.WARNING)  # fmt: skip


def _misfit(type_: ir.Expr, value: ir.Expr, report: Report, generic: tuple[str, ...]) -> Iterator[str]:
    try:
        made = report.world.evaluate(value, {})
    except NOT_RUN:
        report.checked -= 1
        report.not_checked += 1
        return
    reason = report.world.fits(made, report.world.type(type_, generic))
    if reason:
        yield reason
