from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from holo.expr.world import World
from holo.sandbox import ready
from holo.sandbox.program import Program
from holo.sandbox.wire import Wire

if TYPE_CHECKING:
    from holo.sandbox.pool import Pool

HEAD = "from __future__ import annotations\n"
INERT = {
    "an alias": "from typing import TypeAlias\nCents: TypeAlias = int\nAll: TypeAlias = dict[str, list[int]] | None\n",
    "a constant": "from typing import Final\nSIDES: Final[list[str]] = ['<', '>=']\nLOW: Final[int] = -3\n",
    "a value": "from decimal import Decimal\nRATE: Final[Decimal] = Decimal('0.5')\n",
    "an enum": "from enum import Enum\nclass Part(Enum):\n    'A part.'\n    one = 'one'\n",
    "an error": "class Wrong(Exception):\n    def __init__(self, text: str = 'x') -> None:\n        super().__init__(text)\n",
    "a record": "from dataclasses import dataclass, field\n@dataclass(frozen=True, slots=True)\nclass Loan:\n    day: int = 1\n"
    "    rows: list[int] = field(default_factory=lambda: [1])\n    def __post_init__(self) -> None:\n        1 / 0\n",
    "a port": "from typing import Protocol\nclass Post(Protocol):\n    def send(self, to: str) -> None: ...\n",
}
COMPUTES = {
    "a power": "X = 9 ** 9\n",
    "a call": "X = open('/etc/passwd')\n",
    "a call of what hides a maker": "from decimal import Decimal\ndef Decimal(x): ...\nX = Decimal('1')\n",
    "a call of a maker that was never imported": "X = Decimal('1')\n",
    "a comprehension": "X = [x for x in 'ab']\n",
    "a string that is put together": "X = f'{1}'\n",
    "a loop": "while True:\n    pass\n",
    "a call as a statement": "print(1)\n",
    "an import of what is not there": "import os.nothing\n",
    "all names of a module": "from typing import *\n",
    "a decorator": "@print\ndef f() -> None: ...\n",
    "a default that is called": "def f(x: int = print(1)) -> None: ...\n",
    "a class with a metaclass": "class A(metaclass=print): ...\n",
    "a base that is computed": "class A(print(1)): ...\n",
    "a base that may do something": "from abc import ABC\nclass A(ABC): ...\n",
    "a base of its own": "class A(Exception): ...\nclass B(A): ...\n",
    "a method that runs with the class": "class A(Exception):\n    def __init_subclass__(cls) -> None: ...\n",
    "an enum with a method": "from enum import Enum\nclass A(Enum):\n    one = 'one'\n    def __init__(self, x: str) -> None: ...\n",
    "an enum that is none": "Enum = int\nclass A(Enum):\n    one = 'one'\n",
    "a name with two meanings": "from dataclasses import dataclass\ndataclass = print\n@dataclass(frozen=True, slots=True)\nclass A: ...\n",
    "an attribute of the machine": "import typing\nX = typing.sys.modules\n",
    "a dunder": "import typing\nX = typing.__loader__\n",
    "a number of many digits": f"X = 0x{'f' * 2000}\n",
    "what Python cannot read": "def\n",
    "what nests too deep": f"X = {'(' * 3000}\n",
}


@pytest.mark.parametrize("name", INERT)
def test_what_holo_writes_is_loaded_once(name: str) -> None:
    """Types, errors, ports and constants that stand there as they are compute nothing."""
    assert ready._inert(HEAD + INERT[name], {})


@pytest.mark.parametrize("name", COMPUTES)
def test_what_computes_is_left_to_the_child(name: str) -> None:
    """Nothing of such a text is run outside the walls."""
    assert not ready._inert(HEAD + COMPUTES[name], {})


def test_annotations_are_not_computed() -> None:
    """Without the import that makes them text, a module is not loaded here."""
    assert not ready._inert("def f() -> print(1): ...\n", {})
    assert ready._inert(HEAD + "def f() -> print(1): ...\n", {})


TYPES = {
    "town": "",
    "town.money.types": f"{HEAD}from typing import TypeAlias\nclass Poor(Exception):\n    'None left.'\nCents: TypeAlias = int\n",
    "town.shop.types": f"{HEAD}from dataclasses import dataclass\nfrom town.money.types import Cents, Poor\nSEEN = [1]\n"
    "@dataclass(frozen=True, slots=True)\nclass Pen:\n    price: Cents\n",
}
BODY = """
import sys
from town.money.types import Poor
from town.shop.types import Pen, SEEN
import town.shop.types as types

def said() -> list:
    SEEN.append(2)
    return [types.Pen is Pen, types.Poor is Poor, Pen(3).price, len(SEEN), Pen.__module__, sorted(n for n in sys.modules if n.startswith("town"))]
"""
LOADED = "import sys\ndef said() -> list:\n    return sorted(n for n in sys.modules if n.startswith('town'))\n"


def run(pool: Pool, types: dict[str, str], body: str = BODY, shared: frozenset[str] | None = None) -> object:
    """Return what a program says."""
    world = World(lambda _: None)
    shared = frozenset(types) - {"town"} if shared is None else shared
    modules = {**types, "town.said": body}
    program = Program(
        {name: text for name, text in modules.items() if text}, {"said": ("town.said", "said")}, shared=shared
    )
    with pool.session(program, wire=Wire(world, world.node)) as session:
        outcome = session.call("said", ())
        return outcome.value or outcome.message


def test_a_program_finds_the_same_whether_types_were_loaded_before_or_not(pool: Pool) -> None:
    """Classes know each other, packages are there, and what one child changed the next one does not see."""
    cold = run(pool, TYPES, shared=frozenset())

    assert isinstance(cold, list)
    assert [True, True, 3, 2, "town.shop.types"] == cold[:5]
    assert [cold, cold] == [run(pool, TYPES), run(pool, TYPES)]


def test_a_child_has_no_module_but_its_own_programs(pool: Pool) -> None:
    """What the server loaded for another program is not in the way."""
    run(pool, TYPES)

    assert ["town", "town.said"] == run(pool, {}, LOADED)


def test_a_changed_module_is_another_one(pool: Pool) -> None:
    """A server goes by texts: those that need the changed one are made anew with it."""
    run(pool, TYPES)
    changed = {**TYPES, "town.money.types": TYPES["town.money.types"].replace("Cents: TypeAlias = int", "Cents = str")}
    asks = "from town.shop.types import Cents\ndef said() -> str:\n    return Cents.__name__\n"

    assert ["str", "int"] == [run(pool, changed, asks), run(pool, TYPES, asks)]


def test_a_constant_that_never_ends_costs_the_child_and_not_the_server(pool: Pool) -> None:
    """It is computed behind the walls, where time is measured."""
    slow = {"town.types": f"{HEAD}while True:\n    pass\n"}

    assert "no answer within" in str(run(pool, slow, "from town.types import X\ndef said() -> int:\n    return X\n"))
    assert ["town", "town.said"] == run(pool, {}, LOADED)


def test_only_what_holo_wrote_is_loaded_outside_the_walls(pool: Pool) -> None:
    """A types module that asks for a body's module is not loaded: the body would run with it."""
    asks = {"town.types": f"{HEAD}from town.said import said as X\n"}
    body = "SEEN = []\ndef said() -> list:\n    SEEN.append(1)\n    return SEEN\n"

    assert [1] == run(pool, asks, body)
    assert not ready._inert(asks["town.types"], asks)
    assert json.dumps([1]) == json.dumps(run(pool, asks, body))
