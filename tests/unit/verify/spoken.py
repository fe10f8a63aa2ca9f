"""Judge a body against a hologram that stands in the test as text: the whole way from text to verdict."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from textwrap import dedent
from typing import TYPE_CHECKING

from holo.analysis.analyze import analyze
from holo.diagnostics import Severity
from holo.emit.program import Composer
from holo.expr.world import World
from holo.ir import model as ir
from holo.ir.library import Library
from holo.lowering.lower import lower
from holo.pycode.rules import rules_for
from holo.sandbox.outcome import Limits
from holo.simulate.simulate import simulate
from holo.source import SourceFile
from holo.syntax.parse import parse
from holo.verify.judge import judge, needs
from holo.verify.order import named
from holo.verify.prepare import Prepared

if TYPE_CHECKING:
    from collections.abc import Mapping

    from holo.sandbox.pool import Pool
    from holo.sandbox.program import Program
    from holo.verify.given import Draws
    from holo.verify.verdict import Verdict

LIMITS = Limits(call_seconds=1.0, inputs=100)


@dataclass(frozen=True, slots=True)
class Case:
    """A hologram of one function, a right body for it, and wrong ones by what is wrong with them."""

    name: str
    text: str
    right: str
    wrong: dict[str, str]

    @property
    def function(self) -> str:
        """The name of the function that the bodies are for."""
        return self.right.partition("def ")[2].partition("(")[0]


class Spoken:
    """One hologram, compiled; its errors are the test's own mistake."""

    def __init__(self, text: str) -> None:
        """Compile a text that uses no other file."""
        source = SourceFile("test.holo", f'hologram test "0.1.0" language 1\n\n{dedent(text)}')
        parsed = parse(source)
        analyzed = analyze(parsed, {})
        lowered = lower(analyzed)
        self.hologram = lowered.hologram
        self.library = Library()
        self.library.add(self.hologram)
        self.world = World(self.library.lookup)
        simulated = simulate(self.hologram, self.world, whole=lowered.whole)
        found = (*parsed.diagnostics, *analyzed.diagnostics, *lowered.diagnostics, *simulated.diagnostics)
        errors = [f"{one.code.number} {one.message}" for one in found if one.severity is Severity.ERROR]
        assert not errors, errors
        self.weak = simulated.weak
        self.composer = Composer(ir.Project(root="test", holograms=(self.hologram,)))
        self.laws = tuple(law for package in self.hologram.packages for law in package.laws)
        self.draws: Draws = {}

    def function(self, name: str) -> ir.Function:
        """Return a function of the top level."""
        node = self.library.lookup(f"test.{name}")
        assert isinstance(node, ir.Function)
        return node

    def program(self, name: str, bodies: Mapping[str, str]) -> Program:
        """Return the program around some bodies."""
        function = self.function(name)
        expressions = [each.expr for each in function.examples]
        expressions += [clause.expr for law in self.laws for clause in (*law.requires, *law.ensures)]
        for scenario in self.hologram.failures:
            expressions += [scenario.when, *(one.expr for one in scenario.then if isinstance(one, ir.ThenHolds))]
        lookup = self.library.lookup
        focus = {function.id, *needs(function, lookup), *named(expressions, lookup)}
        return self.composer.program({f"test.{key}": text for key, text in bodies.items()}, focus)


spoken = lru_cache(maxsize=64)(Spoken)


def heard(
    text: str,
    name: str,
    body: str,
    pool: Pool,
    *,
    beside: Mapping[str, str] | None = None,
    raw: bool = False,
    limits: Limits = LIMITS,
    seed: int = 0,
) -> Verdict:
    """Return the verdict on a body for a function of a hologram.

    `beside` are the bodies that stand; `raw` lets a body past form and lint, to see what the rest makes of it.
    """
    one = spoken(text)
    stand = {key: dedent(source) for key, source in (beside or {}).items()}
    function = one.function(name)
    candidate = dedent(body)
    return judge(
        function,
        candidate,
        rules=rules_for(function, one.library.lookup, one.hologram.python),
        world=one.world,
        lookup=one.library.lookup,
        compose=lambda source: one.program(name, {**stand, name: source}),
        pool=pool,
        limits=limits,
        seed=seed,
        bodies={f"test.{key}": f"hash of {key}" for key in stand},
        scenarios=one.hologram.failures,
        laws_beside=one.laws,
        weak=one.weak.get(function.id, ()),
        prepared=Prepared(candidate, ()) if raw else None,
        draws=one.draws if limits is LIMITS and seed == 0 else None,
    )
