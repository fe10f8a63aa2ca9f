"""What the checks of one file share: the world, the findings so far, and the words to say them in.

Knows no check. Counts what was run and what had to wait for a body.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from holo.codes import Code
from holo.diagnostics.model import Diagnostic, Severity
from holo.expr.world import NotComputable, Raised, Undefined
from holo.inputs.small import smalls_of
from holo.ir import model as ir
from holo.simulate.whole import Whole
from holo.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from holo.expr.types import Type
    from holo.expr.world import World

_NOWHERE: Final = Span("", 0, 0)
_LONG: Final = 160
_LONG_ARGUMENT: Final = 48
_LONG_EXPRESSION: Final = 90

UNPLANNED: Final = 150
"""Unplanned inputs that weak contracts of one file may be tried on, and as many for its bodies and laws."""

NOT_RUN: Final = (Undefined, NotComputable, Raised)
"""What stands in the way of a value."""


def clause(reason: str) -> str:
    """Write what an input breaks: a `requires` in quotes, the reason of a type as it is."""
    return f"`{reason}`" if reason.startswith("requires ") else reason


def raising(raises: ir.Raises) -> str:
    """Write a `raises` clause without its payload."""
    when = "" if raises.when is None else f" when {source(raises.when)}"
    return f"raises {raises.error.rpartition('.')[2]}{when}"


@dataclass(frozen=True, slots=True)
class Body:
    """A trivial body: the text after `return`, and a value, or the parameter that it gives back."""

    text: str
    value: object = None
    parameter: str = ""

    def result(self, variables: dict[str, object]) -> object:
        """Return what the body returns for an input."""
        return variables[self.parameter] if self.parameter else self.value


class Report:
    """Collects what the checks of one hologram find."""

    def __init__(self, world: World, *, whole: bool = False) -> None:
        """Begin with nothing found; `whole` where every name in the IR is known to lead somewhere."""
        self.world = world
        self.smalls = smalls_of(world)
        self.whole = Whole(world, all_of_it=whole)
        self.diagnostics: list[Diagnostic] = []
        self.checked = 0
        self.not_checked = 0
        self.not_checkable = 0
        self.not_checked_examples: list[str] = []
        self.weak: dict[str, tuple[str, ...]] = {}
        self.unplanned = UNPLANNED
        self.unplanned_runs = UNPLANNED
        self.told: set[str] = set()  # ids of functions whose tables or contracts were found undefined
        self.trivial: dict[Type, tuple[Body, ...]] = {}

    def find(
        self, code: Code, message: str, span: Span | None, hint: str = "", severity: Severity = Severity.ERROR
    ) -> None:
        """Keep one finding."""
        self.diagnostics.append(Diagnostic(code, message, span or _NOWHERE, hint, severity))

    def undefined(
        self,
        clause: str,
        node: ir.Node,
        call: str,
        stopped: Exception,
        above: str = "exclude the input with a `requires`",
    ) -> None:
        """Keep the finding that a clause has no truth for a valid input; `above` says what would keep the input out."""
        self.find(
            Code.UNDEFINED_CONTRACT,
            f"`{clause}` is undefined for `{call}`: {why(stopped)}",
            span_of(node),
            f"Guard the expression, or {above} above it",
        )

    def types(self, function: ir.Function | ir.Law) -> list[Type]:
        """Return the types of the parameters."""
        generic = function.type_parameters if isinstance(function, ir.Function) else ()
        return [self.world.type(parameter.type, generic) for parameter in function.parameters]

    def result_type(self, function: ir.Function) -> Type:
        """Return the type of the result."""
        return self.world.type(function.returns, function.type_parameters)

    def show(self, value: object) -> str:
        """Write a value in the hologram's words, shortened."""
        return shorten(self.world.show(value), _LONG)

    def call(self, function: ir.Function | ir.Law, args: Sequence[object]) -> str:
        """Write a call in the hologram's words; long arguments are shortened."""
        shown = [self.world.show(arg) for arg in args]
        if sum(map(len, shown)) > _LONG - len(function.name):
            shown = [shorten(arg, _LONG_ARGUMENT) for arg in shown]
        return f"{function.name}({', '.join(shown)})"

    def given(self, variables: Mapping[str, object]) -> str:
        """Write an input as `name = value`, by name."""
        shown = {name: self.world.show(value) for name, value in variables.items()}
        if sum(map(len, shown.values())) > _LONG:
            shown = {name: shorten(value, _LONG_ARGUMENT) for name, value in shown.items()}
        return ", ".join(f"{name} = {value}" for name, value in shown.items())


def span_of(*nodes: object) -> Span | None:
    """Return the first span that the nodes have."""
    return next((span for node in nodes if (span := getattr(node, "span", None)) is not None), None)


def source(expr: ir.Expr) -> str:
    """Write an expression as it stands, shortened."""
    return shorten(expr.source, _LONG_EXPRESSION)


def shorten(text: str, most: int) -> str:
    """Cut the middle out of a long text."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    head = most * 2 // 3
    return f"{text[:head].rstrip()} … {text[len(text) - (most - head - 3) :].lstrip()}"


def names(parameters: Iterable[ir.Parameter]) -> list[str]:
    """Return the names of some parameters."""
    return [parameter.name for parameter in parameters]


def why(stopped: Exception) -> str:
    """Say in words why an expression has no value."""
    match stopped:
        case Raised():
            return f"it {stopped.message}"
        case _:
            return str(stopped)
