"""Finds bodies that know the examples instead of the rule.

Looks for `if x == <an example's argument>: return <its result>` in its usual shapes: `if` statements,
conditional expressions, `match` and tables of answers. Base cases (0, 1, "", empty) are nobody's crime, nor is
a row for every member of an enum.
"""

from __future__ import annotations

import ast
import copy
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SMALL = {ast.dump(ast.parse(text, mode="eval").body) for text in ("0", "1", "-1", "2", "''", "None", "True", "False")}
_SMALL |= {ast.dump(ast.parse(text, mode="eval").body) for text in ("[]", "{}", "()", "set()", "0.0", "1.0")}

_MEMBER = "Attribute(value=Name("  # `Light.red`: who goes through the members of an enum says a rule

Case = tuple[dict[str, str], str]  # parameter -> dump of its literal; dump of the result


def special_cased(function: ast.FunctionDef | ast.AsyncFunctionDef, examples: Sequence[str], said: str = "") -> int:
    """Return the line where most of the telling examples are answered by heart, or 0.

    Values that `said`, the rest of the ticket, names are no secrets of the examples.
    """
    named = _Named(said)
    parameters = [each.arg for each in (*function.args.posonlyargs, *function.args.args)]
    wanted = [case for text in examples if (case := _example(text, function.name, parameters)) is not None]
    wanted = [(given, result) for given, result in wanted if named.tells(given)]
    if not wanted:
        return 0
    function = _Resolved(_literals(function)).visit(copy.deepcopy(function))
    answered: set[int] = set()
    known: set[tuple[str, ...]] = set()
    first = 0
    for given, result, line in _answers(function, parameters):
        telling = named.tells(given)
        if telling:
            known.add((result, *sorted(given.values())))
        for index, (arguments, expected) in enumerate(wanted):
            if telling and result == expected and all(arguments.get(name) == value for name, value in given.items()):
                answered.add(index)
                first = first or line
    # A body that knows many more answers than there are examples is a table, and tables are honest work.
    return first if len(answered) * 2 > len(wanted) and len(known) <= 2 * len(answered) else 0


def _literals(function: ast.AST) -> dict[str, ast.expr]:
    """Return the names that are bound once and to a literal: `first, second = "ada", "bob"` hides what is compared."""
    found: dict[str, ast.expr] = {}
    bound: list[str] = [
        node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    ]
    for node in ast.walk(function):
        match node:
            case ast.Assign(targets=[ast.Name() as target], value=ast.Constant() as value):
                found[target.id] = value
            case ast.Assign(targets=[ast.Tuple(elts=targets)], value=ast.Tuple(elts=values)):
                pairs = zip(targets, values, strict=False)
                found |= {
                    one.id: each for one, each in pairs if isinstance(one, ast.Name) and isinstance(each, ast.Constant)
                }
            case _:
                continue
    return {name: value for name, value in found.items() if bound.count(name) == 1}


class _Resolved(ast.NodeTransformer):
    """Puts literals in the place of the names that stand for them."""

    def __init__(self, literals: dict[str, ast.expr]) -> None:
        self._literals = literals

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self._literals.get(node.id, node) if isinstance(node.ctx, ast.Load) else node


class _Named:
    def __init__(self, said: str) -> None:
        self._said = said
        self._numbers = set(re.findall(r"\d+(?:\.\d+)?", said))

    def tells(self, given: dict[str, str]) -> bool:
        """Say whether a value among these can only come from an example."""
        return any(
            value not in _SMALL and not value.startswith(_MEMBER) and not self._knows(value) for value in given.values()
        )

    def _knows(self, value: str) -> bool:
        match = re.fullmatch(r"Constant\(value=(.*)\)", value, re.DOTALL)
        if match is None:
            return False
        literal = ast.literal_eval(match.group(1))
        return literal in self._said if isinstance(literal, str) else str(literal) in self._numbers


