"""The small changes of which mutants are made: one node of a body for another, in the order of the text.

Signature, annotations and imports stay. Which change is a mistake is not asked here: the judge says it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING

import libcst as cst

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Operator(Enum):
    """The kinds of small changes."""

    CONSTANT = "constant"
    OFF_BY_ONE = "off by one"
    BOUNDARY = "boundary"
    COMPARISON = "comparison"
    ARITHMETIC = "arithmetic"
    LOGIC = "logic"
    BRANCH = "dropped branch"
    LOOP = "loop cut short"
    STATEMENT = "dropped statement"
    ARGUMENTS = "swapped arguments"
    CALL = "swapped call"
    RETURN = "early return"
    EXCEPTION = "exception swapped"


@dataclass(frozen=True, slots=True)
class Change:
    """One node, and what is put in its place."""

    operator: Operator
    old: cst.CSTNode
    new: cst.CSTNode


def changes(function: cst.FunctionDef, errors: Sequence[str]) -> list[Change]:
    """Return every small change of a function's body."""
    visitor = _Visitor(errors)
    function.body.visit(visitor)
    return [*visitor.found, *_early_returns(function)]


_ORDER: dict[type, type] = {
    cst.LessThan: cst.LessThanEqual,
    cst.LessThanEqual: cst.LessThan,
    cst.GreaterThan: cst.GreaterThanEqual,
    cst.GreaterThanEqual: cst.GreaterThan,
}
_OPPOSITE: dict[type, type] = {
    cst.LessThan: cst.GreaterThanEqual,
    cst.LessThanEqual: cst.GreaterThan,
    cst.GreaterThan: cst.LessThanEqual,
    cst.GreaterThanEqual: cst.LessThan,
    cst.Equal: cst.NotEqual,
    cst.NotEqual: cst.Equal,
    cst.In: cst.NotIn,
    cst.NotIn: cst.In,
    cst.Is: cst.IsNot,
    cst.IsNot: cst.Is,
}
_ARITHMETIC: dict[type, tuple[type, ...]] = {
    cst.Add: (cst.Subtract,),
    cst.Subtract: (cst.Add,),
    cst.Multiply: (cst.Add, cst.FloorDivide),
    cst.Divide: (cst.Multiply,),
    cst.FloorDivide: (cst.Multiply, cst.Modulo),
    cst.Modulo: (cst.FloorDivide,),
    cst.Power: (cst.Multiply,),
    cst.BitAnd: (cst.BitOr,),
    cst.BitOr: (cst.BitAnd,),
    cst.BitXor: (cst.BitOr,),
    cst.LeftShift: (cst.RightShift,),
    cst.RightShift: (cst.LeftShift,),
}
_ASSIGNING: dict[type, type] = {
    cst.AddAssign: cst.SubtractAssign,
    cst.SubtractAssign: cst.AddAssign,
    cst.MultiplyAssign: cst.AddAssign,
    cst.FloorDivideAssign: cst.MultiplyAssign,
    cst.DivideAssign: cst.MultiplyAssign,
    cst.BitAndAssign: cst.BitOrAssign,
    cst.BitOrAssign: cst.BitAndAssign,
}
_TWINS = {
    "min": "max",
    "max": "min",
    "any": "all",
    "all": "any",
    "sorted": "list",
    "startswith": "endswith",
    "endswith": "startswith",
    "lower": "upper",
    "upper": "lower",
    "lstrip": "rstrip",
    "rstrip": "lstrip",
    "find": "rfind",
    "rfind": "find",
    "index": "rindex",
    "split": "rsplit",
    "rsplit": "split",
    "partition": "rpartition",
    "rpartition": "partition",
    "union": "intersection",
    "intersection": "union",
}
"""What is called one for another."""

_SAME_KIND = {"abs", "reversed", "round"}
"""Calls that may be forgotten: what is left is a value of the same kind."""

_OPTIONAL = {"key", "reverse", "default", "start"}
"""Arguments that a call stands without."""

_PYTHON_ERRORS = {
    "ValueError": "TypeError",
    "KeyError": "IndexError",
    "IndexError": "KeyError",
    "TypeError": "ValueError",
}


