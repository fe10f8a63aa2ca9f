"""The closed subset of Python's expressions and types: one walk that refuses the rest.

Works on the nodes alone and level by level, so that depth costs no stack. What a name means is
another room's matter: a call of an undeclared function is not seen here.
"""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, Any, NoReturn

from holo.codes import Code
from holo.expr.places import place

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_DEPTH = 100
"""Levels of one expression."""

_MUTATING = frozenset("append extend insert remove pop popitem clear sort add discard update setdefault".split())
_NOW = frozenset({"today", "now", "utcnow", "fromtimestamp", "utcfromtimestamp"})
_NAMES: dict[type[ast.expr], tuple[str, str]] = {
    ast.NamedExpr: ("An assignment, `:=`, stands in an expression", "Write the value where it is used"),
    ast.Await: ("`await` stands in an expression", "Call the function without it: an expression waits for nothing"),
    ast.Yield: ("`yield` stands in an expression", "Write a list, `[… for …]`"),
    ast.YieldFrom: ("`yield` stands in an expression", "Write a list, `[… for …]`"),
    ast.Lambda: ("A `lambda` stands elsewhere than at `key=`", "Write a comprehension, or a function with `returns`"),
    ast.GeneratorExp: (
        "A generator stands elsewhere than as a call's only argument",
        "Write a list, `[… for …]`",
    ),
    ast.Starred: ("A `*` stands outside a call or a display", "Write `[*…]` or `(*…,)`"),
    ast.Slice: ("A slice stands outside `[…]`", "Write it as `x[a:b]`"),
}
# One literal, not several side by side; a doubled quote inside is the end of one and the start of the next.
_ONE_STRING = re.compile(
    r"""[A-Za-z]{0,2}(?:\"\"\"(?:[^\\]|\\.)*?\"\"\"|'''(?:[^\\]|\\.)*?'''|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""",
    re.DOTALL,
)
_PLAIN = frozenset({int, float, bool, type(None)})  # constants that are never refused


class ExprError(Exception):
    """An expression is refused: `start` and `stop` count characters within its text."""

    def __init__(self, code: Code, message: str, start: int, stop: int, hint: str) -> None:
        """Keep the parts of the later diagnostic apart."""
        super().__init__(message)
        self.code = code
        self.message = message
        self.start = start
        self.stop = stop
        self.hint = hint


def restrict(root: ast.expr, text: str) -> None:
    """Refuse the first node of an expression that is outside the subset."""
    level: list[Any] = [root]
    depth = 0
    checks = _CHECKS
    while level:
        depth += 1
        if depth > MAX_DEPTH:
            _too_deep(level[0], text)
        below: list[Any] = []
        for node in level:
            kind = node.__class__
            if kind is ast.Name:
                if node.id[0] == "_":
                    _private(node, text, node.id)
            elif kind is ast.Attribute:
                if node.attr[0] == "_" or node.attr in _ODD_ATTRIBUTES:
                    _attribute(node, text)
                below.append(node.value)
            elif kind is ast.Constant and node.value.__class__ in _PLAIN:
                pass
            else:
                check = checks.get(kind)
                if check is None:
                    message, hint = _NAMES.get(
                        kind, (f"`{kind.__name__}` is outside the subset", "Write it in another way")
                    )
                    _refuse(node, text, message, hint)
                check(node, below, text)
        level = below


def restrict_type(root: ast.expr, text: str) -> None:
    """Refuse the first node of a type that is outside the subset."""
    level: list[ast.expr] = [root]
    depth = 0
    while level:
        depth += 1
        if depth > MAX_DEPTH:
            _too_deep(level[0], text)
        below: list[ast.expr] = []
        for node in level:
            _check_type(node, below, text)
        level = below


def _check_type(node: ast.expr, below: list[ast.expr], text: str) -> None:
    match node:
        case ast.Name(id=name):
            if name[0] == "_":
                _private(node, text, name)
        case ast.Attribute(value=value, attr=name):
            if name[0] == "_":
                _private(node, text, name)
            if not isinstance(value, ast.Name | ast.Attribute):
                _no_type(node, text, "Write the name of a declared type")
            below.append(value)
        case ast.Constant(value=None):
            pass
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            below += (left, right)
        case ast.Subscript(value=value, slice=argument):
            if not isinstance(value, ast.Name):
                _no_type(node, text, "Only `list[…] dict[…] set[…] frozenset[…] tuple[…]` take arguments")
            below.append(value)
            arguments = argument.elts if isinstance(argument, ast.Tuple) else [argument]
            if not arguments:
                _no_type(node, text, "Write the types between the brackets")
            for i, each in enumerate(arguments):
                if isinstance(each, ast.Constant) and each.value is ...:
                    if not (value.id == "tuple" and i == 1 and len(arguments) == 2):
                        _no_type(each, text, "`...` stands only in `tuple[T, ...]`")
                else:
                    below.append(each)
        case ast.BoolOp():
            _no_type(node, text, "Write `A | B`")
        case ast.Constant(value=str()):
            _no_type(node, text, "Write the type without quotes")
        case ast.Tuple():
            _no_type(node, text, "Write `tuple[A, B]`")
        case ast.List():
            _no_type(node, text, "Write `list[T]`")
        case _:
            _no_type(node, text, "Write a declared name, `int`, `list[T]`, `dict[K, V]` or `A | B`")


