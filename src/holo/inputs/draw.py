"""Draw inputs of a function or law: what a body is tried on.

First what must not be missing: the arguments of examples and their near misses, small and boundary values,
the constants of the contract. Of the rest a few come from Hypothesis, which costs ten times as much, more from a
seeded generator, and the others are like inputs that were kept: like those of examples, and like those for which
the contract says something rare. The same seed gives the same inputs on every machine.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from holo.expr.stopped import Stopped
from holo.inputs.alike import alike, renamed
from holo.inputs.choice import Seeded
from holo.inputs.fakes import fingerprint
from holo.inputs.harvest import harvest
from holo.inputs.make import Maker
from holo.inputs.near import near_misses, shown_inputs
from holo.inputs.range import Reject
from holo.inputs.small import allowed, smalls_of
from holo.ir import model as ir

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from holo.expr.world import World
    from holo.inputs.make import Shapes

_HYPOTHESIS: Final = 20
"""Of so many inputs that are not planned, one is left to Hypothesis."""
_ALIKE: Final = 2
"""Of so many inputs that are not planned, one is made from another one."""
_RARE: Final = 12
"""Inputs wanted of everything that the contract tells apart."""
_IDLE: Final = 120
"""Tries in a row that bring nothing new, after which there is nothing more to find."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Inputs that fulfil `requires`, none twice; of `tried` different ones `kept` were kept.

    Few kept of many tried means that the contract is hard to meet, and a verdict on it worth little.
    """

    inputs: tuple[tuple[object, ...], ...]
    tried: int
    kept: int


def draw(
    function: ir.Function | ir.Law,
    world: World,
    *,
    count: int = 100,
    seed: int = 0,
    extra: Iterable[tuple[object, ...]] = (),
) -> Drawn:
    """Draw up to `count` inputs, `extra` first among them; fewer where there are no more."""
    pot = _Pot(function, world, count)
    constants = harvest(function, world)
    known = [*extra, *(shown_inputs(function, world) if isinstance(function, ir.Function) else ())]
    for args in known:
        pot.offer(args)
    planned = [near_misses(args) for args in pot.inputs]
    for misses in planned:
        for args in islice(misses, max(4, count // 4 // len(planned))):
            pot.offer(args)
    shown = len(pot.inputs)
    smalls = smalls_of(world)
    for args in islice(smalls.candidates(function, {}), max(6, count // 10)):
        pot.offer(args)
    for args in islice(smalls.candidates(function, constants), max(6, count // 10)):
        pot.offer(args)
    if function.parameters:
        maker = Maker(smalls.shapes, Seeded(seed), constants, lively=True)
        left = count - len(pot.inputs)
        _fill(pot, maker, count - left // _HYPOTHESIS - left // _ALIKE)
        _like_others(pot, maker, shown, count - left // _HYPOTHESIS)
        # Where most of what is made does not fulfil `requires`, Hypothesis would try very often for very little.
        if len(pot.inputs) < count and pot.idle < _IDLE and pot.tried < 2 * len(pot.inputs):
            _choose(pot, smalls.shapes, constants, seed)
        _fill(pot, maker, count)
    return Drawn(tuple(pot.inputs[:count]), pot.tried, min(len(pot.inputs), count))


class _Pot:
    """The inputs so far."""

    def __init__(self, function: ir.Function | ir.Law, world: World, count: int) -> None:
        self.function = function
        self.world = world
        self.count = count
        self.names = [parameter.name for parameter in function.parameters]
        self.types = smalls_of(world).types(function)
        self.inputs: list[tuple[object, ...]] = []
        self.tried = 0
        self.idle = 0
        self._seen: dict[tuple[str, ...], bool] = {}

    def offer(self, args: tuple[object, ...], *, mending: bool = False) -> bool:
        """Keep an input that is new and valid; say whether it is valid, the same each time it is offered."""
        key = tuple(fingerprint(arg, self.world) for arg in args)
        valid = self._seen.get(key)
        if valid is not None:
            self.idle += 1
            return valid
        self.tried += 1
        valid = self._seen[key] = self._valid(args)
        if valid:
            self.idle = 0
            self.inputs.append(args)
        else:
            self.idle += 1
            if self.function.requires and not mending:
                valid = any(self.offer(mended, mending=True) for mended in _mended(args))
                self._seen[key] = valid
        return valid

    def lane(self, args: tuple[object, ...]) -> object:
        """Return what the contract says first of an input: the number of an error's condition or of a row of its table."""
        if isinstance(self.function, ir.Law):
            return None
        variables = dict(zip(self.names, args, strict=True))
        clauses = [clause.when for clause in self.function.raises if clause.when is not None]
        if isinstance(self.function.body, ir.Table):
            clauses += [row.when for row in self.function.body.rows if row.when is not None]
        for number, clause in enumerate(clauses):
            try:
                if self.world.evaluate(clause, variables):
                    return number
            except Stopped:
                return "undefined"
        return None

    def _valid(self, args: tuple[object, ...]) -> bool:
        try:
            if any(self.world.fits(arg, type_) for arg, type_ in zip(args, self.types, strict=True)):
                return False
        except Stopped:
            return False
        return allowed(self.function, self.world, self.names, args)


