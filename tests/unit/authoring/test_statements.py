"""Decisions as statements, in the words of their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from holo.authoring import statements
from holo.authoring.statements import CannotSay, Words
from holo.expr.world import World
from holo.inputs.fakes import Between, Reply
from holo.ir import model as ir
from holo.ir.library import Library

if TYPE_CHECKING:
    from holo.expr.values import Fake


def hologram(name: str, package: str, uses: tuple[ir.Use, ...] = ()) -> ir.Hologram:
    """Return a hologram with a record, an enum, an error and a port in a package."""
    inner = f"{name}.{package}" if package else name
    number = ir.Expr(source="int")
    port = ir.Port(
        id=f"{inner}.Post",
        name="Post",
        functions=(
            ir.PortFunction(
                id=f"{inner}.Post.send",
                name="send",
                parameters=(ir.Parameter(name="text", type=ir.Expr(source="str")),),
                returns=number,
                raises=("ConnectionError",),
            ),
        ),
    )
    made = ir.Package(
        id=inner,
        name=package,
        records=(ir.Record(id=f"{inner}.Price", name="Price", fields=(ir.RecordField(name="cents", type=number),)),),
        enums=(ir.Enum(id=f"{inner}.Kind", name="Kind", members=(ir.Member(name="net"),)),),
        errors=(ir.Error(id=f"{inner}.Poor", name="Poor", fields=(ir.RecordField(name="by", type=number),)),),
        ports=(port,),
    )
    top = () if not package else (ir.Package(id=name, name=""),)
    return ir.Hologram(name=name, version="1", language=1, uses=uses, packages=(*top, made))


MONEY = hologram("money", "")
AS = hologram("shop", "sales", (ir.Use(hologram="money", path="money.holo", alias="cash"),))
ONLY = hologram("shop", "sales", (ir.Use(hologram="money", path="money.holo", only=("Price",)),))
LIBRARY = Library()
LIBRARY.add(MONEY)
LIBRARY.add(AS)
WORLD = World(LIBRARY.lookup)
INSIDE = Words(WORLD, AS, "shop.sales")
TOP = Words(WORLD, AS, "shop")


def fake() -> Fake:
    """Return a fake of the shop's port."""
    return WORLD.fake("shop.sales.Post")


def test_a_neighbour_goes_by_its_own_name() -> None:
    """Inside its package."""
    assert "Price(3)" == INSIDE.value(WORLD.record("shop.sales.Price")(3))


def test_at_top_level_a_package_is_named() -> None:
    """In full."""
    assert "[sales.Price(3)]" == TOP.value([WORLD.record("shop.sales.Price")(3)])


def test_what_is_used_by_another_name_is_so_called() -> None:
    """And what stands in strings stays."""
    value = {"Kind": (WORLD.enum("money.Kind")["net"], WORLD.record("money.Price")(3))}

    assert '{"Kind": (cash.Kind.net, cash.Price(3))}' == INSIDE.value(value)


def test_what_is_taken_over_goes_by_its_own_name() -> None:
    """`use … only` makes it bare."""
    assert "Price(3)" == Words(WORLD, ONLY, "shop").value(WORLD.record("money.Price")(3))


def test_what_is_not_taken_over_cannot_be_said() -> None:
    """The reason says what to add."""
    with pytest.raises(CannotSay, match="`Kind` of `money` has no name in `shop`"):
        Words(WORLD, ONLY, "shop").value(WORLD.enum("money.Kind")["net"])


def test_a_port_is_no_value() -> None:
    """So an input with one is no example."""
    with pytest.raises(CannotSay, match="port"):
        INSIDE.value(fake())


@pytest.mark.parametrize(
    ("value", "statement"),
    [
        (3, "example f(1) == 3"),
        (None, "example f(1) is None"),
        (True, "example f(1)"),
        (False, "example not f(1)"),
        ("a", 'example f(1) == "a"'),
        (0.0, "example abs(f(1)) <= 1e-9"),
        (0.25, "example abs(f(1) - 0.25) <= 1e-9"),
        (-2.5, "example abs(f(1) + 2.5) <= 1e-9 * 2.5"),
    ],
)
def test_an_example_says_a_value(value: object, statement: str) -> None:
    """Floats are not compared for equality."""
    assert statement == statements.example("f(1)", value, INSIDE)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), [0.5], {"a": 0.5}])
def test_floats_that_no_example_can_say(value: object) -> None:
    """Equality would split what the judge takes for one."""
    with pytest.raises(CannotSay):
        statements.example("f(1)", value, INSIDE)


def test_either_admits_each_value() -> None:
    """As an example."""
    assert "example f(1) in ([1], [2])" == statements.either("f(1)", [[1], [2]], INSIDE)


def test_a_fake_is_said_as_givens() -> None:
    """Its port, its faults and its replies."""
    faulty, answering = fake(), fake()
    faulty.raises("send", WORLD.error("shop.sales.Poor")(2))
    answering.answers("send", Reply(7))

    assert ["post: sales.Post", "post.send raises sales.Poor(2)"] == statements.given_port("post", faulty, TOP)
    assert ["post: sales.Post", "post.send returns 7"] == statements.given_port("post", answering, TOP)


def test_a_reply_that_changes_cannot_be_given() -> None:
    """A `given` says one reply."""
    changing = fake()
    changing.answers("send", Between(3))

    with pytest.raises(CannotSay, match="changes from call to call"):
        statements.given_port("post", changing, TOP)


def test_a_fault_of_one_call_cannot_be_given() -> None:
    """A `given` speaks of every call."""
    once = fake()
    once.raises("send", ConnectionError(), 2)

    with pytest.raises(CannotSay, match="one call alone"):
        statements.given_port("post", once, TOP)


def test_a_scenario_is_written_as_the_language_has_it() -> None:
    """Quotes in its title are escaped."""
    made = statements.scenario("F1", 'say "no"', ["post: Post"], "f(post)", ["result == 1"])

    assert 'failure F1 "say \\"no\\"" {\n  given post: Post\n  when f(post)\n  then result == 1\n}' == made
