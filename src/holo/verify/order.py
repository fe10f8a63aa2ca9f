"""What a function may call, and what it reaches by that.

Works on IR `uses` and on the names in bodies and expressions; the waves in which functions are filled are
`tickets.waves`. Decides nothing about any body.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.ir import model as ir

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Lookup = Callable[[str], ir.Node | None]


def calls(function: ir.Function) -> Iterator[str]:
    """Yield the ids that a function's body may call: its `uses`, and what a body said in the hologram names.

    Port functions, records and constants are among them; whoever asks looks them up.
    """
    yield from function.uses
    match function.body:
        case ir.Returns(expr=expr) | ir.Flow(expr=expr):
            yield from expr.names.values()
        case ir.Table(rows=rows):
            for row in rows:
                if row.when is not None:
                    yield from row.when.names.values()
                yield from row.value.names.values()


def reach(start: Iterable[str], lookup: Lookup) -> dict[str, ir.Function]:
    """Return the functions that some ids and all that they call name, the ids themselves included, by id in order."""
    found: dict[str, ir.Function] = {}
    waiting = list(start)
    while waiting:
        key = waiting.pop()
        if key in found:
            continue
        node = lookup(key)
        if isinstance(node, ir.Function):
            found[key] = node
            waiting.extend(calls(node))
    return dict(sorted(found.items()))


def named(expressions: Iterable[ir.Expr], lookup: Lookup) -> dict[str, ir.Function]:
    """Return the functions that some expressions reach."""
    return reach((key for expr in expressions for key in expr.names.values()), lookup)
