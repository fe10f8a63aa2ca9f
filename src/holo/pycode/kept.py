"""The form in which bodies are kept: one function, no docstring, no imports that Holo writes itself.

Where something has to change, LibCST rewrites, so that comments and layout of the body stay. Takes only what `form`
let pass.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from holo.ir import prelude
from holo.pycode.digest import is_docstring

if TYPE_CHECKING:
    from collections.abc import Sequence

    import libcst as cst


def kept(text: str, tree: ast.Module) -> str:
    """Return the one function of a candidate as it is kept; `tree` is the parsed text."""
    return _as_it_stands(text, tree) or _rewritten(text, tree)


def _as_it_stands(text: str, tree: ast.Module) -> str:
    """Return the lines of the function where nothing in them has to change, empty where something has to."""
    *above, node = tree.body
    if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) or is_docstring(node) or node.decorator_list:
        return ""
    lines = text.rstrip("\n").split("\n")
    first = node.body[0]
    beside = lines[first.lineno - 1].encode()[: first.col_offset].strip()  # a body that stands beside its `def`
    if len(lines) != node.end_lineno or beside or "\f" in text:
        return ""
    if any(isinstance(each, ast.Import | ast.ImportFrom) and not _is_plain(each) for each in above):
        return ""
    return "\n".join(lines[node.lineno - 1 :]) + "\n"


def _rewritten(text: str, tree: ast.Module) -> str:
    import libcst as cst  # it costs 159 ms; few candidates need it

    module = cst.parse_module(text)
    function = next(each for each in module.body if isinstance(each, cst.FunctionDef))
    body = function.body
    if isinstance(body, cst.SimpleStatementSuite):
        body = cst.IndentedBlock([cst.SimpleStatementLine(body.body, trailing_whitespace=body.trailing_whitespace)])
    assert isinstance(body, cst.IndentedBlock), text
    node = next(each for each in tree.body if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef))
    statements = _without_first(body.body) if is_docstring(node) else list(body.body)
    function = function.with_changes(
        leading_lines=(),
        lines_after_decorators=(),
        body=body.with_changes(body=[*_moved_imports(module), *statements]),
    )
    return module.with_changes(header=(), body=[function], footer=()).code.strip("\n") + "\n"


def _without_first(statements: Sequence[cst.BaseStatement]) -> list[cst.BaseStatement]:
    import libcst as cst  # as above

    first, rest = statements[0], list(statements[1:])
    assert isinstance(first, cst.SimpleStatementLine), first
    return [first.with_changes(body=first.body[1:]), *rest] if len(first.body) > 1 else rest


def _moved_imports(module: cst.Module) -> list[cst.BaseStatement]:
    import libcst as cst  # as above

    # Holo writes `import math` and `from datetime import date` itself. What binds another word goes into the function.
    return [
        cst.SimpleStatementLine([node.with_changes(semicolon=cst.MaybeSentinel.DEFAULT)])
        for line in module.body
        if isinstance(line, cst.SimpleStatementLine)
        for node in line.body
        if isinstance(node, cst.Import | cst.ImportFrom)
        and not _is_plain(ast.parse(module.code_for_node(node)).body[0])
    ]


def _is_plain(node: ast.stmt) -> bool:
    match node:
        case ast.Import(names=aliases):
            return all(alias.asname in {None, alias.name} for alias in aliases)
        case ast.ImportFrom(module="__future__"):
            return True
        case ast.ImportFrom(module=module, names=aliases):
            return all(
                prelude.PRELUDE_MODULES.get(alias.name) == module and alias.asname in {None, alias.name}
                for alias in aliases
            )
        case _:
            return False
