"""The program that the sandbox runs: the modules that some functions need, and where each declaration stands.

The very files that are shipped, before Ruff lays them out and without the docstrings of functions. Packages have no
module of their own here, so that nothing is loaded but what is judged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.emit.draft import Cache, Draft
from holo.emit.layout import Layout
from holo.emit.types_file import prelude_file
from holo.ir import model as ir
from holo.sandbox.program import Program

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from holo.emit.layout import Place


class Composer:
    """Makes programs of one project; what does not change between them is made once."""

    def __init__(self, project: ir.Project) -> None:
        """Lay the project out."""
        self.layout = Layout(project)
        self._cache: Cache = {}
        self._types: dict[str, tuple[str, frozenset[str]]] = {}
        self._by_module: dict[str, list[Place]] = {}
        self._unit_by_types = {unit.types: unit for unit in self.layout.units}

    def program(self, bodies: Mapping[str, str], focus: Iterable[str]) -> Program:
        """Return the program in which the functions of `focus` can be called.

        Functions without a body raise `NotImplementedError`.
        """
        # What a body is held to is nowhere in its process, in no docstring either.
        draft = Draft(self.layout, bodies, self._cache, silent=True)
        modules: dict[str, str] = {}
        done: set[str] = set()
        waiting = [key for key in focus if self.layout.owner(key) is not None]
        while waiting:
            # Types modules come whole, and may need more functions than the focused ones.
            needed = draft.closure(waiting) - done
            done |= needed
            waiting = []
            for key in needed:
                waiting += self._shapes_of(key, modules)
                waiting += self._types_behind(key)
        ring = draft.rings(key for key in done if draft.function(key) is not None)
        for key in done:
            function = draft.function(key)
            if function is not None:
                file = draft.file(function, ring)
                modules[file.module] = file.text
            elif key in self.layout.computed:
                place = self.layout.place(key)
                assert place is not None, key
                modules[place.module] = draft.constant(key)
        if any(key.startswith("prelude.") for key in done):
            modules[self.layout.prelude] = prelude_file(self.layout, frozenset(done))
        shared = frozenset(name for name in modules if name in self._unit_by_types or name == self.layout.prelude)
        return Program(modules, self._entries(modules), frozenset(filter(self._is_async, done)), shared)

    def _shapes_of(self, key: str, modules: dict[str, str]) -> list[str]:
        place = self.layout.place(key)
        unit = self._unit_by_types.get(place.module) if place is not None else None
        if unit is None or unit.types in modules:
            return []
        if unit.types not in self._types:
            self._types[unit.types] = Draft(self.layout, {}).types(unit)
        modules[unit.types], used = self._types[unit.types]
        return list(used)

    def _types_behind(self, key: str) -> list[str]:
        # A function's values may be of types that its own file never names.
        node = self.layout.library.lookup(key)
        if not isinstance(node, ir.Function):
            return []
        found = [each.type for each in node.parameters] + [node.returns]
        return [id_ for expr in found for id_ in expr.names.values()]

    def _entries(self, modules: Mapping[str, str]) -> dict[str, tuple[str, str]]:
        if not self._by_module:
            for key in self.layout.ids():
                place = self.layout.place(key)
                assert place is not None, key
                self._by_module.setdefault(place.module, []).append(place)
        places = (place for module in modules for place in self._by_module.get(module, ()))
        return {place.id: (place.module, place.name) for place in places}

    def _is_async(self, key: str) -> bool:
        node = self.layout.library.lookup(key)
        return isinstance(node, ir.Function) and node.is_async


def program(project: ir.Project, bodies: Mapping[str, str], focus: Iterable[str]) -> Program:
    """Return the program in which the functions of `focus` can be called; see `Composer` for many programs."""
    return Composer(project).program(bodies, focus)
