"""The head of a function as Python text, and the typed body of one that nobody has written yet.

Words are those of the hologram: `emit` rewrites them for the file in which they stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holo.ir import model as ir

INDENT = "    "


def signature(function: ir.Function | ir.PortFunction) -> str:
    """Return `def name(parameters) -> type:` in one line, in the words of the hologram."""
    parameters = ", ".join(parameter(each) for each in function.parameters)
    word = "async def" if function.is_async else "def"
    return f"{word} {function.name}({parameters}) -> {function.returns.source}:"


def parameter(each: ir.Parameter) -> str:
    """Return one parameter as it stands between the brackets."""
    head = f"{each.name}: {each.type.source}"
    return head if each.default is None else f"{head} = {each.default.source}"


def open_body(function: ir.Function) -> str:
    """Return a typed body that says, when it is called, that nobody has written it."""
    return f"{signature(function)}\n{INDENT}{open_statement(function.id)}\n"


def open_statement(key: str) -> str:
    """Return the one statement of an open body."""
    return f'raise NotImplementedError("`{key}` is open")'
