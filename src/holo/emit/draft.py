"""The files of a project's functions, each made once, and how they hang together.

What a function's file imports is known when its text is made; functions in a ring are made again, with the
imports of each other inside them. Shared by the package that is shipped and the program that is judged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.emit.function_file import FunctionFile, function_file
from holo.emit.needs import reached, rings, shape_expressions
from holo.emit.types_file import constant_file, types_file
from holo.ir import model as ir
from holo.pycode.scope import shapes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from holo.emit.layout import Layout, Unit

Cache = dict[tuple[str, str | None], FunctionFile]


class Draft:
    """One project with one set of bodies; `cache` may be shared between drafts of one layout, silent or not."""

    def __init__(
        self, layout: Layout, bodies: Mapping[str, str], cache: Cache | None = None, *, silent: bool = False
    ) -> None:
        """Draft nothing yet; files are made when they are asked for. Files of a `silent` draft say no contract."""
        self.layout = layout
        self._silent = silent
        self.bodies = bodies
        self._cache: Cache = {} if cache is None else cache
        self._rings: dict[str, int] | None = None

    def functions(self) -> Iterator[ir.Function]:
        """Yield all functions of the project."""
        for unit in self.layout.units:
            yield from unit.package.functions

    def function(self, key: str) -> ir.Function | None:
        """Return a function by id."""
        node = self.layout.library.lookup(key)
        return node if isinstance(node, ir.Function) else None

    def body(self, function: ir.Function) -> str | None:
        """Return the body that stands, if it is not simply what the hologram says."""
        text = self.bodies.get(function.id)
        if text is not None and function.body is not None and function.is_async and "await" not in text:
            return None  # the hologram's own words know no `await`; the file must
        return text

    def is_open(self, function: ir.Function) -> bool:
        """Say whether nobody has written the function."""
        return function.body is None and function.id not in self.bodies

    def uses(self, key: str) -> frozenset[str]:
        """Return the ids that a declaration needs when it runs."""
        node = self.layout.library.lookup(key)
        if isinstance(node, ir.Function):
            return self._file(node).uses
        if key in self.layout.computed and isinstance(node, ir.Const):
            return frozenset(node.value.names.values())
        if isinstance(node, ir.Record | ir.Alias | ir.Const):
            found = (id_ for expr in shape_expressions(node) for id_ in reached(expr, self.layout.library.lookup))
            return frozenset(id_ for id_ in found if self._is_code(id_))
        return frozenset()

    def closure(self, keys: Iterable[str]) -> set[str]:
        """Return all that declarations need, themselves included."""
        seen: set[str] = set()
        waiting = list(keys)
        while waiting:
            key = waiting.pop()
            found = self.layout.owner(key)
            if found is not None and found[0].id not in seen:
                seen.add(found[0].id)
                waiting.extend(self.uses(found[0].id))
        return seen

    def stands(self, keys: Iterable[str]) -> bool:
        """Say whether nothing that is needed is open."""
        found = (self.function(key) for key in self.closure(keys))
        return not any(function is not None and self.is_open(function) for function in found)

    def file(self, function: ir.Function, ring: Mapping[str, int]) -> FunctionFile:
        """Return a function's file; `ring` numbers the rings of functions that import each other."""
        made = self._file(function)
        own = ring.get(function.id)
        if own is None:
            return made
        late = {place.module for key in made.uses if ring.get(key) == own and (place := self.layout.place(key))}
        return function_file(
            function, self.layout, self.body(function), lambda module: module in late, silent=self._silent
        )

    def rings(self, keys: Iterable[str] | None = None) -> dict[str, int]:
        """Return the rings among functions, or among those that some need."""
        starts = sorted(function.id for function in self.functions()) if keys is None else sorted(keys)
        return rings(starts, lambda key: sorted(each for each in self.uses(key) if self._is_code(each)))

    def types(self, unit: Unit) -> tuple[str, frozenset[str]]:
        """Return the text of a package's types and what it imports."""
        return types_file(unit, self.layout)

    def constant(self, key: str) -> str:
        """Return the module of a constant that needs a function."""
        node = self.layout.library.lookup(key)
        assert isinstance(node, ir.Const), key
        return constant_file(node, self.layout)[0]

    def shapes(self) -> Iterator[tuple[Unit, tuple[str, ...]]]:
        """Yield each package with the ids of what it declares beside functions."""
        for unit in self.layout.units:
            yield unit, tuple(shape.id for shape in shapes(unit.package))

    def _is_code(self, key: str) -> bool:
        return key in self.layout.computed or isinstance(self.layout.library.lookup(key), ir.Function)

    def _file(self, function: ir.Function) -> FunctionFile:
        body = self.body(function)
        key = (function.id, body)
        made = self._cache.get(key)
        if made is None:
            made = self._cache[key] = function_file(function, self.layout, body, silent=self._silent)
        return made
