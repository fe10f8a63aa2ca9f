"""Run what the IR says before any body exists: constants, examples, bodies, tables, laws, scenarios.

Works on one file; foreign declarations come from the world. Without Hypothesis, and the same every time.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from holo.simulate.bodies import bodies
from holo.simulate.constants import constants
from holo.simulate.contract import contract
from holo.simulate.examples import examples
from holo.simulate.failures import failures
from holo.simulate.laws import laws
from holo.simulate.promises import promises
from holo.simulate.report import Report
from holo.simulate.shapes import shapes
from holo.simulate.tables import tables
from holo.simulate.trial import Trial
from holo.simulate.weak import weak
from holo.simulate.whole import spoken

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from holo.diagnostics.model import Diagnostic
    from holo.expr.world import World
    from holo.ir import model as ir


@dataclass(frozen=True, slots=True)
class Simulated:
    """Findings, how many statements could be run, how many could not, and which contracts are weak.

    `not_checked_examples` lists the id of a function once for each of its examples that must wait for a
    body; `weak` lists, by function id, the trivial bodies that pass a whole contract. `not_checkable` counts clauses of
    described code over values that nobody can make.
    """

    diagnostics: tuple[Diagnostic, ...] = ()
    checked: int = 0
    not_checked: int = 0
    not_checked_examples: tuple[str, ...] = ()
    weak: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    not_checkable: int = 0


DERIVED: tuple[Callable[[ir.Function, Trial, Report], None], ...] = (contract, tables, bodies)
"""What is asked of a function whose body the hologram says, after its examples."""

OPEN: tuple[Callable[[ir.Function, Trial, Report], None], ...] = (contract, promises, weak)
"""What is asked of a function without body, after its examples."""


def simulate(hologram: ir.Hologram, world: World, *, whole: bool = False) -> Simulated:
    """Run everything that one file says and that can be run; what cannot be is counted.

    `whole` says that every name in the IR leads somewhere; else each is followed.
    """
    report = Report(world, whole=whole)
    for package in hologram.packages:
        if hologram.code:
            from holo.simulate.described import described  # a millisecond that only code that exists needs

            described(package, report)
            continue
        constants(package, report)
        shapes(package, report)
        for function in package.functions:
            if not report.whole.id(function.id):
                report.not_checked += 1
                continue
            stated = examples(function, report)
            trial = Trial(function, world, stated)
            for check in OPEN if function.body is None else DERIVED:
                check(function, trial, report)
        for law in package.laws:
            if not report.whole.id(law.id):
                report.not_checked += 1
                continue
            trial = Trial(law, world)
            contract(law, trial, report)
            laws(law, trial, report)
    for failure in hologram.failures:
        if hologram.code:
            report.not_checked += 1  # what it calls exists, and is run where it is judged
        elif report.whole.id(failure.function) and report.whole.names(spoken(failure)):
            failures(failure, report)
        else:
            report.not_checked += 1
    return Simulated(
        tuple(sorted(report.diagnostics, key=lambda d: d.span)),
        report.checked,
        report.not_checked,
        tuple(report.not_checked_examples),
        report.weak,
        report.not_checkable,
    )
