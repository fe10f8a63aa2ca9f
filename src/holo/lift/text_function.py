"""The text of one function or method: signature, doc, what it raises, its examples."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from holo.expr.canonical import canonical
from holo.ir.prelude import EXCEPTIONS
from holo.lift import prose
from holo.lift.doctested import examples_of, sayable
from holo.lift.model import KEYWORD_ONLY, POSITIONAL_ONLY, VAR_KEYWORD, VAR_POSITIONAL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from holo.lift.annotations import Words
    from holo.lift.model import Function, Parameter
    from holo.lift.tally import Tally

INDENT: Final = "  "
_MARKS: Final = {VAR_POSITIONAL: "*", VAR_KEYWORD: "**"}


@dataclass(slots=True)
class Scope:
    """What the text of a function may name: types, errors, constants, functions; and what is known not to compile.

    `errors` maps an error's name in the code to its name here. `refused` holds parts by `NAME/KIND/TEXT`.
    """

    package: str
    words: Words
    errors: Mapping[str, str]
    constants: frozenset[str]
    callables: frozenset[str]
    type_variables: frozenset[str]
    tally: Tally
    refused: frozenset[str] = frozenset()
    seen: set[str] = field(default_factory=set)


def function_text(function: Function, scope: Scope, depth: int) -> str:
    """Return the text of a function, and count what became of its parts."""
    variables = _type_parameters(function, scope)
    generic = f"[{', '.join(variables)}]" if variables else ""
    word = "async function" if function.is_async else "function"
    known = frozenset(variables)
    result = _type(function, function.returns, scope, known) if function.returns else _unsaid(function)
    inside = INDENT * (depth + 1)
    head = f"{INDENT * depth}{word} {function.qualname}{generic}({_group(function, scope, known)}) -> {result} {{"
    said = examples_of(function.doctests, scope.callables, _refused(scope, function, "example"))
    scope.tally.examples += len(said.examples)
    scope.tally.doctests_as_prose += len(said.prose)
    doc = prose.without(function.doc, [doctest for _, doctest in said.examples])
    if function.overloads:
        shown = "\n".join(f"    {one}" for one in function.overloads)
        doc = f"{doc}\n\nIt is declared for these arguments:\n\n{shown}".lstrip("\n")
    statements = [
        prose.written(doc, inside),
        *_raises(function, scope),
        *(f"example {text}" for text in dict.fromkeys(text for text, _ in said.examples)),
    ]
    lines = [f"{inside}{one}" for one in statements if one]
    if function.owner:
        scope.tally.methods += 1
    else:
        scope.tally.functions += 1
    return "\n".join([head, *lines, f"{INDENT * depth}}}"])


def _type(function: Function, annotation: str, scope: Scope, variables: frozenset[str]) -> str:
    if f"{function.qualname}/types/" in scope.refused:
        return scope.words.opaque_type(annotation)
    return scope.words.type_of(annotation, variables, function.owner)


def _unsaid(function: Function) -> str:
    """Return the result of a function without an annotation: nothing is known of it but whether it yields."""
    if not function.is_generator:
        return "Any"
    return "AsyncIterator[Any]" if function.is_async else "Iterator[Any]"


def _refused(scope: Scope, function: Function, kind: str) -> frozenset[str]:
    prefix = f"{function.qualname}/{kind}/"
    return frozenset(one.removeprefix(prefix) for one in scope.refused if one.startswith(prefix))


def _type_parameters(function: Function, scope: Scope) -> list[str]:
    """Return the type variables of a function's parameters: the language has no others."""
    import ast

    found: dict[str, None] = {}
    candidates = scope.type_variables | set(function.type_parameters)
    for one in function.parameters:
        try:
            node = ast.parse(one.annotation, mode="eval") if one.annotation else None
        except SyntaxError:
            node = None
        if node is not None and "Callable" not in one.annotation:
            names = (each.id for each in ast.walk(node) if isinstance(each, ast.Name))
            found.update((name, None) for name in names if name in candidates)
    return [] if f"{function.qualname}/types/" in scope.refused else list(found)


def _group(function: Function, scope: Scope, variables: frozenset[str]) -> str:
    parts: list[str] = []
    if function.binding == "instance":
        parts.append(f"self: {function.owner}")
    elif function.binding == "class":
        parts.append(f"cls: type[{function.owner}]")
    kinds = [one.kind for one in function.parameters]
    for number, one in enumerate(function.parameters):
        if one.kind == KEYWORD_ONLY and not {VAR_POSITIONAL, KEYWORD_ONLY} & set(kinds[:number]):
            parts.append("*")
        parts.append(_parameter(function, one, scope, variables))
        if one.kind == POSITIONAL_ONLY and (number + 1 == len(kinds) or kinds[number + 1] != POSITIONAL_ONLY):
            parts.append("/")
    return ", ".join(parts)


def _parameter(function: Function, one: Parameter, scope: Scope, variables: frozenset[str]) -> str:
    text = f"{_MARKS.get(one.kind, '')}{one.name}"
    if one.annotation:
        text = f"{text}: {_type(function, one.annotation, scope, variables)}"
    if not one.default:
        return text
    default = one.default
    if not sayable(default, scope.constants) or f"{function.qualname}/default/{one.name}" in scope.refused:
        default = "..."
        scope.tally.defaults_without_value += 1
    return f"{text} = {default}" if one.annotation else f"{text}={default}"


def _raises(function: Function, scope: Scope) -> list[str]:
    """Return the `raises` statements: those with a condition first, in their order, then what may be raised besides.

    A condition is said as long as all before it could be: they are read from top to bottom, and the first that holds wins.
    """
    names: set[str] = {one.name for one in function.parameters} | (
        {function.first} if function.first == "self" else set()
    )
    own = {one.name for one in function.parameters}
    guarded: dict[str, None] = {}
    bare: dict[str, None] = {}
    in_order = True
    refused = _refused(scope, function, "when")
    for one in function.raises:
        error = _error(one.error, scope)
        guard = canonical(one.guard)
        sayable_guard = bool(one.guard) and sayable(one.guard, names | scope.constants - own) and guard not in refused
        if not error:
            if one.guard:
                in_order = False
            key = f"{function.qualname} raises {one.error}"
            if key not in scope.seen:
                scope.seen.add(key)
                scope.tally.leave(
                    f"{scope.package}.{key}".lstrip("."), "the error is declared elsewhere, or no error at all"
                )
            continue
        if sayable_guard and in_order and one.line:
            guarded[f"raises {error} when {guard}"] = None
        else:
            in_order = in_order and not one.guard
            bare[f"raises {error}"] = None
    scope.tally.raises += len(guarded) + len(bare)
    scope.tally.raises_with_condition += len(guarded)
    return [*guarded, *bare]


def _error(name: str, scope: Scope) -> str:
    if name in scope.errors:
        return scope.errors[name]
    return name if name in EXCEPTIONS else ""
