from __future__ import annotations

import time
from typing import TYPE_CHECKING

from holo.expr.world import World
from holo.sandbox.program import Program
from holo.sandbox.wire import Wire

if TYPE_CHECKING:
    from holo.sandbox.pool import Pool

TYPES = '''
from __future__ import annotations
from dataclasses import dataclass, field, replace

@dataclass(frozen=True, slots=True)
class Loan:
    """A loan."""

    day: int
    copies: list[int] = field(default_factory=list)
    note: str = "none"

    def __post_init__(self) -> None:
        if self.day < 0:
            raise ValueError("day")
'''
BODY = """
from shop.types import Loan, replace

def said() -> list:
    loan = Loan(3)
    seen = [repr(loan), loan == Loan(3), hash(Loan(1, [], "x").note) == hash("x"), replace(loan, day=4).day, loan.copies]
    for wrong in (lambda: Loan(-1), lambda: setattr(loan, "day", 1)):
        try:
            wrong()
        except Exception as error:
            seen.append(type(error).__name__)
    return seen
"""


def run(pool: Pool, shared: frozenset[str], types: str = TYPES) -> object:
    """Return what a program says of its classes."""
    world = World(lambda _: None)
    program = Program({"shop.types": types, "shop.said": BODY}, {"shop.said": ("shop.said", "said")}, shared=shared)
    with pool.session(program, wire=Wire(world, world.node)) as session:
        outcome = session.call("shop.said", ())
        return outcome.value or outcome.message


def test_classes_are_the_same_whether_their_code_was_there_or_not(pool: Pool) -> None:
    """What is compiled in the server does what Python's own dataclasses do."""
    cold = run(pool, frozenset())

    assert ["Loan(day=3, copies=[], note='none')", True, True, 4, [], "ValueError", "FrozenInstanceError"] == cold
    assert cold == run(pool, frozenset({"shop.types"})) == run(pool, frozenset({"shop.types"}))


def test_a_changed_module_is_learnt_anew(pool: Pool) -> None:
    """The server goes by the text, not by the name alone."""
    run(pool, frozenset({"shop.types"}))

    assert "note='other'" in str(run(pool, frozenset({"shop.types"}), TYPES.replace("none", "other")))


def test_text_that_cannot_be_compiled_is_the_childs_to_say(pool: Pool) -> None:
    """A server outlives what it cannot compile, and gives up on it soon."""
    for broken in ("def", "x = " + "(" * 5000, "\0", "x = 9**9**9**9 if False else 0\n" * 3):
        began = time.perf_counter()
        run(pool, frozenset({"shop.types"}), broken)
        assert time.perf_counter() - began < 20

    assert isinstance(run(pool, frozenset({"shop.types"})), list)
