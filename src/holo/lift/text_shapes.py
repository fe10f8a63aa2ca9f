"""The text of what is no function: constants, aliases, classes, records, enums, errors."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Final

from holo.lift import prose
from holo.lift.doctested import sayable
from holo.lift.model import is_public
from holo.lift.names import last_name
from holo.syntax.literals import string_literal

if TYPE_CHECKING:
    from holo.lift.model import Alias, Attribute, Class
    from holo.lift.text_function import Scope

INDENT: Final = "  "
LONGEST_VALUE: Final = 1_500
"""Characters of a constant's value that is still written down."""


def form_of(one: Class) -> str:
    """Return the word with which a class is described: `record`, `enum`, `error` or `class`."""
    if "." in one.qualname:
        return "class"
    if one.kind in {"dataclass", "namedtuple"} and one.plain:
        return "record"
    if one.kind == "enum" and members(one):
        return "enum"
    return "error" if one.kind == "exception" else "class"


def members(one: Class) -> list[Attribute]:
    """Return the members of an enum."""
    own = {method.name for method in one.methods}
    return [
        each
        for each in one.attributes
        if each.kind == "attribute" and each.value and not each.name.startswith("_") and each.name not in own
    ]


def class_text(one: Class, scope: Scope, depth: int) -> str:
    """Return the text of a class in its form; its methods are written apart."""
    scope.tally.classes += 1
    indent, inside = INDENT * depth, INDENT * (depth + 1)
    form, doc = form_of(one), prose.head(one.doc)
    if form == "error":
        return f"{indent}error {one.name}{doc}"
    if form == "enum":
        rows = [f"{inside}{each.name}{prose.head(each.doc)}" for each in members(one)]
        return "\n".join([f"{indent}enum {one.name}{doc} {{", *rows, f"{indent}}}"])
    if form == "record":
        rows = [f"{inside}{_field(each, scope, one)}" for each in fields(one)]
        for each in one.attributes:
            if each not in fields(one) and is_public(each.name):
                scope.tally.leave(
                    f"{scope.package}.{one.name}.{each.name}", "a record lists its fields, and this is none"
                )
        return "\n".join([f"{indent}record {one.name}{doc} {{", *rows, f"{indent}}}"])
    bases = [_base(each, scope) for each in one.bases if each != "object"]
    listed = f"({', '.join(bases)})" if bases else ""
    head = f"{indent}class {one.qualname}{listed}{doc} {{"
    rows = [f"{inside}{_attribute(each, scope, one)}" for each in attributes(one)]
    return "\n".join([head, *rows, f"{indent}}}"])


def fields(one: Class) -> list[Attribute]:
    """Return the fields of a dataclass or named tuple, in their order."""
    return [
        each
        for each in one.attributes
        if each.annotation and each.kind == "attribute" and "ClassVar" not in each.annotation
    ]


def default_of(field: Attribute) -> str:
    """Return the default of a record's field: what `field(default=…)` says, `...` for what a factory makes, or nothing."""
    match ast.parse(field.value, mode="eval").body if field.value else None:
        case None:
            return ""
        case ast.Call(func=function, keywords=keywords) if last_name(function) == "field":
            said = {one.arg: ast.unparse(one.value) for one in keywords}
            return said.get("default", "..." if "default_factory" in said else "")
        case _:
            return field.value


def attributes(one: Class) -> list[Attribute]:
    """Return the attributes that a class's text lists: one of each name, none that Python gives every class."""
    own = {method.name for method in one.methods}
    found: dict[str, Attribute] = {}
    for each in one.attributes:
        if not (each.name.startswith("__") or each.name in own):
            found.setdefault(each.name, each)
    return list(found.values())


def _base(base: str, scope: Scope) -> str:
    return scope.words.types.get(base) or string_literal(base)


