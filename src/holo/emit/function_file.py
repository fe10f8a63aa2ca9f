"""One function, one file.

The file says where it comes from, imports what its function needs, and holds the function with a docstring
made of doc and contract. The body is what an agent wrote, what the hologram says itself, or open.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING

from holo.emit.names import FileNames, late_statements
from holo.emit.prose import INDENT, block, contract, docstring
from holo.ir import model as ir
from holo.pycode.imports import Names, expression_names, module_names, rewrite
from holo.pycode.scope import derived, expressions, scope_of
from holo.pycode.signature import open_statement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from holo.emit.layout import Layout


@dataclass(frozen=True, slots=True)
class FunctionFile:
    """The text of a function's module before Ruff formats it, and the ids of what it imports."""

    module: str
    text: str
    uses: frozenset[str]


def function_file(
    function: ir.Function,
    layout: Layout,
    body: str | None,
    late: Callable[[str], bool] = lambda module: False,  # noqa: ARG005  (the default is: nothing is late)
    *,
    silent: bool = False,
) -> FunctionFile:
    """Return a function's file.

    `body` is the function as agents hand it in (see `pycode.form`); None for one that the hologram says itself or
    that is open. `late` names the modules that this one cannot import at its top.
    A `silent` file has no docstring: doc and contract are not for whoever runs it.
    """
    place = layout.place(function.id)
    assert place is not None, function.id
    hologram = layout.unit_of[function.id].hologram
    parsed = module_names(body) if body is not None else Names((), frozenset())
    names = FileNames(
        layout,
        place.module,
        modules=hologram.python,
        taken=[function.name, *function.type_parameters, *(each.name for each in function.parameters)],
        bound=parsed.bound.union(*(expression_names(each.source).bound for each in expressions(function))),
        late=late,
    )
    head = signature_in(function, names)
    later: dict[str, set[str]] = {}
    if body is not None:
        indent, lines = _written(function, body, parsed, names, layout, later)
    else:
        indent, lines = INDENT, list(_derived(function, names, layout, later))
    generics = [f'{each} = {names.standard("typing", "TypeVar")}("{each}")' for each in function.type_parameters]
    origin = f"Made by Holo from `{function.id}`; change the hologram; or this file, and `holo build` judges it."
    said = docstring(function.doc or f"Carry out `{function.id}`.", contract(function), indent) if not silent else ()
    text = block(
        [
            *docstring(origin),
            "",
            names.imports(),
            *generics,
            "",
            head,
            *said,
            *(f"{indent}{line}" for line in late_statements(later)),
            *lines,
        ]
    )
    return FunctionFile(place.module, text, frozenset(names.used))


def signature_in(function: ir.Function | ir.PortFunction, names: FileNames, first: str = "") -> str:
    """Return the head of a function in the words of a file; `first` stands before the parameters."""
    parameters = [first] if first else []
    for each in function.parameters:
        head = f"{each.name}: {names.code(each.type, typed=True)}"
        parameters.append(head if each.default is None else f"{head} = {names.code(each.default)}")
    word = "async def" if function.is_async else "def"
    return f"{word} {function.name}({', '.join(parameters)}) -> {names.code(function.returns, typed=True)}:"


def is_derived(function: ir.Function) -> bool:
    """Say whether the hologram itself says the body."""
    return function.body is not None


def _written(
    function: ir.Function, body: str, parsed: Names, names: FileNames, layout: Layout, later: dict[str, set[str]]
) -> tuple[str, list[str]]:
    node = next(each for each in ast.parse(body).body if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef))
    data = body.encode("utf-8", "surrogatepass")
    starts = [0]
    for line in data.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    assert node.returns is not None, body
    colon = data.index(b":", starts[(node.returns.end_lineno or 1) - 1] + (node.returns.end_col_offset or 0))
    inside = Names(tuple(use for use in parsed.free if use.start > colon), parsed.bound)
    scope = scope_of(function, layout.library.lookup)
    made = rewrite(body, inside, names.replacing(scope.names, later=later)).encode("utf-8", "surrogatepass")
    first, _, rest = made[colon + 1 :].decode("utf-8", "surrogatepass").partition("\n")
    statement = node.body[0]
    on_one_line = statement.lineno == node.returns.end_lineno
    if on_one_line:
        return INDENT, [f"{INDENT}{first.strip()}", *rest.splitlines()]
    before = starts[statement.lineno - 1]
    indent = data[before : before + statement.col_offset].decode()
    note = [f"{indent}{first.strip()}"] if first.strip() else []
    return indent, [*note, *rest.rstrip().split("\n")]


def _derived(function: ir.Function, names: FileNames, layout: Layout, later: dict[str, set[str]]) -> Iterator[str]:
    if function.body is None:
        yield f"{INDENT}{open_statement(function.id)}"
        return

    def code(expr: ir.Expr) -> str:
        made = names.code(expr, later=later, awaited=function.is_async)
        return f"({made})" if "\n" in made else made

    for clause in function.raises:
        if clause.when is not None:
            yield f"{INDENT}if {code(clause.when)}:"
            yield f"{INDENT * 2}raise {raised(clause, function, names, layout, later)}"
    match function.body:
        case ir.Returns() | ir.Flow():
            yield f"{INDENT}return {code(function.body.expr)}"
        case ir.Table(rows=rows):
            for row in rows:
                if row.when is None:
                    yield f"{INDENT}return {code(row.value)}"
                    return
                yield f"{INDENT}if {code(row.when)}:"
                yield f"{INDENT * 2}return {code(row.value)}"
            yield f'{INDENT}raise AssertionError("`{function.id}`: no row of the table holds")'


def raised(
    clause: ir.Raises, function: ir.Function, names: FileNames, layout: Layout, later: dict[str, set[str]]
) -> str:
    """Return the error that a `raises` raises, made of its payload, or of parameters of the same names."""
    if clause.payload is not None:
        return names.code(clause.payload, later=later)
    node = layout.library.lookup(clause.error)
    if not isinstance(node, ir.Error):
        return f'{clause.error}("{function.name}")'
    word = names.local(clause.error, node.name, later=later)
    own = {each.name for each in function.parameters}
    given = [f"{each.name}={each.name}" for each in node.fields if each.name in own]
    # What the hologram leaves open may be anything: None says that nobody said it.
    missing = [each.name for each in node.fields if each.name not in own and each.default is None]
    given += [f"{name}=None" for name in missing]
    return f"{word}({', '.join(given)})" + ("  # type: ignore[arg-type]" if missing else "")


def needs_function(function: ir.Function) -> tuple[str, ...]:
    """Return the ids that a derived body names."""
    return tuple(dict.fromkeys(key for expr in derived(function) for key in expr.names.values()))
