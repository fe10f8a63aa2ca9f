"""What a function may call, and what it reaches."""

from __future__ import annotations

from holo.ir import model as ir
from holo.verify import order


def function(name: str, *uses: str, body: str = "") -> ir.Function:
    said = ir.Returns(expr=ir.Expr(source=f"{body}()", names={body: body})) if body else None
    return ir.Function(id=name, name=name, returns=ir.Expr(source="int"), uses=uses, body=said)


def graph(*functions: ir.Function) -> dict[str, ir.Function]:
    return {each.id: each for each in functions}


def test_names_in_bodies_count_as_calls() -> None:
    """What `returns` names is called, with no `uses` beside it."""
    assert ["b"] == list(order.calls(function("a", body="b")))


def test_a_circle_is_reached_once() -> None:
    """Functions that call each other reach each other, and themselves."""
    functions = graph(function("even", "odd"), function("odd", "even"))

    assert ["even", "odd"] == list(order.reach(["even"], functions.get))


def test_what_is_no_function_is_not_reached() -> None:
    """Ports and foreign functions are no part of the graph."""
    functions = graph(function("a", "Post.send", "elsewhere.f"))

    assert ["a"] == list(order.reach(["a"], functions.get))


def test_a_long_chain_needs_no_recursion() -> None:
    """Three thousand functions in a row are all reached."""
    functions = graph(*(function(f"f{at:05}", f"f{at + 1:05}") for at in range(3_000)))

    assert 3_000 == len(order.reach(["f00000"], functions.get))


def test_reach_follows_uses_and_bodies() -> None:
    """All that a call may come to run is reached, and nothing else."""
    functions = graph(function("a", "b"), function("b", body="c"), function("c"), function("d"))

    reached = order.reach(["a"], functions.get)

    assert list(reached) == ["a", "b", "c"]
