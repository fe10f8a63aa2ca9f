"""What a body may not do, found on its tree: effects, tricks with the machinery, words it was not given.

One walk over the tree for what is forbidden wherever it stands, one over the free names. Judges form alone;
what the code computes is the judge's affair.
"""

from __future__ import annotations

import ast
import builtins
from dataclasses import dataclass
from typing import TYPE_CHECKING

from holo.ir import prelude
from holo.pycode.imports import Free, argument_names, bindings, names_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from holo.pycode.rules import FormRules

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef

HARMLESS_MODULES = frozenset({"__future__"})
"""Modules that any candidate may import: they do nothing at run time."""

_NO_CODE = "it runs or changes code; write the computation itself"
_NO_EFFECT = "it reaches outside the program; effects come in through ports"
_NO_LOOKING = "it looks into the machinery; write the name itself"
_NOT_STABLE = "it differs from run to run"

FORBIDDEN = (
    dict.fromkeys(("exec", "eval", "compile", "__import__", "__build_class__", "type.__call__"), _NO_CODE)
    | dict.fromkeys(("open", "input", "print", "exit", "quit", "help", "breakpoint", "license", "credits", "copyright"), _NO_EFFECT)
    | dict.fromkeys(("globals", "locals", "vars", "dir", "getattr", "setattr", "delattr", "hasattr", "super"), _NO_LOOKING)
    | dict.fromkeys(("memoryview", "classmethod", "staticmethod", "property", "object"), "classes do not exist here")
    | dict.fromkeys(("SystemExit", "KeyboardInterrupt", "GeneratorExit", "BaseException"), "it would end or deceive the program that calls")
    | dict.fromkeys(("id", "hash"), _NOT_STABLE)
)  # fmt: skip
"""Builtins that a body may not name, and why."""

_ALLOWED = frozenset(name for name in dir(builtins) if not name.startswith("_")) - FORBIDDEN.keys()
_CLOCKS = frozenset({"today", "now", "utcnow"})
_CHANCE = frozenset({"random", "secrets", "uuid"})


@dataclass(frozen=True, slots=True)
class FormFinding:
    """One fault of a candidate's form: a fixed key for machines, a sentence for its writer, a line counted from 1."""

    key: str
    message: str
    line: int


def body_findings(
    function: FunctionNode, source: str, rules: FormRules, imported: frozenset[str] = frozenset()
) -> Iterator[FormFinding]:
    """Yield what is wrong with a body; `function` is parsed from `source`, above which `imported` names are bound."""
    yield from _stub(function, rules)
    for node in ast.walk(function):
        yield from _node(node, function, rules)
    yield from _generator(function)
    own = argument_names(function.args) | bindings(function.body)
    # What Holo gives without import stays a name to be judged, even where somebody imports it.
    bound = {function.name} | (imported - prelude.PRELUDE_MODULES.keys())
    for use in names_of(_headless(function), source, bound=frozenset(bound)).free:
        yield from _name(use, rules)
    yield from _shadowed(function, own, rules)


def _headless(function: FunctionNode) -> ast.Module:
    # The signature has been compared as a whole; its types are no use of names by the writer.
    bare = ast.arguments([], [ast.arg(name) for name in sorted(argument_names(function.args))], None, [], [], None, [])
    return ast.Module([ast.copy_location(ast.FunctionDef(function.name, bare, function.body, []), function)], [])


def _stub(function: FunctionNode, rules: FormRules) -> Iterator[FormFinding]:
    left = [each for each in function.body if not _says_nothing(each)]
    if not left:
        yield FormFinding("stub", "The body is empty: write the whole function", function.lineno)
    for node in ast.walk(function):
        match node:
            case ast.Raise(exc=ast.Name(id="NotImplementedError") | ast.Call(func=ast.Name(id="NotImplementedError"))):
                if "NotImplementedError" not in rules.names:
                    yield FormFinding(
                        "stub", "`raise NotImplementedError` is not a body: write the whole function", node.lineno
                    )


def _says_nothing(node: ast.stmt) -> bool:
    match node:
        case ast.Pass() | ast.Expr(value=ast.Constant()):
            return True
        case _:
            return False


