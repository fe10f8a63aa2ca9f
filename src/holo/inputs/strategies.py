"""Hypothesis strategies for declared types and for whole inputs: the one home of Hypothesis.

The values are those of `make`, with Hypothesis to choose, so that one home knows what a value of a type is.
Nothing depends on the machine: no database, no files, no constants gathered from the modules that happen to
be loaded, no clock. Hypothesis takes a third of a second to import, so everything else imports this late.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, TypeVar

from hypothesis import HealthCheck, Phase, Verbosity, given, reject, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants

from holo.inputs.choice import LETTERS
from holo.inputs.make import Maker, Shapes
from holo.inputs.range import Reject

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hypothesis.strategies import DrawFn, SearchStrategy

    from holo.expr.types import Type
    from holo.ir import model as ir

T = TypeVar("T")

_BACKEND: Final = "holo"


class _Provider(providers.HypothesisProvider):
    """Hypothesis' own choices, without the constants of whatever code is imported beside it."""

    _local_constants = Constants()


providers.AVAILABLE_PROVIDERS[_BACKEND] = _Provider

SETTINGS: Final = settings(
    backend=_BACKEND,
    database=None,
    deadline=None,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
    verbosity=Verbosity.quiet,
    print_blob=False,
    report_multiple_bugs=False,
)


class Drawing:
    """Choices made by Hypothesis; the first answer of each is the plainest."""

    def __init__(self, draw: DrawFn) -> None:
        """Take every choice from one run of a strategy."""
        self.draw = draw

    def chance(self, percent: int) -> bool:
        """Say yes about so many times in a hundred."""
        return self.draw(_numbers(0, 99)) >= 100 - percent

    def pick(self, values: Sequence[T]) -> T:
        """Take one of some values."""
        return values[self.draw(_numbers(0, len(values) - 1))]

    def integer(self, low: int | None, high: int | None) -> int:
        """Take a whole number between two ends."""
        return self.draw(_numbers(low, high))

    def real(self, low: float | None, high: float | None) -> float:
        """Take a finite number between two ends."""
        return self.draw(_reals(low, high))

    def text(self, low: int, high: int) -> str:
        """Make a text of so many characters."""
        return "".join(self.draw(_letters(low, high)))


@lru_cache(maxsize=256)
def _numbers(low: int | None, high: int | None) -> SearchStrategy[int]:
    return st.integers(low, high)


@lru_cache(maxsize=64)
def _reals(low: float | None, high: float | None) -> SearchStrategy[float]:
    return st.floats(low, high, allow_nan=False, allow_infinity=False)


@lru_cache(maxsize=64)
def _letters(low: int, high: int) -> SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(LETTERS), min_size=low, max_size=high)


def values(
    type_: Type, shapes: Shapes, constants: Mapping[type, Sequence[object]] | None = None
) -> SearchStrategy[Any]:
    """Return a strategy for the values of a declared type."""

    @st.composite
    def made(draw: DrawFn) -> object:
        try:
            return Maker(shapes, Drawing(draw), constants).value(type_)
        except Reject:
            reject()

    return made()


def arguments(
    function: ir.Function | ir.Law, shapes: Shapes, constants: Mapping[type, Sequence[object]] | None = None
) -> SearchStrategy[tuple[object, ...]]:
    """Return a strategy for arguments of a function or law; `requires` narrows them but is not asked."""

    @st.composite
    def made(draw: DrawFn) -> tuple[object, ...]:
        try:
            return Maker(shapes, Drawing(draw), constants, lively=True).arguments(function)
        except Reject:
            reject()

    return made()


def collect(strategy: SearchStrategy[T], keep: Callable[[T], bool], count: int, seed: int) -> None:
    """Draw until `keep` has said yes `count` times, or Hypothesis gives up; the same for the same seed.

    `keep` says the same each time it sees a value, or Hypothesis takes it for flaky.
    """

    @seeded(seed)
    @settings(SETTINGS, max_examples=count)
    @given(strategy)
    def run(value: T) -> None:
        if not keep(value):
            reject()

    try:
        run()
    except Unsatisfiable:
        return
