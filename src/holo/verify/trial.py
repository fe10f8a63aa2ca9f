"""One candidate on trial: its session, the world that reads its answers, and what stands beside it.

All checks share it. It asks the sandbox and the evaluator; what an answer is worth is each check's to say.
"""

from __future__ import annotations

import builtins
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from holo.expr.stopped import FUEL, NotComputable, OutOfFuel, Raised, Stopped
from holo.expr.values import Fake
from holo.inputs.draw import draw
from holo.inputs.small import small_values
from holo.ir import model as ir
from holo.sandbox.outcome import Kind, Outcome
from holo.sandbox.wire import Replies, replay
from holo.verify.given import Shared
from holo.verify.shown import call

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from holo.expr.types import Type
    from holo.expr.world import World
    from holo.inputs.draw import Drawn
    from holo.sandbox.outcome import Limits
    from holo.sandbox.session import Session
    from holo.sandbox.wire import Asked as Travelling
    from holo.verify.given import Draws, Given


class Unfit(Stopped):
    """A call that gave no answer, or one that no check takes; `outcome` is what came."""

    def __init__(self, outcome: Outcome, message: str) -> None:
        """Keep the outcome."""
        super().__init__(message)
        self.outcome = outcome


@dataclass(frozen=True, slots=True)
class Asked:
    """One call that an expression made."""

    function: ir.Function
    arguments: tuple[object, ...]
    outcome: Outcome


