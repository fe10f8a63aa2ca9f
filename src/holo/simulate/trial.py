"""The small inputs of one function, shared by all checks that need some.

Inputs are made when they are first asked for and kept, so that a check that stops early costs little.
The inputs that examples state are not among them: whatever passes the examples passes there.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from holo.inputs.harvest import harvest
from holo.inputs.small import each_small_input, smalls_of
from holo.simulate.report import names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from holo.expr.world import World
    from holo.ir import model as ir
    from holo.simulate.asked import Asked

FEW: Final = 8


class Trial:
    """Valid small inputs of one function, a few or many."""

    def __init__(self, function: ir.Function | ir.Law, world: World, stated: Sequence[Asked] = ()) -> None:
        """Remember the function; make no input yet."""
        self.function = function
        self.world = world
        self.names = names(function.parameters)
        self.types = smalls_of(world).types(function)
        self.stated = stated
        self._made: list[dict[str, object]] = []
        self._source: Iterator[dict[str, object]] | None = None
        self._constants: dict[type, tuple[object, ...]] | None = None

    def inputs(self, most: int = FEW) -> Iterator[dict[str, object]]:
        """Yield up to `most` valid inputs as variables by name."""
        if self._source is None:
            self._source = self._all()
        at = 0
        while at < most:
            if at == len(self._made):
                made = next(self._source, None)
                if made is None:
                    return
                self._made.append(made)
            yield dict(self._made[at])
            at += 1

    def possible(self) -> bool:
        """Whether a valid input is known."""
        return bool(self.stated) or next(self.inputs(1), None) is not None

    def constants(self) -> dict[type, tuple[object, ...]]:
        """Return the constants of the contract, looked for once."""
        if self._constants is None:
            self._constants = harvest(self.function, self.world)
        return self._constants

    def _all(self) -> Iterator[dict[str, object]]:
        plain = each_small_input(self.function, self.world)
        for args in islice(plain, FEW):
            yield dict(zip(self.names, args, strict=True))
        # The constants of the contract are looked for only when the first few inputs decided nothing.
        constants = self.constants()
        for args in each_small_input(self.function, self.world, constants) if constants else plain:
            yield dict(zip(self.names, args, strict=True))