def _mended(args: tuple[object, ...]) -> Iterator[tuple[object, ...]]:
    """Yield the input with its lists in order, or without duplicates, or both: what `requires` often asks for."""
    lists = [at for at, arg in enumerate(args) if isinstance(arg, list) and len(arg) > 1]
    if not lists:
        return
    mends: tuple[Callable[[Any], list[Any]], ...] = (_once, sorted, lambda row: sorted(_once(row)))
    for mend in mends:
        with suppress(TypeError, ArithmeticError):
            yield tuple(mend(arg) if at in lists else arg for at, arg in enumerate(args))


def _once(row: list[Any]) -> list[Any]:
    return [item for at, item in enumerate(row) if item not in row[:at]]


def _fill(pot: _Pot, maker: Maker, upto: int) -> None:
    """Add inputs of the seeded generator."""
    pot.idle = 0
    while len(pot.inputs) < upto and pot.idle < _IDLE:
        try:
            pot.offer(maker.arguments(pot.function))
        except Reject:
            pot.idle += 1


def _like_others(pot: _Pot, maker: Maker, shown: int, upto: int) -> None:
    """Add inputs that differ in one argument from one of the first `shown`, or from one that is rare."""
    pot.idle = 0
    lanes: dict[object, list[tuple[object, ...]]] = {}
    for args in pot.inputs:
        lanes.setdefault(pot.lane(args), []).append(args)
    rare = [lane for lane in lanes.values() if len(lane) < _RARE] if len(lanes) > 1 else []
    bases = [pot.inputs[:shown] or pot.inputs, *rare, pot.inputs]
    turn = 0
    while pot.inputs and len(pot.inputs) < upto and pot.idle < _IDLE and turn < 4 * pot.count:
        base = maker.choice.pick(bases[turn // 2 % len(bases)])
        turn += 1
        with suppress(Reject):
            if turn % 5 == 0:
                pot.offer(renamed(base, maker))
                continue
            at = maker.choice.integer(0, len(base) - 1)
            one = alike(base[at], pot.types[at], maker) if turn % 2 else maker.again(pot.function, base, at)
            pot.offer((*base[:at], one, *base[at + 1 :]))


def _choose(pot: _Pot, shapes: Shapes, constants: dict[type, tuple[object, ...]], seed: int) -> None:
    """Add inputs of Hypothesis."""
    from holo.inputs.strategies import arguments, collect  # imported late: it takes a third of a second

    left = pot.count - len(pot.inputs)
    collect(arguments(pot.function, shapes, constants), pot.offer, left, seed)
