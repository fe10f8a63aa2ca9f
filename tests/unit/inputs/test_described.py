"""Types of code that exists have no values, and say so without a crash."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from holo.analysis.analyze import analyze
from holo.expr.world import World
from holo.inputs.draw import draw
from holo.inputs.small import each_small_input, small_values
from holo.ir.described import Values
from holo.ir.library import Library
from holo.lowering.lower import lower
from holo.source import SourceFile
from holo.syntax.parse import parse

if TYPE_CHECKING:
    from holo.ir import model as ir

TEXT = """hologram app "0.1.0" language 1

class Cart {{
}}

type Pattern = python "re.Pattern[str]"
type Plain = int

record Line {{
  cart: Cart
}}

record Box {{
  size: Plain
}}

function f(x: {type}) -> int {{
}}
"""
WITHOUT = ["Cart", "Pattern", "Any", "Line", "Iterator[int]", "type[Cart]", "list[Cart]", "tuple[int, Pattern]"]
WITH = ["int", "Box", "Cart | None", "int | Iterator[int]", "list[Plain]"]


def made(type_: str) -> tuple[ir.Function, World]:
    """Return a function over one type, and its world."""
    text = TEXT.format(type=type_)
    hologram = lower(analyze(parse(SourceFile("app.holo", text)), {}, "src/app")).hologram
    library = Library()
    library.add(hologram)
    return hologram.packages[0].functions[0], World(library.lookup)


@pytest.mark.parametrize("type_", [one for one in WITHOUT if not one.startswith("list")])
def test_what_exists_has_no_values(type_: str) -> None:
    """Neither small values, nor inputs, nor drawn ones."""
    function, world = made(type_)

    assert [] == small_values(world.type(function.parameters[0].type), world)
    assert [] == list(each_small_input(function, world))
    assert () == draw(function, world, count=5).inputs


@pytest.mark.parametrize("type_", WITHOUT)
def test_values_say_which_type_has_none(type_: str) -> None:
    """The reason names the type and the parameter."""
    function, world = made(type_)

    given, others = Values(world.node).given(function)

    assert ((), ["x"]) == (given, list(others))
    assert "the type of `x`" in others["x"]


@pytest.mark.parametrize("type_", WITH)
def test_plain_types_keep_their_values(type_: str) -> None:
    """A union has the values of its members that have some."""
    function, world = made(type_)

    assert [] != list(each_small_input(function, world))
    assert {} == Values(world.node).given(function)[1]


@pytest.mark.parametrize("type_", ["Cart", "Pattern", "Iterator[int]"])
def test_no_value_fits_what_is_known_by_name_alone(type_: str) -> None:
    """The reason is said; nothing is raised."""
    function, world = made(type_)

    assert world.fits(1, world.type(function.parameters[0].type)).endswith("is no type")
