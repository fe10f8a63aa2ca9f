"""Worlds and functions for the tests of inputs and simulation, made from the text of a hologram."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from holo.analysis.analyze import analyze
from holo.expr.world import World
from holo.ir import model as ir
from holo.ir.library import Library
from holo.lowering.lower import lower
from holo.source import SourceFile
from holo.syntax.parse import parse

if TYPE_CHECKING:
    from holo.expr.types import Type

HEAD = 'hologram demo "0.1.0" language 1\n\n'


@dataclass(frozen=True)
class Made:
    """A hologram and its world."""

    hologram: ir.Hologram
    world: World

    def function(self, name: str) -> ir.Function:
        """Return a function at top level."""
        return next(one for one in self.hologram.packages[0].functions if one.name == name)

    def law(self, name: str) -> ir.Law:
        """Return a law at top level."""
        return next(one for one in self.hologram.packages[0].laws if one.name == name)

    def type(self, source: str) -> Type:
        """Return a type whose names are declared at top level."""
        names = {word: f"demo.{word}" for word in source.replace("[", " ").replace("]", " ").replace(",", " ").split()}
        known = {word: id_ for word, id_ in names.items() if self.world.node(id_) is not None}
        return self.world.type(ir.Expr(source=source, names=known))


def made(text: str) -> Made:
    """Take the declarations of a hologram without its header through the front end."""
    parsed = parse(SourceFile("demo.holo", HEAD + text))
    analyzed = analyze(parsed, {})
    lowered = lower(analyzed)
    wrong = [*parsed.diagnostics, *analyzed.diagnostics, *lowered.diagnostics]
    assert [] == [one.message for one in wrong if one.severity.value == "error"]
    library = Library()
    library.add(lowered.hologram)
    return Made(lowered.hologram, World(library.lookup))