@dataclass(slots=True)
class Trial:
    """What every check needs. `bodies` are the hashes of what stands, by id; the candidate is not among them."""

    function: ir.Function
    world: World
    lookup: Callable[[str], ir.Node | None]
    session: Session
    limits: Limits
    seed: int
    bodies: Mapping[str, str]
    log: list[Asked] = field(default_factory=list)
    known: list[tuple[object, ...]] = field(default_factory=list)
    scenes: list[tuple[object, ...]] = field(default_factory=list)  # the same with ports, whose fakes were set up
    learnt: list[tuple[tuple[object, ...], object]] = field(default_factory=list)  # answers to visible examples
    draws: Draws = field(default_factory=dict)
    slow: bool = False  # a call ran out of time before
    answered: int = 0  # characters of all answers so far
    constants: tuple[str, ...] = ()  # ids of those that a body could change
    where: str = ""  # how the process of `elsewhere` differs, in words
    elsewhere: Callable[[], Session] | None = None  # the same program in another process; None: no need

    def draw(self, what: ir.Function | ir.Law) -> Drawn:
        """Return the inputs for a function or law; those of the candidates before this one, where there were any."""
        return self.shared(what).drawn

    def shared(self, what: ir.Function | ir.Law) -> Shared:
        """Return the same with what is known of each input."""
        found = self.draws.get(what.id)
        if found is None:
            known = self.known if what is self.function else ()
            drawn = draw(what, self.world, count=self.limits.inputs, seed=self.seed, extra=known)
            found = self.draws[what.id] = Shared(drawn)
        return found

    def given(self, arguments: tuple[object, ...]) -> Given | None:
        """Return what is known of an input of the function on trial, whoever the candidate is."""
        shared = self.draws.get(self.function.id)
        return None if shared is None else shared.given(arguments)

    def travelling(self, session: Session, arguments: tuple[object, ...]) -> Travelling:
        """Return a call of the function on trial as it travels."""
        given = self.given(arguments)
        if given is None:
            return session.asked(self.function.id, arguments)
        if given.asked is None:
            given.asked = session.asked(self.function.id, arguments)
        return given.asked

    def remember(self) -> None:
        """Keep the inputs of the log: what examples and scenarios ask is asked again of the whole contract."""
        for each in self.log:
            if each.function.id != self.function.id:
                continue
            if any(isinstance(one, Fake) for one in each.arguments):
                self.scenes.append(each.arguments)
            else:
                self.known.append(each.arguments)
                if each.outcome.kind is Kind.RETURNED:
                    self.learnt.append((each.arguments, each.outcome.value))

    def stands(self, function: ir.Function) -> bool:
        """Whether a function has a body to run: on trial, accepted, or said in the hologram."""
        return function.id == self.function.id or function.body is not None or function.id in self.bodies

    def result_type(self, function: ir.Function) -> Type:
        """Return the type of a function's result."""
        return self.world.type(function.returns, function.type_parameters)

    def evaluate(self, expr: ir.Expr, variables: Mapping[str, object]) -> object:
        """Evaluate with bodies: the candidate answers for its function, even where the hologram says a body."""
        return self.world.evaluate(expr, variables, call=self.ask, replaced={self.function.id})

    def ask(self, key: str, arguments: tuple[object, ...]) -> object:
        """Answer for a body in an expression: the evaluator's `call`. The candidate's answers must fit their type."""
        function = self.lookup(key)
        assert isinstance(function, ir.Function)
        if not self.stands(function):
            raise NotComputable(key)
        outcome = self.outcome(function, arguments)
        self.log.append(Asked(function, arguments, outcome))
        if outcome.changed:
            names = ", ".join(f"`{function.parameters[at].name}`" for at in outcome.changed)
            raise Unfit(outcome, f"`{function.name}` changes its argument {names}")
        match outcome.kind:
            case Kind.RETURNED:
                reason = self.world.fits(outcome.value, self.result_type(function))
                if reason.endswith(FUEL):
                    raise OutOfFuel
                if reason:
                    raise Unfit(outcome, reason)
                return outcome.value
            case Kind.RAISED:
                raise Raised(outcome.error, outcome.value)
            case _:
                raise Unfit(outcome, outcome.message or outcome.kind.value)

    def outcome(self, function: ir.Function, arguments: tuple[object, ...]) -> Outcome:
        """Call a body once; fakes among the arguments remember what they were told."""
        for argument in arguments:
            self.prepare(argument)
        outcome = self.settled(function, arguments, self.session.call(function.id, arguments))
        self.recall(arguments, outcome)
        self.answered += len(outcome.text)
        return outcome

    def settled(self, function: ir.Function, arguments: tuple[object, ...], outcome: Outcome) -> Outcome:
        """Return an outcome; the first call that ran out of time is made once more, since the machine may be busy.

        Once a trial: a body that is slow twice is slow.
        """
        if outcome.kind is not Kind.TIMED_OUT or self.slow:
            return outcome
        self.slow = True
        return self.session.call(function.id, arguments)

    def prepare(self, argument: object) -> None:
        """Give a fake a reply for every function that must answer and has none."""
        if not isinstance(argument, Fake):
            return
        for name, function in argument.functions.items():
            if function.replies and function.reply is None and function.fault is None:
                declared = self.lookup(f"{argument.port}.{name}")
                assert isinstance(declared, ir.PortFunction)
                found = small_values(self.world.type(declared.returns), self.world, 4)
                if found:
                    function.reply = Replies(found)

    def error(self, key: str) -> BaseException:
        """Return an error to inject, by id or Python name, with the smallest values as its payload."""
        declared = self.lookup(key)
        if isinstance(declared, ir.Error):
            parts = [small_values(self.world.type(field.type), self.world, 1)[0] for field in declared.fields]
            made: BaseException = self.world.error(key)(*parts)
            return made
        plain: BaseException = getattr(builtins, key)()
        return plain

    @staticmethod
    def recall(arguments: tuple[object, ...], outcome: Outcome) -> None:
        """Let the fakes among some arguments remember one call's doings and no other's."""
        for at, argument in enumerate(arguments):
            if isinstance(argument, Fake):
                replay(argument, outcome.calls.get(at, ()))

    # -- words --------------------------------------------------------------------------------------

    def shown(self, function: ir.Function | ir.Law, arguments: tuple[object, ...]) -> str:
        """Return a call in the hologram's words."""
        return call(function, arguments, self.world.show)

    def came(self, outcome: Outcome) -> str:
        """Say what came of a call."""
        match outcome.kind:
            case Kind.RETURNED:
                return f"`{_short(self.world.show(outcome.value))}`"
            case Kind.RAISED:
                if outcome.value is not None:
                    return f"`{_short(self.world.show(outcome.value))}` raised"
                return f"`{outcome.error.rpartition('.')[2].lstrip('?')}` raised"
            case Kind.TIMED_OUT:
                return outcome.message
            case Kind.MEMORY:
                return f"more than {self.limits.memory} MiB of memory"
            case _:
                return outcome.message


def _short(text: str, most: int = 400) -> str:
    return text if len(text) <= most else f"{text[:most]}…"
