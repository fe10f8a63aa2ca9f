"""Contracts on their own: is there a valid input, is every clause defined, can every error happen.

Expressions that cannot fail are not run for it, so that an ordinary contract costs nothing here.
"""

from __future__ import annotations

import ast
import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Final

from holo.codes import Code
from holo.diagnostics.model import Severity
from holo.expr.parse import ExprError, parse
from holo.expr.types import Named
from holo.expr.world import NotComputable, Raised, Undefined
from holo.ir import model as ir
from holo.simulate.domain import domain
from holo.simulate.report import raising, source, span_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from holo.diagnostics.model import Diagnostic
    from holo.simulate.report import Report
    from holo.simulate.trial import Trial

_MOST: Final = 8
_RISKY: Final = re.compile(r"[\[{/%]|\*\*|<<|>>|\.\w+\(|\b(?!(?:len|all|any|abs|set|bool|calls|and|or|not|in)\b)\w+\(")
"""What an expression that can raise has in its text; others need no closer look."""
_SAFE: Final = (
    ast.Name, ast.Constant, ast.Attribute, ast.Compare, ast.BoolOp, ast.UnaryOp, ast.List, ast.Tuple, ast.Set,
    ast.GeneratorExp, ast.ListComp, ast.SetComp, ast.comprehension, ast.IfExp, ast.expr_context, ast.cmpop,
    ast.boolop, ast.unaryop, ast.Starred, ast.keyword,
)  # fmt: skip
_PAYLOAD: Final = re.compile(r"[\w.]+\((\w+(?:, \w+)*)\)")
"""A payload of bare names alone."""
_WORD: Final = re.compile(r"[^\W\d]\w*")
_PARTIAL: Final = (ast.Div, ast.FloorDiv, ast.Mod, ast.Pow, ast.LShift, ast.RShift)
_SAFE_CALLS: Final = frozenset(
    {"len", "all", "any", "abs", "sorted", "set", "list", "tuple", "isinstance", "bool", "calls"}
)


def contract(function: ir.Function | ir.Law, trial: Trial, report: Report) -> None:
    """Check `requires` and `raises` of a function, or `requires` of a law."""
    if function.requires and not trial.possible():
        if not undefined_conditions(function, report):
            _empty(function, report)
        return
    undefined_conditions(function, report)
    if isinstance(function, ir.Law):
        return
    for at, clause in enumerate(function.raises):
        if clause.when is None:
            continue
        if function.body is None and (may_fail(clause.when.source) or _odd_payload(clause, function, report)):
            _undefined_raises(clause, function, trial, report)
        if _narrowed(clause.when, at, function, trial, report):
            _impossible(clause, function.raises[:at], function, trial, report)


@lru_cache(maxsize=1024)
def may_fail(text: str) -> bool:
    """Whether evaluating an expression can raise, as far as its form tells."""
    if _RISKY.search(text) is None:
        return False
    try:
        node = parse(text)
    except ExprError:
        return False
    for inner in ast.walk(node):
        if isinstance(inner, ast.Call):
            if not isinstance(inner.func, ast.Name) or inner.func.id not in _SAFE_CALLS:
                return True
        elif isinstance(inner, ast.BinOp):
            if isinstance(inner.op, _PARTIAL) and not (isinstance(inner.right, ast.Constant) and inner.right.value):
                return True
        elif not isinstance(inner, (*_SAFE, ast.operator)):
            return True
    return False


def undefined_conditions(function: ir.Function | ir.Law, report: Report, word: str = "requires") -> bool:
    """Whether a condition is undefined for an input that those above it let in."""
    risky = [condition for condition in function.requires if may_fail(condition.expr.source)]
    if not risky:
        return False
    names = [parameter.name for parameter in function.parameters]
    for args in islice(report.smalls.candidates(function, {}), _MOST):
        variables = dict(zip(names, args, strict=True))
        for condition in function.requires:
            try:
                if not report.world.evaluate(condition.expr, variables):
                    break
            except NotComputable:
                return False
            except (Undefined, Raised) as stopped:
                clause = f"{word} {source(condition.expr)}"
                above = "exclude the input with a `requires`" if word == "requires" else "put a condition"
                report.undefined(clause, condition, report.call(function, args), stopped, above)
                return True
    return False


def _undefined_raises(clause: ir.Raises, function: ir.Function, trial: Trial, report: Report) -> None:
    assert clause.when is not None
    above = [each.when for each in function.raises[: function.raises.index(clause)] if each.when is not None]
    for variables in trial.inputs(_MOST):
        try:
            # Only the first condition that holds counts: those below it are never asked.
            if any(report.world.evaluate(condition, variables) for condition in above):
                continue
        except (NotComputable, Undefined, Raised):
            continue  # reported for the clause above, if at all
        try:
            due = report.world.evaluate(clause.when, variables)
        except NotComputable:
            return
        except (Undefined, Raised) as stopped:
            report.undefined(raising(clause), clause, report.call(function, list(variables.values())), stopped)
            return
        if due and not payload_defined(clause, function, variables, report):
            return


