"""Write down what was decided of one call: an example, a failure scenario, a condition.

Values become the hologram's words. What the language cannot say, `CannotSay` says plainly: a fake of a port is no
value, and two floats are not compared for equality. Whether a statement is true is not asked here.
"""

from __future__ import annotations

import ast
import math
from typing import TYPE_CHECKING

from holo.expr.values import DeclaredError, EnumMember, Fake, Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from holo.expr.world import World
    from holo.ir import model as ir


class CannotSay(Exception):
    """A statement that the language has no words for: `reason` says why."""

    def __init__(self, reason: str) -> None:
        """Keep the reason."""
        super().__init__(reason)
        self.reason = reason


class Words:
    """Values and calls as one place of a file writes them.

    `package` is the id of the package in which it stands; the hologram's own id at top level, where names of packages
    are written in full.
    """

    def __init__(self, world: World, hologram: ir.Hologram, package: str) -> None:
        """Keep the place."""
        self._world = world
        self._hologram = hologram
        self._package = package

    def call(self, function: ir.Function, arguments: Sequence[object], name: str = "") -> str:
        """Return a call. Raises `CannotSay` for what is no value."""
        return f"{name or function.name}({', '.join(map(self.value, arguments))})"

    def value(self, value: object) -> str:
        """Return a value as an expression. Raises `CannotSay` for what is none, or one too large to write."""
        ids: dict[str, str] = {}
        for part in _parts(value):
            if isinstance(part, Fake):
                raise CannotSay("A port is no value that an example can give")
            if isinstance(part, Record | EnumMember | DeclaredError):
                name = type(part).__name__
                if ids.setdefault(name, part._id) != part._id:  # noqa: SLF001  the one name that hides no field
                    raise CannotSay(f"Two shapes in it are called `{name}`: write the example by hand")
        text = self._world.show(value)
        if text == "…":
            raise CannotSay("A value is too large to be written down")
        renamed = {name: word for name, key in ids.items() if (word := self.word(key)) != name}
        return _renamed(text, renamed) if renamed else text

    def word(self, key: str) -> str:
        """Return the word for an id at this place. Raises `CannotSay` for what its `use` does not take over."""
        name = key.rpartition(".")[2]
        root, _, rest = key.partition(".")
        if not rest or root == "prelude" or key.rpartition(".")[0] in {self._hologram.name, self._package}:
            return name
        if root == self._hologram.name:
            return rest
        for use in self._hologram.uses:
            if use.hologram == root and use.alias:
                return f"{use.alias}.{rest}"
            if use.hologram == root and name in use.only:
                return name
        raise CannotSay(
            f"`{name}` of `{root}` has no name in `{self._hologram.name}`: add it to the names that `use` takes"
        )


def example(call: str, value: object, words: Words) -> str:
    """Return the example by which a call gives a value. Raises `CannotSay`."""
    return f"example {equals(call, value, words)}"


def equals(call: str, value: object, words: Words) -> str:
    """Return the condition that an expression has a value. Raises `CannotSay`."""
    if value is None:
        return f"{call} is None"
    if value is True:
        return call
    if value is False:
        return f"not {call}"
    if isinstance(value, float):
        return near(call, value)
    _no_floats(value)
    return f"{call} == {words.value(value)}"


def near(call: str, value: float) -> str:
    """Return the condition that an expression comes near to a float. Raises `CannotSay` for what is no number."""
    if not math.isfinite(value):
        raise CannotSay("An infinite float, or one that is no number, cannot stand in an example")
    margin = "1e-9" if abs(value) <= 1 else f"1e-9 * {abs(value)!r}"
    off = "" if value == 0 else f" - {value!r}" if value > 0 else f" + {-value!r}"
    return f"abs({call}{off}) <= {margin}"


def either(call: str, values: Sequence[object], words: Words) -> str:
    """Return the example by which a call gives any of some values. Raises `CannotSay`."""
    for value in values:
        _no_floats(value)
    return f"example {call} in ({', '.join(map(words.value, values))})"


def scenario(name: str, title: str, given: Sequence[str], call: str, then: Sequence[str]) -> str:
    """Return a failure scenario."""
    rows = [*(f"given {one}" for one in given), f"when {call}", *(f"then {one}" for one in then)]
    body = "".join(f"  {row}\n" for row in rows)
    escaped = title.replace("\\", "\\\\").replace('"', '\\"')
    return f'failure {name} "{escaped}" {{\n{body}}}'


def given_port(name: str, fake: Fake, words: Words) -> list[str]:
    """Return the givens that make a fake: its port, its faults, its replies. Raises `CannotSay`."""
    rows = [f"{name}: {words.word(fake.port)}"]
    for function in fake.functions.values():
        target = f"{name}.{function.name}"
        if function.faults:
            raise CannotSay("A fault of one call alone cannot be written as `given` from here")
        if function.fault is not None:
            rows.append(f"{target} raises {error(function.fault, words)}")
        elif function.reply is not None:
            rows.append(f"{target} returns {words.value(_reply(function.reply))}")
    return rows


def error(raised: BaseException, words: Words) -> str:
    """Return an error as a scenario names it: with its payload where it is declared with one. Raises `CannotSay`."""
    if isinstance(raised, DeclaredError):
        word = words.word(raised._id)  # noqa: SLF001  the one name that hides no field
        return f"{word}({', '.join(map(words.value, raised.args))})" if raised.args else word
    return type(raised).__name__


def _reply(reply: Callable[..., object]) -> object:
    values = getattr(reply, "values", None)
    if isinstance(values, tuple):
        if len(values) == 1:
            return values[0]
    elif type(reply).__name__ == "Reply":
        value: object = getattr(reply, "value", None)
        return value
    raise CannotSay("A reply that changes from call to call cannot be written as `given`")


def _no_floats(value: object) -> None:
    if any(isinstance(part, float) for part in _parts(value)):
        raise CannotSay("Floats inside a value are not compared for equality: write an example of its parts")


def _parts(value: object) -> Iterator[object]:
    waiting = [value]
    while waiting:
        part = waiting.pop()
        yield part
        if isinstance(part, list | tuple | set | frozenset):
            waiting += part
        elif isinstance(part, dict):
            waiting += [*part, *part.values()]
        elif isinstance(part, Record):
            waiting += [getattr(part, name) for name in type(part)._fields]
        elif isinstance(part, DeclaredError):
            waiting += part.args


def _renamed(text: str, words: Mapping[str, str]) -> str:
    """Put other words in the place of some names of an expression; what stands in strings stays."""
    data = text.encode()
    nodes = [node for node in ast.walk(ast.parse(text, mode="eval")) if isinstance(node, ast.Name)]
    for node in sorted(nodes, key=lambda node: node.col_offset, reverse=True):
        if node.id in words:
            data = data[: node.col_offset] + words[node.id].encode() + data[node.end_col_offset :]
    return data.decode()
