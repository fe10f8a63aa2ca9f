"""A small hologram and programs for it: what a session needs, with nothing that judges."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from holo.expr.world import World
from holo.ir import model as ir
from holo.ir.library import Library
from holo.sandbox.outcome import Limits
from holo.sandbox.program import Program
from holo.sandbox.wire import Wire

if TYPE_CHECKING:
    from holo.sandbox.outcome import Outcome
    from holo.sandbox.pool import Pool
    from holo.sandbox.session import Session


def _expr(source: str) -> ir.Expr:
    return ir.Expr(source=source)


def _parameter(name: str, type_: str, default: str = "") -> ir.Parameter:
    return ir.Parameter(name=name, type=_expr(type_), default=_expr(default) if default else None)


HOLOGRAM = ir.Hologram(
    name="shop",
    version="0.1.0",
    language=1,
    packages=(
        ir.Package(
            id="shop",
            name="",
            enums=(ir.Enum(id="shop.Size", name="Size", members=(ir.Member(name="small"), ir.Member(name="large"))),),
            records=(
                ir.Record(
                    id="shop.Item",
                    name="Item",
                    fields=(
                        ir.RecordField(name="name", type=_expr("str")),
                        ir.RecordField(name="price", type=_expr("int")),
                    ),
                    invariants=(ir.Condition(id="shop.Item/invariant/0", expr=_expr("price >= 0")),),
                ),
            ),
            errors=(
                ir.Error(id="shop.SoldOut", name="SoldOut", fields=(ir.RecordField(name="name", type=_expr("str")),)),
            ),
            ports=(
                ir.Port(
                    id="shop.Till",
                    name="Till",
                    functions=(
                        ir.PortFunction(
                            id="shop.Till.pay",
                            name="pay",
                            parameters=(_parameter("amount", "list[int]"), _parameter("note", "str", '"none"')),
                            returns=_expr("int"),
                            raises=("TimeoutError",),
                        ),
                        ir.PortFunction(
                            id="shop.Till.ring", name="ring", parameters=(), returns=_expr("None"), is_async=True
                        ),
                    ),
                ),
            ),
        ),
    ),
)

TYPES = """
from dataclasses import dataclass
from enum import Enum

class Size(Enum):
    small = "small"
    large = "large"

@dataclass(frozen=True, slots=True)
class Item:
    name: str
    price: int

class SoldOut(Exception):
    def __init__(self, name):
        super().__init__(name)
        self.name = name
"""


@cache
def world() -> World:
    """Return the shop's world."""
    library = Library()
    library.add(HOLOGRAM)
    return World(library.lookup)


def program(body: str, *late: str) -> Program:
    """Return a program of one module; its functions have their own names as ids."""
    names = [
        line.split("def ")[1].split("(")[0] for line in body.splitlines() if line.startswith(("def ", "async def "))
    ]
    entries = {f"shop.{name}": ("shop.types", name) for name in ("Size", "Item", "SoldOut")}
    entries |= {name: ("shop.body", name) for name in names}
    return Program({"shop.types": TYPES, "shop.body": f"from shop.types import *\n{body}"}, entries, frozenset(late))


def opened(pool: Pool, body: str, *late: str, limits: Limits | None = None) -> Session:
    """Return a session for a program of one module."""
    return pool.session(program(body, *late), limits or Limits(call_seconds=0.5), wire=Wire(world(), world().node))


def called(pool: Pool, body: str, *arguments: object, limits: Limits | None = None) -> Outcome:
    """Return what came of one call of `f`."""
    with opened(pool, body, limits=limits) as session:
        return session.call("f", arguments)