def _no_type(node: ast.expr, text: str, hint: str) -> NoReturn:
    start, stop = place(node, text)
    raise ExprError(Code.BAD_TYPE, f"`{text[start:stop]}` is no type", start, stop, hint)


def _refuse(node: ast.expr, text: str, message: str, hint: str, code: Code = Code.BAD_EXPRESSION) -> NoReturn:
    start, stop = place(node, text)
    raise ExprError(code, message, start, stop, hint)


def _too_deep(node: Any, text: str) -> NoReturn:
    start, stop = place(node, text) if hasattr(node, "lineno") else (0, len(text))
    raise ExprError(
        Code.LARGE_EXPRESSION,
        f"The expression has more than {MAX_DEPTH} levels",
        start,
        stop,
        "Give the inner parts names of their own",
    )


def _private(node: ast.expr, text: str, name: str) -> NoReturn:
    _refuse(node, text, f"`{name}` begins with `_`", "Use a name that begins with a letter")


_ODD_ATTRIBUTES = frozenset({"format", "format_map"}) | _NOW


def _attribute(node: ast.Attribute, text: str) -> None:
    if node.attr[0] == "_":
        _private(node, text, node.attr)
    if node.attr in {"format", "format_map"}:
        _refuse(node, text, f"`.{node.attr}` is outside the subset", 'Write an f-string, `f"…{name}…"`')
    if isinstance(node.value, ast.Name) and node.value.id in {"date", "datetime"}:
        _refuse(
            node,
            text,
            f"`{node.value.id}.{node.attr}` asks the clock",
            "Take a parameter of the port `Clock`, or the day itself",
            Code.IMPURE_EXPRESSION,
        )


def _constant(node: ast.Constant, below: list[Any], text: str) -> None:  # noqa: ARG001 - the signature of every check
    value = node.value
    kind = value.__class__
    if isinstance(value, str | bytes):
        # Two literals have four quotes: what has but two characters more than its value is one.
        if node.end_col_offset != node.col_offset + len(value) + 2 or node.end_lineno != node.lineno:
            _one_literal(node, text)
    elif kind is complex:
        _refuse(node, text, "A complex number is outside the subset", "Write two numbers")
    elif value is ...:
        _refuse(node, text, "`...` is outside the subset", "Write a value")


def _one_literal(node: ast.Constant | ast.JoinedStr, text: str) -> None:
    start, stop = place(node, text)
    written = text[start:stop]
    quote = written[-1:]
    if quote not in {'"', "'"}:
        return  # Inside an f-string, where a constant's place is the whole string's.
    if written.count(quote) != 2 and not _ONE_STRING.fullmatch(written):
        _refuse(node, text, "Two strings stand side by side", "Join them with `+`, or write one string")


def _joined(node: ast.JoinedStr, below: list[Any], text: str) -> None:
    _one_literal(node, text)
    for value in node.values:
        if value.__class__ is ast.FormattedValue:
            assert isinstance(value, ast.FormattedValue)
            below.append(value.value)
            spec = value.format_spec
            if isinstance(spec, ast.JoinedStr) and any(not isinstance(s, ast.Constant) for s in spec.values):
                _refuse(node, text, "A format inside a format is outside the subset", "Write the width as a number")


def _call(node: ast.Call, below: list[Any], text: str) -> None:
    function = node.func
    if function.__class__ is ast.Attribute and function.attr in _MUTATING and not _dotted(function.value):
        _refuse(
            function,
            text,
            f"`.{function.attr}` changes its value",
            "Build a new value: `[*xs, x]`, `{**d, k: v}`, `sorted(xs)`",
        )
    below.append(function)
    arguments = node.args
    if len(arguments) == 1 and not node.keywords and arguments[0].__class__ is ast.GeneratorExp:
        _comprehension(arguments[0], below, text)
        return
    below.extend(a.value if a.__class__ is ast.Starred else a for a in arguments)
    for keyword in node.keywords:
        name, value = keyword.arg, keyword.value
        if name is not None:
            if name[0] == "_":
                _private(value, text, name)
            if name == "key" and value.__class__ is ast.Lambda:
                assert isinstance(value, ast.Lambda)
                _key(value, below, text)
                continue
        below.append(value)


def _dotted(node: ast.expr) -> bool:
    while isinstance(node, ast.Attribute):
        node = node.value
    return isinstance(node, ast.Name)


