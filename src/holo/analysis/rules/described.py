"""What only a hologram of code that exists may say, and what such a one may not."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Final

from holo.analysis.methods import NOWHERE, binding_of, of_code
from holo.analysis.nearest import did_you_mean
from holo.analysis.symbols import Kind
from holo.codes import Code
from holo.diagnostics.model import Diagnostic, Fix
from holo.source import Span
from holo.syntax import tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from holo.analysis.facts import Facts

_USUAL: Final = "positional_or_keyword"
_SAID: Final = {
    "positional_only": "`/` stands among the parameters",
    "keyword_only": "`*` stands among the parameters",
    "var_positional": "`*{}` takes any number of arguments",
    "var_keyword": "`**{}` takes any keywords",
}
_INSTEAD: Final = {
    "positional_only": "Remove the `/`",
    "keyword_only": "Remove the `*`",
    "var_positional": "Take a list",
    "var_keyword": "Take a `dict`",
}
_ELIDED: Final = "..."


def described(facts: Facts) -> Iterator[Diagnostic]:
    """Report forms of described code in a hologram that has none, and in one that has some what cannot be there."""
    if facts.table.code == NOWHERE:
        yield _nowhere(facts)
    yield from _code(facts) if facts.table.code else _none(facts)


# -- a hologram without code ---------------------------------------------------------------


def _nowhere(facts: Facts) -> Diagnostic:
    """Say once that nothing says where the code is; the rest is read as if something did."""
    found = [one.item for one in facts.table.items if of_code(one.item)]
    item = found[0]
    match item:
        case tree.Class():
            message, instead = f"Class `{item.name.text}` stands for code that exists", "Write `record` for a value"
        case tree.Opaque():
            message, instead = f"Type `{item.name.text}` stands for one that exists", "Write a type of the language"
        case tree.Package():
            message, instead = f"Package `{item.name.text}` stands for a module that exists", "Write one name"
        case _:
            assert isinstance(item, tree.Function)
            message = f"Method `{item.name.text}` stands for code that exists"
            instead = "Write a function that takes the value"
    others = len(found) - 1
    more = f"; so {'does 1 other declaration' if others == 1 else f'do {others} other declarations'}" if others else ""
    message += f", and nothing says where the code is{more}"
    return _needs(facts, item.name.span, message, instead)


def _none(facts: Facts) -> Iterator[Diagnostic]:
    for placed in facts.whole:
        item = placed.item
        match item:
            case tree.Function():
                yield from _plain(facts, item.parameters, item.kind)
            case tree.Error():
                yield from _plain(facts, item.parameters, "error")
            case tree.Port():
                for function in item.functions:
                    yield from _plain(facts, function.parameters, "port")
            case tree.Const():
                if item.value.text == _ELIDED:
                    yield _elided(facts, item.value.span)
            case tree.Record():
                for one in item.fields:
                    if one.default is not None and one.default.text == _ELIDED:
                        yield _elided(facts, one.default.span)
            case _:
                pass
    for use, exports in facts.table.uses:
        if exports is not None and exports.code:
            message = f"`{use.path.text}` describes code that exists, and what is generated here cannot call it"
            hint = "Bring what it does in through a `port`, or describe this one too, with `code` in `holo.toml`"
            yield Diagnostic(Code.NEEDS_CODE, message, use.path.span, hint)


def _plain(facts: Facts, parameters: tuple[tree.Parameter, ...], kind: str) -> Iterator[Diagnostic]:
    odd = [one for one in parameters if one.untyped or one.kind != _USUAL or one.default is not None]
    if not odd:
        return
    told: set[str] = set()
    for one in odd:
        name = one.name.text
        if one.kind != _USUAL and one.kind not in told:
            told.add(one.kind)
            yield _needs(facts, one.span, _SAID[one.kind].format(name), _INSTEAD[one.kind], kind)
        if one.untyped and one.kind in {_USUAL, "positional_only", "keyword_only"}:
            yield _needs(facts, one.name.span, f"Parameter `{name}` has no type", f"Write `{name}: TYPE`", kind)
        if one.default is not None and one.default.text == _ELIDED:
            yield _elided(facts, one.default.span)


def _elided(facts: Facts, span: Span) -> Diagnostic:
    return _needs(facts, span, "`...` stands for a value that is not said", "Write the value")


def _needs(facts: Facts, span: Span, message: str, hint: str, kind: str = "function") -> Diagnostic:
    """Say what to write instead, or how to say that the hologram describes code."""
    name = facts.table.hologram
    also = f'; or, for code that exists, `code = {{ {name} = "src/{name}" }}` under `[project]` in `holo.toml`'
    return Diagnostic(Code.NEEDS_CODE, message, span, hint + ("" if kind in {"law", "port", "flow"} else also))


# -- a hologram of code that exists --------------------------------------------------------


def _code(facts: Facts) -> Iterator[Diagnostic]:
    for name, owner in facts.table.orphans:
        if owner.partition(".")[0] in facts.table.broken:
            continue
        classes = [one.name for scope in (facts.table.top, *facts.table.packages.values()) for one in scope.values()]
        hint = did_you_mean(owner, classes) or f"Describe it above: `class {owner} {{`"
        span = Span(name.span.path, name.span.start, name.span.start + len(owner))
        yield Diagnostic(Code.UNKNOWN_NAME, f"Class `{owner}` is not declared in this package", span, hint)
    alone = facts.table.code.endswith(".py")
    for placed in facts.whole:
        item = placed.item
        match item:
            case tree.Function(kind="flow"):
                yield _not_there(
                    item.name.span, "A flow is a way to write new code", "Write `function`, with `returns`"
                )
            case tree.Port():
                message = "A port is a way to write new code"
                yield _not_there(item.name.span, message, "Write `class`, and its methods as functions")
            case tree.Package() if alone:
                message = f"`{facts.table.code}` is one module, and has no packages"
                yield _not_there(item.name.span, message, "Declare outside, or let `code` name the folder")
            case tree.Function(kind="function"):
                yield from _method(item)
            case tree.Function(kind="law"):
                yield from _plain(facts, item.parameters, "law")
            case tree.Error():
                for one in item.parameters:
                    if one.kind != _USUAL:
                        message = f"`{item.name.text}` has a payload, and {_SAID[one.kind].format(one.name.text)}"
                        hint = f"Keep what it holds, and describe `function {item.name.text}.__init__` beside it"
                        yield _not_there(one.span, message, hint)
            case tree.Opaque():
                yield from _annotation(item.python)
            case tree.Class():
                for base in item.bases:
                    yield from _base(facts, base) if isinstance(base, tree.Name) else _annotation(base)
            case _:
                pass


def _not_there(span: Span, message: str, hint: str) -> Diagnostic:
    return Diagnostic(Code.NOT_DESCRIBED, message, span, hint)


def _base(facts: Facts, name: tree.Name) -> Iterator[Diagnostic]:
    symbol = facts.targets.get(name.span.start)
    known = {Kind.CLASS, Kind.RECORD, Kind.ENUM, Kind.ERROR, Kind.OPAQUE, Kind.EXCEPTION, Kind.BUILTIN}
    if symbol is not None and symbol.kind not in known:
        message = f"`{name.text}` is a {symbol.kind.value}, and no class inherits from it"
        yield Diagnostic(Code.WRONG_KIND, message, name.span, "Name a class, or write Python's text in quotes")


def _method(item: tree.Function) -> Iterator[Diagnostic]:
    binding = binding_of(item)
    if binding not in {"instance", "class"}:
        return
    owner, _, _ = item.name.text.rpartition(".")
    first = item.parameters[0]
    word, type_ = ("self", owner) if binding == "instance" else ("cls", f"type[{owner}]")
    wanted = f"{word}: {type_}"
    span = first.name.span if first.untyped else Span(first.span.path, first.name.span.start, first.type.span.stop)
    if first.untyped or "".join(first.type.text.split()) != type_:
        stands = "has no type" if first.untyped else f"is a `{first.type.text}`"
        message = f"`{word}` of `{item.name.text}` {stands}"
        fix = Fix(span, wanted, f"Replace by `{wanted}`") if first.kind != "var_positional" else None
        yield Diagnostic(Code.BAD_METHOD, message, span, f"Write `{wanted}`", fix=fix)
    elif first.kind not in {_USUAL, "positional_only"}:
        yield Diagnostic(Code.BAD_METHOD, f"`{word}` comes before any `*`", first.span, f"Write `{wanted}` first")
    elif first.default is not None:
        message = f"`{word}` of `{item.name.text}` has a default"
        yield Diagnostic(Code.BAD_METHOD, message, first.default.span, f"Write `{wanted}` alone")


def _annotation(text: tree.Text) -> Iterator[Diagnostic]:
    try:
        ast.parse(text.text, mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        message = f"`{text.text}` is no annotation of Python"
        yield Diagnostic(Code.BAD_ANNOTATION, message, text.span, "Write what stands behind the `:` in the code")
