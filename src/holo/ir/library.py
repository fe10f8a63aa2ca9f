"""Declarations by id, over all holograms of a project.

Holograms are added as values or as JSON that is only read when one of its ids is asked for, so that one
changed file of two hundred loads only those that it names. Reads no file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.ir import model as ir
from holo.ir import prelude

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def declarations(hologram: ir.Hologram) -> Iterator[tuple[str, ir.Node]]:
    """Yield every declaration of a hologram with its id: packages, their contents, port functions, failures, requirements."""
    for package in hologram.packages:
        yield package.id, package
        for group in (
            package.aliases,
            package.consts,
            package.enums,
            package.records,
            package.errors,
            package.ports,
            package.functions,
            package.laws,
            package.classes,
            package.opaques,
        ):
            for node in group:
                yield node.id, node
        for port in package.ports:
            for function in port.functions:
                yield function.id, function
    for failure in hologram.failures:
        yield failure.id, failure
    for requirement in hologram.requirements:
        yield requirement.id, requirement
    for decision in hologram.decisions:
        yield decision.id, decision


class Library:
    """Finds the declaration behind an id; `None` for an id that nothing declares."""

    def __init__(self) -> None:
        """Start with the prelude alone."""
        self._holograms: dict[str, ir.Hologram] = {}
        self._unread: dict[str, Callable[[], str]] = {}
        self._nodes: dict[str, ir.Node] = {}
        for port in prelude.PORTS.values():
            self._nodes[port.id] = port
            self._nodes.update((function.id, function) for function in port.functions)
        self._nodes[prelude.ANY] = prelude.OPAQUE

    def add(self, hologram: ir.Hologram) -> None:
        """Make a hologram's declarations findable; a later one of the same name replaces the earlier."""
        self._unread.pop(hologram.name, None)
        self._holograms[hologram.name] = hologram
        self._nodes.update(declarations(hologram))

    def add_unread(self, name: str, load: Callable[[], str]) -> None:
        """Make a hologram findable whose canonical JSON `load` returns when it is first needed."""
        self._unread[name] = load

    def forget(self, name: str) -> None:
        """Drop a hologram's declarations from memory."""
        hologram = self._holograms.pop(name, None)
        if hologram is not None:
            for key, _ in declarations(hologram):
                self._nodes.pop(key, None)

    def hologram(self, name: str) -> ir.Hologram | None:
        """Return a hologram by name, reading it if need be."""
        load = self._unread.pop(name, None)
        if load is not None:
            self.add(ir.Hologram.model_validate_json(load()))
        return self._holograms.get(name)

    def lookup(self, key: str) -> ir.Node | None:
        """Return the declaration behind an id."""
        node = self._nodes.get(key)
        if node is None and self._unread:
            name = key.partition(".")[0]
            if name in self._unread:
                self.hologram(name)
                node = self._nodes.get(key)
        return node
