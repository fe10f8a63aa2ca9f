"""A function's contract as one Python function, for a search that runs it on symbols.

`check` is false where the body breaks its contract. Where the contract itself has no value, or the input is outside
it, there is nothing to break. It decides nothing: what it finds is asked of the judge again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.emit.checks import Conditions, joined
from holo.emit.names import FileNames
from holo.ir import model as ir
from holo.pycode.imports import expression_names
from holo.pycode.scope import expressions, port_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from holo.emit.layout import Layout

MODULE = "_holo_check"
_WORDS = ("check", "_told", "_reaches", "_wanted", "_result", "_caught")


def unsupported(function: ir.Function, lookup: Callable[[str], ir.Node | None]) -> str:
    """Say why no search can be made for a function; empty where one can."""
    ports = [each.name for each in function.parameters if port_of(each.type, lookup) is not None]
    if ports:
        return f"its parameter `{ports[0]}` is a port, and what a port answers is no symbol"
    if function.is_async:
        return "it is async, and a search runs no event loop"
    if function.type_parameters:
        return f"its type `{function.type_parameters[0]}` may be any"
    if not function.parameters:
        return "it has no parameters"
    for clause in (*function.requires, *function.ensures):
        if any(_is_async(key, lookup) for key in clause.expr.names.values()):
            return f"`{clause.expr.source}` waits for an async function"
    return ""


def needed(function: ir.Function) -> set[str]:
    """Return the ids that the text of a check names."""
    return {function.id, *(key for expr in expressions(function) for key in expr.names.values())}


def check_text(layout: Layout, function: ir.Function, *, oracle: bool) -> str:
    """Return the module; `oracle` holds the body against what the hologram says itself."""
    unit = next(unit for unit in layout.units if function in unit.package.functions)
    lookup = layout.library.lookup
    parameters = [each.name for each in function.parameters]
    names = FileNames(
        layout,
        MODULE,
        modules=unit.hologram.python,
        taken=[*parameters, *_WORDS, "result"],
        bound={name for expr in expressions(function) for name in expression_names(expr.source).bound},
    )

    def code(expr: ir.Expr) -> str:
        result = {"result": "_result"} if "result" not in parameters else {}
        return f"({names.code(expr, stands_for=result)})"

    given = [each for p in function.parameters for each in Conditions(names, lookup, types=False).of(p.type, p.name)]
    given += [code(each.expr) for each in function.requires]
    lines = [
        f"def check({', '.join(f'{p.name}: {names.code(p.type, typed=True)}' for p in function.parameters)}) -> bool:"
    ]
    lines += ['    """', "    post: _", '    """']
    lines += _unless_undefined([f"if not ({joined(given)}):", "    return True"] if given else [])
    arguments = f"({parameters[0]},)" if len(parameters) == 1 else f"({', '.join(parameters)})"
    lines += ["    _wanted = 0"]
    conditional = [clause for clause in function.raises if clause.when is not None]
    choices = [
        line
        for number, clause in enumerate(conditional, 1)
        if clause.when is not None
        for line in (f"{'el' if number > 1 else ''}if {code(clause.when)}:", f"    _wanted = {number}")
    ]
    lines += _unless_undefined(choices)
    lines += ["    _reaches()", "    try:"]
    lines += [f"        _result = {names.local(function.id, function.name)}({', '.join(parameters)})"]
    lines += ["    except Exception as _caught:"]
    for number, clause in enumerate(conditional, 1):
        kind = _error(names, clause.error)
        alike = f" and _caught.args == {code(clause.payload)}.args" if clause.payload is not None else ""
        lines += [
            f"        if _wanted == {number}:",
            f"            return _told(type(_caught) is {kind}{alike}, {arguments})",
        ]
    may = [f"type(_caught) is {_error(names, clause.error)}" for clause in function.raises if clause.when is None]
    lines += [f"        return _told({' or '.join(may) or 'False'}, {arguments})"]
    lines += ["    if _wanted:", f"        return _told(False, {arguments})"]
    promised = Conditions(names, lookup, types=True).of(function.returns, "_result")
    promised += [code(each.expr) for each in function.ensures]
    promised += _oracle(function, code) if oracle else []
    # Each by itself: one that has no value says nothing of the others.
    for each in promised:
        lines += ["    try:", f"        _holds = {each}", "    except Exception:", "        _holds = _undefined()"]
        lines += ["    if not _holds:", f"        return _told(False, {arguments})"]
    lines += ["    return True"]
    left = "def _told(holds, arguments):\n    return holds\n\n\ndef _reaches():\n    return None\n\n\ndef _undefined():\n    return True\n"
    return f"from __future__ import annotations\n\n{names.imports()}\n\n\n{left}\n\n" + "\n".join(lines) + "\n"


def _unless_undefined(lines: list[str]) -> list[str]:
    if not lines:
        return []
    return ["    try:", *(f"        {line}" for line in lines), "    except Exception:", "        return _undefined()"]


def _error(names: FileNames, error: str) -> str:
    return names.local(error, error.rpartition(".")[2]) if "." in error else error


def _oracle(function: ir.Function, code: Callable[[ir.Expr], str]) -> list[str]:
    match function.body:
        case ir.Returns(expr=expr) | ir.Flow(expr=expr):
            return [f"_result == {code(expr)}"]
        case ir.Table(rows=rows):
            text = "_result"
            for row in reversed(rows):
                text = code(row.value) if row.when is None else f"({code(row.value)} if {code(row.when)} else {text})"
            return [f"_result == {text}"]
        case None:
            return []


def _is_async(key: str, lookup: Callable[[str], ir.Node | None]) -> bool:
    node = lookup(key)
    return isinstance(node, ir.Function) and node.is_async
