"""The agent that asks nobody: writes the function where the hologram says the whole body.

`returns`, `table` and `flow` become text in the hologram's own words, to be judged like any other candidate.
How a derived body stands in the package (imports, `await`) is `emit`'s to write.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.ir import model as ir
from holo.pycode.signature import signature

if TYPE_CHECKING:
    from collections.abc import Iterator

    from holo.tickets.meaning import Lookup

NAME = "derive"


def derive(function: ir.Function, lookup: Lookup) -> str | None:
    """Return the text of a function whose body the hologram says, or None where it does not.

    `raises ... when` stand first, in their order. A payload that the hologram leaves open is filled from
    parameters of the same names, else with None.
    """
    if function.body is None:
        return None
    lines = [signature(function)]
    for clause in function.raises:
        if clause.when is not None:
            lines += [f"    if {clause.when.source}:", f"        raise {_raised(clause, function, lookup)}"]
    lines += _body(function, function.body)
    return "\n".join(lines) + "\n"


def _body(function: ir.Function, body: ir.Body) -> Iterator[str]:
    match body:
        case ir.Returns() | ir.Flow():
            yield f"    return {body.expr.source}"
        case ir.Table():
            for row in body.rows:
                if row.when is None:
                    yield f"    return {row.value.source}"
                    return
                yield f"    if {row.when.source}:"
                yield f"        return {row.value.source}"
            # The compiler has shown that the rows cover every case.
            yield f'    raise AssertionError("`{function.id}`: no row of the table holds")'


def _raised(clause: ir.Raises, function: ir.Function, lookup: Lookup) -> str:
    if clause.payload is not None:
        return clause.payload.source
    node = lookup(clause.error)
    if not isinstance(node, ir.Error):
        return f'{clause.error}("{function.name}")'
    own = {parameter.name for parameter in function.parameters}
    given = [
        f"{field.name}={field.name if field.name in own else None}"
        for field in node.fields
        if field.name in own or field.default is None
    ]
    return f"{node.name}({', '.join(given)})"