class _Visitor(cst.CSTVisitor):
    """Collects the changes of one body."""

    def __init__(self, errors: Sequence[str]) -> None:
        super().__init__()
        self.errors = errors
        self.found: list[Change] = []
        self.messages = 0  # how many `raise` stand around a node

    def add(self, operator: Operator, old: cst.CSTNode, *new: cst.CSTNode) -> None:
        self.found += [Change(operator, old, each) for each in new]

    # -- what is not code of the body ---------------------------------------------------------------

    def visit_Annotation(self, node: cst.Annotation) -> bool:
        del node
        return False

    def visit_Parameters(self, node: cst.Parameters) -> bool:
        del node
        return False

    def visit_Import(self, node: cst.Import) -> bool:
        del node
        return False

    def visit_ImportFrom(self, node: cst.ImportFrom) -> bool:
        del node
        return False

    # -- constants ------------------------------------------------------------------------------------

    def visit_Integer(self, node: cst.Integer) -> None:
        value = node.evaluated_value
        self.add(Operator.OFF_BY_ONE, node, *(_number(each) for each in (value + 1, value - 1)))

    def visit_Float(self, node: cst.Float) -> None:
        value = node.evaluated_value
        self.add(Operator.CONSTANT, node, cst.Float(repr(value + 1.0)), cst.Float("0.0" if value else "1.5"))

    def visit_SimpleString(self, node: cst.SimpleString) -> bool:
        if not self.messages:
            value = node.evaluated_value
            mark = "b" if isinstance(value, bytes) else ""
            self.add(Operator.CONSTANT, node, cst.SimpleString(f'{mark}""' if value else f'{mark}"a"'))
        return False

    def visit_FormattedStringText(self, node: cst.FormattedStringText) -> None:
        if not self.messages:
            self.add(Operator.CONSTANT, node, cst.FormattedStringText(""))

    def visit_Name(self, node: cst.Name) -> None:
        if node.value in {"True", "False"}:
            self.add(Operator.CONSTANT, node, cst.Name("False" if node.value == "True" else "True"))

    # -- positions ------------------------------------------------------------------------------------

    def visit_Index(self, node: cst.Index) -> None:
        if not isinstance(node.value, cst.Integer | cst.SimpleString | cst.UnaryOperation):
            self.add(Operator.OFF_BY_ONE, node.value, _more(node.value), _less(node.value))

    def visit_Slice(self, node: cst.Slice) -> None:
        for bound in (node.lower, node.upper):
            if bound is not None and not isinstance(bound, cst.Integer | cst.UnaryOperation):
                self.add(Operator.OFF_BY_ONE, bound, _more(bound), _less(bound))

    # -- comparisons, arithmetic, logic -------------------------------------------------------------

    def visit_ComparisonTarget(self, node: cst.ComparisonTarget) -> None:
        near, opposite = _ORDER.get(type(node.operator)), _OPPOSITE.get(type(node.operator))
        if near is not None:
            self.add(Operator.BOUNDARY, node.operator, near())
        if opposite is not None:
            self.add(Operator.COMPARISON, node.operator, opposite())

    def visit_BinaryOperation(self, node: cst.BinaryOperation) -> None:
        if isinstance(node.operator, cst.Modulo) and isinstance(node.left, cst.SimpleString | cst.FormattedString):
            return
        self.add(Operator.ARITHMETIC, node.operator, *(each() for each in _ARITHMETIC.get(type(node.operator), ())))

    def visit_AugAssign(self, node: cst.AugAssign) -> None:
        other = _ASSIGNING.get(type(node.operator))
        if other is not None:
            self.add(Operator.ARITHMETIC, node.operator, other())

    def visit_UnaryOperation(self, node: cst.UnaryOperation) -> None:
        if isinstance(node.operator, cst.Not):
            self.add(Operator.LOGIC, node, node.expression)
        elif isinstance(node.operator, cst.Minus):
            self.add(Operator.ARITHMETIC, node, node.expression)

    def visit_BooleanOperation(self, node: cst.BooleanOperation) -> None:
        other = cst.Or() if isinstance(node.operator, cst.And) else cst.And()
        self.add(Operator.LOGIC, node.operator, other)
        self.add(Operator.BRANCH, node, _kept(node.left), _kept(node.right))

    # -- branches and loops -------------------------------------------------------------------------

    def visit_If(self, node: cst.If) -> None:
        self._decided(node.test)

    def visit_While(self, node: cst.While) -> None:
        if not (isinstance(node.test, cst.Name) and node.test.value == "True"):
            self.add(Operator.LOOP, node.test, cst.Name("False"))
        self._once(node.body)

    def visit_For(self, node: cst.For) -> None:
        self.add(Operator.LOOP, node.iter, cst.Tuple([]))
        self._once(node.body)

    def visit_IfExp(self, node: cst.IfExp) -> None:
        self.add(Operator.BRANCH, node, _kept(node.body), _kept(node.orelse))

    def visit_CompIf(self, node: cst.CompIf) -> None:
        self._decided(node.test)

    def visit_Break(self, node: cst.Break) -> None:
        self.add(Operator.LOOP, node, cst.Continue())

    def visit_Continue(self, node: cst.Continue) -> None:
        self.add(Operator.LOOP, node, cst.Break(), cst.Pass())

    def _decided(self, test: cst.BaseExpression) -> None:
        self.add(Operator.BRANCH, test, cst.Name("True"), cst.Name("False"))

    def _once(self, body: cst.BaseSuite) -> None:
        if isinstance(body, cst.IndentedBlock):
            ended = cst.SimpleStatementLine([cst.Break()])
            self.add(Operator.LOOP, body, body.with_changes(body=[*body.body, ended]))

    # -- statements -----------------------------------------------------------------------------------

    def visit_SimpleStatementLine(self, node: cst.SimpleStatementLine) -> None:
        match node.body:
            case [cst.AugAssign()] | [cst.Expr(value=cst.Call() | cst.Await())] | [cst.Del()]:
                self.add(Operator.STATEMENT, node, node.with_changes(body=[cst.Pass()]))

    def visit_Raise(self, node: cst.Raise) -> None:
        self.messages += 1
        named = node.exc.func if isinstance(node.exc, cst.Call) else node.exc
        if not isinstance(named, cst.Name):
            return
        others = [each for each in self.errors if each != named.value and each.isidentifier()]
        if not others and named.value in _PYTHON_ERRORS:
            others = [_PYTHON_ERRORS[named.value]]
        self.add(Operator.EXCEPTION, named, *map(cst.Name, others))

    def leave_Raise(self, original_node: cst.Raise) -> None:
        del original_node
        self.messages -= 1

    def visit_Try(self, node: cst.Try) -> None:
        for handler in node.handlers:
            if handler.body.body and not isinstance(handler.body, cst.SimpleStatementSuite):
                again = cst.SimpleStatementLine([cst.Raise()])
                self.add(Operator.EXCEPTION, handler.body, handler.body.with_changes(body=[again]))

    # -- calls ----------------------------------------------------------------------------------------

    def visit_Call(self, node: cst.Call) -> None:
        named = node.func.attr if isinstance(node.func, cst.Attribute) else node.func
        plain = [at for at, each in enumerate(node.args) if each.keyword is None and not each.star]
        for at, after in pairwise(plain):
            args = list(node.args)
            args[at] = args[at].with_changes(value=node.args[after].value)
            args[after] = args[after].with_changes(value=node.args[at].value)
            self.add(Operator.ARGUMENTS, node, node.with_changes(args=args))
        if not isinstance(named, cst.Name):
            return
        # To split from either end is the same, as long as it is done to the end.
        if named.value in _TWINS and (len(node.args) > 1 or named.value not in {"split", "rsplit"}):
            self.add(Operator.CALL, named, cst.Name(_TWINS[named.value]))
        if named is node.func and named.value in _SAME_KIND and len(plain) == 1:
            self.add(Operator.CALL, node, _kept(node.args[plain[0]].value))
        if named is node.func and named.value == "range" and plain:
            end = node.args[plain[min(1, len(plain) - 1)]].value
            self.add(Operator.OFF_BY_ONE, end, _more(end), _less(end))
        for each in node.args:
            if each.keyword is not None and each.keyword.value in _OPTIONAL:
                left = [other for other in node.args if other is not each]
                left = [*left[:-1], left[-1].with_changes(comma=cst.MaybeSentinel.DEFAULT)] if left else left
                self.add(Operator.CALL, node, node.with_changes(args=left))


