"""Judge the form of a candidate, and bring it into the form in which bodies are kept.

A candidate is the text of one function. What is kept is that function without docstring and without the
imports that Holo writes itself; comments inside the body stay.
"""

from __future__ import annotations

import ast
import re
import warnings
from dataclasses import dataclass

from holo.pycode.body import FormFinding, FunctionNode, body_findings, import_findings
from holo.pycode.digest import is_docstring
from holo.pycode.imports import bindings
from holo.pycode.kept import kept
from holo.pycode.machinery import machinery
from holo.pycode.rules import FormRules
from holo.pycode.special_case import special_cased

__all__ = ["FormFinding", "FormRules", "Formed", "check_form"]

MAX_DEPTH = 80
"""Nesting beyond this is refused: no body needs it, and parsers and walks go as deep as it does."""

_UNFINISHED = re.compile(r"#.*\b(TODO|FIXME|XXX)\b")


@dataclass(frozen=True, slots=True)
class Formed:
    """What came of a candidate: `source` is the function as it is kept, None where there are findings."""

    source: str | None
    findings: tuple[FormFinding, ...]


def check_form(text: str, rules: FormRules) -> Formed:
    """Judge a candidate's form and return the function as it is kept.

    Never raises and never runs the candidate.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").strip("\n") + "\n"
    if len(text) > rules.max_characters:
        return _refused("size", f"The answer has {len(text)} characters; at most {rules.max_characters} are read", 1)
    parsed = _parse(text)
    if isinstance(parsed, FormFinding):
        return Formed(None, (parsed,))
    function, findings = _top_level(parsed, rules)
    if function is not None:
        findings += _signature(function, rules)
        findings += _lines(function, text, rules)
        findings += body_findings(function, text, rules, _imported(parsed))
        findings += [FormFinding(*found) for found in machinery(parsed, function, text, rules.modules)]
        line = special_cased(function, rules.examples, rules.said)
        if line:
            findings.append(
                FormFinding("special_case", "The examples are answered by heart; write the rule behind them", line)
            )
    if findings or function is None:
        return Formed(None, tuple(sorted(dict.fromkeys(findings), key=lambda each: each.line)))
    return Formed(kept(text, parsed), ())


def _refused(key: str, message: str, line: int) -> Formed:
    return Formed(None, (FormFinding(key, message, line),))


def _parse(text: str) -> ast.Module | FormFinding:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # an odd escape in a string is Ruff's affair
            tree = ast.parse(text)
    except SyntaxError as error:
        return FormFinding("syntax", f"This is not Python: {error.msg}", error.lineno or 1)
    except ValueError as error:
        return FormFinding("syntax", f"This is not Python: {error}", 1)
    except (RecursionError, MemoryError):
        return FormFinding("nesting", "The code is nested too deeply", 1)
    level: list[ast.AST] = [tree]
    for _ in range(MAX_DEPTH):
        level = [child for node in level for child in ast.iter_child_nodes(node)]
        if not level:
            return tree
    return FormFinding("nesting", "The code is nested too deeply", getattr(level[0], "lineno", 1))


def _top_level(tree: ast.Module, rules: FormRules) -> tuple[FunctionNode | None, list[FormFinding]]:
    functions: list[FunctionNode] = []
    findings: list[FormFinding] = []
    for node in tree.body:
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                functions.append(node)
            case ast.Import() | ast.ImportFrom() if not functions:
                findings += import_findings(node, rules)
            case ast.ClassDef():
                findings.append(
                    FormFinding("class", f"A class is defined (`{node.name}`); classes do not exist here", node.lineno)
                )
            case ast.Expr(value=ast.Constant(value=str())) if node is tree.body[0]:
                pass  # a docstring of the module is dropped
            case _:
                findings.append(
                    FormFinding(
                        "top_level", "Beside the function there may be nothing but imports above it", node.lineno
                    )
                )
    named = [each for each in functions if each.name == rules.name]
    if len(functions) == 1:
        return functions[0], findings
    if not functions:
        return None, [*findings, FormFinding("count", f"There is no function `{rules.name}`", 1)]
    others = [each for each in functions if each is not (named or functions)[0]]
    names = ", ".join(f"`{each.name}`" for each in others)
    findings.append(
        FormFinding("count", f"There is more than one function: put {names} inside `{rules.name}`", others[0].lineno)
    )
    return (named or functions)[0], findings


def _imported(tree: ast.Module) -> frozenset[str]:
    return bindings([node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)])


def _signature(function: FunctionNode, rules: FormRules) -> list[FormFinding]:
    if function.name != rules.name:
        return [
            FormFinding("name", f"The function is called `{function.name}`; it must be `{rules.name}`", function.lineno)
        ]
    wanted = ast.parse(f"{rules.signature.rstrip().removesuffix(':')}: ...").body[0]
    assert isinstance(wanted, ast.FunctionDef | ast.AsyncFunctionDef), rules.signature
    if _head(wanted) == _head(function):
        return []
    shown = ast.unparse(_empty(function)).splitlines()[0]
    expected = ast.unparse(_empty(wanted)).splitlines()[0]
    return [FormFinding("signature", f"The signature must be `{expected}`; found `{shown}`", function.lineno)]


def _head(function: FunctionNode) -> tuple[bool, str, str]:
    is_async = isinstance(function, ast.AsyncFunctionDef)
    return is_async, ast.dump(function.args), ast.dump(function.returns) if function.returns else ""


def _empty(function: FunctionNode) -> FunctionNode:
    made = type(function)(
        name=function.name, args=function.args, body=[ast.Pass()], decorator_list=[], returns=function.returns
    )
    return ast.fix_missing_locations(ast.copy_location(made, function))


def _lines(function: FunctionNode, text: str, rules: FormRules) -> list[FormFinding]:
    start = function.body[0].end_lineno if is_docstring(function) else None
    used = (function.end_lineno or function.lineno) - function.lineno + 1
    used -= 0 if start is None else start - function.body[0].lineno + 1
    found = []
    if used > rules.max_lines:
        found.append(
            FormFinding(
                "size", f"The function has {used} lines; at most {rules.max_lines} are allowed", function.lineno
            )
        )
    for number, line in enumerate(text.splitlines(), 1):
        # A mark inside a string is no comment; rare enough to ask for another word.
        if _UNFINISHED.search(line):
            found.append(FormFinding("stub", "A comment says that something is left to do", number))
    return found
