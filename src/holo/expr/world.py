"""The judge's world: what the declarations of a project mean, as values.

Evaluates expressions, calls functions that the hologram defines, makes records, errors and fakes, and
says whether a value fits a type. Looks declarations up one at a time, so making a World costs nothing
and a project of any size can be asked. Not for several threads at once. Runs no candidate's code.
"""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar

from holo.expr import show as showing
from holo.expr.access import Bound
from holo.expr.contract import Callee
from holo.expr.declared import enum_class, error_class, record_class
from holo.expr.evaluate import Closure, Scope, evaluate, prepared
from holo.expr.fit import AliasValue, checker
from holo.expr.functions import CONSTRUCTORS, Native
from holo.expr.modules import MODULES
from holo.expr.parse import ExprError, parse
from holo.expr.run import DEFAULT_FUEL, Run
from holo.expr.stopped import FUEL, NotComputable, OutOfFuel, Raised, Stopped, Undefined
from holo.expr.types import Container, Named, NoneType, Plain, Type, resolve
from holo.expr.values import DeclaredError, EnumMember, Fake, FakeFunction, FunctionValue, Module, Record
from holo.ir import model as ir
from holo.ir.prelude import EXCEPTIONS, PORTS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from collections.abc import Container as Holder

    from holo.expr.evaluate import Work
    from holo.expr.fit import Checker

__all__ = [
    "DEFAULT_FUEL",
    "Caller",
    "NotComputable",
    "Raised",
    "Stopped",
    "Undefined",
    "World",
]

Caller: TypeAlias = "Callable[[str, tuple[object, ...]], object]"
"""Answers for a function without a body: its id and its arguments in declared order, defaults filled in."""

_NO_VARIABLES: Mapping[str, object] = {}
_KEPT: Final = 4096
"""Expressions that are kept ready to run."""

_T = TypeVar("_T", bound=ir.Node)


