"""Compare bodies of one function by what they do: groups that behave alike, and where groups part.

Every body runs on the same drawn inputs beside the bodies that stand in the project. Judges nothing.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from holo.inputs.fakes import fingerprint as written
from holo.pycode.digest import body_digest
from holo.sandbox.outcome import Limits
from holo.sandbox.program import Program
from holo.sandbox.wire import Wire
from holo.verify.contract import fault
from holo.verify.fingerprint import INPUTS, draw_for, fingerprint, groups, same, separate
from holo.verify.judge import needs
from holo.verify.trial import Trial

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from holo.operations.workshop import Workshop
    from holo.sandbox.outcome import Outcome
    from holo.sandbox.session import Session
    from holo.verify.fingerprint import Difference, Fingerprint

MOST_PAIRS = 66
"""Pairs of groups whose smallest separating input is looked for: all of twelve groups."""

SERVERS = 2
"""Sessions that are open at once: two bodies are shrunk side by side."""


@dataclass(frozen=True, slots=True)
class Separation:
    """Two groups by number, and the smallest input found on which they part, with what each made of it."""

    groups: tuple[int, int]
    difference: Difference


@dataclass(frozen=True, slots=True)
class Behaviours:
    """Bodies by number, in groups that behave alike, the largest first; a body that was not run is in none.

    `inputs` are those that every body was run on. Of `pairs` pairs of groups `separations` has the first.
    """

    inputs: tuple[tuple[object, ...], ...]
    prints: Mapping[int, Fingerprint]
    groups: tuple[tuple[int, ...], ...]
    separations: tuple[Separation, ...] = ()
    pairs: int = 0


class Bench:
    """Bodies of one function at work, each in a session of its own; no more than two at once."""

    def __init__(self, shop: Workshop, key: str, beside: Mapping[str, str]) -> None:
        """Draw the inputs; `beside` are bodies on trial together with these."""
        self.shop = shop
        self.function = shop.function(key)
        self._beside = beside
        limits = shop.config.limits
        self._limits = Limits(call_seconds=limits.seconds, memory=limits.memory_mb, inputs=limits.inputs)
        self._seed = limits.seed
        # Words need a world alone: a session forks nothing before its first call.
        nothing = shop.pool.session(Program({}, {}), self._limits, wire=Wire(shop.world, shop.compiled.library.lookup))
        self.speaker = self._on(nothing)
        self.inputs = draw_for(self.function, shop.world, seed=limits.seed, count=max(INPUTS, limits.inputs)).inputs

    def trial(self, source: str, stack: ExitStack) -> Trial:
        """Return a body in a session, which ends with the stack."""
        shop, lookup = self.shop, self.shop.compiled.library.lookup
        key = self.function.id
        bodies = {**shop.bodies(self._beside), key: source}
        program = shop.composer.program(bodies, {key, *needs(self.function, lookup)})
        return self._on(stack.enter_context(shop.pool.session(program, self._limits, wire=Wire(shop.world, lookup))))

    def _on(self, session: Session) -> Trial:
        shop = self.shop
        hashes = {other: body for other, body in shop.hashes().items() if other != self.function.id}
        return Trial(self.function, shop.world, shop.compiled.library.lookup, session, self._limits, self._seed, hashes)

    def fingerprint(self, source: str) -> Fingerprint:
        """Return what a body does on all inputs."""
        with ExitStack() as stack:
            return fingerprint(self.trial(source, stack), self.inputs)

    def outcome(self, source: str, arguments: tuple[object, ...]) -> Outcome:
        """Return what a body makes of one input."""
        with ExitStack() as stack:
            return self.trial(source, stack).outcome(self.function, arguments)

    def separate(
        self,
        left: tuple[str, Fingerprint],
        right: tuple[str, Fingerprint],
        admitted: Callable[[Trial, tuple[object, ...], Outcome], bool] = lambda _trial, _arguments, _outcome: True,
    ) -> Difference | None:
        """Return the smallest input found on which two bodies part."""
        with ExitStack() as stack:
            one, two = self.trial(left[0], stack), self.trial(right[0], stack)
            return separate(one, two, self.inputs, (left[1], right[1]), admitted)

    def breaks(self, one: Fingerprint, others: Sequence[Fingerprint]) -> tuple[str, str] | None:
        """Return the call on which a body breaks its contract, and how, if it does so where another body does otherwise.

        More inputs are drawn here than the judge draws: what it accepted may be wrong.
        """
        for at, outcome in enumerate(one.outcomes):
            if not outcome.ran or all(at >= len(o.outcomes) or same(outcome, o.outcomes[at]) for o in others):
                continue
            self.speaker.recall(self.inputs[at], outcome)
            broken = fault(self.speaker, self.inputs[at], outcome)
            if broken is not None and not broken.hologram:
                return self.shown(self.inputs[at]), broken.message
        return None

    def shown(self, arguments: tuple[object, ...]) -> str:
        """Return a call in the hologram's words, a fake with its faults and replies."""
        return f"{self.function.name}({', '.join(written(one, self.shop.world) for one in arguments)})"

    def came(self, outcome: Outcome) -> str:
        """Say what came of a call, and what ports were told on the way."""
        came = self.speaker.came(outcome)
        told = [
            f"`{self.function.parameters[at].name}.{call.function}("
            + ", ".join(map(self.shop.world.show, call.arguments.values()))
            + ")`"
            for at, log in sorted(outcome.calls.items())
            for call in log
        ]
        return came + (f", told {', '.join(told)}" if told else "")


def compare(bench: Bench, sources: Mapping[int, str]) -> Behaviours:
    """Group bodies, by number, and find the smallest inputs that separate the groups."""
    prints: dict[int, Fingerprint] = {}
    once: dict[str, Fingerprint] = {}
    for number, source in sources.items():
        known = body_digest(source)
        if known not in once:
            once[known] = bench.fingerprint(source)
        prints[number] = once[known]
    numbers = list(prints)
    found = tuple(tuple(numbers[at] for at in group) for group in groups([prints[at] for at in numbers]))
    pairs = list(combinations(range(len(found)), 2))
    separations = []
    for left, right in pairs[:MOST_PAIRS]:
        one, two = found[left][0], found[right][0]
        difference = bench.separate((sources[one], prints[one]), (sources[two], prints[two]))
        if difference is not None:
            separations.append(Separation((left, right), difference))
    return Behaviours(bench.inputs, prints, found, tuple(separations), len(pairs))
