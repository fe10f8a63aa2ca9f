"""Draw inputs of a function or law: what a body is tried on.

First what must not be missing: the arguments of examples and their near misses, small and boundary values,
the constants of the contract. Of the rest half come from a seeded generator, and the others are like
inputs that were kept: like those of examples, and like those for which the contract says something rare. The same seed gives the same inputs on every machine.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from holo.expr.stopped import Stopped
from holo.expr.types import Container, Variable
from holo.inputs.alike import alike, renamed
from holo.inputs.choice import Seeded
from holo.inputs.fakes import fingerprint
from holo.inputs.harvest import harvest
from holo.inputs.make import HUGE, WORDS, WORDY, Maker
from holo.inputs.near import near_misses, shown_inputs
from holo.inputs.range import Reject
from holo.inputs.small import allowed, smalls_of
from holo.ir import model as ir

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from holo.expr.types import Type
    from holo.expr.world import World

_ALIKE: Final = 2
"""Of so many inputs that are not planned, one is made from another one."""
_RARE: Final = 12
"""Inputs wanted of everything that the contract tells apart."""
_IDLE: Final = 120
"""Tries in a row that bring nothing new, after which there is nothing more to find."""


_LARGE_TRIES: Final = 8
_WANTED: Final = 3
"""Inputs looked for of everything that the contract tells apart, where fewer came about."""
_SEARCH: Final = 400


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
        _large(pot, maker)
        left = count - len(pot.inputs)
        _fill(pot, maker, count - left // _ALIKE)
        _like_others(pot, maker, shown, count)
        _fill(pot, maker, count)
        sought = _sought(pot, maker)
        if sought:
            # Room is made at the end, where inputs are of no particular kind.
            del pot.inputs[max(shown, count - len(sought)) :]
            pot.inputs += sought
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

    def clauses(self) -> list[ir.Expr]:
        """Return the conditions that the contract tells inputs apart by: of errors, then of the rows of its table."""
        if isinstance(self.function, ir.Law):
            return []
        found = [clause.when for clause in self.function.raises if clause.when is not None]
        if isinstance(self.function.body, ir.Table):
            found += [row.when for row in self.function.body.rows if row.when is not None]
        return found

    def lane(self, args: tuple[object, ...]) -> object:
        """Return what the contract says first of an input: the number of an error's condition or of a row of its table."""
        variables = dict(zip(self.names, args, strict=True))
        for number, clause in enumerate(self.clauses()):
            try:
                if self.world.evaluate(clause, variables):
                    return number
            except Stopped:
                return "undefined"
        return None

    def is_new(self, args: tuple[object, ...]) -> bool:
        """Say whether an input was never offered, and is valid; it is not kept."""
        return tuple(fingerprint(arg, self.world) for arg in args) not in self._seen and self._valid(args)

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


def _large(pot: _Pot, maker: Maker) -> None:
    """Add inputs that are larger than anybody thinks of, though not so large that nobody could wait for them."""
    for mode in (HUGE, WORDY, WORDS):
        upto, tries = len(pot.inputs) + max(2, pot.count // 40), 0
        while len(pot.inputs) < upto and tries < _LARGE_TRIES:
            tries += 1
            with suppress(Reject):
                pot.offer(maker.arguments(pot.function, mode))


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
        maker.variable = _variable(base, pot.types) or maker.variable
        with suppress(Reject):
            if turn % 5 == 0:
                pot.offer(renamed(base, maker))
                continue
            at = maker.choice.integer(0, len(base) - 1)
            one = alike(base[at], pot.types[at], maker) if turn % 2 else maker.again(pot.function, base, at)
            pot.offer((*base[:at], one, *base[at + 1 :]))


def _sought(pot: _Pot, maker: Maker) -> list[tuple[object, ...]]:
    """Return inputs for what the contract tells apart and hardly any input has met, as far as some are found."""
    lanes: dict[object, int] = dict.fromkeys((None, *range(len(pot.clauses()))), 0)
    if len(lanes) == 1 or not pot.inputs:
        return []
    for args in pot.inputs:
        lane = pot.lane(args)
        lanes[lane] = lanes.get(lane, 0) + 1
    found: list[tuple[object, ...]] = []
    for turn in range(_SEARCH):
        if all(lanes[lane] >= _WANTED for lane in (None, *range(len(lanes) - 1)) if lane in lanes):
            break
        base = maker.choice.pick([*pot.inputs, *found, *found])
        maker.variable = _variable(base, pot.types) or maker.variable
        at = maker.choice.integer(0, len(base) - 1)
        try:
            if turn % 2:
                args = maker.arguments(pot.function)
            else:
                args = (*base[:at], alike(base[at], pot.types[at], maker), *base[at + 1 :])
        except Reject:
            continue
        if pot.is_new(args):
            lane = pot.lane(args)
            if lanes.get(lane, _WANTED) < _WANTED and args not in found:
                lanes[lane] += 1
                found.append(args)
    return found


def _variable(args: tuple[object, ...], types: Sequence[Type]) -> str:
    """Return the type that an input has for a type parameter, so that what is made for it is of the same."""
    for arg, type_ in zip(args, types, strict=True):
        inner, kind = arg, type_
        while isinstance(kind, Container) and kind.args and isinstance(inner, list | tuple):
            inner, kind = next(iter(inner), None), kind.args[0]
        if isinstance(kind, Variable) and isinstance(inner, int | str):
            return type(inner).__name__
    return ""
