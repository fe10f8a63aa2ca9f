"""What a call of a function means, from its contract: arguments, `requires`, `raises`, then the body.

The body is what `returns`, `table` or `flow` say, or whatever answers in its place. Never judges
`ensures`: that is for whoever asked.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Final

from holo.expr.evaluate import evaluate
from holo.expr.show import brief
from holo.expr.stopped import NotComputable, OutOfFuel, Raised, Stopped, TooDeep, Undefined
from holo.ir import model as ir

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from holo.expr.evaluate import Work
    from holo.expr.fit import Checker
    from holo.expr.run import Run
    from holo.expr.world import World

__all__ = ["MAX_CALLS", "Callee", "deeper"]

MAX_CALLS: Final = 200
"""How deep functions of the hologram may call each other."""

_FRAMES: Final = 12_000
_DEEP: Final = 8


class Callee:
    """One function, ready to be called."""

    __slots__ = ("body", "checkers", "function", "names", "raises", "requires", "rows", "world")

    def __init__(self, world: World, function: ir.Function) -> None:
        """Keep the declaration; types and expressions are looked at when the first call needs them."""
        self.world = world
        self.function = function
        self.names = tuple([parameter.name for parameter in function.parameters])
        self.checkers: tuple[Checker, ...] | None = None
        self.requires: list[tuple[Work, ir.Expr]] | None = None
        self.raises: list[tuple[Work, ir.Raises]] | None = None
        self.rows: list[tuple[Work | None, Work]] | None = None
        self.body: Work | None = None

    def bind(self, args: Sequence[Any], kwargs: Mapping[str, Any]) -> tuple[Any, ...]:
        """Return the arguments in declared order, defaults filled in."""
        names = self.names
        if len(args) == len(names) and not kwargs:
            return tuple(args)
        name = self.function.name
        if len(args) > len(names):
            raise Undefined(f"`{name}` takes {len(names)} arguments, not {len(args)}")
        given = dict(zip(names, args, strict=False))
        for key, value in kwargs.items():
            if key not in names or key in given:
                raise Undefined(f"`{name}` {'is given' if key in given else 'has no parameter'} `{key}`")
            given[key] = value
        for parameter in self.function.parameters:
            if parameter.name not in given:
                if parameter.default is None:
                    raise Undefined(f"`{name}` needs `{parameter.name}`")
                given[parameter.name] = self.world.fixed(parameter.default)
        return tuple([given[each] for each in names])

    def call(self, run: Run, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        """Call the function inside a run."""
        values = tuple(args) if len(args) == len(self.names) and not kwargs else self.bind(args, kwargs)
        run.fuel -= 5
        if run.fuel < 0:
            raise OutOfFuel
        run.depth += 1
        try:
            if run.depth > MAX_CALLS:
                raise TooDeep(f"calls of `{self.function.name}` nest more than {MAX_CALLS} deep")
            if run.depth == _DEEP:
                return deeper(self._judged, run, values)
            return self._judged(run, values)
        finally:
            run.depth -= 1

    def _judged(self, run: Run, values: tuple[Any, ...]) -> Any:
        function, world = self.function, self.world
        checkers = self.checkers if self.checkers is not None else self._checkers()
        for name, check, value in zip(self.names, checkers, values, strict=True):
            reason = check(value, run)
            if reason:
                raise self._outside(f"`{name}`: {reason}")
        variables = dict(zip(self.names, values, strict=True))
        try:
            if function.requires:
                if self.requires is None:
                    self.requires = [(world.prepared(each.expr), each.expr) for each in function.requires]
                for work, expr in self.requires:
                    if not evaluate(work, run, variables):
                        raise self._outside(f"requires {expr.source}")
            body = function.body
            if run.call is not None and (body is None or function.id in run.replaced):
                return run.call(function.id, values)
            if function.raises:
                if self.raises is None:
                    self.raises = [
                        (world.prepared(each.when), each) for each in function.raises if each.when is not None
                    ]
                for work, each in self.raises:
                    if evaluate(work, run, variables):
                        raise self._raised(each, variables, run)
            if body is None:
                raise NotComputable(function.id)
            if self.body is not None:
                return evaluate(self.body, run, variables)
            return self._body(body, variables, run)
        except OutOfFuel:
            raise
        except Undefined as undefined:
            if not undefined.placed:
                undefined.placed = True
                undefined.message = f"in `{function.name}`: {undefined.message}"
                undefined.args = (undefined.message,)
            raise

    def _checkers(self) -> tuple[Checker, ...]:
        function, world = self.function, self.world
        types = [world.type(parameter.type, function.type_parameters) for parameter in function.parameters]
        self.checkers = tuple([world.checker(type_) for type_ in types])
        return self.checkers

    def _outside(self, why: str) -> Undefined:
        outside = Undefined(f"outside the contract of `{self.function.name}`: {why}")
        outside.placed = True
        return outside

    def _raised(self, raises: ir.Raises, variables: dict[str, Any], run: Run) -> Stopped:
        if raises.payload is not None:
            return Raised(raises.error, self.world.inside(raises.payload, variables, run))
        return Raised(raises.error, self.world.bare_error(raises.error))

    def _body(self, body: ir.Body, variables: dict[str, Any], run: Run) -> Any:
        if not isinstance(body, ir.Table):
            self.body = self.world.prepared(body.expr)
            return evaluate(self.body, run, variables)
        if self.rows is None:
            prepared = self.world.prepared
            self.rows = [(None if row.when is None else prepared(row.when), prepared(row.value)) for row in body.rows]
        for when, value in self.rows:
            if when is None or evaluate(when, run, variables):
                return evaluate(value, run, variables)
        shown = ", ".join(f"{name} = {brief(value)}" for name, value in variables.items())
        raise Undefined(f"no row of the table holds for {shown[:200]}")


def deeper(work: Any, *args: Any) -> Any:
    """Call with room for more Python frames, which cost no machine stack among functions of Python."""
    limit = sys.getrecursionlimit()
    if limit >= _FRAMES:
        return work(*args)
    sys.setrecursionlimit(_FRAMES)
    try:
        return work(*args)
    finally:
        sys.setrecursionlimit(limit)
