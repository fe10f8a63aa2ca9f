"""Ports as values to try: recording fakes with replies and faults, and one text for every input.

Replies fit what the port's function returns, faults are among the errors that it declares. Whoever runs a
body may ask a reply for its value instead of calling it.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from holo.expr.types import NONE
from holo.expr.values import Fake
from holo.ir import model as ir
from holo.ir.prelude import CLOCK, EXCEPTIONS, RANDOM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from holo.expr.types import Type
    from holo.expr.world import World
    from holo.inputs.choice import Choice

_FAULTY: Final = 30


class Reply:
    """Answers every call with one value."""

    __slots__ = ("value",)

    def __init__(self, value: object) -> None:
        """Remember the value."""
        self.value = value

    def __call__(self, *_args: object, **_named: object) -> object:
        """Answer."""
        return self.value


class Between:
    """Answers `randint(low, high)` with a number between its own two arguments."""

    __slots__ = ("value",)

    def __init__(self, value: int) -> None:
        """Remember which number, counted from the low end and round."""
        self.value = value

    def __call__(self, low: int, high: int) -> int:
        """Answer."""
        return low + self.value % (high - low + 1) if high >= low else low


def make_fake(node: ir.Port, world: World, choice: Choice, value: Callable[[Type], object]) -> Fake:
    """Make a fake of a port; `value` makes a reply of a type."""
    fake = world.fake(node.id)
    if node.id == CLOCK:
        now = value(world.type(ir.Expr(source="datetime")))
        assert isinstance(now, datetime)
        fake.answers("now", Reply(now))
        fake.answers("today", Reply(now.date()))
        return fake
    for function in node.functions:
        type_ = world.type(function.returns)
        if node.id == RANDOM and function.name == "randint":
            fake.answers(function.name, Between(choice.pick((0, 1, 2, 7, -1))))
        elif node.id == RANDOM:
            fake.answers(function.name, Reply(choice.pick((0.0, 0.25, 0.5, 0.75, 0.999))))
        elif type_ != NONE:
            fake.answers(function.name, Reply(value(type_)))
    faulty = [function for function in node.functions if function.raises]
    if faulty and choice.chance(_FAULTY):
        function = choice.pick(faulty)
        fake.raises(function.name, _error(choice.pick(function.raises), world, value))
    return fake


def simpler_fakes(fake: Fake, simplified: Callable[[object], Iterator[object]], world: World) -> Iterator[Fake]:
    """Yield a fake that does not fail, and fakes with one simpler reply each; a clock keeps its one time."""
    if fake.fails:
        yield _like(fake, world, faults=False)
    node = world.node(fake.port)
    if fake.port == CLOCK or not isinstance(node, ir.Port):
        return
    for function in node.functions:
        reply = fake.functions[function.name].reply
        if isinstance(reply, Reply):
            type_ = world.type(function.returns)
            for value in simplified(reply.value):
                if not world.fits(value, type_):
                    made = _like(fake, world)
                    made.answers(function.name, Reply(value))
                    yield made


def _like(fake: Fake, world: World, *, faults: bool = True) -> Fake:
    made = world.fake(fake.port)
    for name, function in fake.functions.items():
        made.functions[name].reply = function.reply
        if faults:
            made.functions[name].fault = function.fault
    return made


def _error(id_: str, world: World, value: Callable[[Type], object]) -> BaseException:
    if id_ in EXCEPTIONS:
        return world.error(id_)()
    node = world.node(id_)
    assert isinstance(node, ir.Error)
    return world.error(id_)(*[value(world.type(field.type)) for field in node.fields])


def fingerprint(value: object, world: World) -> str:
    """Write a value so that two texts are equal when the values are, fakes and their replies included."""
    if not isinstance(value, Fake):
        return world.show(value)
    parts = []
    for name, function in value.functions.items():
        if function.fault is not None:
            parts.append(f"{name} raises {world.show(function.fault)}")
        parts += [f"{name} raises {world.show(error)} at call {at}" for at, error in function.faults.items()]
        if function.reply is not None:
            parts.append(f"{name} returns {world.show(getattr(function.reply, 'value', None))}")
    return f"<{value.name}: {', '.join(parts)}>"