def _node(node: ast.AST, function: FunctionNode, rules: FormRules) -> Iterator[FormFinding]:
    match node:
        case ast.ClassDef():
            yield FormFinding("class", f"A class is defined (`{node.name}`); classes do not exist here", node.lineno)
        case ast.FunctionDef() | ast.AsyncFunctionDef() if node.decorator_list and not (
            node is not function and all(map(_caches, node.decorator_list))
        ):
            yield FormFinding("decorator", f"`{node.name}` has a decorator", node.decorator_list[0].lineno)
        case ast.Global():
            yield FormFinding("state", f"`global {', '.join(node.names)}`: nothing is kept between calls", node.lineno)
        case ast.Import() | ast.ImportFrom():
            yield from import_findings(node, rules, inside=True)
        case ast.Attribute(attr=attr) if attr.startswith("__"):
            yield FormFinding("machinery", f"`.{attr}` looks into the machinery; write what it stands for", node.lineno)
        case ast.Attribute(ctx=ast.Store() | ast.Del()):
            yield FormFinding(
                "state",
                f"`.{node.attr}` is set: values do not change; use `replace(value, {node.attr}=…)`",
                node.lineno,
            )
        case ast.Attribute(value=ast.Name(id=port), attr=attr) if port in rules.ports:
            if attr not in rules.ports[port]:
                listed = ", ".join(f"`{port}.{each}`" for each in sorted(rules.ports[port])) or "none"
                yield FormFinding(
                    "effect",
                    f"`{port}.{attr}` is not listed under `uses`; of this port there are: {listed}",
                    node.lineno,
                )
        case ast.Name(id=name) if name.startswith("__"):
            yield FormFinding("machinery", f"`{name}` belongs to the machinery", node.lineno)
        case ast.Call(func=ast.Attribute(attr=attr)) if attr in _CLOCKS and not any(
            attr in listed for listed in rules.ports.values()
        ):
            yield FormFinding(
                "effect", f"`.{attr}()` reads the clock; time comes in through the port `Clock`", node.lineno
            )
        case ast.Call(func=ast.Name(id="type"), args=args) if len(args) != 1:
            yield FormFinding("class", "`type(…)` makes a class; classes do not exist here", node.lineno)
        case ast.Assign(targets=targets) if any(
            isinstance(each, ast.Name) and each.id == function.name for each in targets
        ):
            yield FormFinding("state", f"`{function.name}` is assigned inside itself", node.lineno)


def _caches(decorator: ast.expr) -> bool:
    """Say whether a decorator of an inner function only remembers its results, for as long as one call lasts."""
    word = decorator.func if isinstance(decorator, ast.Call) else decorator
    return ast.unparse(word).removeprefix("functools.") in {"cache", "lru_cache"}


def import_findings(
    node: ast.Import | ast.ImportFrom, rules: FormRules, *, inside: bool = False
) -> Iterator[FormFinding]:
    """Yield what is wrong with an import statement; `inside` the function it binds a name of the function's own."""
    if isinstance(node, ast.ImportFrom):
        module = node.module or ""
        if node.level or any(alias.name == "*" for alias in node.names):
            yield FormFinding("import", "Imports are absolute and name what they take", node.lineno)
        elif module in rules.modules or module in HARMLESS_MODULES:
            return
        else:
            known = {name for name, home in prelude.PRELUDE_MODULES.items() if home == module}
            for alias in node.names:
                if alias.name not in known:
                    yield _undeclared(f"{module}.{alias.name}" if known else module, rules, node.lineno)
                    if not known:
                        break
        return
    for alias in node.names:
        # Above the function Holo binds `datetime`, the class: the module of that name would not be found there.
        if alias.name in rules.modules and (inside or alias.asname or alias.name not in prelude.PRELUDE_MODULES):
            continue
        if alias.name in set(prelude.PRELUDE_MODULES.values()):
            names = ", ".join(name for name, home in prelude.PRELUDE_MODULES.items() if home == alias.name)
            yield FormFinding(
                "import", f"`import {alias.name}`: its names are here without import: {names}", node.lineno
            )
        else:
            yield _undeclared(alias.name, rules, node.lineno)


def _undeclared(name: str, rules: FormRules, line: int) -> FormFinding:
    if name.partition(".")[0] in _CHANCE:
        return FormFinding("effect", f"`{name}` is chance; chance comes in through the port `Random`", line)
    modules = ", ".join(f"`{each}`" for each in sorted(rules.modules)) or "none"
    return FormFinding("import", f"`{name}` may not be imported; modules that may: {modules}", line)


def _generator(function: FunctionNode) -> Iterator[FormFinding]:
    waiting: list[ast.AST] = list(function.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Yield | ast.YieldFrom):
            yield FormFinding(
                "generator", f"`yield` makes `{function.name}` a generator; return the value", node.lineno
            )
            return
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef):
            waiting.extend(ast.iter_child_nodes(node))


def _name(use: Free, rules: FormRules) -> Iterator[FormFinding]:
    if any(word in rules.names for word in use.prefixes()):
        return
    listed = next((word for word in use.prefixes() if word in rules.unlisted), None)
    if listed is not None:
        yield FormFinding("unlisted", f"`{listed}` is not listed under `uses` (`{rules.unlisted[listed]}`)", use.line)
    elif use.root in FORBIDDEN:
        yield FormFinding("forbidden", f"`{use.root}` may not be used: {FORBIDDEN[use.root]}", use.line)
    elif use.root in _CHANCE:
        yield FormFinding("effect", f"`{use.root}` is chance; chance comes in through the port `Random`", use.line)
    elif use.root == prelude.CALLS:
        yield FormFinding("unknown", "`calls` is for contracts; a body cannot see it", use.line)
    elif not _known(use, rules):
        yield FormFinding("unknown", f"`{'.'.join(use.parts[:2])}` is not defined here", use.line)


def _known(use: Free, rules: FormRules) -> bool:
    return (
        use.root in _ALLOWED
        or use.root in prelude.PRELUDE_MODULES
        or use.root in {"Clock", "Random"}
        or use.root.startswith("__")  # reported as machinery
        or any(word in rules.modules for word in use.prefixes())
    )


def _shadowed(function: FunctionNode, own: frozenset[str], rules: FormRules) -> Iterator[FormFinding]:
    hidden = sorted((own & rules.ports.keys()) - argument_names(function.args))
    for name in hidden:
        yield FormFinding("effect", f"The port `{name}` is replaced", function.lineno)