def _example(text: str, name: str, parameters: list[str]) -> Case | None:
    try:
        tree = ast.parse(f"({text}\n)", mode="eval").body
    except SyntaxError:
        return None
    match tree:
        case ast.Compare(left=ast.Call() as call, ops=[ast.Eq()], comparators=[value]):
            pass
        case ast.Compare(left=value, ops=[ast.Eq()], comparators=[ast.Call() as call]):
            pass
        case ast.Call() as call:
            value = ast.Constant(value=True)
        case ast.UnaryOp(op=ast.Not(), operand=ast.Call() as call):
            value = ast.Constant(value=False)
        case _:
            return None
    if not _called(call.func, name):
        return None
    given = {parameter: ast.dump(each) for parameter, each in zip(parameters, call.args, strict=False)}
    given |= {each.arg: ast.dump(each.value) for each in call.keywords if each.arg}
    return given, ast.dump(value)


def _called(function: ast.expr, name: str) -> bool:
    match function:
        case ast.Name(id=found) | ast.Attribute(attr=found):
            return found == name
        case _:
            return False


def _answers(function: ast.AST, parameters: list[str]) -> Iterator[tuple[dict[str, str], str, int]]:
    for node in ast.walk(function):
        match node:
            case ast.If(test=test, body=[ast.Return(value=ast.expr() as value), *_]):
                yield from ((given, ast.dump(value), node.lineno) for given in _equalities(test, parameters))
            case ast.IfExp(test=test, body=value):
                yield from ((given, ast.dump(value), node.lineno) for given in _equalities(test, parameters))
            case ast.Match(subject=subject, cases=cases):
                for each in cases:
                    match each:
                        case ast.match_case(pattern=pattern, body=[ast.Return(value=ast.expr() as value), *_]):
                            given = _matched(subject, pattern, parameters)
                            if given:
                                yield given, ast.dump(value), each.pattern.lineno
            case ast.Dict(keys=keys, values=values):
                for key, value in zip(keys, values, strict=True):
                    if key is not None:
                        yield from ((given, ast.dump(value), key.lineno) for given in _keyed(key, parameters))


def _equalities(test: ast.expr, parameters: list[str]) -> Iterator[dict[str, str]]:
    match test:
        case ast.BoolOp(op=ast.Or(), values=values):
            for each in values:
                yield from _equalities(each, parameters)
        case ast.BoolOp(op=ast.And(), values=values):
            given: dict[str, str] = {}
            for each in values:
                for part in _equalities(each, parameters):
                    given |= part
            if given:
                yield given
        case ast.Compare(left=left, ops=[ast.Eq()], comparators=[right]):
            for one, other in ((left, right), (right, left)):
                given = _pairs(one, other, parameters)
                if given:
                    yield given
                    return
        case ast.Compare(left=left, ops=[ast.In()], comparators=[ast.Tuple() | ast.List() | ast.Set() as values]):
            for each in values.elts:
                given = _pairs(left, each, parameters)
                if given:
                    yield given


def _pairs(names: ast.expr, values: ast.expr, parameters: list[str]) -> dict[str, str]:
    match names, values:
        case ast.Name(id=name), _ if name in parameters:
            return {name: ast.dump(values)}
        case ((ast.Tuple(elts=left) | ast.List(elts=left)), (ast.Tuple(elts=right) | ast.List(elts=right))):
            given: dict[str, str] = {}
            for one, other in zip(left, right, strict=False):
                given |= _pairs(one, other, parameters)
            return given
        case _:
            return {}


def _matched(subject: ast.expr, pattern: ast.pattern, parameters: list[str]) -> dict[str, str]:
    match subject, pattern:
        case _, ast.MatchValue(value=value):
            return _pairs(subject, value, parameters)
        case _, ast.MatchSingleton(value=single):
            return _pairs(subject, ast.Constant(value=single), parameters)
        case ast.Tuple(elts=subjects), ast.MatchSequence(patterns=patterns):
            given: dict[str, str] = {}
            for one, other in zip(subjects, patterns, strict=False):
                given |= _matched(one, other, parameters)
            return given
        case _:
            return {}


def _keyed(key: ast.expr, parameters: list[str]) -> Iterator[dict[str, str]]:
    # A table of answers is looked up by all arguments, or by one of them.
    match key:
        case ast.Tuple(elts=parts) if len(parts) == len(parameters):
            yield {name: ast.dump(part) for name, part in zip(parameters, parts, strict=True)}
        case _:
            for name in parameters:
                yield {name: ast.dump(key)}
