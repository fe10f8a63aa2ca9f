"""Inputs that were kept so far, with what was tried: each is new, fits its types and fulfils `requires`."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from holo.expr.stopped import Stopped
from holo.expr.types import Named
from holo.inputs.fakes import fingerprint
from holo.inputs.small import allowed, smalls_of
from holo.ir import model as ir

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from holo.expr.world import World

_FUEL: Final = 1_000
"""What a question may cost that only serves to find better inputs."""
_SHORT: Final = 80
"""How much of a text is looked at."""


class Pot:
    """The inputs so far."""

    def __init__(self, function: ir.Function | ir.Law, world: World, count: int) -> None:
        """Start with nothing tried."""
        self.function = function
        self.world = world
        self.count = count
        self.names = [parameter.name for parameter in function.parameters]
        self.types = smalls_of(world).types(function)
        self.inputs: list[tuple[object, ...]] = []
        self.tried = 0
        self.idle = 0
        self._seen: dict[tuple[str, ...], bool] = {}
        narrow = bool(function.requires) or any(isinstance(type_, Named) for type_ in self.types)
        self.looks: Counter[tuple[str, ...]] | None = Counter() if narrow else None

    def crowded(self, args: tuple[object, ...]) -> bool:
        """Whether there are many inputs already whose texts look like those of another one: digits, a sign, digits."""
        if self.looks is None or not any(isinstance(arg, str) for arg in args):
            return False
        look = tuple(_look(arg) if isinstance(arg, str) else "" for arg in args)
        if self.looks[look] < max(3, self.count // 10):
            self.looks[look] += 1
            return False
        return True

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

    def answer(self, expr: ir.Expr, args: tuple[object, ...]) -> bool | None:
        """Return what the contract's question is answered with for an input, None where it is not."""
        try:
            found = self.world.evaluate(expr, dict(zip(self.names, args, strict=True)), fuel=_FUEL)
        except Stopped:
            return None
        return found if isinstance(found, bool) else None

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


def _look(text: str) -> str:
    """Return what a text looks like: with one sign for a run of digits, of small letters, of large ones."""
    look = ""
    for letter in text[:_SHORT]:
        sign = "0" if letter.isdigit() else "a" if letter.islower() else "A" if letter.isupper() else letter
        if look[-1:] != sign or not letter.isalnum():
            look += sign
    return look


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