def _early_returns(function: cst.FunctionDef) -> Iterator[Change]:
    """Yield the function that returns before a statement what it would return at its end, where that is known by then."""
    body = function.body
    if not isinstance(body, cst.IndentedBlock) or len(body.body) < 3:
        return
    last = body.body[-1]
    match last:
        case cst.SimpleStatementLine(body=[cst.Return(value=cst.Name() | cst.Integer() | cst.SimpleString() as value)]):
            pass
        case _:
            return
    known = not isinstance(value, cst.Name) or any(value.value == each.name.value for each in function.params.params)
    for at, statement in enumerate(body.body[:-1]):
        if known and at:
            early = last.with_changes(leading_lines=())
            yield Change(Operator.RETURN, body, body.with_changes(body=[*body.body[:at], early, *body.body[at:]]))
        match statement:
            case cst.SimpleStatementLine(body=[cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value=name))])]) | (
                cst.SimpleStatementLine(body=[cst.AnnAssign(target=cst.Name(value=name))])
            ):
                known = known or (isinstance(value, cst.Name) and name == value.value)


def _number(value: int) -> cst.BaseExpression:
    if value >= 0:
        return cst.Integer(str(value))
    return cst.UnaryOperation(cst.Minus(), cst.Integer(str(-value)), lpar=[cst.LeftParen()], rpar=[cst.RightParen()])


def _kept(node: cst.BaseExpression) -> cst.BaseExpression:
    """Return an expression that can stand wherever the larger one stood."""
    if node.lpar or isinstance(node, cst.Name | cst.Integer | cst.Call | cst.Attribute | cst.Subscript):
        return node
    return node.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])


def _more(node: cst.BaseExpression) -> cst.BaseExpression:
    return cst.BinaryOperation(_kept(node), cst.Add(), cst.Integer("1"))


def _less(node: cst.BaseExpression) -> cst.BaseExpression:
    return cst.BinaryOperation(_kept(node), cst.Subtract(), cst.Integer("1"))