def _key(node: ast.Lambda, below: list[Any], text: str) -> None:
    arguments = node.args
    if (
        len(arguments.args) != 1
        or arguments.posonlyargs
        or arguments.kwonlyargs
        or arguments.vararg
        or arguments.kwarg
        or arguments.defaults
    ):
        _refuse(node, text, "A `lambda` at `key=` takes exactly one argument", "Write `key=lambda x: …`")
    if arguments.args[0].arg[0] == "_":
        _private(node, text, arguments.args[0].arg)
    below.append(node.body)


def _compare(node: ast.Compare, below: list[Any], text: str) -> None:
    left = node.left
    below.append(left)
    for operator, right in zip(node.ops, node.comparators, strict=True):
        kind = operator.__class__
        if kind is ast.Eq or kind is ast.NotEq:
            if _is_float(left) or _is_float(right):
                _refuse(
                    node,
                    text,
                    "A float is compared for equality",
                    "Write `abs(a - b) < 1e-9`, or use `Decimal` or `Fraction`",
                    Code.FLOAT_EQUALITY,
                )
        elif (kind is ast.Is or kind is ast.IsNot) and not (_is_none(left) or _is_none(right)):
            _refuse(node, text, "`is` stands only with `None`", "Write `==`")
        below.append(right)
        left = right


def _is_float(node: ast.expr) -> bool:
    while node.__class__ is ast.UnaryOp:
        node = node.operand
    return node.__class__ is ast.Constant and node.value.__class__ is float


def _is_none(node: ast.expr) -> bool:
    return node.__class__ is ast.Constant and node.value is None


def _binary(node: ast.BinOp, below: list[Any], text: str) -> None:
    if node.op.__class__ is ast.MatMult:
        _refuse(node, text, "`@` is outside the subset", "Write a function with `returns`")
    below += (node.left, node.right)


def _display(node: ast.List | ast.Tuple | ast.Set, below: list[Any], text: str) -> None:  # noqa: ARG001 - as above
    below.extend(e.value if e.__class__ is ast.Starred else e for e in node.elts)


def _dict(node: ast.Dict, below: list[Any], text: str) -> None:  # noqa: ARG001 - as above
    below.extend(key for key in node.keys if key is not None)
    below.extend(node.values)


def _comprehension(node: Any, below: list[Any], text: str) -> None:
    if node.__class__ is ast.DictComp:
        below += (node.key, node.value)
    else:
        below.append(node.elt)
    for each in node.generators:
        if each.is_async:
            _refuse(each.target, text, "`async for` is outside the subset", "Write `for`")
        _target(each.target, text)
        below.append(each.iter)
        below.extend(each.ifs)


def _target(node: ast.expr, text: str) -> None:
    match node:
        case ast.Name(id=name):
            if name[0] == "_":
                _private(node, text, name)
        case ast.Tuple(elts=elements) | ast.List(elts=elements):
            for element in elements:
                _target(element, text)
        case ast.Starred(value=value):
            _target(value, text)
        case _:
            _refuse(node, text, "A comprehension binds something that is no name", "Write `for name in …`")


def _subscript(node: ast.Subscript, below: list[Any], text: str) -> None:
    below.append(node.value)
    index = node.slice
    if index.__class__ is ast.Slice:
        _slice(index, below, text)
    elif index.__class__ is ast.Tuple:
        for each in index.elts:
            if each.__class__ is ast.Starred:
                _refuse(node, text, "A `*` stands in an index", "Write the index as a tuple, `x[(…)]`")
        below.append(index)
    else:
        below.append(index)


def _slice(node: Any, below: list[Any], text: str) -> None:  # noqa: ARG001 - the signature of every check
    below.extend(part for part in (node.lower, node.upper, node.step) if part is not None)


def _boolean(node: ast.BoolOp, below: list[Any], text: str) -> None:  # noqa: ARG001 - as above
    below += node.values


def _unary(node: ast.UnaryOp, below: list[Any], text: str) -> None:  # noqa: ARG001 - as above
    below.append(node.operand)


def _choice(node: ast.IfExp, below: list[Any], text: str) -> None:  # noqa: ARG001 - as above
    below += (node.test, node.body, node.orelse)


_CHECKS: dict[type, Callable[[Any, list[Any], str], None]] = {
    ast.Constant: _constant,
    ast.Call: _call,
    ast.Compare: _compare,
    ast.BinOp: _binary,
    ast.BoolOp: _boolean,
    ast.UnaryOp: _unary,
    ast.IfExp: _choice,
    ast.Subscript: _subscript,
    ast.List: _display,
    ast.Tuple: _display,
    ast.Set: _display,
    ast.Dict: _dict,
    ast.ListComp: _comprehension,
    ast.SetComp: _comprehension,
    ast.DictComp: _comprehension,
    ast.JoinedStr: _joined,
}