class World:
    """The declarations of a project as values; `lookup` gives the declaration of an id."""

    def __init__(self, lookup: Callable[[str], ir.Node | None]) -> None:
        """Start empty: classes, constants and checkers are made when they are first needed."""
        self._lookup = lookup
        self._nodes: dict[str, Any] = {}
        self._values: dict[str, Any] = {}
        self._records: dict[str, type[Record]] = {}
        self._enums: dict[str, type[EnumMember]] = {}
        self._errors: dict[str, type[DeclaredError]] = {}
        self._callees: dict[str, Callee] = {}
        self._checkers: dict[Type, Checker] = {}
        self._constants: dict[str, object] = {}
        self._fixed: dict[int, tuple[ir.Expr, object]] = {}
        self._works: dict[int, tuple[ir.Expr, Work]] = {}
        self._said: dict[tuple[object, ...], Work] = {}
        self._open: set[str] = set()

    # -- evaluating ------------------------------------------------------------------------

    def evaluate(
        self,
        expr: ir.Expr,
        variables: Mapping[str, object] = _NO_VARIABLES,
        *,
        fuel: int = DEFAULT_FUEL,
        call: Caller | None = None,
        replaced: Holder[str] = (),
    ) -> object:
        """Return the value of an expression.

        `call` answers for functions without a body, and for the derived ones whose id is in `replaced`.
        Raises `Undefined`, `NotComputable` or `Raised`; nothing else.
        """
        own = variables if variables.__class__ is dict else dict(variables)
        return self.inside(expr, own, Run(self, fuel, call, replaced))

    def inside(self, expr: ir.Expr, variables: dict[str, Any], run: Run) -> Any:
        """Evaluate within a run, on its fuel. A name that the expression has an id for is that, and no variable."""
        known = self._works.get(id(expr))
        return evaluate(known[1] if known is not None else self.prepared(expr), run, variables)

    def prepared(self, expr: ir.Expr) -> Work:
        """Make an expression ready to run; the last few thousand are kept, by what they say and by who says it."""
        said = (expr.source, *expr.names.items())
        work = self._said.get(said)
        if work is None:
            try:
                node = parse(expr.source)
            except ExprError as error:
                raise Undefined(f"`{expr.source[:60]}`: {error.message}") from None
            try:
                work = prepared(Scope(self, expr.names, expr.source), node)
            except RecursionError:
                raise Undefined("nests too deep") from None
            if len(self._said) > _KEPT:
                self._said.clear()
            self._said[said] = work
        if len(self._works) > _KEPT:
            self._works.clear()
        # The expression is kept beside its work, so that its identity is not given away.
        self._works[id(expr)] = (expr, work)
        return work

    def run(
        self,
        function: str,
        args: tuple[object, ...],
        *,
        fuel: int = DEFAULT_FUEL,
        call: Caller | None = None,
        replaced: Holder[str] = (),
    ) -> object:
        """Return what a function says for its arguments: contract first, then body.

        Raises `Undefined` outside the contract, `Raised` for a declared error, `NotComputable` where
        there is neither a body nor a `call`.
        """
        run = Run(self, fuel, call, replaced)
        try:
            return self.callee(function).call(run, args, {})
        except Stopped:
            raise
        except RecursionError:
            raise Undefined("nests too deep") from None

    def fresh(self, fuel: int = DEFAULT_FUEL) -> Run:
        """Start a run of its own, for what is asked from outside an evaluation."""
        return Run(self, fuel)

    def apply(self, run: Run, target: Any, args: list[Any], kwargs: dict[str, Any]) -> Any:
        """Call a value of an expression."""
        kind = type(target)
        if kind is Native:
            return target.work(run, args, kwargs)
        if kind is FunctionValue:
            return self.callee(target.id).call(run, args, kwargs)
        if isinstance(target, type):
            return _construct(run, target, args, kwargs)
        if kind is Closure:
            return target(*args, **kwargs)
        if kind is Bound:
            return _bound(run, target, args, kwargs)
        if kind is AliasValue:
            return self._alias(run, target, args, kwargs)
        if kind is FakeFunction:
            raise TypeError(f"`{target}` is an effect: an expression asks `calls(…)` and calls no port")
        raise TypeError(f"{showing.brief(target)} cannot be called")

    def _alias(self, run: Run, alias: AliasValue, args: list[Any], kwargs: dict[str, Any]) -> Any:
        base = alias.base
        while isinstance(base, Plain | Container | NoneType) is False:
            value = self.declared(getattr(base, "id", ""), run)
            if not isinstance(value, AliasValue):
                return self.apply(run, value, args, kwargs)
            base = value.base
        target = getattr(builtins, getattr(base, "name", ""), None)
        if target not in CONSTRUCTORS:
            target = next((kind for kind in CONSTRUCTORS if kind.__name__ == getattr(base, "name", "")), None)
        if target is None:
            raise TypeError(f"`{alias.id.rpartition('.')[2]}` cannot be called")
        made = CONSTRUCTORS[target](run, args, kwargs)
        reason = self._check_named(alias.id)(made, run)
        if reason:
            raise ValueError(reason)
        return made

    def _check_named(self, id: str) -> Checker:  # noqa: A002 - the word of the IR
        return self.checker(Named(id))

    # -- types -----------------------------------------------------------------------------

    def type(self, expr: ir.Expr, type_parameters: Sequence[str] = ()) -> Type:
        """Return the type that an expression of a type stands for."""
        return resolve(expr, type_parameters)

    def checker(self, type: Type) -> Checker:  # noqa: A002 - the one word for it
        """Return the checker of a type; a checker is called with a value and a run."""
        found = self._checkers.get(type)
        if found is None:
            found = self._checkers[type] = checker(self, type)
        return found

    def fits(self, value: object, type: Type) -> str:  # noqa: A002 - the one word for it
        """Say why a value does not fit a type; nothing where it does."""
        try:
            return self.checker(type)(value, Run(self))
        except OutOfFuel:
            return f"checking it {FUEL}"
        except Stopped as stopped:
            return stopped.message
        except RecursionError:
            return "it nests too deep"

    # -- declarations ----------------------------------------------------------------------

    def node(self, id: str) -> Any:  # noqa: A002 - the word of the IR
        """Return the declaration of an id, or None."""
        try:
            return self._nodes[id]
        except KeyError:
            node = self._nodes[id] = PORTS.get(id) or self._lookup(id)
            return node

    def declared(self, id: str, run: Run | None = None) -> Any:  # noqa: A002 - the word of the IR
        """Return what a declared name stands for in an expression."""
        value = self._values.get(id)
        if value is not None:
            return value
        node = self.node(id)
        match node:
            case ir.Const():
                if run is not None:
                    run.spend(1)
                return self.constant(id)
            case ir.Function():
                value = FunctionValue(id)
            case ir.Record():
                value = self.record(id)
            case ir.Enum():
                value = self.enum(id)
            case ir.Error():
                value = self.error(id)
            case ir.Alias():
                value = AliasValue(id, self.type(node.base))
            case None if id in MODULES:
                value = Module(id)
            case _:
                raise Undefined(f"`{id.rpartition('.')[2]}` is no value")
        self._values[id] = value
        return value

    def callee(self, id: str) -> Callee:  # noqa: A002 - the word of the IR
        """Return a function, ready to be called."""
        found = self._callees.get(id)
        if found is None:
            node = self.node(id)
            if not isinstance(node, ir.Function):
                raise Undefined(f"`{id.rpartition('.')[2]}` is no function")
            found = self._callees[id] = Callee(self, node)
        return found

    def is_constant(self, id: str) -> bool:  # noqa: A002 - the word of the IR
        """Say whether an id is that of a constant."""
        return isinstance(self.node(id), ir.Const)

    def constant(self, id: str) -> object:  # noqa: A002 - the word of the IR
        """Return the value of a constant, evaluated once."""
        if id in self._constants:
            return self._constants[id]
        node = self.node(id)
        if not isinstance(node, ir.Const):
            raise Undefined(f"`{id.rpartition('.')[2]}` is no constant")
        if id in self._open:
            raise Undefined(f"`{node.name}` is defined by itself")
        self._open.add(id)
        try:
            value = self._constants[id] = self.evaluate(node.value)
        finally:
            self._open.discard(id)
        return value

    def fixed(self, expr: ir.Expr) -> object:
        """Return the value of an expression without variables, a default for example, evaluated once."""
        known = self._fixed.get(id(expr))
        if known is None:
            # The expression is kept beside its value, so that its identity is not given away.
            known = self._fixed[id(expr)] = (expr, self.evaluate(expr))
        return known[1]

    def record(self, id: str) -> builtins.type[Record]:  # noqa: A002 - the word of the IR
        """Return the class of a record; calling it checks fields and invariants (`ValueError`)."""
        found = self._records.get(id)
        if found is None:
            found = self._records[id] = record_class(self, self._expect(id, ir.Record))
        return found

    def enum(self, id: str) -> builtins.type[EnumMember]:  # noqa: A002 - the word of the IR
        """Return the class of an enum: iterable, its members as attributes."""
        found = self._enums.get(id)
        if found is None:
            found = self._enums[id] = enum_class(self._expect(id, ir.Enum))
        return found

    def error(self, id: str) -> builtins.type[Exception]:  # noqa: A002 - the word of the IR
        """Return the class of a declared error, or of one of Python's by its bare name."""
        if id in EXCEPTIONS:
            found: builtins.type[Exception] = getattr(builtins, id)
            return found
        declared = self._errors.get(id)
        if declared is None:
            declared = self._errors[id] = error_class(self, self._expect(id, ir.Error))
        return declared

    def bare_error(self, id: str) -> Exception | None:  # noqa: A002 - the word of the IR
        """Return an error without payload, or None where its payload must be given."""
        if id not in EXCEPTIONS and self._expect(id, ir.Error).fields:
            return None
        return self.error(id)()

    def fake(
        self,
        port: str,
        *,
        replies: Mapping[str, object] = _NO_VARIABLES,
        faults: Mapping[str, BaseException] = {},
    ) -> Fake:
        """Make a recording fake of a port, with what its functions return or raise, by their names."""
        node = self._expect(port, ir.Port)
        fake = Fake(
            port,
            {
                function.name: (tuple([p.name for p in function.parameters]), function.returns.source != "None")
                for function in node.functions
            },
        )
        for name, value in replies.items():
            fake.returns(name, value)
        for name, error in faults.items():
            fake.raises(name, error)
        return fake

    def _expect(self, id: str, kind: builtins.type[_T]) -> _T:  # noqa: A002 - the word of the IR
        node = self.node(id)
        if not isinstance(node, kind):
            raise Undefined(f"`{id.rpartition('.')[2]}` is no {kind.__name__.lower()}")
        return node

    def show(self, value: object) -> str:
        """Print a value as an expression of the hologram; `…` for one too large to print."""
        return showing.whole(value)


def _construct(run: Run, kind: Any, args: list[Any], kwargs: dict[str, Any]) -> Any:
    work = CONSTRUCTORS.get(kind)
    if work is not None:
        return work(run, args, kwargs)
    if issubclass(kind, Record):
        return kind._build(args, kwargs, run)  # noqa: SLF001 - no public name: it would hide a field
    if issubclass(kind, DeclaredError):
        run.spend(1)
        return kind(*args, **kwargs)
    if issubclass(kind, BaseException) and kind.__name__ in EXCEPTIONS:
        return kind(*args, **kwargs)
    raise TypeError(f"`{kind.__name__}` cannot be called")


def _bound(run: Run, bound: Bound, args: list[Any], kwargs: dict[str, Any]) -> Any:
    if bound.kind is None:
        return bound.work(run, bound.value, args, kwargs)
    if not args or type(args[0]) is not bound.kind:
        raise TypeError(f"`{bound.kind.__name__}.{bound.name}` takes a {bound.kind.__name__}")
    return bound.work(run, args[0], args[1:], kwargs)