def _attribute(each: Attribute, scope: Scope, owner: Class) -> str:
    doc = prose.head(each.doc)
    if not each.annotation or f"{owner.qualname}/attribute/{each.name}" in scope.refused:
        return f"{each.name}{doc}"
    return f"{each.name}: {scope.words.type_of(each.annotation, owner=owner.qualname)}{doc}"


def _field(each: Attribute, scope: Scope, owner: Class) -> str:
    text = f"{each.name}: {scope.words.type_of(each.annotation, owner=owner.qualname)}"
    default = default_of(each)
    if default:
        refused = f"{owner.qualname}/default/{each.name}" in scope.refused
        value = default if sayable(default, scope.constants) and not refused else "..."
        text = f"{text} = {value}"
    return f"{text}{prose.head(each.doc)}"


def alias_text(one: Alias, scope: Scope, depth: int) -> str:
    """Return the text of a name for a type."""
    indent = INDENT * depth
    if one.kind == "alias":
        if f"{one.name}/alias/" in scope.refused:
            return f"{indent}type {one.name} = python {string_literal(one.value)}"
        text = scope.words.type_of(one.value)
        # A type that is opaque itself needs no name between the two.
        if one.value not in scope.words.opaque:
            return f"{indent}type {one.name} = {text}"
        del scope.words.opaque[one.value]
        return f"{indent}type {one.name} = python {string_literal(one.value)}"
    return f"{indent}type {one.name} = python {string_literal(one.name)}"


def constant_text(one: Attribute, scope: Scope, depth: int) -> str:
    """Return the text of a constant; its value is `...` where the expression subset cannot say it."""
    indent = INDENT * depth
    scope.tally.constants += 1
    sure = bool(one.value) and len(one.value) <= LONGEST_VALUE and f"{one.name}/value/" not in scope.refused
    kind = type_of_value(one.value) if sure and sayable(one.value, ()) else ""
    if kind:
        return f"{indent}const {one.name}: {kind} = {one.value}{prose.head(one.doc)}"
    scope.tally.constants_without_value += 1
    declared = scope.words.type_of(one.annotation) if one.annotation else "Any"
    return f"{indent}const {one.name}: {declared} = ...{prose.head(one.doc)}"


def names_text(names: tuple[str, ...], depth: int) -> str:
    """Return the public names of a module as the constant that Python knows them by."""
    listed = ", ".join(string_literal(name) for name in names)
    return f"{INDENT * depth}const __all__: list[str] = [{listed}]"


def type_of_value(value: str) -> str:
    """Return the type of a literal; empty for what is none, or holds nothing to tell its type by."""
    try:
        return _type(ast.parse(value, mode="eval").body)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ""


def _type(node: ast.expr) -> str:
    match node:
        case ast.Constant(value=None):
            return "None"
        case ast.Constant(value=bool() | int() | str() | float() | bytes() as value):
            return type(value).__name__
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as value)):
            return type(value).__name__
        case ast.List(elts=elements) if elements:
            return _holding("list", elements)
        case ast.Set(elts=elements) if elements:
            return _holding("set", elements)
        case ast.Tuple(elts=elements) if elements:
            kinds = [_type(one) for one in elements]
            if not all(kinds):
                return ""
            same = len(set(kinds)) == 1 and len(kinds) > 3
            return f"tuple[{kinds[0]}, ...]" if same else f"tuple[{', '.join(kinds)}]"
        case ast.Dict(keys=keys, values=values) if keys and None not in keys:
            left = _either([_type(one) for one in keys if one is not None])
            right = _either([_type(one) for one in values])
            return f"dict[{left}, {right}]" if left and right else ""
        case _:
            return ""


def _holding(container: str, elements: list[ast.expr]) -> str:
    inner = _either([_type(one) for one in elements])
    return f"{container}[{inner}]" if inner else ""


def _either(kinds: list[str]) -> str:
    return " | ".join(dict.fromkeys(kinds)) if all(kinds) else ""
