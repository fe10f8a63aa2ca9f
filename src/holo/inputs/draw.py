"""Draw inputs of a function or law: what a body is tried on.

First what must not be missing: the arguments of examples and their near misses, small and boundary values,
the constants of the contract. Of the rest half come from a seeded generator, and the others are like
inputs that were kept: like those of examples, and like those for which the contract says something rare. The same seed gives the same inputs on every machine.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from holo.expr.types import Container, Named, Variable
from holo.inputs.alike import alike, renamed, singles
from holo.inputs.choice import Seeded
from holo.inputs.facets import facets
from holo.inputs.finite import every_input
from holo.inputs.harvest import harvest
from holo.inputs.make import HUGE, WORDS, WORDY, Maker
from holo.inputs.near import near_misses
from holo.inputs.pot import Pot
from holo.inputs.range import Reject
from holo.inputs.related import moved, related
from holo.inputs.shown import shown_inputs
from holo.inputs.small import smalls_of
from holo.ir import model as ir

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from holo.expr.types import Type
    from holo.expr.world import World
    from holo.inputs.choice import Choice

_ALIKE: Final = 2
"""Of so many inputs that are not planned, one is made from another one."""
_RARE: Final = 12
"""Inputs wanted of everything that the contract tells apart."""
_IDLE: Final = 120
"""Tries in a row that bring nothing new, after which there is nothing more to find."""


_FIRST: Final = 5
"""Inputs that are worth a longer search: from them others can be made."""
_LARGE_TRIES: Final = 8
_WANTED: Final = 6
"""Inputs looked for of everything that the contract tells apart, where fewer came about."""
_SEARCH: Final = 400
_WAYS: Final = (4, 2, 4, 2, 3, 2, 4, 2, 1, 2)
"""Of the ways in `_changed`, those in which what is told apart is looked for: half of the inputs are new ones."""
_SHORT: Final = 80
_POOL: Final = 200
"""Texts of inputs that others are made of, and how long they may be."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Inputs that fulfil `requires`, none twice; of `tried` different ones `kept` were kept.

    Few kept of many tried means that the contract is hard to meet, and a verdict on it worth little: unless they are the
    `whole` of what there is. What could not even be made counts as tried.
    """

    inputs: tuple[tuple[object, ...], ...]
    tried: int
    kept: int
    whole: bool = False


def draw(
    function: ir.Function | ir.Law,
    world: World,
    *,
    count: int = 100,
    seed: int = 0,
    extra: Iterable[tuple[object, ...]] = (),
) -> Drawn:
    """Draw up to `count` inputs, `extra` first among them; fewer where there are no more."""
    pot = Pot(function, world, count)
    known = [*extra, *(shown_inputs(function, world) if isinstance(function, ir.Function) else ())]
    for args in known:
        pot.offer(args)
    smalls = smalls_of(world)
    domain = every_input(function, smalls.shapes)
    if domain is not None:
        for args in domain:
            pot.offer(args)
        whole = len(pot.inputs) <= count
        return Drawn(tuple(pot.inputs if whole else _some(pot.inputs, count, seed)), pot.tried, len(pot.inputs), whole)
    _near(pot)
    shown = len(pot.inputs)
    constants = harvest(function, world)
    for args in islice(smalls.candidates(function, {}), max(6, count // 10)):
        pot.offer(args)
    for args in islice(smalls.candidates(function, constants), max(6, count // 10)):
        pot.offer(args)
    maker = Maker(smalls.shapes, Seeded(seed), constants, lively=True)
    _large(pot, maker)
    left = count - len(pot.inputs)
    _fill(pot, maker, count - left // _ALIKE)
    _like_others(pot, maker, shown, count)
    pot.looks = None
    _fill(pot, maker, count)
    for sought in (_sought(pot, maker), _rare(pot, maker)):
        # Room is made at the end, where inputs are of no particular kind.
        del pot.inputs[max(shown, count - len(sought)) :]
        pot.inputs[shown:shown] = sought
    kept = min(len(pot.inputs), count)
    return Drawn(tuple(pot.inputs[:count]), pot.tried, kept, kept < count and _ports_alone(function, world))


def _ports_alone(function: ir.Function | ir.Law, world: World) -> bool:
    """Whether nothing but ports comes in: what a fake is told and answers is for fault injection to vary."""
    types = smalls_of(world).types(function)
    return all(isinstance(each, Named) and isinstance(world.node(each.id), ir.Port) for each in types)


def _some(inputs: list[tuple[object, ...]], count: int, seed: int) -> list[tuple[object, ...]]:
    """Return so many of all the inputs that there are: the first, which examples show, and others by chance."""
    chosen = sorted(Seeded(seed).random.sample(range(count // 4, len(inputs)), count - count // 4))
    return [*inputs[: count // 4], *[inputs[at] for at in chosen]]


def _near(pot: Pot) -> None:
    """Add near misses of the inputs so far, a few of each in turn, until there are enough of them."""
    planned = [near_misses(args) for args in pot.inputs]
    if not planned:
        return
    each = max(4, pot.count // 4 // len(planned))
    upto = max(pot.count // 4, min(each * len(planned), pot.count * 3 // 5))
    rows = [_turned(list(islice(misses, 3 * each)), at % 3 * each) for at, misses in enumerate(planned[:upto])]
    for turn in range(each):
        for row in rows:
            if turn < len(row) and upto > 0:
                upto -= 1
                pot.offer(row[turn])


def _turned(row: list[tuple[object, ...]], by: int) -> list[tuple[object, ...]]:
    """Return a list from another beginning: of each example other changes come first."""
    return row[by:] + row[:by]


def _large(pot: Pot, maker: Maker) -> None:
    """Add inputs that are larger than anybody thinks of, though not so large that nobody could wait for them."""
    for mode in (HUGE, WORDY, WORDS):
        upto, tries = len(pot.inputs) + max(2, pot.count // (25 if mode == HUGE else 40)), 0
        while len(pot.inputs) < upto and tries < _LARGE_TRIES:
            tries += 1
            with suppress(Reject):
                pot.offer(maker.arguments(pot.function, mode))


def _fill(pot: Pot, maker: Maker, upto: int) -> None:
    """Add inputs of the seeded generator."""
    pot.idle = 0
    while len(pot.inputs) < upto and pot.idle < (_IDLE if len(pot.inputs) >= _FIRST else 8 * _IDLE):
        try:
            args = maker.arguments(pot.function)
            if pot.crowded(args):
                pot.idle += 1
            else:
                pot.offer(args)
        except Reject:
            pot.tried += 1
            pot.idle += 1


def _like_others(pot: Pot, maker: Maker, shown: int, upto: int) -> None:
    """Add inputs that differ in one argument from one of the first `shown`, or from one that is rare."""
    pot.idle = 0
    lanes: dict[object, list[tuple[object, ...]]] = {}
    for args in pot.inputs:
        lanes.setdefault(pot.lane(args), []).append(args)
    rare = [lane for lane in lanes.values() if len(lane) < _RARE] if len(lanes) > 1 else []
    bases = [pot.inputs[:shown] or pot.inputs, *rare, pot.inputs]
    turn = 0
    maker.texts = _texts(pot.inputs)
    while pot.inputs and len(pot.inputs) < upto and pot.idle < _IDLE and turn < 4 * pot.count:
        base = maker.choice.pick(bases[turn // 2 % len(bases)])
        turn += 1
        maker.variable = _variable(base, pot.types) or maker.variable
        with suppress(Reject):
            if turn % 5 == 0:
                pot.offer(renamed(base, maker))
                continue
            if turn % 10 in {3, 7}:
                pot.offer(moved(base, maker.choice) if turn % 10 == 3 else _tied(base, maker.choice))
                continue
            at = maker.choice.integer(0, len(base) - 1)
            one = alike(base[at], pot.types[at], maker) if turn % 2 else maker.again(pot.function, base, at)
            args = (*base[:at], one, *base[at + 1 :])
            if not pot.crowded(args):
                pot.offer(args)


def _sought(pot: Pot, maker: Maker) -> list[tuple[object, ...]]:
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
        try:
            args = _changed(pot, maker, base, _WAYS[turn % len(_WAYS)])
        except Reject:
            continue
        if pot.is_new(args):
            lane = pot.lane(args)
            if lanes.get(lane, _WANTED) < _WANTED and args not in found:
                lanes[lane] += 1
                found.append(args)
    return found


def _texts(inputs: Sequence[tuple[object, ...]]) -> list[str]:
    """Return the texts that stand in some inputs, the first few hundred, none twice."""
    found: dict[str, None] = {}
    for args in inputs:
        for value in chain.from_iterable(singles(arg) for arg in args):
            if isinstance(value, str) and 0 < len(value) <= _SHORT:
                found[value] = None
        if len(found) > _POOL:
            break
    return list(found)


def _rare(pot: Pot, maker: Maker) -> list[tuple[object, ...]]:
    """Return inputs for which what the contract asks is true, or false, though it hardly ever is."""
    if isinstance(pot.function, ir.Law) or not pot.inputs:
        return []
    wanted: dict[tuple[int, bool], list[tuple[object, ...]]] = {}
    asked = facets(pot.function, pot.world.node)
    few = max(2, len(pot.inputs) // 20)
    for at, expr in enumerate(asked):
        sides: dict[bool, list[tuple[object, ...]]] = {True: [], False: []}
        for args in pot.inputs:
            side = pot.answer(expr, args)
            if side is not None:
                sides[side].append(args)
        for side, rows in sides.items():
            if len(rows) < few and sides[not side]:
                wanted[at, side] = rows
    found: list[tuple[object, ...]] = []
    for turn in range(min(_SEARCH // 3, 40 * len(wanted))):
        open_ = [(key, rows) for key, rows in wanted.items() if len(rows) < few]
        if not open_:
            break
        _, rows = open_[turn % len(open_)]
        try:
            args = _changed(pot, maker, maker.choice.pick(rows or pot.inputs), turn)
        except Reject:
            continue
        if not pot.is_new(args) or args in found:
            continue
        hit = [rows for (at, side), rows in open_ if pot.answer(asked[at], args) is side]
        if hit:
            found.append(args)
            for rows in hit:
                rows.append(args)
    return found


def _changed(pot: Pot, maker: Maker, base: tuple[object, ...], turn: int) -> tuple[object, ...]:
    """Return an input made of another one, each time in another way. Raises `Reject`."""
    maker.variable = _variable(base, pot.types) or maker.variable
    at = maker.choice.integer(0, len(base) - 1)
    match turn % 5:
        case 0:
            return moved(base, maker.choice)
        case 1:
            return renamed(base, maker)
        case 2:
            return maker.arguments(pot.function)
        case 3:
            return _tied(base, maker.choice)
        case _:
            return (*base[:at], alike(base[at], pot.types[at], maker), *base[at + 1 :])


def _tied(base: tuple[object, ...], choice: Choice) -> tuple[object, ...]:
    """Return an input with one argument in some relation to another of its type, or to what it was."""
    at = choice.integer(0, len(base) - 1)
    to = [arg for other, arg in enumerate(base) if other != at and type(arg) is type(base[at])]
    return (*base[:at], related(choice.pick(to) if to else base[at], choice), *base[at + 1 :])


def _variable(args: tuple[object, ...], types: Sequence[Type]) -> str:
    """Return the type that an input has for a type parameter, so that what is made for it is of the same."""
    for arg, type_ in zip(args, types, strict=True):
        inner, kind = arg, type_
        while isinstance(kind, Container) and kind.args and isinstance(inner, list | tuple):
            inner, kind = next(iter(inner), None), kind.args[0]
        if isinstance(kind, Variable) and isinstance(inner, int | str):
            return type(inner).__name__
    return ""