def payload_defined(clause: ir.Raises, function: ir.Function, variables: Mapping[str, object], report: Report) -> bool:
    """Whether the payload of an error that is due has a value; reports one that has none."""
    if clause.payload is None:
        return True
    try:
        report.world.evaluate(clause.payload, variables)
    except NotComputable:
        return True
    except (Undefined, Raised) as stopped:
        shown = report.call(function, list(variables.values()))
        report.undefined(f"raises {source(clause.payload)}", clause, shown, stopped)
        return False
    return True


def _odd_payload(clause: ir.Raises, function: ir.Function, report: Report) -> bool:
    """Whether a payload says more than parameters of the very types that the error's fields have."""
    if clause.payload is None:
        return False
    inside = _PAYLOAD.fullmatch(clause.payload.source)
    error = report.world.node(clause.error)
    if inside is None or not isinstance(error, ir.Error):
        return True
    given = inside[1].split(", ")
    types = {parameter.name: parameter.type.source for parameter in function.parameters}
    return [types.get(name, "") for name in given] != [field.type.source for field in error.fields[: len(given)]]


def _empty(function: ir.Function | ir.Law, report: Report) -> None:
    if not impossible(function, report):
        return
    clauses = " and ".join(f"`requires {source(condition.expr)}`" for condition in function.requires)
    report.diagnostics = [one for one in report.diagnostics if not _only_outside(one, function)]
    report.find(
        Code.EMPTY_CONTRACT,
        f"No input of `{function.name}` fulfils {clauses}",
        span_of(function.requires[0], function),
        "Remove or mend one of the conditions",
    )


def _only_outside(found: Diagnostic, function: ir.Function | ir.Law) -> bool:
    """Whether a finding says that an example is outside a contract that no input is inside of."""
    if found.code is not Code.EXAMPLE_OUTSIDE or not isinstance(function, ir.Function):
        return False
    return any(found.span == span_of(example, example.expr) for example in function.examples)


def impossible(function: ir.Function | ir.Law, report: Report) -> bool:
    """Whether boundary values show that no input fulfils all conditions; what they cannot decide is counted."""
    found = domain(function, (), report.world)
    if not found.exact:
        report.not_checked += 1
        return False
    names = [parameter.name for parameter in function.parameters]
    for args in found.inputs():
        variables = dict(zip(names, args, strict=True))
        try:
            if all(report.world.evaluate(condition.expr, variables) for condition in function.requires):
                return False
        except (NotComputable, Undefined, Raised):
            return False
    return True


def _narrowed(when: ir.Expr, at: int, function: ir.Function, trial: Trial, report: Report) -> bool:
    """Whether something else in the contract speaks of what a condition speaks of, and may exclude it."""
    mine = _names(when.source).intersection(trial.names)
    if any(not mine.isdisjoint(_names(condition.expr.source)) for condition in function.requires):
        return True
    if any(one.when is not None and not mine.isdisjoint(_names(one.when.source)) for one in function.raises[:at]):
        return True
    return any(
        isinstance(type_, Named) and name in mine and _refined(report.world.node(type_.id))
        for name, type_ in zip(trial.names, trial.types, strict=True)
    )


def _refined(node: object) -> bool:
    if isinstance(node, ir.Record):
        return bool(node.invariants)
    return isinstance(node, ir.Alias) and node.where is not None


@lru_cache(maxsize=1024)
def _names(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text))


def _impossible(
    clause: ir.Raises, above: Sequence[ir.Raises], function: ir.Function, trial: Trial, report: Report
) -> None:
    """Warn of an error whose condition no valid input meets first, where boundary values decide it."""
    when, world = clause.when, report.world
    assert when is not None
    earlier = [(one, one.when) for one in above if one.when is not None]
    takers: dict[str, None] = {}

    def happens(variables: dict[str, object]) -> bool:
        if not world.evaluate(when, variables):
            return False
        taker = next((one for one, condition in earlier if world.evaluate(condition, variables)), None)
        if taker is not None:
            takers[f"`{raising(taker)}`"] = None
        return taker is None

    try:
        if any(happens(variables) for variables in trial.inputs(_MOST)):
            return
        found = domain(function, (when, *(condition for _, condition in earlier)), world)
        if not found.exact:
            return
        for args in found.inputs():
            variables = dict(zip(trial.names, args, strict=True))
            if all(world.evaluate(condition.expr, variables) for condition in function.requires) and happens(variables):
                return
    except (NotComputable, Undefined, Raised):
        return
    if takers:
        reason = f"{' and '.join(takers)} above it {'takes' if len(takers) == 1 else 'take'} all of its inputs"
        hint = "Remove it, or put it above the one that takes its inputs"
    elif any(not _names(when.source).isdisjoint(_names(one.expr.source)) for one in function.requires):
        reason = "`requires` excludes it"
        hint = "Remove the `raises`, or the `requires` that makes it impossible"
    else:
        reason = "the types of the parameters exclude it"
        hint = "Remove the `raises`, or widen the type"
    report.find(
        Code.IMPOSSIBLE_RAISES,
        f"`{raising(clause)}` can never happen: {reason}",
        span_of(clause, when),
        hint,
        Severity.WARNING,
    )
